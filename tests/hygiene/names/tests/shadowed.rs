//! Modules, types, traits, functions and variables of the author's, called like what the expansion
//! means by such a name. The author's own code names std's by full paths.
#![allow(
    dead_code,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    unused_macros,
    clippy::absolute_paths,
    clippy::items_after_statements,
    clippy::missing_errors_doc,
    clippy::manual_async_fn,
    clippy::module_name_repetitions,
    clippy::trivially_copy_pass_by_ref,
    clippy::unused_async,
    clippy::vec_init_then_push,
    reason = "names are in the way here, and need not be used"
)]

use ::await_me_maybe::maybe_async;
use ::await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};
use ::futures::StreamExt as _;

mod alloc {}
mod await_me_maybe {}
mod core {}
mod mirror {}
mod pinning {}
mod sequential {}
mod std {}
mod tag {}
mod threads {}

enum Option {}
enum Result {}
struct Awaited;
struct Box;
struct BoxThunk;
struct Deferred;
struct Generator;
struct Pin;
struct String;
struct Vec;
trait AsyncFn {}
trait Fn {}
trait FnMut {}
trait Future {}
trait Iterator {}
trait Pending {}
trait Thunk {}
type u8 = ::core::primitive::u16;
type bool = ();
type str = ();

/// Every type has these methods, by value: before any method that takes `&self`.
trait Everywhere: Sized {
    fn put<T>(self, _: T) -> &'static [(); 7] {
        unreachable!("not the author's")
    }
    fn pinned(self) -> &'static [(); 7] {
        unreachable!("not the author's")
    }
    fn resolve(self) -> &'static [(); 7] {
        unreachable!("not the author's")
    }
    fn with<T>(self, _: T) -> &'static [(); 7] {
        unreachable!("not the author's")
    }
    fn place<T>(self, _: T) -> &'static [(); 7] {
        unreachable!("not the author's")
    }
}
impl<T> Everywhere for T {}

/// Traits of these names, whose methods are called like those of std.
trait Resolve: Sized {
    fn run_it(self) -> u32;
}
trait Into {
    fn converted(self) -> u32;
}
trait FnOnce {
    fn call_once(self) -> u32;
}
trait Get {
    fn get(&self) -> u32;
}
impl Resolve for u32 {
    fn run_it(self) -> u32 {
        log("own run_it");
        self + 1
    }
}
impl Into for u32 {
    fn converted(self) -> u32 {
        log("own converted");
        self + 2
    }
}
impl FnOnce for u32 {
    fn call_once(self) -> u32 {
        log("own call_once");
        self + 3
    }
}
impl Get for u32 {
    fn get(&self) -> u32 {
        log("own get");
        *self + 4
    }
}

fn Err<T>(value: T) -> T {
    log("own Err");
    value
}
fn Ok<T>(value: T) -> T {
    log("own Ok");
    value
}
fn Some<T>(value: T) -> T {
    log("own Some");
    value
}
fn awaited(value: u32, _: u32) -> u32 {
    log("own awaited");
    value
}
fn box_pin(value: u32) -> u32 {
    log("own box_pin");
    value
}
fn check(value: &u32, _: u32) -> u32 {
    log("own check");
    *value
}
fn drop<T>(_: T) {
    log("own drop");
}
fn identity(value: u32) -> u32 {
    log("own identity");
    value
}
fn later1(value: u32) -> u32 {
    log("own later1");
    value
}
fn resolve(value: u32) -> u32 {
    log("own resolve");
    value
}
fn run(value: u32) -> u32 {
    log("own run");
    value
}
fn generator() {}
fn put() {}
fn ready_value() {}

/// Calls of what is called so mean the author's.
#[maybe_async]
async fn own_functions(n: u32) -> u32 {
    let late = async { run(resolve(awaited(later1(identity(give(n).await)), 0))) };
    let own = Some(Ok(Err(box_pin(give(n).await))));
    drop(own);
    let methods = n.run_it() + n.converted() + n.call_once() + n.get();
    check(&late.await, 0) + own + methods
}

#[test]
fn own_functions_are_called() {
    let (value, log) = both(own_functions(10), || own_functions_blocking(10));
    assert_eq!(value, 10 + 10 + 11 + 12 + 13 + 14);
    assert_eq!(
        log.join(", "),
        "give 10, own box_pin, own Err, own Ok, own Some, own drop, own run_it, own converted, \
         own call_once, own get, give 10, own identity, own later1, own awaited, own resolve, \
         own run, own check"
    );
}

#[maybe_async]
async fn leaf(n: u32) -> u32 {
    give(n).await
}

/// A witness in each form, blocks, early futures, boxes, `ready`.
#[maybe_async(twins(leaf))]
async fn futures(n: u32) -> ::core::result::Result<u32, ::std::string::String> {
    let plain = give(n).await;
    let typed: u32 = give(1).await + even(2).await?;
    let block = async { even(n).await }.await?;
    let late = async move { even(n).await };
    let early = leaf(20);
    let two = (leaf(21), leaf(22));
    let boxed = ::std::boxed::Box::pin(leaf(23)).await;
    let pinned = ::std::pin::pin!(leaf(24));
    let mut stored: ::std::vec::Vec<
        ::core::pin::Pin<::std::boxed::Box<dyn ::core::future::Future<Output = u32>>>,
    > = ::std::vec::Vec::new();
    stored.push(::std::boxed::Box::pin(leaf(25)));
    stored.push(::std::boxed::Box::pin(async { leaf(26).await }));
    let mut sum = two.1.await + two.0.await + pinned.await;
    for mut job in stored {
        sum += job.as_mut().await;
    }
    let ready = ::core::future::ready(6).await;
    let negative = -i64::from(give(7).await);
    ::core::result::Result::Ok(
        plain
            + typed
            + block
            + late.await?
            + early.await
            + boxed
            + sum
            + ready
            + u32::from(negative == -7),
    )
}

#[test]
fn futures_of_every_kind() {
    let (value, _) = both(futures(4), || futures_blocking(4));
    assert_eq!(
        value,
        ::core::result::Result::Ok(4 + 3 + 4 + 4 + 20 + 23 + (22 + 21 + 24 + 25 + 26) + 6 + 1)
    );
    let (value, _) = both(futures(3), || futures_blocking(3));
    assert_eq!(value, ::core::result::Result::Err("3 is odd".to_owned()));
}

/// Callbacks of every kind, and functions that return futures.
#[maybe_async]
async fn calls<F, Fut>(direct: impl ::core::ops::AsyncFn(u32) -> u32, named: F) -> u32
where
    F: ::core::ops::Fn(u32) -> Fut,
    Fut: ::core::future::Future<Output = u32>,
{
    let closure = async |n: u32| direct(n).await;
    let late = closure(1);
    let returns = |n: u32| async move { give(n).await };
    let kept = returns(2);
    direct(3).await + named(4).await + late.await + kept.await
}

#[maybe_async]
fn returned(n: u32) -> impl ::core::future::Future<Output = u32> {
    async move { give(n).await }
}

#[maybe_async]
fn boxed(n: u32) -> ::core::pin::Pin<::std::boxed::Box<dyn ::core::future::Future<Output = u32>>> {
    ::std::boxed::Box::pin(async move { if n == 0 { 0 } else { 1 + boxed(n - 1).await } })
}

#[maybe_async(twins(returned, boxed))]
async fn callbacks() -> u32 {
    calls(async |n| give(n).await, |n| async move { give(n).await }).await
        + returned(10).await
        + boxed(3).await
}

#[test]
fn callbacks_of_every_kind() {
    let (value, log) = both(callbacks(), callbacks_blocking);
    assert_eq!(value, 3 + 4 + 1 + 2 + 10 + 3);
    assert_eq!(log, ["give 3", "give 4", "give 1", "give 2", "give 10"]);
}

/// Streams and generators, pinned and not.
#[maybe_async(streams(odd))]
fn numbers(
    last: u32,
) -> impl ::futures::Stream<Item = ::core::result::Result<u32, ::std::string::String>> {
    ::async_stream::try_stream! {
        for n in (0..=last).step_by(2) {
            yield even(n).await?;
        }
        for await n in odd() {
            yield n;
        }
        even(last).await?;
    }
}

#[maybe_async]
fn odd() -> impl ::futures::Stream<Item = u32> {
    ::async_stream::stream! {
        yield give(1).await;
        yield 3;
    }
}

#[maybe_async(streams(numbers, odd))]
async fn streamed(last: u32) -> ::core::result::Result<u32, ::std::string::String> {
    let mut sum = 0;
    let mut numbers = ::std::boxed::Box::pin(numbers(last));
    while let ::core::option::Option::Some(n) = numbers.next().await {
        sum += n?;
    }
    let odd = ::std::pin::pin!(odd());
    ::core::result::Result::Ok(sum + odd.fold(0, async |sum, n| sum + n).await)
}

#[test]
fn streams() {
    let (value, _) = both(streamed(4), || streamed_blocking(4));
    assert_eq!(value, ::core::result::Result::Ok(6 + 4 + 4));
    let (value, _) = both(streamed(5), || streamed_blocking(5));
    assert_eq!(value, ::core::result::Result::Err("5 is odd".to_owned()));
}

/// Joins by both policies, tasks, and the mirror.
#[maybe_async(join = sequential, twins(leaf))]
async fn joined() -> ::core::result::Result<u32, ::std::string::String> {
    let (one, two) = ::futures::join!(leaf(1), leaf(2));
    let (four, six) = ::futures::try_join!(even(4), even(6))?;
    let all = ::futures::future::join_all([leaf(7), leaf(8)]).await;
    let handle = ::tokio::spawn(leaf(9));
    ::tokio::time::sleep(::core::time::Duration::from_millis(1)).await;
    let ::core::result::Result::Ok(nine) = handle.await else {
        return ::core::result::Result::Err(::std::string::String::new());
    };
    ::core::result::Result::Ok(one + two + four + six + all[0] + all[1] + nine)
}

#[maybe_async(join = threads, twins(leaf))]
async fn on_threads() -> (
    u32,
    ::core::result::Result<(u32, u32), ::std::string::String>,
) {
    let (one, two) = ::futures::join!(leaf(1), leaf(2));
    (one + two, ::tokio::try_join!(even(4), even(6)))
}

#[test]
fn joins_and_tasks() {
    let runtime = ::tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    let asynchronous = runtime.map(|runtime| runtime.block_on(joined()));
    assert_eq!(
        asynchronous.ok(),
        ::core::option::Option::Some(joined_blocking())
    );
    assert_eq!(joined_blocking(), ::core::result::Result::Ok(37));
    let expected = (3, ::core::result::Result::Ok((4, 6)));
    assert_eq!(::futures::executor::block_on(on_threads()), expected);
    assert_eq!(on_threads_blocking(), expected);
}

#[maybe_async]
trait Source {
    type Number;
    async fn number(&mut self) -> Self::Number;
    async fn twice(&mut self) -> (Self::Number, Self::Number) {
        let first = self.number().await;
        (first, self.number().await)
    }
}

struct Counter(u32);

#[maybe_async]
impl Source for Counter {
    type Number = u32;
    async fn number(&mut self) -> u32 {
        self.0 += give(1).await;
        self.0
    }
}

#[maybe_async]
trait Object {
    async fn shown(&self, n: u32) -> ::std::string::String;
}

#[maybe_async]
impl Object for Counter {
    async fn shown(&self, n: u32) -> ::std::string::String {
        format!("{} {}", self.0, give(n).await)
    }
}

#[maybe_async(twins(Source, Object))]
async fn through_traits<S: Source<Number = u32>>(
    mut source: S,
    object: &impl Object,
) -> (u32, u32, ::std::string::String) {
    let (first, second) = source.twice().await;
    (first, second, object.shown(second).await)
}

#[test]
fn traits() {
    let object = Counter(9);
    let (value, _) = both(through_traits(Counter(1), &object), || {
        through_traits_blocking(Counter(1), &object)
    });
    assert_eq!(value, (2, 3, "9 3".to_owned()));
}

/// A module, in which the names are in the way once more.
#[maybe_async]
mod api {
    #[only_async]
    use super::give;
    #[only_blocking]
    use super::give_blocking as give;

    mod alloc {}
    mod await_me_maybe {}
    mod core {}
    mod mirror {}
    mod std {}
    struct Box;
    struct Deferred;
    enum Option {}
    enum Result {}
    trait Future {}
    trait Iterator {}
    fn Ok() {}
    fn resolve(n: u32) -> u32 {
        n
    }

    pub(super) struct Client {
        pub(super) level: u32,
    }

    impl Client {
        pub(super) async fn get(&self) -> ::core::result::Result<u32, ::std::string::String> {
            let level = self.level;
            let late = async move { resolve(give(level).await) };
            let text = ::std::boxed::Box::pin(async { give(1_u32).await });
            let half = if is_async!() { 0 } else { 1 - 1 };
            ::core::result::Result::Ok(text.await + late.await + half + nested::level().await)
        }
    }

    mod nested {
        mod core {}
        struct Future;
        pub(super) async fn level() -> u32 {
            super::give(2).await
        }
    }
}

#[test]
fn modules() {
    let (value, log) = both(async { api::Client { level: 3 }.get().await }, || {
        api::blocking::Client { level: 3 }.get()
    });
    assert_eq!(value, ::core::result::Result::Ok(1 + 3 + 2));
    assert_eq!(log, ["give 1", "give 3", "give 2"]);
}

/// Variables called like those of the expansion, wherever it has one.
#[maybe_async(join = sequential, twins(leaf), streams(of_locals))]
async fn locals(put0: u32, take0: u32) -> ::core::result::Result<u32, ::std::string::String> {
    let (a0, branch0, error0, future0, ignored0) = (1, 2, 3, 4, 5);
    let (items0, place0, scope0, value0) = (6, 7, 8, 9);
    let early = leaf(a0 + branch0);
    let (joined, tried) = (
        ::futures::join!(leaf(branch0), leaf(value0)),
        ::futures::try_join!(even(future0), even(scope0))?,
    );
    let pinned = ::std::pin::pin!(leaf(place0));
    let callback = async |_: u32, a0: u32| leaf(a0 + value0).await;
    let late = callback(ignored0, a0);
    let mut items = ::std::boxed::Box::pin(of_locals(items0, error0));
    let mut sum = put0 + take0 + joined.0 + joined.1 + tried.0 + tried.1;
    while let ::core::option::Option::Some(item) = items.next().await {
        sum += item?;
    }
    ::core::result::Result::Ok(sum + early.await + pinned.await + late.await)
}

#[maybe_async]
fn of_locals(
    put0: u32,
    value0: u32,
) -> impl ::futures::Stream<Item = ::core::result::Result<u32, ::std::string::String>> {
    ::async_stream::try_stream! {
        let take0 = 100;
        let error0 = even(put0).await?;
        let items0 = [value0, take0];
        for await item in ::futures::stream::iter(items0) {
            yield item + error0 + put0;
        }
    }
}

#[test]
fn locals_of_the_same_names() {
    let (value, _) = both(locals(1000, 2000), || locals_blocking(1000, 2000));
    let streamed = (3 + 6 + 6) + (100 + 6 + 6);
    assert_eq!(
        value,
        ::core::result::Result::Ok(3000 + 11 + 12 + streamed + 3 + 7 + 10)
    );
}

/// A method of the author's that is called like one of futures.
mod boxing {
    use super::{both, log};

    #[::await_me_maybe::maybe_async(keep(boxed))]
    mod api {
        use super::log;

        pub(super) struct Client(pub(super) u32);

        impl Client {
            fn other(&self) -> Client {
                Client(self.0 + 10)
            }

            pub(super) async fn boxed(&self) -> u32 {
                log("own boxed");
                self.0
            }

            pub(super) async fn both(&self) -> u32 {
                self.other().boxed().await + self.boxed().await
            }
        }
    }

    #[test]
    fn own_method() {
        let (value, log) = both(async { api::Client(1).both().await }, || {
            api::blocking::Client(1).both()
        });
        assert_eq!(value, 12);
        assert_eq!(log, ["own boxed", "own boxed"]);
    }
}

/// A module called like a library that has a mirror.
mod own_root {
    use super::both;

    mod tokio {
        pub(super) mod time {
            use super::super::super::{give, give_blocking, log};

            #[::await_me_maybe::maybe_async]
            pub(crate) async fn sleep(n: u32) -> u32 {
                log("own sleep");
                give(n).await
            }
        }
    }

    #[::await_me_maybe::maybe_async(twins(sleep))]
    async fn sleeps() -> u32 {
        let early = self::tokio::time::sleep(1);
        self::tokio::time::sleep(2).await + early.await
    }

    /// Inside an annotated module nothing has to be written in front.
    #[::await_me_maybe::maybe_async]
    mod api {
        mod tokio {
            pub(super) mod time {
                pub(crate) async fn sleep(n: u32) -> u32 {
                    super::super::super::super::log("own sleep");
                    n
                }
            }
        }

        pub(super) async fn sleeps() -> u32 {
            let early = tokio::time::sleep(1);
            tokio::time::sleep(2).await + early.await
        }
    }

    #[test]
    fn own_module() {
        let (value, log) = both(sleeps(), sleeps_blocking);
        assert_eq!(value, 3);
        assert_eq!(log, ["own sleep", "give 2", "own sleep", "give 1"]);
        let (value, log) = both(api::sleeps(), api::blocking::sleeps);
        assert_eq!(value, 3);
        assert_eq!(log, ["own sleep", "own sleep"]);
    }
}
