//! Macros of the author's, called like those of std: what they make of their arguments is the same
//! in both halves.
#![allow(clippy::items_after_statements, reason = "programs here are odd")]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

macro_rules! matches {
    ($left:expr, $right:expr) => {
        $left == $right
    };
}
macro_rules! panic {
    ($value:expr) => {
        log(concat!("own panic ", stringify!($value)))
    };
}
macro_rules! vec {
    ($value:expr; $count:expr) => { $value * 10 + $count };
    ($($value:expr),*) => { 0 $(+ $value)* };
}
macro_rules! format {
    ($text:literal, $value:expr) => {
        $value + 1
    };
}
macro_rules! unreachable {
    () => {
        5
    };
}
macro_rules! dbg {
    ($value:expr) => {
        $value + 2
    };
}
macro_rules! assert_eq {
    ($left:expr, $right:expr) => {
        if $left != $right {
            log("own assert_eq");
        }
    };
}
macro_rules! awaited {
    ($value:expr) => {{
        log("own awaited");
        $value
    }};
}

#[maybe_async]
async fn shadowed(n: u32) -> u32 {
    panic!(n);
    assert_eq!(give(n).await, 1);
    let equal = matches!(give(n).await, 3);
    let list = vec![give(1).await, give(2).await];
    let repeated = vec![give(3).await; 4];
    let text = format!("{}", give(6).await);
    awaited!(u32::from(equal) + list + repeated + text + dbg!(give(7).await) + unreachable!())
}

#[test]
fn macros_of_both_halves() {
    let (value, log) = both(shadowed(3), || shadowed_blocking(3));
    std::assert_eq!(value, 1 + 3 + 34 + 7 + 9 + 5);
    std::assert_eq!(
        log.join(", "),
        "own panic n, give 3, own assert_eq, give 3, give 1, give 2, give 3, give 6, own awaited, \
         give 7"
    );
}

/// The names of attributes and derives too: ours are read by their paths.
mod attributes {
    use await_me_maybe_tests::give;

    pub(super) mod asynchronous {
        pub(crate) use await_me_maybe::asynchronous::{maybe_async, only_async, only_blocking};
    }
    pub(super) mod blocking {
        pub(crate) use await_me_maybe::blocking::{maybe_async, only_async, only_blocking};
    }

    pub(super) mod first {
        use super::asynchronous::{maybe_async, only_async, only_blocking};
        use super::give;

        #[maybe_async]
        pub(crate) async fn get(n: u32) -> u32 {
            give(n).await
        }
        #[only_async]
        pub(crate) const HALF: &str = "async";
        #[only_blocking]
        pub(crate) const HALF: &str = "blocking";
    }
    pub(super) mod second {
        use super::blocking::{maybe_async, only_async, only_blocking};
        use await_me_maybe_tests::give_blocking as give;

        #[maybe_async]
        pub(crate) async fn get(n: u32) -> u32 {
            give(n).await
        }
        #[only_async]
        pub(crate) const HALF: &str = "async";
        #[only_blocking]
        pub(crate) const HALF: &str = "blocking";
    }
}

#[test]
fn reexported_preludes() {
    let (value, _) = both(attributes::first::get(1), || attributes::second::get(1));
    std::assert_eq!(value, 1);
    std::assert_eq!(
        (attributes::first::HALF, attributes::second::HALF),
        ("async", "blocking")
    );
}
