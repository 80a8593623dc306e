//! One form of one program and nothing else, by the variables `PROGRAM` and `VARIANT` of its build:
//! what it is larger by than without them is the size of that form.

use std::hint::black_box;

use await_me_maybe_benches::programs::{PROGRAMS, Run, Variant};

const CHOSEN: Option<fn() -> Run> = match (option_env!("PROGRAM"), option_env!("VARIANT")) {
    (Some(program), Some(variant)) => {
        Some(PROGRAMS[number(program)].ready(Variant::ALL[number(variant)]))
    }
    _ => None,
};

const fn number(text: &str) -> usize {
    match usize::from_str_radix(text, 10) {
        Ok(number) => number,
        Err(_) => panic!("not a number"),
    }
}

fn main() {
    // What any program has is in the one without a program, too.
    let text = format!("{:?}", black_box(Vec::from([black_box(1_u64)])));
    let times = text.len() as u64;
    if let Some(ready) = CHOSEN {
        ready()(black_box(times));
    }
}
