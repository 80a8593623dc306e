//! Makes random async programs, compiles them with `#[maybe_async]`, runs both halves of each, and
//! compares what they give and what they do.

mod campaign;
#[cfg(test)]
mod constructs;
mod documented;
mod function;
mod generate;
mod judge;
mod node;
mod program;
mod ready;
mod report;
mod scope;
mod scratch;
mod shrink;
#[cfg(test)]
mod tests;
mod ty;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use campaign::Campaign;
use documented::Documented;
use program::Halves;
use scratch::Scratch;

/// Compares both halves of random async programs.
#[derive(Parser)]
#[allow(clippy::struct_excessive_bools, reason = "flags")]
struct Arguments {
    /// How many programs.
    #[arg(long, default_value_t = 200)]
    programs: u64,
    /// What they are made of: the same seed makes the same programs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first program.
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// How many programs are compiled at once.
    #[arg(long, default_value_t = 150)]
    batch: u64,
    /// How many batches are compiled at the same time.
    #[arg(long, default_value_t = 1)]
    jobs: u64,
    /// How many smaller programs are tried for each finding.
    #[arg(long, default_value_t = 1500)]
    tries: usize,
    /// How many findings are made smaller.
    #[arg(long, default_value_t = 3)]
    shrunk: usize,
    /// Lists how many programs have each construct.
    #[arg(long)]
    coverage: bool,
    /// Lists the programs that do not compile without the attribute either.
    #[arg(long)]
    faults: bool,
    /// Prints the programs, or with `--coverage` the constructs in them, and compiles nothing.
    #[arg(long)]
    print: bool,
}

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    if arguments.print && arguments.coverage {
        let mut results = campaign::Results::default();
        for index in arguments.first..arguments.first + arguments.programs {
            results.cover(&generate::program(arguments.seed, index));
        }
        report::coverage(&results);
        return Ok(ExitCode::SUCCESS);
    }
    if arguments.print {
        for index in arguments.first..arguments.first + arguments.programs {
            let program = generate::program(arguments.seed, index);
            println!(
                "{}{}",
                program.text("tree.rs", Halves::Both),
                program.tree().unwrap_or_default()
            );
        }
        return Ok(ExitCode::SUCCESS);
    }
    let documented = Documented::read(&scratch::workspace())?;
    let campaign = Campaign {
        seed: arguments.seed,
        first: arguments.first,
        programs: arguments.programs,
        batch: arguments.batch.max(1),
        jobs: arguments.jobs.max(1),
    };
    let results = campaign.run(&documented)?;
    if arguments.coverage {
        report::coverage(&results);
    }
    if arguments.faults {
        report::faults(&results);
    }
    report::table(&results, arguments.seed);
    let scratch = Scratch::new("batch0")?;
    for (index, program, verdict) in results.findings.iter().take(arguments.shrunk) {
        let (small, last) =
            shrink::shrink(&scratch, &documented, program, verdict, arguments.tries)?;
        report::finding(*index, &small, &last);
    }
    for (index, _, verdict) in results.findings.iter().skip(arguments.shrunk) {
        report::unshrunk(*index, verdict);
    }
    Ok(if results.findings.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
