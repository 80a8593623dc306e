//! Futures in a `Vec`, which are run later, in turn.
//!
//! What is stored until it is run is in a box in each form: blocking code would store closures.

use std::cell::RefCell;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) enum Event {
    Queued(usize),
    Ran(u32),
}

type Log = RefCell<Vec<Event>>;

#[maybe_async]
mod source {
    use std::future::Future;
    use std::pin::Pin;

    use super::{Event, Log};

    type Job<'a> = Pin<Box<dyn Future<Output = Result<String, u32>> + 'a>>;

    async fn work(number: u32, log: &Log) -> Result<String, u32> {
        log.borrow_mut().push(Event::Ran(number));
        if number == 0 {
            return Err(number);
        }
        Ok(format!("{number} squared is {}", u64::from(number).pow(2)))
    }

    fn queue<'a>(numbers: &'a [u32], log: &'a Log) -> Vec<Job<'a>> {
        let mut jobs: Vec<Job<'a>> = Vec::new();
        for &number in numbers {
            if number % 3 == 0 {
                jobs.push(Box::pin(work(number, log)));
            } else {
                jobs.push(Box::pin(
                    async move { Ok(work(number + 1, log).await? + "!") },
                ));
            }
            log.borrow_mut().push(Event::Queued(jobs.len()));
        }
        jobs
    }

    pub(super) async fn run(numbers: &[u32], log: &Log) -> Result<String, u32> {
        let mut lines = String::new();
        for job in queue(numbers, log) {
            lines.push_str(&job.await?);
        }
        Ok(lines)
    }
}

mod by_hand {
    use super::{Event, Log};

    type Job<'a> = Box<dyn FnOnce() -> Result<String, u32> + 'a>;

    fn work(number: u32, log: &Log) -> Result<String, u32> {
        log.borrow_mut().push(Event::Ran(number));
        if number == 0 {
            return Err(number);
        }
        Ok(format!("{number} squared is {}", u64::from(number).pow(2)))
    }

    fn queue<'a>(numbers: &'a [u32], log: &'a Log) -> Vec<Job<'a>> {
        let mut jobs: Vec<Job<'a>> = Vec::new();
        for &number in numbers {
            if number % 3 == 0 {
                jobs.push(Box::new(move || work(number, log)));
            } else {
                jobs.push(Box::new(move || Ok(work(number + 1, log)? + "!")));
            }
            log.borrow_mut().push(Event::Queued(jobs.len()));
        }
        jobs
    }

    pub(super) fn run(numbers: &[u32], log: &Log) -> Result<String, u32> {
        let mut lines = String::new();
        for job in queue(numbers, log) {
            lines.push_str(&job()?);
        }
        Ok(lines)
    }
}

pub(super) struct Batch;

impl Program for Batch {
    const NAME: &'static str = "futures in a `Vec`";
    type Input = Vec<u32>;
    type Output = (Result<String, u32>, Vec<Event>);

    fn input() -> Self::Input {
        (1..90).chain([4]).collect()
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        (source::blocking::run(input, &log), log.into_inner())
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        (by_hand::run(input, &log), log.into_inner())
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        (source::run(input, &log).await, log.into_inner())
    }
}
