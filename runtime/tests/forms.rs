//! Every form that `await_me_maybe` takes, in async and in blocking code.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicU8, Ordering};

use await_me_maybe::{
    MaybeAwait, await_me_maybe, await_me_maybe_blocking, blocking, form::NoFuture,
};
use futures::executor::block_on;

/// Both functions and both macros, where blocking code takes it too.
macro_rules! assert_both {
    ($Type:ty, $form:expr, $expected:expr) => {{
        assert_async!($Type, $form, $expected);
        let found: [$Type; 3] = [
            await_me_maybe_blocking($form),
            blocking::await_me_maybe($form),
            await_me_maybe_blocking!($form),
        ];
        assert_eq!(found, [$expected, $expected, $expected]);
    }};
}

/// The function and the macro.
macro_rules! assert_async {
    ($Type:ty, $form:expr, $expected:expr) => {{
        let found: [$Type; 2] =
            block_on(async { [await_me_maybe($form).await, await_me_maybe!($form)] });
        assert_eq!(found, [$expected, $expected]);
    }};
}

async fn asynchronous() -> &'static str {
    std::future::ready(()).await;
    "async fn"
}

fn plain() -> &'static str {
    "fn"
}

/// A request that is sent when it is awaited.
struct Request(u8);

impl IntoFuture for Request {
    type Output = u8;
    type IntoFuture = std::future::Ready<u8>;

    fn into_future(self) -> Self::IntoFuture {
        std::future::ready(self.0)
    }
}

#[test]
fn values_and_callables() {
    let text = String::from("borrowed");
    let shared = Rc::new(Cell::new(1));

    assert_both!(u8, 1, 1);
    assert_both!((), (), ());
    assert_both!(&str, &*text, "borrowed");
    assert_both!(Option<[u8; 2]>, Some([1, 2]), Some([1, 2]));
    assert_both!(Rc<Cell<u8>>, Rc::clone(&shared), Rc::new(Cell::new(1)));
    assert_both!(&str, plain, "fn");
    assert_both!(usize, || text.len(), 8);
    assert_both!(&str, || &text[..1], "b");
    assert_both!(u8, || Rc::clone(&shared).get(), 1);
    let owned = || {
        let owned = text.clone();
        move || owned
    };
    assert_both!(String, owned(), "borrowed");
    let pointer: fn() -> &'static str = plain;
    assert_both!(&str, pointer, "fn");
    let boxed = || -> Box<dyn FnOnce() -> usize + '_> { Box::new(|| text.len()) };
    assert_both!(usize, boxed(), 8);
    let failed = || "x".parse::<u8>().map_err(drop);
    assert_both!(Result<u8, ()>, failed, Err(()));
}

#[test]
fn futures_and_callables_that_lead_to_them() {
    let text = String::from("borrowed");
    let shared = Rc::new(Cell::new(1));

    assert_async!(&str, asynchronous(), "async fn");
    assert_async!(&str, asynchronous, "async fn");
    assert_async!(&str, || Box::pin(asynchronous()), "async fn");
    assert_async!(usize, async { text.len() }, 8);
    assert_async!(usize, || async { text.len() }, 8);
    assert_async!(usize, async || text.len(), 8);
    assert_async!(&str, async || &text[..1], "b");
    assert_async!(u8, async || Rc::clone(&shared).get(), 1);
    assert_async!(u8, Request(2), 2);
    assert_async!(u8, || Request(2), 2);
    assert_async!(&str, Box::pin(asynchronous()), "async fn");
    assert_async!(&str, &mut Box::pin(asynchronous()), "async fn");
    let boxed = || -> Pin<Box<dyn Future<Output = usize> + '_>> { Box::pin(async { text.len() }) };
    assert_async!(usize, boxed(), 8);
    assert_async!(usize, boxed, 8);
    let handler = || -> Box<dyn FnOnce() -> Pin<Box<dyn Future<Output = u8>>>> {
        Box::new(|| Box::pin(async { 3 }))
    };
    assert_async!(u8, handler(), 3);
}

#[test]
fn as_deep_as_the_expected_type_asks_for() {
    let nested = || || || 1;
    let value: u8 = block_on(await_me_maybe(nested));
    assert_eq!(value, await_me_maybe_blocking(nested));

    let deeper: u8 = block_on(await_me_maybe(|| || async || 2));
    assert_eq!(deeper, 2);
    let blocks: u8 = block_on(await_me_maybe(|| || async { 3 }));
    assert_eq!(blocks, 3);

    // A callable is a value, where one is expected.
    let callback: fn() -> u8 = block_on(await_me_maybe(|| -> fn() -> u8 { || 4 }));
    assert_eq!(callback(), 4);
    let same: fn() -> u8 = block_on(await_me_maybe(callback));
    let blocking: fn() -> u8 = await_me_maybe_blocking(callback);
    assert_eq!((same(), blocking()), (4, 4));

    // So is a future.
    let same: Request = block_on(await_me_maybe(async || Request(5)));
    assert_eq!(same.0, 5);
}

#[test]
fn the_macros_call_once_and_await_once() {
    let nested = block_on(async { await_me_maybe!(|| || 1) });
    assert_eq!(nested(), 1);
    let nested = await_me_maybe_blocking!(|| || 1);
    assert_eq!(nested(), 1);

    let evaluated = Cell::new(0);
    let operand = || {
        evaluated.set(evaluated.get() + 1);
        || 5
    };
    assert_eq!(block_on(async { await_me_maybe!(operand(),) }), 5);
    assert_eq!(await_me_maybe_blocking!(operand(),), 5);
    assert_eq!(evaluated.get(), 2);
}

#[test]
fn temporaries_of_an_operand_live_until_it_is_resolved() {
    async fn length(text: &str) -> usize {
        std::future::ready(()).await;
        text.len()
    }
    fn length_blocking(text: &str) -> impl FnOnce() -> usize {
        || text.len()
    }

    assert_async!(usize, length(&String::from("four")), 4);
    assert_both!(usize, length_blocking(&String::from("four")), 4);
}

#[test]
fn nothing_is_called_before_it_is_awaited() {
    let log = RefCell::new(Vec::new());
    block_on(async {
        let unused = await_me_maybe::<(), _>(|| log.borrow_mut().push("unused"));
        let late = await_me_maybe::<(), _>(async || log.borrow_mut().push("late"));
        log.borrow_mut().push("early");
        drop(unused);
        late.await;
    });
    assert_eq!(log.take(), ["early", "late"]);
}

#[test]
fn it_goes_through_generic_functions() {
    async fn twice<K>(value: impl MaybeAwait<u8, K>) -> u8 {
        2 * await_me_maybe(value).await
    }
    fn twice_blocking<V: MaybeAwait<u8, K>, K: NoFuture<V, u8>>(value: V) -> u8 {
        2 * await_me_maybe_blocking(value)
    }

    assert_eq!(block_on(twice(2)), twice_blocking(2));
    assert_eq!(block_on(twice(|| 2)), twice_blocking(|| 2));
    assert_eq!(block_on(twice(async || 2)), 4);
}

#[test]
fn a_generic_value_is_one_for_the_macros() {
    async fn keep<T>(value: T) -> T {
        await_me_maybe!(value)
    }
    fn keep_blocking<T>(value: T) -> T {
        await_me_maybe_blocking!(value)
    }

    assert_eq!(block_on(keep(|| 2))(), 2);
    assert_eq!(keep_blocking(|| 2)(), 2);
}

#[test]
fn the_future_is_send_where_its_parts_are() {
    static COUNT: AtomicU8 = AtomicU8::new(0);

    async fn resolved<K>(value: impl MaybeAwait<u8, K>) -> u8 {
        await_me_maybe(value).await
    }

    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .build()
        .unwrap();
    runtime.block_on(async {
        let text = String::from("moved");
        let tasks = [
            tokio::spawn(async {
                let value: u8 = await_me_maybe(async { 1 }).await;
                COUNT.fetch_add(value, Ordering::Relaxed);
            }),
            tokio::spawn(async {
                let value: u8 = await_me_maybe(async || 1).await;
                COUNT.fetch_add(value, Ordering::Relaxed);
            }),
            tokio::spawn(async move {
                let value: usize = await_me_maybe(|| || text.len()).await;
                COUNT.fetch_add(u8::from(value == 5), Ordering::Relaxed);
            }),
            tokio::spawn(async {
                COUNT.fetch_add(resolved(async { 1 }).await, Ordering::Relaxed);
            }),
            tokio::spawn(async {
                COUNT.fetch_add(await_me_maybe!(async || 1), Ordering::Relaxed);
            }),
        ];
        for task in tasks {
            task.await.unwrap();
        }
        let spawned = tokio::spawn(await_me_maybe::<u8, _>(async { 1 }));
        assert_eq!(spawned.await.unwrap(), 1);
    });
    assert_eq!(COUNT.load(Ordering::Relaxed), 5);
}

#[test]
fn errors_go_through_the_question_mark() {
    type Parsed = Result<u8, std::num::ParseIntError>;

    async fn sum() -> Parsed {
        let first = await_me_maybe!("1".parse::<u8>())?;
        let second = await_me_maybe!(|| "2".parse::<u8>())?;
        let third: Parsed = await_me_maybe(async { "3".parse::<u8>() }).await;
        Ok(first + second + third?)
    }
    fn sum_blocking() -> Parsed {
        let first = await_me_maybe_blocking!("1".parse::<u8>())?;
        let second: Parsed = await_me_maybe_blocking(|| "2".parse::<u8>());
        Ok(first + second?)
    }

    assert_eq!(block_on(sum()), Ok(6));
    assert_eq!(sum_blocking(), Ok(3));
}

#[no_implicit_prelude]
mod no_implicit_prelude {
    #[test]
    fn the_macros_bring_their_own_names() {
        let value =
            ::futures::executor::block_on(async { ::await_me_maybe::await_me_maybe!(|| 1) });
        ::std::assert_eq!(value, ::await_me_maybe::await_me_maybe_blocking!(|| 1));
    }
}
