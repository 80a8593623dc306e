//! Runs the driver in both forms on simulated sensors, in order and out of order, and compares them.

mod program;

use std::process::ExitCode;

fn main() -> ExitCode {
    program::main()
}
