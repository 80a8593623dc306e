//! What twins cost beside blocking code written by hand, and beside the async half under an
//! executor: instructions, allocations, size and time, as tables of Markdown.

mod allocations;
mod instructions;
mod size;
mod table;
mod time;

use await_me_maybe_benches::programs::Variant;

fn main() -> anyhow::Result<()> {
    // `cargo test --all-targets` runs it without.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("measured by `cargo bench -p await-me-maybe-benches --bench run_time`");
        return Ok(());
    }
    let instructions = instructions::of_all()?;
    table::numbers("Instructions of one run", &instructions, &Variant::ALL);
    let allocations = allocations::of_all()?;
    let [counts, bytes] = allocations;
    table::numbers("Allocations of one run", &counts, &Variant::ALL);
    table::numbers("Allocated bytes of one run", &bytes, &Variant::ALL);
    let sizes = size::of_all()?;
    table::numbers("Bytes of machine code", &sizes, &size::VARIANTS);
    table::numbers(
        "Nanoseconds of one run, medians",
        &time::of_all(),
        &Variant::ALL,
    );
    table::apart();
    table::verdict(&instructions, &counts)
}
