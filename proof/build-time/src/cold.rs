//! A cold build of all that a crate brings along.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::measure::{self, Cost, Runs};
use crate::scratch::{self, PEERS, Scratch};
use crate::table::Table;

/// Our own dependency alone, with the features that we need.
const SYN: &str = "syn = { version = \"3\", default-features = false, features = \
    [\"clone-impls\", \"full\", \"parsing\", \"printing\", \"proc-macro\", \"visit-mut\"] }\n";
/// What the goal is set by.
const PEER: &str = "async-trait";

/// Of all dependencies, or of those that are named.
///
/// # Errors
///
/// If anything cannot be built.
pub(crate) fn run(scratch: &Scratch, only: &[String], runs: usize) -> Result<()> {
    let mut subjects = vec![("ours", scratch::ours()?), ("syn 3 alone", SYN.to_owned())];
    for (name, version) in PEERS {
        subjects.push((name, format!("{name} = \"={version}\"\n")));
    }
    if !only.is_empty() {
        subjects.retain(|(name, _)| only.iter().any(|only| only == name));
    }
    let mut packages = Vec::new();
    for (name, dependency) in &subjects {
        let package = format!("cold-{}", name.replace(' ', "-"));
        let files = vec![("lib.rs", String::new())];
        packages.push(scratch.package(&package, dependency, &files)?);
    }
    for action in ["check", "build"] {
        let mut costs = vec![Runs::default(); packages.len()];
        for _ in 0..runs {
            for (folder, costs) in packages.iter().zip(&mut costs) {
                let target = folder.join("target");
                if target.exists() {
                    fs::remove_dir_all(&target)?;
                }
                let mut command = scratch::cargo(folder, &target, &[action, "--offline", "-j2"]);
                costs.push(measure::cost(like_a_registry(&mut command))?);
            }
        }
        print(action, &subjects, &costs);
    }
    Ok(())
}

/// Crates of a registry are neither built incrementally nor linted, ours in its folder would be.
fn like_a_registry(command: &mut Command) -> &mut Command {
    command
        .env("CARGO_INCREMENTAL", "0")
        .env("RUSTFLAGS", "--cap-lints=allow")
}

fn print(action: &str, subjects: &[(&str, String)], costs: &[Runs]) {
    let title = format!("cold cargo {action}, seconds");
    let columns = ["cpu, median", "cpu, minimum", "wall, median"];
    let mut table = Table::new(&title, &columns, PEER);
    let cpu = |cost: &Cost| cost.cpu;
    let peer = subjects.iter().position(|(name, _)| *name == PEER);
    for ((name, _), runs) in subjects.iter().zip(costs) {
        let values = [
            runs.median(cpu),
            runs.minimum(cpu),
            runs.median(|cost| cost.wall),
        ];
        let ratio = peer.map(|peer| values[0] / costs[peer].median(cpu));
        table.row(name, &values, ratio);
    }
    table.print();
}
