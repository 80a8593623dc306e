//! `tokio::sync::oneshot`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::sync::oneshot::error::{RecvError, TryRecvError};
    use tokio::sync::oneshot::{self, Receiver, Sender};

    fn assert_shared<T: Send + Sync>(_: &T) {}

    pub(super) async fn sent_later() -> Result<u32, RecvError> {
        let (sender, receiver) = oneshot::channel();
        assert_shared(&sender);
        assert_shared(&receiver);
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(30)).await;
            sender.send(1).unwrap();
        });
        receiver.await
    }

    pub(super) async fn by_reference() -> Vec<String> {
        let (sender, mut receiver): (Sender<u8>, Receiver<u8>) = oneshot::channel();
        let mut seen = vec![format!("{:?}", receiver.try_recv())];
        seen.push(format!(
            "{} {}",
            receiver.is_empty(),
            receiver.is_terminated()
        ));
        sender.send(1).unwrap();
        seen.push(format!(
            "{} {}",
            receiver.is_empty(),
            receiver.is_terminated()
        ));
        seen.push(format!("{:?}", (&mut receiver).await));
        seen.push(format!(
            "{} {}",
            receiver.is_empty(),
            receiver.is_terminated()
        ));
        seen.push(format!("{:?}", receiver.try_recv()));
        let again = tokio::spawn(async move { receiver.await.is_ok() });
        seen.push(format!("{}", again.await.is_err()));
        seen
    }

    pub(super) async fn never_sent() -> Vec<String> {
        let (sender, receiver) = oneshot::channel::<u8>();
        let task = tokio::spawn(receiver);
        tokio::time::sleep(Duration::from_millis(30)).await;
        drop(sender);
        let error = task.await.unwrap().unwrap_err();
        let (sender, mut receiver) = oneshot::channel::<u8>();
        let empty: TryRecvError = receiver.try_recv().unwrap_err();
        drop(sender);
        let closed = receiver.try_recv().unwrap_err();
        vec![
            format!("{error} {error:?} {}", error == error.clone()),
            format!("{empty} {empty:?} {closed} {closed:?}"),
        ]
    }

    pub(super) async fn closed() -> Vec<String> {
        let (mut sender, receiver) = oneshot::channel::<u8>();
        let mut seen = vec![format!("{}", sender.is_closed())];
        let task = tokio::spawn(async move {
            sender.closed().await;
            sender.send(1)
        });
        tokio::time::sleep(Duration::from_millis(30)).await;
        seen.push(format!("{}", task.is_finished()));
        drop(receiver);
        seen.push(format!("{:?}", task.await.unwrap()));

        let (sender, mut receiver) = oneshot::channel::<u8>();
        receiver.close();
        seen.push(format!("{} {:?}", sender.is_closed(), sender.send(2)));
        seen.push(format!("{:?}", receiver.await));

        // A value that was sent before can be received.
        let (sender, mut receiver) = oneshot::channel::<u8>();
        sender.send(3).unwrap();
        receiver.close();
        seen.push(format!("{:?}", receiver.await));
        seen
    }

    pub(super) async fn dropped_unseen() -> usize {
        let value = Arc::new(());
        let (sender, receiver) = oneshot::channel();
        sender.send(Arc::clone(&value)).unwrap();
        tokio::task::yield_now().await;
        drop(receiver);
        Arc::strong_count(&value)
    }

    async fn plus_one(number: impl Future<Output = Result<u32, RecvError>>) -> u32 {
        number.await.unwrap() + 1
    }

    /// As any future: passed on, boxed, stored.
    pub(super) async fn as_values() -> Vec<u32> {
        let mut receivers = Vec::new();
        for n in 1..=3 {
            let (sender, receiver) = oneshot::channel();
            tokio::spawn(async move { sender.send(n) });
            receivers.push(receiver);
        }
        let mut seen = Vec::new();
        for receiver in receivers {
            seen.push(plus_one(receiver).await);
        }
        let (sender, receiver) = oneshot::channel();
        sender.send(4).unwrap();
        let boxed: std::pin::Pin<Box<dyn Future<Output = Result<u32, RecvError>> + Send>> =
            Box::pin(receiver);
        seen.push(boxed.await.unwrap());
        seen
    }
}

#[test]
fn sent_later() {
    let (found, asynchronous) = (suite::blocking::sent_later(), suite::sent_later());
    assert_eq!(found.map_err(|error| error.to_string()), Ok(1));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    assert_eq!(runtime.block_on(asynchronous), Ok(1));
}

#[test]
fn by_reference() {
    let seen = both(suite::by_reference(), suite::blocking::by_reference);
    assert_eq!(seen[2..4], ["false false", "Ok(1)"]);
    assert_eq!(seen.last().unwrap(), "true");
}

#[test]
fn never_sent() {
    let seen = both(suite::never_sent(), suite::blocking::never_sent);
    assert_eq!(seen[0], "channel closed RecvError(()) true");
}

#[test]
fn closed() {
    let seen = both(suite::closed(), suite::blocking::closed);
    assert_eq!(seen[1..4], ["false", "Err(1)", "true Err(2)"]);
}

#[test]
fn dropped_unseen() {
    assert_eq!(
        both(suite::dropped_unseen(), suite::blocking::dropped_unseen),
        1
    );
}

#[test]
fn as_values() {
    assert_eq!(
        both(suite::as_values(), suite::blocking::as_values),
        [2, 3, 4, 4]
    );
}
