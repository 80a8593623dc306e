//! Drives a rust-analyzer over annotated code, as an editor does, and asserts what it shows.

mod checks;
mod files;
mod find;
mod fixture;
mod place;
mod server;
mod session;
mod settings;
mod table;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Parser;

use crate::files::Files;
use crate::fixture::Fixture;
use crate::session::{Session, Setup};
use crate::table::Table;

/// The examples of the workspace, in the suffix, the tree and the module form.
const EXAMPLES: [&str; 3] = ["explore", "kv", "sensor"];

#[derive(Parser)]
#[command(about = "Asserts what rust-analyzer shows of annotated code")]
struct Options {
    /// The language server; without it `$RUST_ANALYZER`, `rust-analyzer`, or the one that
    /// `.ci/rust-analyzer` has fetched.
    #[arg(long)]
    server: Option<PathBuf>,
    /// Leave the workspace's examples out.
    #[arg(long)]
    without_examples: bool,
}

fn main() -> Result<ExitCode> {
    let options = Options::parse();
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let workspace = workspace.canonicalize()?;
    let target = match env::var_os("CARGO_TARGET_DIR") {
        Some(target) => env::current_dir()?.join(target),
        None => workspace.join("target"),
    };
    let server = find::server(options.server, &workspace)?;
    let library = find::sources(&workspace)?;
    println!("{} at {}", find::version(&server)?, server.display());

    let mut table = Table::new();
    let fixture = Fixture::copy(&workspace, &target)?;
    let setup = Setup {
        program: &server,
        folder: &fixture.folder,
        settings: settings::of_fixture(fixture.target(), &library),
    };
    table.head("The fixture");
    let mut session = Session::open(&setup, fixture.files()?).context("opening the fixture")?;
    checks::of_fixture(&mut session, &fixture, &mut table);
    drop(session);

    if !options.without_examples {
        let setup = Setup {
            program: &server,
            folder: &workspace,
            settings: settings::of_examples(&target.join("editor/examples"), &library, &EXAMPLES),
        };
        table.head("The examples of the workspace");
        let folders = EXAMPLES.map(|name| workspace.join("examples").join(name));
        let mut session =
            Session::open(&setup, Files::read(&folders)?).context("opening the examples")?;
        checks::of_examples(&mut session, &workspace, &EXAMPLES, &mut table);
    }
    Ok(if table.finish() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
