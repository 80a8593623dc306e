//! `stream!`, beside an iterator whose state is a struct.

use std::cell::RefCell;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) enum Event {
    Loaded(usize),
    Row(u32),
    End,
}

type Log = RefCell<Vec<Event>>;

#[maybe_async]
mod source {
    use async_stream::stream;
    use futures::{Stream, StreamExt as _};

    use super::{Event, Log};

    async fn load<'a>(pages: &'a [Vec<u32>], number: usize, log: &Log) -> Option<&'a [u32]> {
        log.borrow_mut().push(Event::Loaded(number));
        pages.get(number).map(Vec::as_slice)
    }

    fn rows<'a>(pages: &'a [Vec<u32>], log: &'a Log) -> impl Stream<Item = u32> + 'a {
        stream! {
            let mut number = 0;
            while let Some(page) = load(pages, number, log).await {
                for &row in page {
                    log.borrow_mut().push(Event::Row(row));
                    yield row;
                }
                number += 1;
            }
            log.borrow_mut().push(Event::End);
        }
    }

    pub(super) async fn sum(pages: &[Vec<u32>], log: &Log) -> u64 {
        let mut rows = std::pin::pin!(rows(pages, log));
        let mut sum = 0;
        while let Some(row) = rows.next().await {
            sum = sum * 3 % 1009 + u64::from(row);
        }
        sum
    }
}

mod by_hand {
    use super::{Event, Log};

    fn load<'a>(pages: &'a [Vec<u32>], number: usize, log: &Log) -> Option<&'a [u32]> {
        log.borrow_mut().push(Event::Loaded(number));
        pages.get(number).map(Vec::as_slice)
    }

    struct Rows<'a> {
        pages: &'a [Vec<u32>],
        log: &'a Log,
        number: usize,
        page: std::slice::Iter<'a, u32>,
        ended: bool,
    }

    impl Iterator for Rows<'_> {
        type Item = u32;

        fn next(&mut self) -> Option<u32> {
            while !self.ended {
                if let Some(&row) = self.page.next() {
                    self.log.borrow_mut().push(Event::Row(row));
                    return Some(row);
                }
                if let Some(page) = load(self.pages, self.number, self.log) {
                    self.page = page.iter();
                } else {
                    self.log.borrow_mut().push(Event::End);
                    self.ended = true;
                }
                self.number += 1;
            }
            None
        }
    }

    pub(super) fn sum(pages: &[Vec<u32>], log: &Log) -> u64 {
        let rows = Rows {
            pages,
            log,
            number: 0,
            page: [].iter(),
            ended: false,
        };
        let mut sum = 0;
        for row in rows {
            sum = sum * 3 % 1009 + u64::from(row);
        }
        sum
    }
}

pub(super) struct Generator;

impl Program for Generator {
    const NAME: &'static str = "generator";
    const APART: Option<&'static str> = Some(
        "stable Rust leaves a function and comes back to it only by polling an async block, and the \
         items cross a lock, so that the iterator can be sent to another thread",
    );
    type Input = Vec<Vec<u32>>;
    type Output = (u64, Vec<Event>);

    fn input() -> Self::Input {
        (0..20).map(|page| (page..2 * page).collect()).collect()
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        (source::blocking::sum(input, &log), log.into_inner())
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        (by_hand::sum(input, &log), log.into_inner())
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        (source::sum(input, &log).await, log.into_inner())
    }
}
