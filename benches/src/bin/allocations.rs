//! How often one run of each form of each program allocates, and how many bytes: a line for each.

use allocation_counter::{AllocationInfo, measure};
use await_me_maybe_benches::programs::{PROGRAMS, Variant};

/// What is made once, such as the input, is in both measurements.
fn of_one_run(run: fn(u64)) -> (u64, u64) {
    const TIMES: u64 = 8;
    let once: AllocationInfo = measure(|| run(TIMES));
    let twice = measure(|| run(2 * TIMES));
    (
        (twice.count_total - once.count_total) / TIMES,
        (twice.bytes_total - once.bytes_total) / TIMES,
    )
}

fn main() {
    for program in &PROGRAMS {
        for variant in Variant::ALL {
            let (count, bytes) = of_one_run(program.run(variant));
            println!("{count} {bytes}");
        }
    }
}
