//! What the programs call, and how they are run.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::io::Write as _;

pub use await_me_maybe_tests::{Guard, give, give_blocking, log, pause, pause_blocking, take_log};

/// The functions that are written by hand in both forms, under one name.
pub mod same_names {
    pub use super::{Guard, beside, log, note, with};
    pub use await_me_maybe_tests::{give_blocking as give, pause_blocking as pause};
}

/// Runs the async half.
pub fn shown(future: std::pin::Pin<Box<dyn Future<Output = String>>>) -> String {
    futures::executor::block_on(future)
}

/// Logs a value.
pub fn note<T: std::fmt::Debug>(tag: &str, value: T) -> T {
    log(format!("{tag} = {value:?}"));
    value
}

/// A value, behind a reference to a guard.
pub fn beside<T>(_: &Guard, value: T) -> T {
    value
}

/// A value, whose guard is dropped here.
pub fn with<T>(guard: Guard, value: T) -> T {
    log(format!("with {}", guard.name()));
    value
}

/// What a half gives or panics with, and its log.
#[derive(PartialEq, serde::Serialize)]
pub struct Half {
    value: Result<String, String>,
    log: Vec<String>,
}

fn half(run: fn() -> String) -> Half {
    drop(take_log());
    let value = catch_unwind(AssertUnwindSafe(run)).map_err(|payload| {
        let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
    });
    Half { value, log: take_log() }
}

/// A program and its halves.
pub type Entry = (u64, fn() -> String, fn() -> String);

/// Runs programs, and prints a line for each: `index`, or both halves if they differ.
pub fn run(entries: &[Entry], show: bool) {
    std::panic::set_hook(Box::new(|_| {}));
    let mut out = std::io::stdout().lock();
    for (index, asynchronous, blocking) in entries {
        let (asynchronous, blocking) = (half(*asynchronous), half(*blocking));
        let equal = asynchronous == blocking;
        let line = if equal && !show {
            serde_json::json!({ "index": index, "effects": asynchronous.log.len(), "panics": asynchronous.value.is_err() })
        } else {
            serde_json::json!({ "index": index, "effects": asynchronous.log.len(), "panics": asynchronous.value.is_err(), "equal": equal, "asynchronous": asynchronous, "blocking": blocking })
        };
        writeln!(out, "{line}").and_then(|()| out.flush()).expect("somebody reads this");
    }
}
