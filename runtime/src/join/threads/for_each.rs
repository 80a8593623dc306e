//! A callback for each item, up to a limit at a time, on scoped threads.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, scope};

/// The callback may borrow; it is shared by all threads. No limit is a thread for each item.
///
/// A panic goes on when all have ended, and nothing is pulled behind it.
pub fn for_each_concurrent<S, F>(stream: S, limit: impl Into<Option<usize>>, f: F)
where
    S: Iterator<Item: Send>,
    F: Fn(S::Item) + Sync,
{
    let items = stream.map(Ok::<_, core::convert::Infallible>);
    let Ok(()) = try_for_each_concurrent(items, limit, |item| {
        f(item);
        Ok(())
    });
}

/// The first error to come; nothing is pulled behind it, and what runs goes on to its end.
pub fn try_for_each_concurrent<S, F, T, E>(
    mut stream: S,
    limit: impl Into<Option<usize>>,
    f: F,
) -> Result<(), E>
where
    S: Iterator<Item = Result<T, E>>,
    F: Fn(T) -> Result<(), E> + Sync,
    T: Send,
    E: Send,
{
    // Zero is no limit, as in `futures`.
    let limit = limit.into().filter(|limit| *limit > 0);
    scope(|scope| {
        let (report, done) = channel();
        let mut running = 0;
        loop {
            if Some(running) == limit {
                wait(&done)?;
                running -= 1;
            }
            while let Ok(result) = done.try_recv() {
                passed_on(result)?;
                running -= 1;
            }
            let Some(item) = stream.next() else {
                break;
            };
            let (item, f, report) = (item?, &f, report.clone());
            scope.spawn(move || {
                let result = catch_unwind(AssertUnwindSafe(|| f(item)));
                // After an error nobody is there to hear another one.
                let _ = report.send(result);
            });
            running += 1;
        }
        for _ in 0..running {
            wait(&done)?;
        }
        Ok(())
    })
}

fn wait<E>(done: &Receiver<thread::Result<Result<(), E>>>) -> Result<(), E> {
    // A sender is kept by the caller, so there is a result to come.
    done.recv().map_or(Ok(()), passed_on)
}

fn passed_on<E>(result: thread::Result<Result<(), E>>) -> Result<(), E> {
    result.unwrap_or_else(|payload| resume_unwind(payload))
}
