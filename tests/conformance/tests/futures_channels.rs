//! Channels, the lock, and streams of receivers.

/// Against `futures`, `tokio` and `tokio_stream`.
mod asynchronous {
    use await_me_maybe_conformance::halves::asynchronous::{cases, steps, together, wait, work};
    use futures as library;
    use tokio as runtime;
    use tokio_stream as streams;

    macro_rules! received {
        ($receiver:expr) => {
            $receiver.await
        };
    }

    include!("cases/channels.rs");
}

/// Against the mirrors.
mod blocking {
    use await_me_maybe::mirror::futures as library;
    use await_me_maybe::mirror::tokio as runtime;
    use await_me_maybe::mirror::tokio_stream as streams;
    use await_me_maybe_conformance::halves::blocking::{cases, steps, together, wait, work};

    /// A receiver is a thunk.
    macro_rules! received {
        ($receiver:expr) => {
            await_me_maybe::__private::resolve($receiver)
        };
    }

    include!("cases/channels.rs");
}

await_me_maybe_conformance::conform! {
    room_in_a_bounded_channel
    room_of_each_sender
    closed_by_the_receiver
    closed_by_senders
    unbounded
    from_one_side_to_the_other
    receivers_are_streams
    one_value
    one_value_later
    canceled
    locked
    streams_of_tokio
    adaptors_of_tokio_stream
}
