//! Makes random async programs, compiles them with `#[maybe_async]`, runs both halves of each, and
//! compares what they give and what they do.

mod function;
mod generate;
mod node;
mod program;
mod scope;
mod scratch;
mod ty;

use std::time::Instant;

use anyhow::Result;
use clap::Parser;

/// Compares both halves of random async programs.
#[derive(Parser)]
struct Arguments {
    /// How many programs.
    #[arg(long, default_value_t = 100)]
    programs: u64,
    /// What they are made of: the same seed makes the same programs.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The number of the first program.
    #[arg(long, default_value_t = 0)]
    first: u64,
    /// How many programs are compiled at once.
    #[arg(long, default_value_t = 100)]
    batch: u64,
    /// Shows the programs, and compiles nothing.
    #[arg(long)]
    show: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let scratch = scratch::Scratch::new("batch")?;
    let mut done = arguments.first;
    let end = arguments.first + arguments.programs;
    while done < end {
        let count = arguments.batch.min(end - done);
        let mut programs: Vec<_> = (done..done + count)
            .map(|index| (index, generate::program(arguments.seed, index)))
            .collect();
        if arguments.show {
            for (_, program) in &programs {
                println!("{}\n{}", program.text("tree.rs"), program.tree().unwrap_or_default());
            }
        }
        done += count;
        scratch.clear();
        loop {
            let start = Instant::now();
            let list: Vec<_> = programs.iter().map(|(index, program)| (*index, program)).collect();
            let errors = scratch.compile(&list, false)?;
            println!("compiled {} in {:?}, {} broken", list.len(), start.elapsed(), errors.len());
            if errors.is_empty() {
                break;
            }
            for (index, texts) in &errors {
                println!("=== {index:?}\n{}", texts[0]);
            }
            programs.retain(|(index, _)| !errors.contains_key(&Some(*index)));
        }
        for (index, outcome) in scratch.run()? {
            if !outcome.agrees() {
                println!("{index}: {outcome:#?}");
            }
        }
    }
    Ok(())
}
