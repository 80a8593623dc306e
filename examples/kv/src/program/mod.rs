//! What `kv` does when it is run.

mod args;
mod ask;
mod demo;

#[path = "halves"]
mod asynchronous {
    use await_me_maybe::asynchronous::maybe_async;
    use kv::Client;

    pub(crate) mod tour;
}

#[path = "halves"]
#[allow(clippy::duplicate_mod, reason = "once for each half")]
mod blocking {
    use await_me_maybe::blocking::maybe_async;
    use kv::blocking::Client;

    pub(crate) mod tour;
}

use std::error::Error;
use std::io::{self, ErrorKind, Write as _};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::{env, fmt};

use kv::Server;

use args::{Args, HELP};

/// What cannot be done, with its causes.
type Done<T = ()> = Result<T, Box<dyn Error>>;

/// Exit codes: 0 for done, 1 for what did not work, 2 for a misused command line.
pub(crate) fn main() -> ExitCode {
    let done = match Args::parse(env::args_os().skip(1)) {
        Ok(Args::Help) => print(HELP),
        Ok(Args::Demo) => demo::demo(),
        Ok(Args::Serve { address, until_eof }) => serve(address, until_eof),
        Ok(Args::Ask { address, question }) => ask::ask(address, question),
        Err(problem) => {
            eprintln!("kv: {problem}; `kv --help` tells more");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has seen enough.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kv: {}", Chain(&*error));
            ExitCode::FAILURE
        }
    }
}

fn serve(address: SocketAddr, until_eof: bool) -> Done {
    let server = Server::start(address).map_err(|error| format!("{address}: {error}"))?;
    print(&format!("listening on {}\n", server.address()))?;
    if until_eof {
        // Whatever comes is not looked at.
        io::copy(&mut io::stdin().lock(), &mut io::sink())?;
    } else {
        server.wait();
    }
    Ok(())
}

/// Where a line or more goes that has to be seen at once.
fn print(text: &str) -> Done {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()?;
    Ok(())
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// An error and its causes in one line.
struct Chain<'a>(&'a dyn Error);

impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut error = self.0;
        while let Some(source) = error.source() {
            write!(f, ": {source}")?;
            error = source;
        }
        Ok(())
    }
}
