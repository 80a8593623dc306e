mod args;
mod block_on;
mod case;
mod scenarios;

use std::process::ExitCode;

use sensor::simulation::Simulation;

use args::Args;
use block_on::block_on;
use case::{CASES, Case, Outcome};

pub(crate) fn main() -> ExitCode {
    let args = match Args::parse(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(text) => {
            eprintln!("{text}");
            return ExitCode::from(2);
        }
    };
    println!(
        "{:<34} {:>9} {:>9}  {:<9} the last of it",
        "case", "transfers", "seconds", "halves"
    );
    let mut faults = 0;
    for case in &CASES {
        faults += u32::from(!show(case, &args));
    }
    if faults > 0 {
        eprintln!("{faults} of {} cases are wrong", CASES.len());
        return ExitCode::FAILURE;
    }
    println!("{} cases, the same in both halves", CASES.len());
    ExitCode::SUCCESS
}

/// Runs a case in both halves, and says whether it went as it should.
fn show(case: &Case, args: &Args) -> bool {
    let simulation = Simulation::new(case.device(args.seed));
    let result = block_on(scenarios::run(case.scenario, &simulation));
    let asynchronous = Outcome::new(result, &simulation);

    let simulation = Simulation::new(case.device(args.seed + u32::from(args.skew)));
    let result = scenarios::blocking::run(case.scenario, &simulation);
    let blocking = Outcome::new(result, &simulation);

    let verdict = if asynchronous != blocking {
        "differ"
    } else if !case.is_expected(&asynchronous) {
        "wrong"
    } else {
        "same"
    };
    let milliseconds = asynchronous.microseconds / 1000;
    println!(
        "{:<34} {:>9} {:>5}.{:03}  {verdict:<9} {}",
        case.name,
        asynchronous.transfers,
        milliseconds / 1000,
        milliseconds % 1000,
        asynchronous.text,
    );
    if asynchronous != blocking {
        eprintln!("  async    {asynchronous:x?}\n  blocking {blocking:x?}");
    }
    verdict == "same"
}
