//! `tokio::sync::mpsc`, with and without a bound.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::cell::Cell;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use tokio::sync::mpsc::error::{SendError, SendTimeoutError, TryRecvError, TrySendError};
    use tokio::sync::mpsc::{self, Receiver, Sender, UnboundedReceiver, UnboundedSender};

    fn assert_shared<T: Send + Sync>(_: &T) {}

    pub(super) async fn many_senders() -> Vec<u32> {
        let (sender, mut receiver) = mpsc::channel(3);
        for n in 0..4 {
            let sender = sender.clone();
            tokio::spawn(async move {
                for m in 0..50 {
                    sender.send(n * 50 + m).await.unwrap();
                }
            });
        }
        drop(sender);
        let mut seen = Vec::new();
        while let Some(n) = receiver.recv().await {
            seen.push(n);
        }
        for n in 0..4 {
            // Each sender's values come in its order.
            let own: Vec<u32> = seen.iter().copied().filter(|m| m / 50 == n).collect();
            assert!(own.is_sorted());
        }
        seen.sort_unstable();
        seen
    }

    /// A full channel makes its senders wait, in their order.
    pub(super) async fn full() -> Vec<u32> {
        let (sender, mut receiver) = mpsc::channel(1);
        sender.send(0).await.unwrap();
        let mut tasks = Vec::new();
        for n in 1..=3 {
            let sender = sender.clone();
            tasks.push(tokio::spawn(async move { sender.send(n).await.is_ok() }));
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        assert!(tasks.iter().all(|task| !task.is_finished()));
        drop(sender);
        let mut seen = Vec::new();
        while let Some(n) = receiver.recv().await {
            seen.push(n);
        }
        for task in tasks {
            assert!(task.await.unwrap());
        }
        seen
    }

    pub(super) async fn at_once() -> Vec<String> {
        let (sender, mut receiver): (Sender<u8>, Receiver<u8>) = mpsc::channel(2);
        assert_shared(&sender);
        assert_shared(&receiver);
        let mut seen = Vec::new();
        let mut state = |sender: &Sender<u8>, receiver: &Receiver<u8>| {
            seen.push(format!(
                "{} {} {} {} {} {}",
                sender.capacity(),
                sender.max_capacity(),
                receiver.capacity(),
                receiver.max_capacity(),
                receiver.len(),
                receiver.is_empty(),
            ));
        };
        state(&sender, &receiver);
        sender.try_send(1).unwrap();
        state(&sender, &receiver);
        sender.try_send(2).unwrap();
        let full = sender.try_send(3).unwrap_err();
        state(&sender, &receiver);
        assert_eq!(receiver.try_recv(), Ok(1));
        assert_eq!(receiver.recv().await, Some(2));
        let empty = receiver.try_recv().unwrap_err();
        receiver.close();
        let closed = sender.try_send(4).unwrap_err();
        let at_end = receiver.try_recv().unwrap_err();
        assert_eq!(receiver.recv().await, None);
        seen.push(format!("{full} {full:?} {}", full.into_inner()));
        seen.push(format!("{closed} {closed:?} {}", closed.into_inner()));
        seen.push(format!("{empty} {empty:?} {at_end} {at_end:?}"));
        let unsent = sender.send(5).await.unwrap_err();
        seen.push(format!("{unsent} {unsent:?} {}", unsent.0));
        seen.push(format!(
            "{:?}",
            TrySendError::from(SendError(6)) == TrySendError::Closed(6)
        ));
        seen
    }

    /// What was sent, or has a permit, is received after the channel was closed.
    pub(super) async fn closed_with_permits() -> Vec<Option<u32>> {
        let (sender, mut receiver) = mpsc::channel(3);
        sender.send(1).await.unwrap();
        let permit = sender.reserve().await.unwrap();
        let unused = sender.clone().reserve_owned().await.unwrap();
        assert!(sender.try_reserve().is_err());
        receiver.close();
        assert!(sender.is_closed() && receiver.is_closed());
        assert!(sender.reserve().await.is_err());
        let first = receiver.recv().await;
        assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
        let task = tokio::spawn(async move { (receiver.recv().await, receiver.recv().await) });
        tokio::time::sleep(Duration::from_millis(30)).await;
        permit.send(2);
        tokio::time::sleep(Duration::from_millis(30)).await;
        drop(unused);
        let (second, third) = task.await.unwrap();
        vec![first, second, third]
    }

    pub(super) async fn permits() -> Vec<usize> {
        let (sender, mut receiver) = mpsc::channel(4);
        let mut many = sender.reserve_many(3).await.unwrap();
        let mut seen = vec![sender.capacity(), many.len()];
        many.next().unwrap().send('a');
        drop(many.next());
        seen.push(sender.capacity());
        drop(many);
        seen.push(sender.capacity());
        assert!(sender.try_reserve_many(4).is_err());
        assert!(matches!(
            sender.try_reserve_many(5),
            Err(TrySendError::Full(()))
        ));
        assert!(sender.reserve_many(5).await.is_err());
        assert_eq!(
            sender.try_reserve_many(3).unwrap().size_hint(),
            (3, Some(3))
        );
        sender.try_reserve().unwrap().send('b');
        let permit = sender.try_reserve_owned().unwrap();
        let sender = permit.send('c');
        let permit = sender.clone().try_reserve_owned().unwrap();
        assert!(permit.same_channel_as_sender(&sender));
        let refused = sender.clone().try_reserve_owned().unwrap_err().into_inner();
        assert!(refused.same_channel(&sender));
        let other = permit.release();
        let (one, another) = (
            other.reserve_owned().await.unwrap(),
            mpsc::channel::<char>(1).0,
        );
        assert!(one.same_channel(&one));
        assert!(!one.same_channel_as_sender(&another));
        drop(one);
        seen.push(sender.capacity());
        for expected in ['a', 'b', 'c'] {
            assert_eq!(receiver.recv().await, Some(expected));
        }
        seen
    }

    pub(super) async fn several_at_once() -> Vec<(usize, Vec<u32>)> {
        let (sender, mut receiver) = mpsc::channel(8);
        for n in 1..=5 {
            sender.send(n).await.unwrap();
        }
        let mut seen = Vec::new();
        let mut some = vec![0];
        seen.push((receiver.recv_many(&mut some, 0).await, some.clone()));
        seen.push((receiver.recv_many(&mut some, 3).await, some.clone()));
        assert_eq!(sender.capacity(), 6);
        seen.push((receiver.recv_many(&mut some, 9).await, some.clone()));
        let task = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(30)).await;
            sender.send(6).await.unwrap();
        });
        seen.push((receiver.recv_many(&mut some, 9).await, some.clone()));
        task.await.unwrap();
        seen.push((receiver.recv_many(&mut some, 9).await, some));
        seen
    }

    pub(super) async fn in_time() -> Vec<String> {
        let (sender, mut receiver) = mpsc::channel(1);
        let short = Duration::from_millis(30);
        sender.send_timeout(1, short).await.unwrap();
        let start = Instant::now();
        let late: SendTimeoutError<u32> = sender.send_timeout(2, short).await.unwrap_err();
        assert!(start.elapsed() >= short);
        let task = {
            let sender = sender.clone();
            tokio::spawn(async move { sender.send_timeout(3, Duration::from_secs(20)).await })
        };
        tokio::time::sleep(short).await;
        assert_eq!(receiver.recv().await, Some(1));
        task.await.unwrap().unwrap();
        assert_eq!(receiver.recv().await, Some(3));
        // Who gave up left nothing behind.
        assert_eq!(sender.capacity(), 1);
        drop(receiver);
        let closed = sender.send_timeout(4, short).await.unwrap_err();
        vec![
            format!("{late} {late:?} {}", late.into_inner()),
            format!("{closed} {closed:?} {}", closed.into_inner()),
        ]
    }

    pub(super) async fn counts() -> Vec<String> {
        let (sender, mut receiver) = mpsc::channel::<u8>(1);
        let (other, weak) = (sender.clone(), sender.downgrade());
        let weak2 = weak.clone();
        let mut seen = vec![format!(
            "{} {} {} {} {} {}",
            sender.strong_count(),
            sender.weak_count(),
            weak.strong_count(),
            weak2.weak_count(),
            receiver.sender_strong_count(),
            receiver.sender_weak_count(),
        )];
        drop(weak2);
        let upgraded = weak.upgrade().unwrap();
        seen.push(format!(
            "{} {} {}",
            upgraded.same_channel(&other),
            upgraded.strong_count(),
            weak.weak_count(),
        ));
        drop((sender, other, upgraded));
        seen.push(format!(
            "{} {}",
            weak.upgrade().is_none(),
            receiver.is_closed()
        ));
        assert_eq!(receiver.recv().await, None);
        seen
    }

    /// Senders learn that nobody receives, whether they wait for room or for that.
    pub(super) async fn receiver_dropped() -> (u32, bool, bool) {
        let (sender, receiver) = mpsc::channel(1);
        let value = Arc::new(());
        sender.send(Arc::clone(&value)).await.unwrap();
        let (waiting, watching) = (sender.clone(), sender.clone());
        let sent = Arc::clone(&value);
        let refused = tokio::spawn(async move { waiting.send(sent).await.is_err() });
        let watcher = tokio::spawn(async move { watching.closed().await });
        tokio::time::sleep(Duration::from_millis(40)).await;
        let early = watcher.is_finished();
        drop(receiver);
        watcher.await.unwrap();
        let refused = refused.await.unwrap();
        sender.closed().await;
        // What was in the channel is gone with its receiver.
        (
            u32::try_from(Arc::strong_count(&value)).unwrap(),
            early,
            refused,
        )
    }

    pub(super) async fn unbounded() -> Vec<String> {
        let (sender, mut receiver): (UnboundedSender<u32>, UnboundedReceiver<u32>) =
            mpsc::unbounded_channel();
        assert_shared(&sender);
        assert_shared(&receiver);
        for n in 0..1000 {
            sender.send(n).unwrap();
        }
        let mut seen = vec![format!("{} {}", receiver.len(), receiver.is_empty())];
        let mut some = Vec::new();
        seen.push(format!("{}", receiver.recv_many(&mut some, 998).await));
        seen.push(format!(
            "{:?} {:?}",
            receiver.recv().await,
            receiver.try_recv()
        ));
        seen.push(format!("{:?}", receiver.try_recv()));
        let weak = sender.downgrade();
        let late = weak.upgrade().unwrap();
        let task = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(30)).await;
            late.send(7).unwrap();
        });
        assert!(weak.upgrade().unwrap().same_channel(&sender));
        seen.push(format!(
            "{} {}",
            sender.strong_count(),
            weak.clone().weak_count()
        ));
        drop(sender);
        seen.push(format!(
            "{:?} {:?}",
            receiver.recv().await,
            receiver.recv().await
        ));
        task.await.unwrap();
        assert!(weak.upgrade().is_none());
        assert!(receiver.is_closed());
        let (sender, mut receiver) = mpsc::unbounded_channel();
        sender.send(1).unwrap();
        receiver.close();
        let unsent = sender.send(2).unwrap_err();
        seen.push(format!("{unsent} {unsent:?} {}", unsent.0));
        seen.push(format!(
            "{:?} {:?}",
            receiver.recv().await,
            receiver.recv().await
        ));
        assert!(sender.is_closed());
        sender.closed().await;
        seen
    }

    /// Values have to be `Send`, and nothing else, for the ends to be shared.
    pub(super) async fn values_that_are_not_sync() -> u32 {
        let (sender, mut receiver) = mpsc::channel(1);
        assert_shared(&sender);
        assert_shared(&receiver);
        sender.send(Cell::new(1)).await.unwrap();
        receiver.recv().await.unwrap().get()
    }

    pub(super) async fn no_room() -> bool {
        let task = tokio::spawn(async { drop(mpsc::channel::<u8>(0).0) });
        task.await.is_err()
    }
}

#[test]
fn many_senders() {
    let seen = both(suite::many_senders(), suite::blocking::many_senders);
    assert!(seen.into_iter().eq(0..200));
}

#[test]
fn full() {
    assert_eq!(both(suite::full(), suite::blocking::full), [0, 1, 2, 3]);
}

#[test]
fn at_once() {
    let seen = both(suite::at_once(), suite::blocking::at_once);
    assert_eq!(
        seen[..3],
        ["2 2 2 2 0 true", "1 2 1 2 1 false", "0 2 0 2 2 false"]
    );
}

#[test]
fn closed_with_permits() {
    let seen = both(
        suite::closed_with_permits(),
        suite::blocking::closed_with_permits,
    );
    assert_eq!(seen, [Some(1), Some(2), None]);
}

#[test]
fn permits() {
    assert_eq!(
        both(suite::permits(), suite::blocking::permits),
        [1, 3, 2, 3, 1]
    );
}

#[test]
fn several_at_once() {
    let seen = both(suite::several_at_once(), suite::blocking::several_at_once);
    let counts: Vec<usize> = seen.iter().map(|(count, _)| *count).collect();
    assert_eq!(counts, [0, 3, 2, 1, 0]);
}

#[test]
fn in_time() {
    let seen = both(suite::in_time(), suite::blocking::in_time);
    assert_eq!(
        seen[0],
        "timed out waiting on send operation \"Timeout(..)\" 2"
    );
}

#[test]
fn counts() {
    let seen = both(suite::counts(), suite::blocking::counts);
    assert_eq!(seen, ["2 2 2 2 2 2", "true 3 1", "true true"]);
}

#[test]
fn receiver_dropped() {
    let found = both(suite::receiver_dropped(), suite::blocking::receiver_dropped);
    assert_eq!(found, (1, false, true));
}

#[test]
fn unbounded() {
    let seen = both(suite::unbounded(), suite::blocking::unbounded);
    assert_eq!(seen[2], "Some(998) Ok(999)");
}

#[test]
fn values_that_are_not_sync() {
    let found = both(
        suite::values_that_are_not_sync(),
        suite::blocking::values_that_are_not_sync,
    );
    assert_eq!(found, 1);
}

#[test]
fn no_room() {
    assert!(both(suite::no_room(), suite::blocking::no_room));
}
