//! The server, a client for the command line, and a demonstration of both halves of the library.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::main()
}
