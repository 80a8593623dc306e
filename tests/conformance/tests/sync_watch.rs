//! `tokio::sync::watch`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::time::Duration;

    use tokio::sync::watch::{self, Receiver, Ref, Sender};

    fn assert_shared<T: Send + Sync>(_: &T) {}

    pub(super) async fn versions() -> Vec<String> {
        let (sender, mut receiver): (Sender<u32>, Receiver<u32>) = watch::channel(1);
        assert_shared(&sender);
        assert_shared(&receiver);
        let mut seen = Vec::new();
        let mut state = |receiver: &Receiver<u32>| {
            let value: Ref<'_, u32> = receiver.borrow();
            seen.push(format!(
                "{} {} {:?}",
                *value,
                value.has_changed(),
                receiver.has_changed()
            ));
        };
        state(&receiver);
        sender.send(2).unwrap();
        state(&receiver);
        assert!(receiver.borrow_and_update().has_changed());
        state(&receiver);
        sender.send(3).unwrap();
        receiver.changed().await.unwrap();
        state(&receiver);
        receiver.mark_changed();
        state(&receiver);
        let mut clone = receiver.clone();
        receiver.mark_unchanged();
        state(&receiver);
        // A clone has seen what the other one had seen.
        clone.changed().await.unwrap();
        state(&clone);
        let fresh = sender.subscribe();
        state(&fresh);
        sender.send(3).unwrap();
        state(&fresh);
        drop(sender);
        state(&fresh);
        // A last value can still be seen.
        clone.changed().await.unwrap();
        let closed = clone.changed().await.unwrap_err();
        seen.push(format!("{closed} {closed:?} {}", clone.is_closed()));
        seen
    }

    pub(super) async fn senders() -> Vec<String> {
        let sender = Sender::new(vec![1]);
        let mut seen = vec![format!(
            "{} {}",
            sender.is_closed(),
            sender.receiver_count()
        )];
        let unsent = sender.send(vec![2]).unwrap_err();
        seen.push(format!(
            "{unsent} {unsent:?} {:?} {:?}",
            unsent.0,
            *sender.borrow()
        ));
        seen.push(format!("{:?}", sender.send_replace(vec![3])));
        let mut receiver = sender.subscribe();
        sender.send_modify(|list| list.push(4));
        seen.push(format!("{:?}", receiver.has_changed()));
        assert_eq!(*receiver.borrow_and_update(), [3, 4]);
        seen.push(format!("{}", sender.send_if_modified(|_| false)));
        seen.push(format!("{:?}", receiver.has_changed()));
        seen.push(format!(
            "{}",
            sender.send_if_modified(|list| list.pop().is_some())
        ));
        let other = sender.clone();
        seen.push(format!(
            "{} {}",
            sender.sender_count(),
            other.same_channel(&sender)
        ));
        drop(sender);
        seen.push(format!(
            "{:?} {}",
            receiver.has_changed(),
            receiver.is_closed()
        ));
        drop(other);
        seen.push(format!(
            "{:?} {}",
            receiver.has_changed(),
            receiver.is_closed()
        ));
        receiver.changed().await.unwrap();
        assert!(receiver.same_channel(&receiver.clone()));
        seen.push(format!("{:?}", *Sender::<u8>::default().borrow()));
        seen
    }

    pub(super) async fn waiting_for() -> Vec<String> {
        let (sender, mut receiver) = watch::channel(0);
        let mut other = receiver.clone();
        let task = tokio::spawn(async move {
            let mut calls = 0;
            let value = *other
                .wait_for(|n| {
                    calls += 1;
                    *n == 3
                })
                .await
                .unwrap();
            (value, calls > 1)
        });
        let at_once = *receiver.wait_for(|n| *n < 10).await.unwrap();
        for n in 1..=3 {
            tokio::time::sleep(Duration::from_millis(20)).await;
            sender.send(n).unwrap();
        }
        let mut seen = vec![format!("{at_once} {:?}", task.await.unwrap())];
        let late = receiver
            .wait_for(|n| *n == 3)
            .await
            .map(|value| value.has_changed());
        seen.push(format!("{late:?}"));
        sender.send(4).unwrap();
        drop(sender);
        let last = receiver.wait_for(|n| *n == 4).await.map(|value| *value);
        seen.push(format!("{last:?}"));
        let never = receiver.wait_for(|n| *n == 5).await.map(|value| *value);
        seen.push(format!("{never:?}"));
        seen
    }

    pub(super) async fn closed() -> (bool, bool) {
        let (sender, receiver) = watch::channel(0);
        let other = receiver.clone();
        let task = tokio::spawn(async move {
            sender.closed().await;
            sender.is_closed()
        });
        drop(receiver);
        tokio::time::sleep(Duration::from_millis(30)).await;
        let early = task.is_finished();
        drop(other);
        (early, task.await.unwrap())
    }

    /// Every task sees the last value, and none waits for ever.
    pub(super) async fn contended() -> Vec<u32> {
        let (sender, receiver) = watch::channel(0);
        let mut tasks = Vec::new();
        for _ in 0..4 {
            let mut receiver = receiver.clone();
            tasks.push(tokio::spawn(async move {
                let mut last = 0;
                while receiver.changed().await.is_ok() {
                    let value = *receiver.borrow_and_update();
                    assert!(value > last);
                    last = value;
                }
                last
            }));
        }
        for n in 1..=300 {
            sender.send(n).unwrap();
        }
        drop(sender);
        let mut seen = Vec::new();
        for task in tasks {
            seen.push(task.await.unwrap());
        }
        seen
    }

    /// A closure that panics changes no version, and poisons nothing.
    pub(super) async fn panics() -> Vec<String> {
        let (sender, mut receiver) = watch::channel(1);
        let failed = catch_unwind(AssertUnwindSafe(|| {
            sender.send_modify(|_| panic!("on purpose"));
        }));
        let mut seen = vec![format!("{} {:?}", failed.is_err(), receiver.has_changed())];
        sender.send(2).unwrap();
        receiver.changed().await.unwrap();
        seen.push(format!("{}", *receiver.borrow()));
        seen
    }
}

#[test]
fn versions() {
    let seen = both(suite::versions(), suite::blocking::versions);
    assert_eq!(seen[0], "1 false Ok(false)");
    assert_eq!(seen.last().unwrap(), "channel closed RecvError(()) true");
}

#[test]
fn senders() {
    let seen = both(suite::senders(), suite::blocking::senders);
    assert_eq!(seen[1], "channel closed SendError { .. } [2] [1]");
}

#[test]
fn waiting_for() {
    let seen = both(suite::waiting_for(), suite::blocking::waiting_for);
    assert_eq!(seen[0], "0 (3, true)");
}

#[test]
fn closed() {
    assert_eq!(
        both(suite::closed(), suite::blocking::closed),
        (false, true)
    );
}

#[test]
fn contended() {
    assert_eq!(
        both(suite::contended(), suite::blocking::contended),
        [300; 4]
    );
}

#[test]
fn panics_poison_nothing() {
    let seen = both(suite::panics(), suite::blocking::panics);
    assert_eq!(seen, ["true Ok(false)", "2"]);
}
