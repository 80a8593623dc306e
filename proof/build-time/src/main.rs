//! What `await-me-maybe` costs at build time, beside its peers, measured in the same run.

#![allow(clippy::format_push_string)] // `write!` into a `String` gives errors that cannot be.

mod cold;
mod expand;
mod form;
mod measure;
mod scratch;
mod source;
mod stats;
mod subject;
mod table;
mod transformed;
mod whole;

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
    /// All but `instructions`, `transform` and `command`.
    All,
    /// Cold builds of the dependencies of a crate that has nothing else.
    Cold {
        /// These dependencies alone.
        #[arg(long)]
        only: Vec<String>,
    },
    /// Expansion of 100, 1,000 and 5,000 functions, and how it grows.
    Expand,
    /// The share of the macro in `cargo check` and `cargo build` of a crate.
    Share {
        /// How many functions.
        #[arg(default_value_t = whole::FUNCTIONS)]
        functions: usize,
    },
    /// `cargo check` after touching one body of many.
    Incremental {
        /// How many functions.
        #[arg(default_value_t = whole::FUNCTIONS)]
        functions: usize,
    },
    /// Writes a crate of the named subject and prints the command that expands it: for a profiler.
    Command {
        /// A row of the tables.
        subject: String,
        /// How many functions.
        #[arg(default_value_t = 100)]
        functions: usize,
    },
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
        What::All => {
            cold::run(&scratch, &[], runs)?;
            expand::run(&scratch, runs)?;
            whole::share(&scratch, whole::FUNCTIONS, runs)?;
            whole::incremental(&scratch, whole::FUNCTIONS, runs)
        }
        What::Cold { only } => cold::run(&scratch, &only, runs),
        What::Share { functions } => whole::share(&scratch, functions, runs),
        What::Incremental { functions } => whole::incremental(&scratch, functions, runs),
        What::Command { subject, functions } => expand::command(&scratch, &subject, functions),
        What::Expand => expand::run(&scratch, runs),
        What::Growth => expand::growth(&scratch, runs),
        What::Instructions { functions } => expand::instructions(&scratch, functions),
        What::Transform { functions, only } => transformed::run(functions, runs, only.as_deref()),
    }
}
