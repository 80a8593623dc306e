//! `survey DIR..`: what `#[maybe_async]` makes of the async code in these folders.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use clap::{Parser, ValueEnum};
use survey::figures::{Crate, Options};
use survey::templates::Templates;
use survey::{fetch, report};

/// What `#[maybe_async]` makes of the async code in folders of Rust source.
#[derive(Parser)]
struct Cli {
    /// A folder for each crate; without any those that `--fetch` has downloaded
    folders: Vec<PathBuf>,
    /// Download the crates of `crates.txt` first
    #[arg(long)]
    fetch: bool,
    /// Where they are downloaded to
    #[arg(long, default_value = "target/survey")]
    into: PathBuf,
    /// Look into folders of tests, benchmarks and examples, too
    #[arg(long)]
    with_tests: bool,
    /// Annotate every module with `join = ..`
    #[arg(long)]
    join: Option<Join>,
    /// How many seconds a file may take
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Print the tables alone, as they stand in `docs/proof.md`
    #[arg(long)]
    markdown: bool,
    /// Print the places that are refused for this reason, a text of `messages.rs`, or for `all`
    #[arg(long, value_name = "REASON")]
    list: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Join {
    Sequential,
    Threads,
}

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    if cli.fetch {
        fetch::fetch(&cli.into)?;
    }
    let mut folders = cli.folders;
    if folders.is_empty() {
        folders = fetch::folders(&cli.into);
        ensure!(
            folders.iter().all(|folder| folder.is_dir()),
            "nothing to survey; give folders, or `--fetch`"
        );
    }
    let options = Options {
        with_tests: cli.with_tests,
        join: cli.join.map(|join| match join {
            Join::Sequential => "sequential".to_owned(),
            Join::Threads => "threads".to_owned(),
        }),
        limit: Duration::from_secs(cli.seconds),
    };
    let templates = Arc::new(Templates::read()?);
    let mut crates = Vec::new();
    for folder in &folders {
        crates.push(Crate::survey(folder, &options, &templates)?);
    }
    if let Some(reason) = &cli.list {
        print!(
            "{}",
            report::list(
                &crates,
                Some(reason.as_str()).filter(|reason| *reason != "all")
            )
        );
        return Ok(ExitCode::SUCCESS);
    }
    print!("{}", report::tables(&crates));
    let faults = report::faults(&crates);
    if !cli.markdown {
        println!("\nnot understood:\n{faults}");
    }
    Ok(if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
