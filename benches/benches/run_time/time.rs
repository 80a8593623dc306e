//! Time, in rounds in which each form has its turn: what slows down the machine slows down all.

use std::hint::black_box;
use std::time::{Duration, Instant};

use await_me_maybe_benches::programs::{Entry, PROGRAMS, Variant};

use crate::table::Figures;

const ROUNDS: usize = 51;
const ROUND: Duration = Duration::from_millis(4);

/// The nanoseconds of one run of each program, in each form: medians.
pub(crate) fn of_all() -> Figures {
    PROGRAMS.iter().map(of_program).collect()
}

fn of_program(program: &Entry) -> Vec<u64> {
    let times = times(program);
    let mut rounds = Variant::ALL.map(|_| Vec::with_capacity(ROUNDS));
    for _ in 0..ROUNDS {
        for (variant, rounds) in Variant::ALL.into_iter().zip(&mut rounds) {
            rounds.push(taken(program, variant, times));
        }
    }
    rounds
        .into_iter()
        .map(|mut rounds| {
            rounds.sort_unstable();
            let median = rounds[ROUNDS / 2] / times;
            u64::try_from(median.as_nanos()).expect("a round takes milliseconds")
        })
        .collect()
}

/// How many runs fill a round.
fn times(program: &Entry) -> u32 {
    let mut times = 1;
    while taken(program, Variant::ByHand, times) < ROUND {
        times *= 2;
    }
    times
}

fn taken(program: &Entry, variant: Variant, times: u32) -> Duration {
    let run = black_box(program.run(variant));
    let start = Instant::now();
    run(u64::from(black_box(times)));
    start.elapsed()
}
