//! `Maybe` and `LocalMaybe`: the form that is stored.

#![cfg(feature = "alloc")]

use std::cell::Cell;
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};

use await_me_maybe::__private::resolve;
use await_me_maybe::{
    LocalMaybe, LocalMaybeFuture, Maybe, MaybeFuture, await_me_maybe, await_me_maybe_blocking,
};
use futures::executor::block_on;

/// Pending once.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

fn registry(text: &str) -> HashMap<&'static str, Maybe<'_, usize>> {
    HashMap::from([
        ("value", Maybe::value(1)),
        ("from", 2.into()),
        ("call", Maybe::call(|| text.len())),
        (
            "future",
            Maybe::future(async {
                Yield(false).await;
                text.len() + 1
            }),
        ),
        ("into_future", Maybe::future(Maybe::value(5))),
    ])
}

#[test]
fn a_registry_is_resolved_in_async_code() {
    let text = String::from("abc");
    let mut registry = registry(&text);
    let mut next = |name| block_on(registry.remove(name).unwrap().into_future());
    let found = ["value", "from", "call", "future", "into_future"].map(&mut next);
    assert_eq!(found, [1, 2, 3, 4, 5]);
}

#[test]
fn and_as_far_as_possible_in_blocking_code() {
    let text = String::from("abc");
    let mut registry = registry(&text);
    let mut next = |name| registry.remove(name).unwrap();
    for (name, expected) in [("value", 1), ("from", 2), ("call", 3)] {
        let maybe = next(name);
        assert!(!maybe.is_future());
        assert_eq!(maybe.blocking().unwrap(), expected);
    }
    let future = next("future");
    assert!(future.is_future());
    let future = future.blocking().unwrap_err();
    assert_eq!(block_on(future.into_future()), 4);
}

#[test]
fn every_way_to_resolve_gives_the_same() {
    for make in [|| Maybe::value(1), || Maybe::call(|| 1)] {
        assert_eq!(block_on(async { make().await }), 1);
        let by_function: u8 = block_on(await_me_maybe(make()));
        assert_eq!(by_function, 1);
        assert_eq!(block_on(async { await_me_maybe!(make()) }), 1);
        let called: u8 = block_on(await_me_maybe(make));
        assert_eq!(called, 1);

        assert_eq!(resolve(make()), 1);
        let by_function: u8 = await_me_maybe_blocking(make());
        assert_eq!(by_function, 1);
        assert_eq!(await_me_maybe_blocking!(make()), 1);
        let called: u8 = await_me_maybe_blocking(make);
        assert_eq!(called, 1);
        assert_eq!(await_me_maybe_blocking!(make), 1);
    }
}

#[test]
fn a_future_in_blocking_code_panics_and_says_what_to_do() {
    fn future() -> Maybe<'static, u8> {
        Maybe::future(async { 1 })
    }
    fn local() -> LocalMaybe<'static, u8> {
        LocalMaybe::future(async { 1 })
    }

    let cases: [(&str, &dyn Fn() -> u8); 7] = [
        ("Maybe", &|| resolve(future())),
        ("Maybe", &|| await_me_maybe_blocking(future())),
        ("Maybe", &|| await_me_maybe_blocking(future)),
        ("Maybe", &|| await_me_maybe_blocking!(future())),
        ("Maybe", &|| await_me_maybe_blocking!(future)),
        ("LocalMaybe", &|| resolve(local())),
        ("LocalMaybe", &|| await_me_maybe_blocking(local())),
    ];
    for (name, case) in cases {
        let payload = catch_unwind(AssertUnwindSafe(case)).unwrap_err();
        assert_eq!(
            payload.downcast_ref::<&str>().copied().unwrap_or_default(),
            format!(
                "this `{name}` holds a future, which blocking code does not wait for; ask with `{name}::blocking`"
            )
        );
    }
}

#[test]
fn it_crosses_threads() {
    let text = String::from("abc");
    let all = vec![
        Maybe::call(|| text.len()),
        Maybe::future(async { text.len() }),
    ];
    let sum = std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            block_on(async {
                let mut sum = 0;
                for maybe in all {
                    sum += maybe.await;
                }
                sum
            })
        });
        thread.join().unwrap()
    });
    assert_eq!(sum, 6);
}

#[test]
fn a_task_can_hold_it() {
    fn send<T: Send>(value: T) -> T {
        value
    }
    async fn sum(all: Vec<Maybe<'static, u8>>) -> u8 {
        let mut sum = 0;
        for maybe in all {
            let number: u8 = await_me_maybe(maybe).await;
            sum += number;
        }
        sum
    }

    let future = send(sum(vec![
        1.into(),
        Maybe::call(|| 2),
        Maybe::future(async { 3 }),
    ]));
    assert_eq!(block_on(future), 6);
}

#[test]
fn the_local_one_takes_what_is_not_send() {
    let shared = Rc::new(Cell::new(1));
    let all: [LocalMaybe<'_, u8>; 4] = [
        LocalMaybe::from(1),
        LocalMaybe::value(1),
        LocalMaybe::call({
            let shared = Rc::clone(&shared);
            move || shared.get()
        }),
        LocalMaybe::future(async { shared.get() }),
    ];
    let found: Vec<_> = all
        .into_iter()
        .map(|maybe| block_on(maybe.into_future()))
        .collect();
    assert_eq!(found, [1; 4]);
}

#[test]
fn its_future_is_unpin_whatever_it_gives() {
    fn unpin<T: Unpin>(_: &T) {}

    let value = Maybe::value(std::marker::PhantomPinned).into_future();
    unpin::<MaybeFuture<'_, _>>(&value);
    let value = LocalMaybe::value(std::marker::PhantomPinned).into_future();
    unpin::<LocalMaybeFuture<'_, _>>(&value);
    // One that is polled by hand, as in a `select!`.
    let mut future = Maybe::future(async {
        Yield(false).await;
        1
    })
    .into_future();
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(Pin::new(&mut future).poll(&mut context), Poll::Pending);
    assert_eq!(Pin::new(&mut future).poll(&mut context), Poll::Ready(1));
}

#[test]
fn polling_after_completion_panics() {
    let makes: [fn() -> Maybe<'static, ()>; 3] = [
        || Maybe::value(()),
        || Maybe::call(|| ()),
        || Maybe::future(std::future::ready(())),
    ];
    for make in makes {
        let mut future = pin!(make().into_future());
        block_on(future.as_mut());
        let again = catch_unwind(AssertUnwindSafe(|| block_on(future)));
        let payload = again.unwrap_err();
        assert_eq!(
            payload.downcast_ref::<&str>(),
            Some(&"polled after completion")
        );
    }
}

#[test]
fn the_future_is_dropped_where_it_ends() {
    struct Ends<'a>(&'a Cell<bool>);

    impl Drop for Ends<'_> {
        fn drop(&mut self) {
            self.0.set(true);
        }
    }

    let ended = Cell::new(false);
    let ends = Ends(&ended);
    let mut future = LocalMaybe::future(async move {
        let ends = ends;
        ends.0.get()
    })
    .into_future();
    assert!(!block_on(&mut future));
    assert!(ended.get());
}

#[test]
fn it_shows_what_it_is() {
    assert_eq!(format!("{:?}", Maybe::value("text")), r#"Value("text")"#);
    assert_eq!(format!("{:?}", Maybe::call(|| 1)), "Call(..)");
    assert_eq!(
        format!("{:?}", LocalMaybe::future(async { 1 })),
        "Future(..)"
    );
    assert_eq!(
        format!("{:?}", Maybe::value(1).into_future()),
        "MaybeFuture { .. }"
    );
}

// It is `Send` and not `Sync`, as what it holds.
static SHARED: Mutex<Maybe<'static, u8>> = Mutex::new(Maybe::value(0));

#[test]
fn a_value_is_constant() {
    const ONE: Maybe<'static, u8> = Maybe::value(1);
    let all = [const { Maybe::value(1) }, ONE];
    let sum: u8 = all.into_iter().map(resolve).sum();
    assert_eq!(sum, 2);
    let replaced = std::mem::replace(&mut *SHARED.lock().unwrap(), Maybe::call(|| 2));
    assert_eq!(replaced.blocking().unwrap(), 0);
}
