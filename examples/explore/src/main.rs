//! Explores an SQLite file with both halves of the library and compares what they find.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::main()
}
