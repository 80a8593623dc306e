//! What `explore` does when it is run.

mod args;
mod bar;
mod halves;
mod report;
mod table;

use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fmt};

use explore::{Error, sample};

use args::Args;

/// Exit codes: 0 for done, 1 for a file that cannot be explored, 2 for a misused command line.
pub(crate) fn main() -> ExitCode {
    match Args::parse(env::args_os().skip(1)) {
        Ok(Some(args)) => explore(&args),
        Ok(None) => ended("", print(args::HELP)),
        Err(problem) => {
            eprintln!("explore: {problem}; `explore --help` tells more");
            ExitCode::from(2)
        }
    }
}

fn explore(args: &Args) -> ExitCode {
    if let Some(path) = &args.path {
        return explore_file(path, args);
    }
    match cargo_cache() {
        Some(path) if path.exists() => explore_file(&path, args),
        missing => {
            let path = missing.unwrap_or_else(|| "cargo home".into());
            eprintln!(
                "explore: no {}; here is a small sample instead",
                path.display()
            );
            explore_sample(args)
        }
    }
}

fn explore_file(path: &Path, args: &Args) -> ExitCode {
    let done = match &args.csv {
        Some(table) => table::table(path, table),
        None => report::report(path, args.options).and_then(|report| print(&report)),
    };
    ended(&path.display().to_string(), done)
}

/// The folder of the sample goes away with the end of this function.
fn explore_sample(args: &Args) -> ExitCode {
    let made = tempfile::tempdir().map_err(Error::from).and_then(|folder| {
        let path = folder.path().join("sample.db");
        sample::build(&path).map(|()| (folder, path))
    });
    match made {
        Ok((_folder, path)) => explore_file(&path, args),
        Err(error) => ended("sample", Err(error.into())),
    }
}

/// Where cargo keeps track of what it has downloaded: a database on most machines that have this
/// source.
fn cargo_cache() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME")
        .filter(|home| !home.is_empty())
        .map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    Some(home.join(".global-cache"))
}

fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(Error::from)?;
    Ok(())
}

/// Why there is nothing to show.
enum Failure {
    /// A half could not do its work.
    Explore(Error),
    /// Both could, with different results: where.
    Different(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Explore(error)
    }
}

fn ended(subject: &str, done: Result<(), Failure>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has seen enough.
        Err(Failure::Explore(Error::Io(error))) if error.kind() == ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Failure::Explore(error)) => failed(subject, &error),
        Err(Failure::Different(line)) => {
            failed(subject, &format_args!("the two halves differ: {line}"))
        }
    }
}

fn failed(subject: &str, problem: &dyn fmt::Display) -> ExitCode {
    eprintln!("explore: {subject}: {problem}");
    ExitCode::FAILURE
}
