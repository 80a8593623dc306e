//! Streams of futures, one after the other: with futures that never wait, the library does the
//! same in the same order.

/// Against `futures`.
mod asynchronous {
    use await_me_maybe_conformance::halves::asynchronous::{
        cases, future, source, steps, wait, work,
    };
    use futures::stream::{FuturesOrdered, FuturesUnordered, StreamExt as _, TryStreamExt as _};

    macro_rules! concurrent {
        ($stream:expr, $method:ident($($argument:expr),*)) => {
            $stream.$method($($argument),*)
        };
    }

    include!("cases/concurrent.rs");
}

/// Against the policy.
mod blocking {
    use await_me_maybe::__private::sequential::{self, FuturesOrdered, FuturesUnordered};
    use await_me_maybe_conformance::halves::blocking::{cases, future, source, steps, wait, work};

    macro_rules! concurrent {
        ($stream:expr, $method:ident($($argument:expr),*)) => {
            sequential::$method($stream, $($argument),*)
        };
    }

    include!("cases/concurrent.rs");
}

await_me_maybe_conformance::conform! {
    buffered
    buffer_unordered
    try_buffered
    try_buffer_unordered
    dropped_early
    for_each_concurrent
    try_for_each_concurrent
    unordered_set
    ordered_set
}

#[test]
#[should_panic(expected = "a buffer for no futures would wait for ever")]
fn no_buffer() {
    let work = std::iter::empty::<fn() -> u8>();
    let _ = await_me_maybe::__private::sequential::buffered(work, 0);
}
