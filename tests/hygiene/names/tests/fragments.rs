//! What macros make, and then annotate: every fragment reaches the attribute in an invisible group.
#![allow(
    clippy::cast_lossless,
    clippy::cast_possible_truncation,
    clippy::let_and_return,
    clippy::range_plus_one,
    clippy::manual_async_fn,
    clippy::no_effect_underscore_binding,
    clippy::unused_async,
    reason = "programs here are as odd as a sceptic would write them"
)]

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};
use futures::future::{BoxFuture, FutureExt as _};

#[maybe_async]
async fn leaf(n: u32) -> u32 {
    give(n).await
}

/// Operators around fragments: without their groups other operands would belong to them.
macro_rules! operators {
    ($sum:expr, $call:expr, $future:expr, $negative:expr, $range:expr) => {
        #[maybe_async(twins(leaf))]
        async fn operators() -> Vec<i64> {
            let awaited = $future.await * 3;
            let negated = -i64::from($call.await) * i64::from($sum * 3);
            let method = $negative.abs() + i64::from($sum * leaf($sum * 2).await);
            let cast = $sum as i64 * i64::from($call.await + $sum * 2);
            let mut all = vec![i64::from(awaited), negated, method, cast];
            for n in $range {
                all.push(i64::from(leaf(n * $sum).await * $sum));
            }
            all
        }
    };
}

operators!(
    1 + 1,
    leaf(1),
    async { leaf(2).await + 1 },
    -3_i64,
    0..1 + 1
);

#[test]
fn precedence() {
    let (value, log) = both(operators(), operators_blocking);
    assert_eq!(value, [9, -6, 3 + 8, 2 * 5, 0, 4]);
    assert_eq!(
        log,
        ["give 2", "give 1", "give 4", "give 1", "give 0", "give 2"]
    );
}

/// Blocks as bodies, as values, as conditions, and as futures.
macro_rules! blocks {
    ($body:block, $inner:block, $late:block, $condition:block) => {
        #[maybe_async]
        async fn body() -> Result<u32, String> $body

        #[maybe_async]
        async fn inside() -> Result<u32, String> {
            let early = async $late;
            let now = async $inner.await?;
            give(now).await;
            let plain = $condition && (async move $condition.await);
            if plain $inner else { early.await }
        }
    };
}

blocks!(
    {
        let number = even(2).await?;
        Ok(number + leaf_twice(number).await)
    },
    {
        let number = even(4).await?;
        Ok::<u32, String>(number)
    },
    { even(6).await },
    { give(1).await == 1 }
);

#[maybe_async]
async fn leaf_twice(n: u32) -> u32 {
    give(n).await * 2
}

#[test]
fn block_fragments() {
    let (value, _) = both(body(), body_blocking);
    assert_eq!(value, Ok(6));
    let (value, log) = both(inside(), inside_blocking);
    assert_eq!(value, Ok(4));
    assert_eq!(log, ["even 4?", "give 4", "give 1", "give 1", "even 4?"]);
}

/// Types: what is a future, what holds one, and what only looks like one.
macro_rules! types {
    ($impl:ty, $boxed:ty, $alias:ty, $value:ty, $stored:ty, $callback:ty) => {
        #[maybe_async]
        fn made(n: u32) -> $impl {
            async move { give(n).await }
        }

        #[maybe_async(twins(leaf))]
        fn boxed(n: u32) -> $boxed {
            Box::pin(async move { leaf(n).await + 1 })
        }

        #[maybe_async(twins(leaf))]
        fn aliased(n: $value) -> $alias {
            leaf(n).boxed()
        }

        #[maybe_async(twins(made, boxed, aliased))]
        async fn all(mut stored: $stored, extra: $impl, callback: $callback) -> $value {
            stored.push(Box::pin(async { give(7).await }));
            let early: $boxed = Box::pin(async { boxed(3).await });
            let mut sum = made(1).await + boxed(2).await + aliased(3).await;
            for mut job in stored {
                sum += job.as_mut().await;
            }
            sum + early.await + extra.await + callback(8).await
        }
    };
}

types!(
    impl Future<Output = u32>,
    Pin<Box<dyn Future<Output = u32> + Send>>,
    BoxFuture<'static, u32>,
    u32,
    Vec<Pin<Box<dyn Future<Output = u32>>>>,
    &dyn Fn(u32) -> Pin<Box<dyn Future<Output = u32>>>
);

#[test]
fn type_fragments() {
    let (value, log) = both(
        all(vec![Box::pin(give(5))], give(6), &|n| Box::pin(give(n))),
        || {
            all_blocking(
                vec![Box::pin(await_me_maybe::blocking::lazy(|| {
                    give_blocking(5)
                }))],
                || give_blocking(6),
                &|n| give_blocking(n),
            )
        },
    );
    assert_eq!(value, 1 + 3 + 3 + 5 + 7 + 4 + 6 + 8);
    assert_eq!(
        log.join(", ").replace("give ", ""),
        "1, 2, 3, 5, 7, 3, 6, 8"
    );
}

/// Paths that are called, patterns, identifiers, lifetimes, literals and visibilities.
macro_rules! paths {
    ($vis:vis $name:ident<$life:lifetime>, $leaf:path, $method:path, $pat:pat, $some:path, $text:literal) => {
        #[maybe_async]
        $vis async fn $name<$life>(list: &$life [Option<u32>]) -> Option<(&$life Option<u32>, String)> {
            let mut sum = 0;
            for item in list {
                match $leaf(sum).await {
                    0 => {}
                    n => sum += n,
                }
                if let $pat = item {
                    sum += $leaf(1).await;
                }
                if let $some(n) = item {
                    sum += $method(*n).await;
                }
            }
            Some((list.first()?, format!($text, $leaf(sum).await)))
        }
    };
}

mod at {
    pub(crate) mod some {
        pub(crate) use await_me_maybe_tests::{give as path, give_blocking as path_blocking};
    }
}

paths!(pub(crate) by_paths<'list>, at::some::path, self::give, Some(1 | 3) | None, Some, "{:?}");

#[test]
fn path_fragments() {
    let list = [None, Some(2), Some(3)];
    let (value, log) = both(by_paths(&list), || by_paths_blocking(&list));
    // 1, then 1 + 1 + 2, then 4 + 4 + 1 + 3.
    assert_eq!(value, Some((&None, "12".to_owned())));
    assert_eq!(
        log.join(", ").replace("give ", ""),
        "0, 1, 1, 2, 4, 1, 3, 12"
    );
}

/// Macros in macros: an expression is in two groups when it arrives.
macro_rules! outer {
    ($name:ident, $value:expr, $future:expr $(, $more:expr)*) => {
        inner! { $name, $value * 2, $future, [$($more),*], { $value + 1 } }
    };
}
macro_rules! inner {
    ($name:ident, $double:expr, $future:expr, [$($more:expr),*], $block:block) => {
        #[maybe_async(twins(leaf))]
        async fn $name() -> u32 {
            let late = async move $block;
            let list = vec![$($more.await),*];
            let first = wrapped!($future).await;
            first * $double + late.await + list.len() as u32 * wrapped!($double)
        }
    };
}
macro_rules! wrapped {
    ($value:expr) => {
        $value
    };
}

outer!(nested, 1 + 2, leaf(5), leaf(6), async { leaf(7).await });

#[test]
fn two_levels() {
    let (value, log) = both(nested(), nested_blocking);
    assert_eq!(value, 5 * 6 + 4 + 2 * 6);
    assert_eq!(log, ["give 6", "give 7", "give 5"]);
}

/// Attributes by fragments, the author's and ours.
macro_rules! attributed {
    ($(#[$meta:meta])* $vis:vis fn $name:ident; $($(#[$member:meta])* $method:ident = $value:expr;)*) => {
        $(#[$meta])*
        $vis async fn $name(n: u32) -> u32 {
            give(n).await
        }

        pub(crate) struct Attributed;

        #[maybe_async]
        impl Attributed {
            $(
                $(#[$member])*
                pub(crate) async fn $method(&self) -> u32 {
                    $name($value * 2).await
                }
            )*
        }
    };
}

attributed! {
    /// Documented.
    #[maybe_async(name = annotated_now)]
    #[must_use]
    pub(crate) fn annotated;

    #[maybe_async(name = first_now)]
    #[doc = "With a name."]
    first = 1 + 1;
    #[maybe_async(skip)]
    #[must_use]
    second = 2 + 1;
    #[only_async]
    third = 3 + 1;
}

use annotated_now as annotated_blocking;

#[test]
fn attribute_fragments() {
    let (value, log) = both(Attributed.first(), || Attributed.first_now());
    assert_eq!(value, 4);
    assert_eq!(log, ["give 4"]);
    assert_eq!(futures::executor::block_on(Attributed.second()), 6);
    assert_eq!(futures::executor::block_on(Attributed.third()), 8);
}

/// Items by fragments, of every kind whose first word could begin an expression.
macro_rules! items {
    ($name:ident, $($item:item)*) => {
        #[maybe_async]
        mod $name {
            #[only_async]
            use super::give;
            #[only_blocking]
            use super::give_blocking as give;

            $($item)*
        }
    };
}

items! {
    made_items,
    async fn first(n: u32) -> u32 {
        give(n).await
    }
    #[maybe_async(shared)]
    thread_local! {
        static CALLS: Cell<u32> = const { Cell::new(0) };
    }
    #[maybe_async(shared)] std::thread_local!(static OTHER: u32 = const { 10 });
    use std::cell::Cell;
    #[allow(dead_code)]
    enum Unused {}
    pub(super) async fn all(n: u32) -> u32 {
        CALLS.set(CALLS.get() + 1);
        first(n).await + OTHER.with(|other| *other)
    }
    pub(super) fn calls() -> u32 {
        CALLS.get()
    }
    macro_rules! local {
        () => {
            1
        };
    }
    pub(super) const ONE: u32 = local!();
}

#[test]
fn item_fragments() {
    let (value, _) = both(made_items::all(1), || made_items::blocking::all(1));
    assert_eq!(value, 11);
    assert_eq!((made_items::calls(), made_items::ONE), (2, 1));
}

/// Modules made by macros.
macro_rules! module {
    ($name:ident, $client:ident, $error:ty, $value:expr, $($item:item)*) => {
        #[maybe_async]
        mod $name {
            #[only_async]
            use super::give;
            #[only_blocking]
            use super::give_blocking as give;

            $($item)*

            pub(super) struct $client(pub(super) u32);

            impl $client {
                pub(super) async fn get(&self) -> Result<u32, $error> {
                    let late = async { give($value * 3).await };
                    let extra = extra(self).await?;
                    Ok(late.await + extra)
                }
            }
        }
    };
}

module! {
    made_module,
    Client,
    String,
    1 + 1,
    async fn extra(client: &Client) -> Result<u32, String> {
        if client.0 == 0 {
            return Err("none".to_owned());
        }
        Ok(give(client.0).await)
    }
    pub(super) const LEVEL: u32 = 1;
}

#[test]
fn modules() {
    for level in [0, 4] {
        let (value, _) = both(async { made_module::Client(level).get().await }, || {
            made_module::blocking::Client(level).get()
        });
        assert_eq!(
            value,
            if level == 0 {
                Err("none".to_owned())
            } else {
                Ok(10)
            }
        );
    }
    assert_eq!(made_module::LEVEL, made_module::blocking::LEVEL);
}

/// Nothing but the heads of modules comes as fragments.
macro_rules! headed {
    ($vis:vis, $name:ident, $level:meta) => {
        #[maybe_async]
        #[$level]
        $vis mod $name {
            #![$level]

            #[$level]
            $vis mod inner {
                #![$level]

                pub(crate) async fn double(x: u32) -> u32 {
                    let late = async { x + 1 };
                    late.await * 2
                }
            }
        }
    };
}

headed!(pub(crate), headed, allow(clippy::unused_async));

#[test]
fn heads_of_modules() {
    let (value, _) = both(headed::inner::double(2), || {
        headed::blocking::inner::double(2)
    });
    assert_eq!(value, 6);
}

/// Both halves of a tree made by one macro.
macro_rules! tree {
    ($half:ident, $give:path, $($item:item)*) => {
        pub(super) mod $half {
            #[allow(unused_imports, reason = "one half needs fewer of them")]
            use await_me_maybe::$half::{maybe_async, only_async, only_blocking};
            use $give as give;

            $($item)*
        }
    };
}
macro_rules! both_halves {
    ($($items:tt)*) => {
        tree! { asynchronous, await_me_maybe_tests::give, $($items)* }
        tree! { blocking, await_me_maybe_tests::give_blocking, $($items)* }
    };
}

mod tree {
    both_halves! {
        #[maybe_async]
        pub(crate) async fn sum(list: &[u32]) -> u32 {
            let mut sum = 0;
            for n in list {
                let late = async { give(*n * 2).await };
                sum += late.await;
            }
            #[only_blocking]
            let sum = sum + 0;
            sum
        }
    }
}

#[test]
fn trees() {
    let (value, log) = both(tree::asynchronous::sum(&[1, 2]), || {
        tree::blocking::sum(&[1, 2])
    });
    assert_eq!(value, 6);
    assert_eq!(log, ["give 2", "give 4"]);
}

/// Variables of a macro and of its caller, of one name: they stay two.
macro_rules! hygienic {
    ($name:ident, $x:ident, $value:expr, $future:expr) => {
        #[maybe_async(twins(leaf))]
        async fn $name($x: u32) -> u32 {
            let x = leaf(100).await;
            let closure = async |x: u32| leaf(x + $x).await;
            let late = async { x + $value };
            let early = leaf($x + x);
            let inner = $future.await;
            let called = closure(1000).await;
            let (x, y) = (x, $value);
            x + y + late.await + early.await + inner + called
        }
    };
}

hygienic!(two_of_a_name, x, x + 1, async { leaf(x).await });

#[test]
fn variables_of_macros() {
    let (value, log) = both(two_of_a_name(5), || two_of_a_name_blocking(5));
    assert_eq!(value, 100 + 6 + 106 + 105 + 5 + 1005);
    assert_eq!(log, ["give 100", "give 5", "give 1005", "give 105"]);
}

/// Statements, and a body of single tokens.
macro_rules! statements {
    ($first:stmt, $second:stmt, { $($body:tt)* }, $count:ident) => {
        #[maybe_async]
        async fn statements($count: &Cell<u32>) -> u32 {
            $first $second
            $($body)*
        }
    };
}

statements! {let first = give(1).await, let _guard = give(first * 5).await, {
    count.set(first);
    log("between");
    let late = async { give(first + 1).await };
    late.await + first
}, count}

#[test]
fn statement_fragments() {
    let (one, two) = <(Cell<u32>, Cell<u32>)>::default();
    let (value, log) = both(statements(&one), || statements_blocking(&two));
    assert_eq!(value, 3);
    assert_eq!(log, ["give 1", "give 5", "between", "give 2"]);
    assert_eq!((one.get(), two.get()), (1, 1));
}
