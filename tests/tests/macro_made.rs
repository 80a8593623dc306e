//! Items that a `macro_rules` makes: its fragments reach the attribute in invisible groups.
#![allow(
    clippy::let_and_return,
    reason = "a block fragment with a statement is what is tested"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};

macro_rules! function {
    ($(#[$meta:meta])* $vis:vis $name:ident, $ty:ty, $value:expr, $body:block) => {
        #[maybe_async]
        $(#[$meta])*
        $vis async fn $name() -> Result<$ty, String> {
            let early = async { $value * 2 };
            let number = give($value * 3).await;
            let inside: $ty = $body;
            Ok(early.await + number + inside)
        }
    };
}

function!(
    /// Documented here.
    pub(crate) made,
    u32,
    1 + 1,
    {
        let found = even(4).await?;
        found
    }
);
function!(failing, u32, 7, { even(5).await? });

/// Without its group, `1 + 1 * 2` would be 3.
#[test]
fn fragments_keep_their_groups() {
    let (value, log) = both(made(), made_blocking);
    assert_eq!(value, Ok(4 + 6 + 4));
    assert_eq!(log, ["give 6", "even 4?"]);
    let (value, _) = both(failing(), failing_blocking);
    assert_eq!(value, Err("5 is odd".to_owned()));
}

macro_rules! awaits {
    ($callee:expr, $argument:expr, $future:expr) => {
        #[maybe_async]
        async fn awaited_fragments(count: &std::cell::Cell<u32>) -> u32 {
            // A callee, an argument and a whole future as expression fragments.
            let called = $callee($argument).await;
            let run = $future.await;
            count.set(called + run);
            called * run
        }
    };
}

awaits!(give, 2 + 3, async {
    log("in the fragment");
    give(4).await
});

#[test]
fn awaited_expression_fragments() {
    let (one, two) = Default::default();
    let (value, log) = both(awaited_fragments(&one), || awaited_fragments_blocking(&two));
    assert_eq!(value, 20);
    assert_eq!(log, ["give 5", "in the fragment", "give 4"]);
    assert_eq!((one.get(), two.get()), (9, 9));
}

macro_rules! tails {
    ($condition:expr, $yes:expr, $no:expr) => {
        #[maybe_async(twins(tail))]
        async fn tail_fragments() -> u32 {
            let chosen = if $condition { $yes } else { $no };
            chosen.await + (if !$condition { $yes } else { $no }).await
        }
    };
}

tails!(1 == 2, tail(1), tail(2));

#[test]
fn branches_made_of_fragments() {
    let (value, log) = both(tail_fragments(), tail_fragments_blocking);
    assert_eq!(value, 3);
    assert_eq!(log, ["give 2", "give 1"]);
}

#[maybe_async]
async fn tail(n: u32) -> u32 {
    give(n).await
}

macro_rules! service {
    ($name:ident { $($method:ident -> $ty:ty { $body:expr })* }) => {
        struct $name(u32);

        #[maybe_async]
        impl $name {
            $(
                async fn $method(&self) -> $ty {
                    $body
                }
            )*

            async fn all(&self) -> u64 {
                0 $(+ u64::from(self.$method().await))*
            }
        }
    };
}

service!(Service {
    one -> u32 { give(1).await }
    two -> u8 { give(2u8).await }
});

#[test]
fn impls() {
    let (value, log) = both(async { Service(0).all().await }, || {
        Service(0).all_blocking()
    });
    assert_eq!(value + u64::from(Service(0).0), 3);
    assert_eq!(log, ["give 1", "give 2"]);
}

macro_rules! with_trait {
    ($name:ident: $($ty:ty => $value:expr),*) => {
        #[maybe_async]
        trait $name {
            async fn value(&self) -> u32;
            async fn plus(&self, n: u32) -> u32 {
                self.value().await + n
            }
        }
        $(
            #[maybe_async]
            impl $name for $ty {
                async fn value(&self) -> u32 {
                    give($value).await
                }
            }
        )*
    };
}

with_trait!(Valued: u8 => 1, Vec<String> => 2);

#[test]
fn traits_and_their_impls() {
    let both_sums = both(
        async { 0u8.plus(10).await + Vec::new().plus(20).await },
        || 0u8.plus_blocking(10) + Vec::new().plus_blocking(20),
    );
    assert_eq!(both_sums.0, 33);
}

macro_rules! callback {
    ($bound:path, $argument:ty) => {
        #[maybe_async]
        async fn calls_back(f: impl AsyncFn($argument) -> u32, other: impl $bound) -> u32 {
            f(1).await + u32::try_from(other.to_string().len()).unwrap_or(0)
        }
    };
}

callback!(std::fmt::Display, u32);

#[test]
fn bounds_and_types() {
    let (value, _) = both(calls_back(async |n| give(n).await, "abc"), || {
        calls_back_blocking(give_blocking, "abc")
    });
    assert_eq!(value, 4);
}

macro_rules! helped {
    ($name:ident, $value:expr) => {
        struct $name;

        #[maybe_async]
        impl $name {
            #[maybe_async(name = product_now)]
            async fn product(&self) -> u32 {
                give($value * 3).await
            }
        }
    };
}

helped!(Helped, 1 + 1);

/// The helper attribute is taken out of the async half, and nothing else.
#[test]
fn helper_attributes_keep_the_groups() {
    assert_eq!(futures::executor::block_on(Helped.product()), 6);
    assert_eq!(both(Helped.product(), || Helped.product_now()).0, 6);
}

macro_rules! in_macros {
    ($value:expr, $literal:literal, $ty:ty) => {
        #[maybe_async]
        async fn in_macros() -> (String, u32, bool) {
            let text = format!("{}{}{}", $literal, $value * 2, give($value * 3).await);
            let untouched = [$value * 2, 1].iter().sum::<u32>()
                + vec![0; $value * 2].iter().sum::<u32>();
            (text, untouched, matches!(give(1).await, n if n * $value == 2) && <$ty>::MAX > 0)
        }
    };
}

in_macros!(1 + 1, "l", u64);

#[test]
fn groups_in_macro_arguments() {
    let (value, _) = both(in_macros(), in_macros_blocking);
    assert_eq!(value, ("l46".to_owned(), 5, true));
}

macro_rules! attributed {
    ($(#[$attr:meta])* $name:ident) => {
        #[maybe_async]
        impl Attributed {
            $(#[$attr])*
            async fn $name(&self) -> u32 {
                1
            }

            async fn other(&self) -> u32 {
                2
            }
        }
    };
}

struct Attributed;

attributed!(
    #[must_use]
    #[maybe_async(skip)]
    alone
);

/// A helper attribute that is a fragment is taken out of the async half as well.
#[test]
fn helper_attributes_from_fragments() {
    let attributed = Attributed;
    assert_eq!(futures::executor::block_on(attributed.alone()), 1);
    assert_eq!(
        both(attributed.other(), || attributed.other_blocking()).0,
        2
    );
}
