//! The adaptors of futures, by effect.

#![allow(
    clippy::async_yields_async,
    clippy::manual_async_fn,
    reason = "futures are values here"
)]

/// Against `futures`.
mod asynchronous {
    use await_me_maybe_conformance::halves::asynchronous::{cases, future, wait, work};
    use futures as library;

    include!("cases/futures.rs");
}

/// Against the mirror.
mod blocking {
    use await_me_maybe::mirror::futures as library;
    use await_me_maybe_conformance::halves::blocking::{cases, future, work};

    /// What is awaited here is a thunk.
    macro_rules! wait {
        ($thunk:expr) => {
            await_me_maybe::__private::resolve($thunk)
        };
    }

    include!("cases/futures.rs");
}

await_me_maybe_conformance::conform! {
    outputs_are_mapped
    nothing_runs_before_it_is_awaited
    results_are_mapped
    recovered
    made_of_values
    boxed_and_chosen
    flattened
    missing
    caught
    awaited_through_references
}
