//! How often one run of each form of each program allocates, and how many bytes: a line for each.

use allocation_counter::measure;
use await_me_maybe_benches::programs::{PROGRAMS, Variant};

fn main() {
    for program in &PROGRAMS {
        for variant in Variant::ALL {
            let mut run = program.ready(variant)();
            // What is made once for the thread.
            run(1);
            let made = measure(|| run(1));
            println!("{} {}", made.count_total, made.bytes_total);
        }
    }
}
