//! All forms of a program give the same value and the same effects, and its twin allocates no more
//! than what is written by hand.

use std::process::Command;

use await_me_maybe_benches::programs::{PROGRAMS, Variant};

#[test]
fn values_and_effects() {
    for program in &PROGRAMS {
        let outcomes = Variant::ALL.map(|variant| program.outcome(variant));
        for outcome in &outcomes {
            assert_eq!(*outcome, outcomes[0], "{}", program.name);
        }
    }
}

#[test]
fn allocations() {
    let output = Command::new(env!("CARGO_BIN_EXE_allocations"))
        .output()
        .expect("it has been built");
    let lines = String::from_utf8(output.stdout).expect("numbers");
    let figures: Vec<(u64, u64)> = lines
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(count, bytes)| Some((count.parse().ok()?, bytes.parse().ok()?)))
        .collect();
    assert_eq!(figures.len(), PROGRAMS.len() * Variant::ALL.len());
    for (program, figures) in PROGRAMS.iter().zip(figures.chunks(Variant::ALL.len())) {
        let [twin, by_hand] = [Variant::Twin, Variant::ByHand].map(|form| figures[form as usize]);
        assert!(
            program.apart.is_some() || (twin.0 <= by_hand.0 && twin.1 <= by_hand.1),
            "{}: {twin:?} instead of {by_hand:?}",
            program.name
        );
    }
}
