//! The adaptors of streams, item by item, behind ends and errors too, by effect.

/// Against `futures`.
mod asynchronous {
    use await_me_maybe_conformance::halves::asynchronous::{
        cases, pinned, source, steps, used_up, wait, work,
    };
    use futures as library;

    include!("cases/streams.rs");
    include!("cases/try_streams.rs");
}

/// Against the mirror.
mod blocking {
    use await_me_maybe::mirror::futures as library;
    use await_me_maybe_conformance::halves::blocking::{
        cases, pinned, source, steps, used_up, wait, work,
    };

    include!("cases/streams.rs");
    include!("cases/try_streams.rs");
}

await_me_maybe_conformance::conform! {
    adaptors_are_lazy
    then_works_between_pulls
    closures_see_what_is_pulled
    while_adaptors_remember
    chunks_go_on_behind_an_end
    chunks_outlast_a_panic
    streams_in_streams
    chained
    folded
    concatenated
    early_stops
    peeked
    one_and_the_rest
    the_next_one
    boxed_and_either
    unwound
    unfolded
    unfolded_too_far
    tried_to_unfold
    made_once
    simple_sources

    next_result
    results_are_mapped
    results_are_inspected
    failing_closures
    recovering_closures
    tried_filters
    tried_while
    tried_chunks
    tried_flatten
    tried_for_each
    tried_fold
    tried_collect
    tried_concat
    tried_predicates
    errors_are_converted
}
