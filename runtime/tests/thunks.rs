//! Thunks do what futures do. Each test runs the same steps over both and compares what they log.

#![cfg(feature = "alloc")]

use std::cell::RefCell;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};

use await_me_maybe::__private::{Deferred, Resolve, Thunk, boxed, ready_value, resolve, run};
use await_me_maybe::blocking::lazy;
use futures::executor::block_on;

type Stored<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
type StoredThunk<'a, T> = Pin<Box<dyn Thunk<Output = T> + 'a>>;

#[derive(Default)]
struct Log(RefCell<Vec<String>>);

impl Log {
    fn push(&self, entry: impl Into<String>) {
        self.0.borrow_mut().push(entry.into());
    }

    fn note<'a>(&'a self, name: &'static str) -> Note<'a> {
        Note(self, name)
    }
}

/// Logs its end.
struct Note<'a>(&'a Log, &'static str);

impl Note<'_> {
    fn mention(&self) {
        self.0.push(format!("use {}", self.1));
    }
}

impl Drop for Note<'_> {
    fn drop(&mut self) {
        self.0.push(format!("drop {}", self.1));
    }
}

/// What both leave behind, which is the same.
#[track_caller]
#[expect(
    clippy::needless_pass_by_value,
    reason = "it is a closure at each call"
)]
fn same(asynchronous: impl AsyncFn(&Log), blocking: impl Fn(&Log)) -> Vec<String> {
    let (expected, found) = (Log::default(), Log::default());
    block_on(asynchronous(&expected));
    blocking(&found);
    let (expected, found) = (expected.0.take(), found.0.take());
    assert_eq!(expected, found);
    found
}

#[test]
fn they_run_when_they_are_awaited() {
    let log = same(
        async |log| {
            let note = log.note("capture");
            let future = async move {
                note.mention();
                1
            };
            log.push("made");
            let local = log.note("local");
            log.push(future.await.to_string());
            local.mention();
        },
        |log| {
            let note = log.note("capture");
            let future = Deferred::new(move || {
                note.mention();
                1
            });
            log.push("made");
            let local = log.note("local");
            log.push(resolve(future).to_string());
            local.mention();
        },
    );
    assert_eq!(
        log,
        [
            "made",
            "use capture",
            "drop capture",
            "1",
            "use local",
            "drop local"
        ]
    );
}

#[test]
#[expect(
    clippy::let_underscore_future,
    clippy::no_effect_underscore_binding,
    reason = "that is what is looked at"
)]
fn they_never_run_if_they_are_not_awaited() {
    let log = same(
        async |log| {
            let first = log.note("first");
            let _future = async move { first.mention() };
            let second = log.note("second");
            drop(async move { second.mention() });
            let third = log.note("third");
            let _ = async move { third.mention() };
            let _last = log.note("last");
        },
        |log| {
            let first = log.note("first");
            let _future = Deferred::new(move || first.mention());
            let second = log.note("second");
            drop(Deferred::new(move || second.mention()));
            let third = log.note("third");
            let _ = Deferred::new(move || third.mention());
            let _last = log.note("last");
        },
    );
    assert_eq!(
        log,
        ["drop second", "drop third", "drop last", "drop first"]
    );
}

#[test]
fn blocks_keep_question_marks_and_captures_inside() {
    let log = same(
        async |log| {
            let note = log.note("capture");
            let number: Result<u8, std::num::ParseIntError> = async move {
                note.mention();
                Ok("x".parse::<u8>()? + 1)
            }
            .await;
            log.push(format!("{}", number.is_err()));
        },
        |log| {
            let note = log.note("capture");
            let number: Result<u8, std::num::ParseIntError> = run(move || {
                note.mention();
                Ok("x".parse::<u8>()? + 1)
            });
            log.push(format!("{}", number.is_err()));
        },
    );
    assert_eq!(log, ["use capture", "drop capture", "true"]);
}

#[test]
fn references_await_what_they_refer_to() {
    let log = same(
        async |log| {
            let mut boxed = Box::pin(async { log.push("boxed") });
            (&mut boxed).await;
        },
        |log| {
            let mut boxed = Box::pin(Deferred::new(|| log.push("boxed")));
            resolve(&mut boxed);
        },
    );
    assert_eq!(log, ["boxed"]);
}

/// The message of the panic.
fn message(work: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(work)).unwrap_err();
    match payload.downcast_ref::<&str>() {
        Some(text) => (*text).to_owned(),
        None => *payload.downcast::<String>().unwrap(),
    }
}

#[test]
fn awaiting_again_panics() {
    let again = |work: &mut dyn FnMut()| {
        work();
        message(work)
    };

    let mut future = Box::pin(async {});
    let text = again(&mut || block_on(&mut future));
    assert!(text.contains("after completion"), "{text}");

    let mut thunk = Deferred::new(|| ());
    assert_eq!(
        again(&mut || resolve(&mut thunk)),
        "awaited after completion"
    );
    let mut pinned = pin!(Deferred::new(|| ()));
    assert_eq!(
        again(&mut || resolve(pinned.as_mut())),
        "awaited after completion"
    );
    let mut pinned = pin!(Deferred::new(|| ()));
    assert_eq!(
        again(&mut || resolve(&mut pinned)),
        "awaited after completion"
    );
    let mut boxed = Box::pin(Deferred::new(|| ()));
    assert_eq!(
        again(&mut || resolve(&mut boxed)),
        "awaited after completion"
    );
    let mut stored: StoredThunk<'_, ()> = Box::pin(Deferred::new(|| ()));
    assert_eq!(
        again(&mut || resolve(&mut stored)),
        "awaited after completion"
    );
    let mut stored: StoredThunk<'_, ()> = Box::pin(Deferred::new(|| ()));
    assert_eq!(
        again(&mut || resolve(stored.as_mut())),
        "awaited after completion"
    );
}

#[test]
fn the_place_of_the_second_await_is_reported() {
    let place = std::sync::Arc::new(std::sync::Mutex::new(None));
    let seen = std::sync::Arc::clone(&place);
    let this_thread = std::thread::current().id();
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == this_thread {
            *seen.lock().unwrap() = info.location().map(|place| place.file().to_owned());
        } else {
            previous(info);
        }
    }));
    message(|| {
        let mut thunk = Deferred::new(|| ());
        resolve(&mut thunk);
        resolve(&mut thunk);
    });
    drop(std::panic::take_hook());
    assert_eq!(place.lock().unwrap().as_deref(), Some(file!()));
}

#[test]
fn one_that_panics_is_complete() {
    let mut thunk = Deferred::new(|| -> u8 { panic!("once") });
    assert_eq!(message(|| _ = resolve(&mut thunk)), "once");
    assert_eq!(
        message(|| _ = resolve(&mut thunk)),
        "awaited after completion"
    );
}

#[test]
fn an_option_gives_it_up() {
    struct Holder<F: Future> {
        future: Option<F>,
        output: Option<F::Output>,
    }
    struct BlockingHolder<F: Resolve> {
        future: Option<F>,
        output: Option<F::Output>,
    }

    let log = same(
        async |log| {
            let note = log.note("capture");
            let mut holder = Holder {
                future: Some(async move {
                    note.mention();
                    "output".to_owned()
                }),
                output: None,
            };
            log.push("held");
            if let Some(future) = holder.future.take() {
                holder.output = Some(future.await);
            }
            log.push(holder.output.take().unwrap());
            log.push(holder.future.is_none().to_string());
        },
        |log| {
            let note = log.note("capture");
            let mut holder = BlockingHolder {
                future: Some(Deferred::new(move || {
                    note.mention();
                    "output".to_owned()
                })),
                output: None,
            };
            log.push("held");
            if let Some(future) = holder.future.take() {
                holder.output = Some(resolve(future));
            }
            log.push(holder.output.take().unwrap());
            log.push(holder.future.is_none().to_string());
        },
    );
    assert_eq!(
        log,
        ["held", "use capture", "drop capture", "output", "true"]
    );
}

#[test]
fn collections_run_those_that_are_awaited_and_drop_the_rest() {
    let names = ["a", "b", "c", "d", "e"];
    let log = same(
        async |log| {
            let mut all: Vec<Stored<'_, usize>> = Vec::new();
            for name in names {
                let note = log.note(name);
                let work = async move {
                    note.mention();
                    name.len()
                };
                let boxed = Box::pin(work);
                all.push(boxed);
            }
            for future in all.drain(1..3) {
                log.push(future.await.to_string());
            }
            let rest = std::mem::take(&mut all);
            log.push(rest.len().to_string());
            let mut map: HashMap<usize, Stored<'_, usize>> = rest.into_iter().enumerate().collect();
            if let Some(future) = map.get_mut(&1) {
                log.push(future.as_mut().await.to_string());
            }
            drop(map.remove(&0));
            map.clear();
            log.push("end");
        },
        |log| {
            let mut all: Vec<StoredThunk<'_, usize>> = Vec::new();
            for name in names {
                let note = log.note(name);
                let work = Deferred::new(move || {
                    note.mention();
                    name.len()
                });
                let boxed = Box::pin(work);
                all.push(boxed);
            }
            for future in all.drain(1..3) {
                log.push(resolve(future).to_string());
            }
            let rest = std::mem::take(&mut all);
            log.push(rest.len().to_string());
            let mut map: HashMap<usize, StoredThunk<'_, usize>> =
                rest.into_iter().enumerate().collect();
            if let Some(future) = map.get_mut(&1) {
                log.push(resolve(future.as_mut()).to_string());
            }
            drop(map.remove(&0));
            map.clear();
            log.push("end");
        },
    );
    assert_eq!(
        log,
        [
            "use b", "drop b", "1", "use c", "drop c", "1", "3", "use d", "drop d", "1", "drop a",
            "drop e", "end"
        ]
    );
}

#[test]
fn a_table_of_handlers_gives_one_for_each_call() {
    type Handler = Box<dyn Fn(u8) -> Stored<'static, u8>>;
    type BlockingHandler = Box<dyn Fn(u8) -> StoredThunk<'static, u8>>;

    let handlers: [Handler; 2] = [
        Box::new(|number| Box::pin(async move { number + 1 })),
        Box::new(|number| Box::pin(async move { number * 2 })),
    ];
    let blocking: [BlockingHandler; 2] = [
        Box::new(|number| Box::pin(lazy(move || number + 1))),
        Box::new(|number| Box::pin(lazy(move || number * 2))),
    ];
    for (handler, blocking) in handlers.iter().zip(&blocking) {
        assert_eq!(block_on(handler(5)), resolve(blocking(5)));
    }
}

#[test]
fn every_set_of_auto_traits_and_every_pointer_can_be_awaited() {
    macro_rules! each {
        ($([$($auto:ident)*])*) => {$({
            type Boxed<'a> = Pin<Box<dyn Thunk<Output = u8> $(+ $auto)* + 'a>>;
            let number = 1_u8;
            let mut boxed: Boxed<'_> = Box::pin(lazy(|| number));
            assert_eq!(resolve(&mut boxed), 1);
            let mut boxed: Boxed<'_> = Box::pin(lazy(|| number));
            assert_eq!(resolve(boxed.as_mut()), 1);
            let mut boxed: Boxed<'_> = Box::pin(lazy(|| number));
            let mut pinned = boxed.as_mut();
            assert_eq!(resolve(&mut pinned), 1);
            let boxed: Boxed<'_> = Box::pin(lazy(|| number));
            assert_eq!(resolve(boxed), 1);
        })*};
    }
    macro_rules! each_unpin {
        ($([$($auto:ident)*])*) => {$({
            type Boxed<'a> = Box<dyn Thunk<Output = u8> $(+ $auto)* + 'a>;
            let number = 1_u8;
            let mut boxed: Boxed<'_> = Box::new(lazy(|| number));
            assert_eq!(resolve(&mut boxed), 1);
            let mut boxed: Boxed<'_> = Box::new(lazy(|| number));
            assert_eq!(resolve(&mut *boxed), 1);
            let boxed: Boxed<'_> = Box::new(lazy(|| number));
            assert_eq!(resolve(boxed), 1);
        })*};
    }

    each!([] [Send] [Sync] [Send Sync] [Unpin] [Send Unpin] [Sync Unpin] [Send Sync Unpin]);
    each_unpin!([Unpin] [Send Unpin] [Sync Unpin] [Send Sync Unpin]);

    assert_eq!(resolve(Box::new(lazy(|| 1))), 1);
    let mut boxed = Box::new(lazy(|| 1));
    assert_eq!(resolve(&mut boxed), 1);
    let boxed: StoredThunk<'_, u8> = Box::pin(lazy(|| 1));
    let twice: StoredThunk<'_, u8> = Box::pin(boxed);
    assert_eq!(resolve(twice), 1);
    let mut thunk = lazy(|| 1);
    let mut by_reference: StoredThunk<'_, u8> = Box::pin(&mut thunk);
    assert_eq!(resolve(&mut by_reference), 1);
    let boxed: StoredThunk<'_, u8> = Box::pin(Box::new(lazy(|| 1)));
    assert_eq!(resolve(boxed), 1);
}

#[test]
fn branches_of_boxed_ones_have_one_type() {
    for first in [true, false] {
        let log = same(
            async |log| {
                let note = log.note("capture");
                let future: Stored<'_, usize> = if first {
                    Box::pin(async move {
                        note.mention();
                        1
                    })
                } else {
                    Box::pin(async { 2 })
                };
                log.push("made");
                log.push(future.await.to_string());
            },
            |log| {
                let note = log.note("capture");
                let future = if first {
                    boxed(move || {
                        note.mention();
                        1
                    })
                } else {
                    boxed(lazy(|| 2))
                };
                log.push("made");
                log.push(resolve(future).to_string());
            },
        );
        assert_eq!(log.contains(&"use capture".to_owned()), first);
    }
}

#[test]
fn they_cross_threads() {
    let stored: Vec<Pin<Box<dyn Thunk<Output = usize> + Send>>> =
        vec![Box::pin(lazy(|| 1)), Box::pin(lazy(|| 2))];
    let sum = std::thread::spawn(|| stored.into_iter().map(resolve).sum::<usize>());
    assert_eq!(sum.join().unwrap(), 3);
}

#[test]
fn whatever_is_awaited_has_an_output() {
    fn output<F: Resolve>(future: F) -> F::Output {
        resolve(future)
    }
    fn stored<'a, F: Resolve<Output = u8> + 'a>(future: F) -> StoredThunk<'a, u8> {
        Box::pin(Deferred::new(future))
    }

    assert_eq!(output(|| 1), 1);
    assert_eq!(output(lazy(|| "text")), "text");
    assert_eq!(output(stored(|| 2)), 2);
    assert_eq!(output(stored(stored(lazy(|| 3)))), 3);
    let callback: Box<dyn FnOnce() -> u8> = Box::new(|| 4);
    assert_eq!(output(callback), 4);
}

#[test]
fn ready_values_need_no_await() {
    assert_eq!(ready_value(std::future::ready(1)), 1);
    let later: Vec<u8> = ready_value(std::future::ready([1, 2].into_iter().collect()));
    assert_eq!(later, [1, 2]);
}
