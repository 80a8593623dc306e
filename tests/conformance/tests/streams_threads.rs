//! Streams of work on threads: what cannot be compared by order is asserted here.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier, Mutex};
use std::time::Duration;
use std::{iter, thread};

use await_me_maybe::__private::threads::{self, FuturesOrdered, FuturesUnordered};
use await_me_maybe::blocking::lazy;

/// How many run at the same time, and how many did at most.
#[derive(Default)]
struct Running {
    now: AtomicUsize,
    most: AtomicUsize,
    ended: AtomicUsize,
}

impl Running {
    fn work(&self) {
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(20));
        self.now.fetch_sub(1, Ordering::SeqCst);
        self.ended.fetch_add(1, Ordering::SeqCst);
    }

    fn most(&self) -> usize {
        self.most.load(Ordering::SeqCst)
    }

    fn ended(&self) -> usize {
        self.ended.load(Ordering::SeqCst)
    }
}

fn panic_of(run: impl FnOnce()) -> &'static str {
    let payload = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    payload.downcast_ref::<&str>().copied().unwrap()
}

/// Each waits for the other, so neither can run first.
#[test]
fn buffered_work_runs_at_the_same_time_and_ends_in_order() {
    let barrier = Arc::new(Barrier::new(2));
    let work = (0..6).map(|n| {
        let barrier = Arc::clone(&barrier);
        move || {
            barrier.wait();
            thread::sleep(Duration::from_millis(if n % 2 == 0 { 20 } else { 0 }));
            n
        }
    });
    let results: Vec<i32> = threads::buffered(work, 2).collect();
    assert_eq!(results, [0, 1, 2, 3, 4, 5]);
}

/// The first one waits for the second one's result to be out.
#[test]
fn unordered_work_comes_as_it_ends() {
    let (go, wait) = channel();
    let wait = Mutex::new(Some(wait));
    let work = (0..3).map(|n| {
        let wait = if n == 0 {
            wait.lock().unwrap().take()
        } else {
            None
        };
        move || {
            if let Some(wait) = wait {
                wait.recv().unwrap();
            }
            n
        }
    });
    let mut results = threads::buffer_unordered(work, 2);
    assert_eq!(results.next(), Some(1));
    assert_eq!(results.next(), Some(2));
    go.send(()).unwrap();
    assert_eq!(results.next(), Some(0));
    assert_eq!(results.next(), None);
}

#[test]
fn no_more_than_asked_for() {
    for unordered in [false, true] {
        let running = Arc::new(Running::default());
        let made = Arc::new(AtomicUsize::new(0));
        let work = (0..9).map(|n| {
            made.fetch_add(1, Ordering::SeqCst);
            let running = Arc::clone(&running);
            move || {
                running.work();
                n
            }
        });
        let mut results: Box<dyn Iterator<Item = i32>> = if unordered {
            Box::new(threads::buffer_unordered(work, 3))
        } else {
            Box::new(threads::buffered(work, 3))
        };
        assert_eq!(
            made.load(Ordering::SeqCst),
            0,
            "nothing is pulled before it is asked for"
        );
        assert!(results.next().is_some());
        assert_eq!(made.load(Ordering::SeqCst), 3);
        assert_eq!(results.count(), 8);
        assert!(running.most() <= 3, "{}", running.most());
    }
}

#[test]
fn dropped_it_waits_for_what_runs_and_starts_nothing() {
    let running = Arc::new(Running::default());
    let work = iter::repeat_with(|| {
        let running = Arc::clone(&running);
        move || running.work()
    });
    let mut results = threads::buffered(work, 2);
    assert_eq!(results.next(), Some(()));
    drop(results);
    assert_eq!(running.ended(), 2);
}

#[test]
fn panics_go_on_in_the_caller() {
    let ended = Arc::new(AtomicUsize::new(0));
    let work = (0..4).map(|n| {
        let ended = Arc::clone(&ended);
        move || {
            assert!(n != 1, "one");
            thread::sleep(Duration::from_millis(20));
            ended.fetch_add(1, Ordering::SeqCst);
        }
    });
    assert_eq!(
        panic_of(|| threads::buffered(work, 4).for_each(drop)),
        "one"
    );
    assert_eq!(ended.load(Ordering::SeqCst), 3, "the others have ended");
    assert_eq!(
        panic_of(|| threads::for_each_concurrent(0..3, 3, |n| assert!(n != 2, "two"))),
        "two"
    );
}

#[test]
fn errors_of_the_stream_and_of_the_work() {
    let items = || {
        let work = |n: u8| move || if n == 1 { Err("work") } else { Ok(n) };
        [
            Ok(work(0)),
            Ok(work(1)),
            Ok(work(2)),
            Err("stream"),
            Ok(work(3)),
        ]
        .into_iter()
    };
    let ordered: Vec<_> = threads::try_buffered(items(), 1).collect();
    assert_eq!(ordered, [Ok(0), Err("work"), Ok(2), Err("stream"), Ok(3)]);
    let mut unordered: Vec<_> = threads::try_buffer_unordered(items(), 9).collect();
    assert_eq!(
        unordered.remove(0),
        Err("stream"),
        "at once, as it is pulled"
    );
    unordered.sort_unstable();
    assert_eq!(unordered, [Ok(0), Ok(2), Ok(3), Err("work")]);
}

/// Borrows, runs at the same time, and keeps to its limit.
#[test]
fn callbacks_on_scoped_threads() {
    for (limit, expected) in [(Some(2), 2), (None, 6), (Some(0), 6)] {
        let running = Running::default();
        let seen = Mutex::new(Vec::new());
        let together = Barrier::new(expected);
        threads::for_each_concurrent(0..6, limit, |n| {
            together.wait();
            running.work();
            seen.lock().unwrap().push(n);
        });
        assert!(running.most() <= expected, "{}", running.most());
        let mut seen = seen.into_inner().unwrap();
        seen.sort_unstable();
        assert_eq!(seen, [0, 1, 2, 3, 4, 5]);
    }
}

#[test]
fn the_first_error_ends_the_pulling() {
    let pulled = AtomicUsize::new(0);
    let ended = AtomicUsize::new(0);
    let items = (0..).map(|n| {
        pulled.fetch_add(1, Ordering::SeqCst);
        Ok(n)
    });
    let result = threads::try_for_each_concurrent(items, 2, |n| {
        if n == 3 {
            return Err("three");
        }
        thread::sleep(Duration::from_millis(10));
        ended.fetch_add(1, Ordering::SeqCst);
        Ok(())
    });
    assert_eq!(result, Err("three"));
    let pulled = pulled.load(Ordering::SeqCst);
    assert!((4..8).contains(&pulled), "{pulled}");
    assert_eq!(
        ended.load(Ordering::SeqCst),
        pulled - 1,
        "what was started has ended"
    );
    let items = [Ok(1), Err("stream"), Ok(2)].into_iter();
    let result = threads::try_for_each_concurrent(items, None, |_| Ok(()));
    assert_eq!(result, Err("stream"));
    assert_eq!(
        threads::try_for_each_concurrent([Ok::<_, ()>(1)].into_iter(), 1, |_| Ok(())),
        Ok(())
    );
}

#[test]
fn sets_run_together() {
    let barrier = Arc::new(Barrier::new(3));
    let piece = |n: u64| {
        let barrier = Arc::clone(&barrier);
        lazy(move || {
            barrier.wait();
            thread::sleep(Duration::from_millis(100 * n));
            n
        })
    };
    let mut unordered = FuturesUnordered::new();
    unordered.push(piece(2));
    unordered.extend([piece(0), piece(1)]);
    assert_eq!(unordered.len(), 3);
    assert_eq!(unordered.by_ref().collect::<Vec<_>>(), [0, 1, 2]);
    assert!(unordered.is_empty());
    let ordered: FuturesOrdered<_> = [piece(2), piece(0), piece(1)].into_iter().collect();
    assert_eq!(ordered.collect::<Vec<_>>(), [2, 0, 1]);
}
