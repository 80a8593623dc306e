//! `one PROGRAM VARIANT TIMES`: runs one form of one program, both by their numbers.

use await_me_maybe_benches::programs::{PROGRAMS, Variant};

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|number| number.parse().ok())
        .collect();
    let &[program, variant, times] = numbers.as_slice() else {
        eprintln!("three numbers: which program, which variant, how many times");
        std::process::exit(2);
    };
    PROGRAMS[program].ready(Variant::ALL[variant])()(times as u64);
}
