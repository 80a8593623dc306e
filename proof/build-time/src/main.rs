//! What `await-me-maybe` costs at build time, beside its peers, measured in the same run.

mod expand;
mod form;
mod measure;
mod scratch;
mod source;
mod stats;
mod subject;
mod table;
mod transformed;

use anyhow::Result;
use clap::{Parser, Subcommand};

use scratch::Scratch;

/// What `await-me-maybe` costs at build time, beside its peers, measured in the same run.
#[derive(Parser)]
struct Command {
    #[command(subcommand)]
    what: What,
    /// How often each is measured, all in turn.
    #[arg(long, global = true, default_value_t = 5)]
    runs: usize,
}

#[derive(Subcommand)]
enum What {
    /// Expansion of 100, 1,000 and 5,000 functions, and how it grows.
    Expand,
    /// How expansion grows with the number of functions.
    Growth,
    /// Expansion in instructions, by valgrind.
    Instructions {
        /// How many functions.
        #[arg(default_value_t = 100)]
        functions: usize,
    },
    /// The transform alone, without rustc.
    Transform {
        /// How many functions.
        #[arg(default_value_t = 1000)]
        functions: usize,
        /// One of them alone: for a profiler.
        #[arg(long)]
        only: Option<String>,
    },
}

fn main() -> Result<()> {
    let Command { what, runs } = Command::parse();
    let scratch = Scratch::new()?;
    match what {
        What::Expand => expand::run(&scratch, runs),
        What::Growth => expand::growth(&scratch, runs),
        What::Instructions { functions } => expand::instructions(&scratch, functions),
        What::Transform { functions, only } => transformed::run(functions, runs, only.as_deref()),
    }
}
