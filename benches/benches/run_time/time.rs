//! Time, in short rounds in which each form has its turn: what slows down the machine slows down
//! all, and a round that is interrupted is not the median.

use std::time::{Duration, Instant};

use await_me_maybe_benches::programs::{Entry, PROGRAMS, Run, Variant};

use crate::table::Figures;

const ROUNDS: usize = 1001;
const ROUND: Duration = Duration::from_micros(200);

/// The nanoseconds of one run of each program, in each form: medians.
pub(crate) fn of_all() -> Figures {
    PROGRAMS.iter().map(of_program).collect()
}

fn of_program(program: &Entry) -> Vec<u64> {
    let mut runs = Variant::ALL.map(|variant| program.ready(variant)());
    let mut rounds = Variant::ALL.map(|_| Vec::with_capacity(ROUNDS));
    let times = times(&mut runs[Variant::ByHand as usize]);
    for _ in 0..ROUNDS {
        for (run, rounds) in runs.iter_mut().zip(&mut rounds) {
            rounds.push(taken(run, times));
        }
    }
    rounds
        .into_iter()
        .map(|mut rounds| {
            rounds.sort_unstable();
            let median = rounds[ROUNDS / 2] / times;
            u64::try_from(median.as_nanos()).expect("a round takes microseconds")
        })
        .collect()
}

/// How many runs fill a round.
fn times(run: &mut Run) -> u32 {
    let mut times = 1;
    while taken(run, times) < ROUND {
        times *= 2;
    }
    times
}

fn taken(run: &mut Run, times: u32) -> Duration {
    let start = Instant::now();
    run(u64::from(times));
    start.elapsed()
}
