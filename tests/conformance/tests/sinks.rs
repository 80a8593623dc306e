//! Sinks and their adaptors, by effect.

/// Against `futures`.
mod asynchronous {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use await_me_maybe_conformance::halves::asynchronous::{cases, pinned, source, wait, work};
    use futures as library;

    include!("cases/sinks.rs");

    impl library::Sink<u8> for Logged<'_> {
        type Error = String;

        fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), String>> {
            Poll::Ready(Ok(()))
        }

        fn start_send(mut self: Pin<&mut Self>, item: u8) -> Result<(), String> {
            self.take(item)
        }

        fn poll_flush(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), String>> {
            self.flushed();
            Poll::Ready(Ok(()))
        }

        fn poll_close(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<(), String>> {
            self.closed();
            Poll::Ready(Ok(()))
        }
    }
}

/// Against the mirror.
mod blocking {
    use await_me_maybe::mirror::futures as library;
    use await_me_maybe_conformance::halves::blocking::{cases, pinned, source, wait, work};

    include!("cases/sinks.rs");

    impl library::Sink<u8> for Logged<'_> {
        type Error = String;

        fn sink_feed(&mut self, item: u8) -> Result<(), String> {
            self.take(item)
        }

        fn sink_flush(&mut self) -> Result<(), String> {
            self.flushed();
            Ok(())
        }

        fn sink_close(&mut self) -> Result<(), String> {
            self.closed();
            Ok(())
        }
    }
}

await_me_maybe_conformance::conform! {
    sent_and_fed
    sent_all
    forwarded
    with_a_closure
    with_many
    errors_are_mapped
    buffered
    to_both
    either_sink
    collections
    ends
}
