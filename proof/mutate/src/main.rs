//! Random and mutated token streams through the transform of `await-me-maybe`.
//!
//! Whatever it is given: it does not panic and does not hang, the async half is the author's code
//! token for token, the same input gives the same output, and the output parses.
//!
//! ```sh
//! cargo run --release -p mutate -- --inputs 100000 --seed 1
//! ```

mod compare;
mod corpus;
mod examine;
mod fragments;
mod grammar;
mod half;
mod input;
mod module;
mod mutation;
mod own;
mod reduce;
mod run;
mod sources;
mod stats;
#[cfg(test)]
mod tests;
mod tree;
mod watch;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use clap::Parser;

use input::Input;
use run::Run;
use sources::Sources;

/// Random and mutated token streams through the transform of await-me-maybe.
#[derive(Parser)]
struct Options {
    /// How many inputs there are.
    #[arg(long, default_value_t = 100_000)]
    inputs: u64,
    /// What decides the inputs, besides the sources.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first input.
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// Takes this one input, prints it and what becomes of it.
    #[arg(long)]
    only: Option<u64>,
    /// More Rust sources, besides those of the workspace and of its dependencies.
    #[arg(long = "folder")]
    folders: Vec<PathBuf>,
    /// Leaves out the sources of the dependencies.
    #[arg(long)]
    workspace: bool,
    /// How many threads work; as many as there are processors by default.
    #[arg(long)]
    threads: Option<usize>,
    /// Reports finds without writing them to the corpus.
    #[arg(long)]
    dry: bool,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let options = Options::parse();
    let begin = Instant::now();
    let mut folders = sources::workspace();
    if !options.workspace {
        folders.extend(sources::registry()?);
    }
    folders.extend(options.folders);
    let sources = Sources::read(&folders)?;
    println!(
        "{} items, {} of them async, of {} files in {} folders: {:016x}, read in {:.1?}",
        sources.len(),
        sources.async_items(),
        sources.files,
        folders.len(),
        sources.fingerprint(),
        begin.elapsed()
    );
    examine::note_panics();
    if let Some(index) = options.only {
        return Ok(only(&Input::generate(&sources, options.seed, index)));
    }
    let mut broken = 0;
    let finds = corpus::finds()?;
    for (name, input) in &finds {
        if let Some(fault) = examine::examine(input).fault {
            println!("{name}: {}: {}", fault.breach, fault.what);
            broken += 1;
        }
    }
    println!(
        "{} finds of before, {broken} of them are so again",
        finds.len()
    );

    let processors = || thread::available_parallelism().map_or(1, usize::from);
    let threads = options.threads.unwrap_or_else(processors);
    let begin = Instant::now();
    let run = Run::new(
        sources,
        options.seed,
        options.first,
        options.inputs,
        !options.dry,
    );
    let stats = run.all(threads);
    let time = begin.elapsed();
    println!("\n{stats}");
    println!("{:<24}{:>12}", "seconds", time.as_secs());
    let rate = stats.inputs / time.as_secs().max(1);
    println!("{:<24}{rate:>12}", "inputs/s");
    println!(
        "{:<24}{:>12}",
        "memory at the end, MiB",
        watch::memory().unwrap_or(0)
    );
    Ok(if stats.faults() == 0 && broken == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn only(input: &Input) -> ExitCode {
    println!("{}, {}\n{}", input.kind, input.entry, corpus::print(input));
    let verdict = examine::examine(input);
    if verdict
        .fault
        .as_ref()
        .is_none_or(|fault| fault.breach != examine::Breach::Panic)
    {
        println!("{}", examine::output(input));
    }
    println!("\n{:?} in {:.1?}", verdict.depth, verdict.time);
    match verdict.fault {
        None => ExitCode::SUCCESS,
        Some(fault) => {
            println!("{}: {}", fault.breach, fault.what);
            let small = reduce::reduced(input, &fault);
            println!("{}", corpus::print(&small));
            ExitCode::FAILURE
        }
    }
}
