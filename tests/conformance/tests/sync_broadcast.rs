//! `tokio::sync::broadcast`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::cell::Cell;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use tokio::sync::broadcast::error::{RecvError, SendError, TryRecvError};
    use tokio::sync::broadcast::{self, Receiver, Sender};

    fn assert_shared<T: Send + Sync>(_: &T) {}

    pub(super) async fn to_all() -> Vec<String> {
        let (sender, mut one): (Sender<u32>, Receiver<u32>) = broadcast::channel(8);
        assert_shared(&sender);
        assert_shared(&one);
        let mut seen = vec![format!("{sender:?} {one:?} {:?}", sender.downgrade())];
        sender.send(1).unwrap();
        let mut other = sender.subscribe();
        seen.push(format!("{:?} {}", sender.send(2), sender.receiver_count()));
        seen.push(format!("{} {} {}", sender.len(), one.len(), other.len()));
        seen.push(format!("{:?} {:?}", one.recv().await, one.recv().await));
        seen.push(format!("{} {}", sender.len(), sender.is_empty()));
        seen.push(format!("{:?} {:?}", other.try_recv(), other.try_recv()));
        seen.push(format!("{} {}", sender.is_empty(), other.is_empty()));
        drop(one);
        let mut third = other.resubscribe();
        sender.send(3).unwrap();
        drop(sender);
        seen.push(format!("{:?} {:?}", other.recv().await, other.recv().await));
        seen.push(format!("{:?} {:?}", third.try_recv(), third.try_recv()));
        seen.push(format!(
            "{}",
            third.is_closed() && third.same_channel(&other)
        ));
        seen
    }

    pub(super) async fn lagging() -> Vec<String> {
        // Rounded up to four.
        let (sender, mut slow) = broadcast::channel(3);
        for n in 0..10 {
            sender.send(n).unwrap();
        }
        let mut seen = vec![format!("{} {}", slow.len(), sender.len())];
        seen.push(format!("{:?} {}", slow.recv().await, slow.len()));
        seen.push(format!("{:?} {:?}", slow.recv().await, slow.try_recv()));
        for n in 10..13 {
            sender.send(n).unwrap();
        }
        seen.push(format!("{:?} {:?}", slow.try_recv(), slow.try_recv()));
        drop(sender);
        for _ in 0..4 {
            seen.push(format!("{:?}", slow.recv().await));
        }
        seen
    }

    pub(super) async fn errors() -> Vec<String> {
        let (sender, receiver) = broadcast::channel(1);
        drop(receiver);
        sender.closed().await;
        let unsent: SendError<u8> = sender.send(1).unwrap_err();
        let (closed, lagged) = (RecvError::Closed, RecvError::Lagged(2));
        let empty = TryRecvError::Empty;
        vec![
            format!("{unsent} {unsent:?} {}", unsent.0),
            format!("{closed} {closed:?} {lagged} {lagged:?}"),
            format!("{empty} {empty:?} {}", TryRecvError::Closed),
            TryRecvError::Lagged(3).to_string(),
        ]
    }

    pub(super) async fn many() -> (u32, Vec<u32>) {
        let (sender, receiver) = broadcast::channel(1024);
        let mut tasks = Vec::new();
        for _ in 0..4 {
            let mut receiver = receiver.resubscribe();
            tasks.push(tokio::spawn(async move {
                let mut sum = 0;
                while let Ok(n) = receiver.recv().await {
                    sum += n;
                }
                sum
            }));
        }
        drop(receiver);
        let mut senders = Vec::new();
        for n in 0..3 {
            let sender = sender.clone();
            senders.push(tokio::spawn(async move {
                for m in 0..100 {
                    sender.send(n * 100 + m).unwrap();
                }
            }));
        }
        for task in senders {
            task.await.unwrap();
        }
        drop(sender);
        let mut sums = Vec::new();
        for task in tasks {
            sums.push(task.await.unwrap());
        }
        ((0..300).sum(), sums)
    }

    pub(super) async fn counts() -> Vec<String> {
        let sender = Sender::<u8>::new(2);
        let (weak, other) = (sender.downgrade(), sender.clone());
        let mut receiver = sender.subscribe();
        let mut seen = vec![format!(
            "{} {} {} {} {} {}",
            sender.strong_count(),
            sender.weak_count(),
            weak.clone().strong_count(),
            weak.weak_count(),
            receiver.sender_strong_count(),
            receiver.sender_weak_count(),
        )];
        let upgraded = weak.upgrade().unwrap();
        seen.push(format!("{}", upgraded.same_channel(&sender)));
        drop((sender, other, upgraded));
        seen.push(format!(
            "{} {:?}",
            weak.upgrade().is_none(),
            receiver.recv().await
        ));
        seen
    }

    pub(super) async fn closed() -> (bool, bool, bool) {
        let sender = Sender::<u8>::new(2);
        sender.closed().await;
        let (one, other) = (sender.subscribe(), sender.subscribe());
        let watching = sender.clone();
        let task = tokio::spawn(async move { watching.closed().await });
        drop(one);
        tokio::time::sleep(Duration::from_millis(30)).await;
        let early = task.is_finished();
        drop(other);
        task.await.unwrap();
        let refused = sender.send(1).is_err();
        let mut again = sender.subscribe();
        sender.send(2).unwrap();
        (early, refused, again.recv().await == Ok(2))
    }

    #[derive(Debug)]
    struct Counted(Arc<AtomicU32>);

    impl Clone for Counted {
        fn clone(&self) -> Self {
            self.0.fetch_add(1, Ordering::SeqCst);
            Counted(Arc::clone(&self.0))
        }
    }

    /// How often a value is cloned, and when it is dropped.
    pub(super) async fn values() -> Vec<usize> {
        let clones = Arc::new(AtomicU32::new(0));
        let (sender, mut one) = broadcast::channel(2);
        let mut other = sender.subscribe();
        let idle = sender.subscribe();
        sender.send(Counted(Arc::clone(&clones))).unwrap();
        let mut seen = vec![Arc::strong_count(&clones)];
        drop(one.recv().await);
        drop(other.recv().await);
        seen.push(Arc::strong_count(&clones));
        drop(idle);
        seen.push(Arc::strong_count(&clones));
        seen.push(clones.load(Ordering::SeqCst) as usize);
        for _ in 0..3 {
            sender.send(Counted(Arc::clone(&clones))).unwrap();
        }
        seen.push(Arc::strong_count(&clones));
        seen
    }

    pub(super) async fn values_that_are_not_sync() -> u32 {
        let (sender, mut receiver) = broadcast::channel(1);
        assert_shared(&sender);
        assert_shared(&receiver);
        sender.send(Cell::new(1)).unwrap();
        receiver.recv().await.unwrap().get()
    }

    pub(super) async fn no_room() -> bool {
        let task = tokio::spawn(async { drop(broadcast::channel::<u8>(0).0) });
        task.await.is_err()
    }
}

#[test]
fn to_all() {
    let seen = both(suite::to_all(), suite::blocking::to_all);
    assert_eq!(seen[1..4], ["Ok(2) 2", "2 2 1", "Ok(1) Ok(2)"]);
}

#[test]
fn lagging() {
    let seen = both(suite::lagging(), suite::blocking::lagging);
    assert_eq!(seen[..2], ["10 4", "Err(Lagged(6)) 4"]);
}

#[test]
fn errors() {
    let seen = both(suite::errors(), suite::blocking::errors);
    assert_eq!(seen[0], "channel closed SendError(1) 1");
}

#[test]
fn many() {
    let (sum, sums) = both(suite::many(), suite::blocking::many);
    assert_eq!(sums, [sum; 4]);
}

#[test]
fn counts() {
    let seen = both(suite::counts(), suite::blocking::counts);
    assert_eq!(seen, ["2 1 2 2 2 2", "true", "true Err(Closed)"]);
}

#[test]
fn closed() {
    let found = both(suite::closed(), suite::blocking::closed);
    assert_eq!(found, (false, true, true));
}

#[test]
fn values() {
    assert_eq!(
        both(suite::values(), suite::blocking::values),
        [2, 2, 1, 2, 3]
    );
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
