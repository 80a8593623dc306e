//! Futures that give streams, streams into sinks, and what adaptors are made of.

use std::convert::Infallible;

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::convert::Infallible;
    use std::hash::{DefaultHasher, Hasher};

    use futures::channel::mpsc;
    use futures::future::{Either, FutureExt};
    use futures::sink::{self, SinkExt};
    use futures::stream::{self, StreamExt};

    pub(crate) async fn streams_of_futures() -> Vec<i32> {
        let flat = async { stream::iter([1, 2]) }.flatten_stream();
        flat.collect().await
    }

    pub(crate) async fn forwarded() -> Vec<String> {
        let mut seen = Vec::new();
        let (sender, receiver) = mpsc::unbounded();
        let result = stream::iter([Ok(1), Ok(2)]).forward(sender).await;
        seen.push(format!(
            "{result:?} {:?}",
            receiver.collect::<Vec<i32>>().await
        ));
        let result = stream::iter([Ok(1), Err("fault"), Ok(2)])
            .forward(sink::drain().sink_map_err(|_: Infallible| "never"))
            .await;
        seen.push(format!("{result:?}"));
        seen
    }

    pub(crate) async fn senders() -> Vec<bool> {
        fn hashed(hash: impl FnOnce(&mut DefaultHasher)) -> u64 {
            let mut hasher = DefaultHasher::new();
            hash(&mut hasher);
            hasher.finish()
        }

        let (mut sender, mut receiver) = mpsc::channel(2);
        let (mut unbounded, mut other) = mpsc::unbounded();
        let mut seen = vec![
            sender.start_send(1).is_ok(),
            unbounded.start_send(1).is_ok(),
        ];
        seen.push(receiver.next().await == Some(1) && other.next().await == Some(1));
        let same = sender.clone();
        let one = hashed(|hasher| sender.hash_receiver(hasher));
        seen.push(one == hashed(|hasher| same.hash_receiver(hasher)));
        let one = hashed(|hasher| unbounded.hash_receiver(hasher));
        seen.push(one == hashed(|hasher| unbounded.clone().hash_receiver(hasher)));
        seen
    }

    pub(crate) async fn factored() -> String {
        let left: Either<(u8, &str), (u8, bool)> = Either::Left((async { 1 }.await, "a"));
        let right: Either<(u8, &str), (bool, &str)> = Either::Right((true, "b"));
        format!("{:?} {:?}", left.factor_first(), right.factor_second())
    }
}

#[test]
fn futures_give_streams() {
    let seen = both(
        suite::streams_of_futures(),
        suite::blocking::streams_of_futures,
    );
    assert_eq!(seen, [1, 2]);
}

/// The attribute refuses this one: here it is called by hand.
#[test]
fn a_future_is_a_stream() {
    let asynchronous = async {
        use futures::{FutureExt as _, StreamExt as _};
        async { 3 }.into_stream().collect::<Vec<i32>>().await
    };
    let blocking = || {
        use await_me_maybe::mirror::futures::FutureExt as _;
        await_me_maybe::blocking::lazy(|| 3).into_stream().collect()
    };
    assert_eq!(both(asynchronous, blocking), [3]);
}

#[test]
fn streams_go_into_sinks() {
    let seen = both(suite::forwarded(), suite::blocking::forwarded);
    assert_eq!(seen, ["Ok(()) [1, 2]", r#"Err("fault")"#]);
}

/// What a sink that works on its items holds: called by hand.
#[test]
fn sinks_hold_others() {
    let asynchronous = async {
        use futures::sink::SinkExt as _;
        use futures::{future, stream};

        let mut with = Vec::new().with(|n: i32| future::ready(Ok::<_, Infallible>(2 * n)));
        with.send(1).await.unwrap();
        with.get_mut().push(3);
        let mut twice = Vec::new().with_flat_map(|n: i32| stream::iter([Ok(n), Ok(n)]));
        twice.send(4).await.unwrap();
        twice.get_mut().push(5);
        let mut both = Vec::new().fanout(Vec::new());
        both.send(6).await.unwrap();
        let lengths = [with.get_ref().len(), twice.get_ref().len()];
        (
            lengths,
            with.into_inner(),
            twice.into_inner(),
            both.into_inner(),
        )
    };
    let blocking = || {
        use await_me_maybe::mirror::futures::sink::SinkExt as _;
        use await_me_maybe::mirror::futures::stream;

        let mut with = Vec::new().with(|n: i32| Ok::<_, Infallible>(2 * n));
        with.send(1).unwrap();
        with.get_mut().push(3);
        let mut twice = Vec::new().with_flat_map(|n: i32| stream::iter([Ok(n), Ok(n)]));
        twice.send(4).unwrap();
        twice.get_mut().push(5);
        let mut both = Vec::new().fanout(Vec::new());
        both.send(6).unwrap();
        let lengths = [with.get_ref().len(), twice.get_ref().len()];
        (
            lengths,
            with.into_inner(),
            twice.into_inner(),
            both.into_inner(),
        )
    };
    let seen = both(asynchronous, blocking);
    assert_eq!(
        seen,
        ([2, 3], vec![2, 3], vec![4, 4, 5], (vec![6], vec![6]))
    );
}

#[test]
fn senders_know_their_receiver() {
    assert_eq!(both(suite::senders(), suite::blocking::senders), [true; 5]);
}

#[test]
fn sides_are_factored() {
    let seen = both(suite::factored(), suite::blocking::factored);
    assert_eq!(seen, r#"(1, Left("a")) (Right(true), "b")"#);
}
