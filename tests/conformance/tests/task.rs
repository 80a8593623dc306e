//! `tokio::task` and `tokio::spawn`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::pin::Pin;
    use std::rc::Rc;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use tokio::sync::oneshot;
    use tokio::task::{self, AbortHandle, Id, JoinError, JoinHandle};

    fn assert_shared<T: Send + Sync>(_: &T) {}

    /// Numbers of tasks are not the same in both halves.
    fn without_id(text: &str, id: Id) -> String {
        text.replace(&id.to_string(), "N")
    }

    pub(super) async fn spawned() -> Vec<u32> {
        let count = Arc::new(AtomicU32::new(0));
        let own = Arc::clone(&count);
        let first: JoinHandle<u32> = tokio::spawn(async move {
            own.fetch_add(1, Ordering::SeqCst);
            task::yield_now().await;
            // What is not `Send` can be used between waits.
            let local = Rc::new(1);
            *local + 1
        });
        assert_shared(&first);
        let mut second = task::spawn_blocking(|| 3);
        let third = task::spawn(async { 4 });
        let mut seen = vec![first.await.unwrap()];
        seen.push((&mut second).await.unwrap());
        let boxed: Pin<Box<dyn Future<Output = Result<u32, JoinError>> + Send>> = Box::pin(third);
        seen.push(boxed.await.unwrap());
        seen.push(task::block_in_place(|| 5));
        seen.push(tokio::spawn(async { 6 }).await.unwrap());
        seen.push(count.load(Ordering::SeqCst));
        seen
    }

    /// It runs before it is awaited, and if it never is.
    pub(super) async fn detached() -> Vec<u32> {
        let (sender, receiver) = oneshot::channel();
        let (go, gate) = oneshot::channel::<()>();
        let handle = tokio::spawn(async move {
            gate.await.unwrap();
            sender.send(1).unwrap();
        });
        let early = u32::from(handle.is_finished());
        drop(handle);
        go.send(()).unwrap();
        vec![early, receiver.await.unwrap()]
    }

    pub(super) async fn finished() -> Vec<bool> {
        let (go, gate) = oneshot::channel::<()>();
        let mut handle = tokio::spawn(async move { gate.await.unwrap() });
        let other: AbortHandle = handle.abort_handle();
        let mut seen = vec![handle.is_finished(), other.is_finished()];
        seen.push(handle.id() == other.id());
        go.send(()).unwrap();
        (&mut handle).await.unwrap();
        seen.extend([handle.is_finished(), other.clone().is_finished()]);
        let again = tokio::spawn(async move { handle.await.is_ok() });
        seen.push(again.await.is_err());
        seen
    }

    pub(super) async fn panics() -> Vec<String> {
        let mut seen = Vec::new();
        for kind in 0..3 {
            let handle = tokio::spawn(async move {
                match kind {
                    0 => panic!("a literal"),
                    1 => panic!("formatted {kind}"),
                    _ => std::panic::panic_any(7_u8),
                }
            });
            let id = handle.id();
            let error: JoinError = handle.await.unwrap_err();
            assert_shared(&error);
            seen.push(without_id(&format!("{error} {error:?}"), id));
            seen.push(format!(
                "{} {} {}",
                error.is_panic(),
                error.is_cancelled(),
                error.id() == id
            ));
            let payload = error.try_into_panic().unwrap();
            seen.push(format!("{:?}", payload.downcast_ref::<u8>()));
        }
        let failed = task::spawn_blocking(|| panic!("on purpose")).await;
        let payload = failed.unwrap_err().into_panic();
        seen.push(format!("{:?}", payload.downcast_ref::<&str>()));
        let handle = tokio::spawn(async { panic!("on purpose") });
        let error = std::io::Error::from(handle.await.unwrap_err());
        seen.push(format!("{error} {:?}", error.kind()));
        seen
    }

    pub(super) async fn ids() -> Vec<bool> {
        let handle = tokio::spawn(async {
            let inner = tokio::spawn(async { task::id() });
            (task::id(), task::try_id(), inner.id(), inner.await.unwrap())
        });
        let id = handle.id();
        let (own, tried, expected, inner) = handle.await.unwrap();
        vec![
            own == id,
            tried == Some(id),
            inner == expected,
            inner != own,
            inner > own,
        ]
    }

    async fn joined(handle: impl Future<Output = Result<u32, JoinError>>) -> u32 {
        handle.await.unwrap_or_default()
    }

    pub(super) async fn as_values() -> Vec<u32> {
        let mut handles = Vec::new();
        for n in 1..=3 {
            handles.push(tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(20)).await;
                assert!(n != 2, "on purpose");
                n
            }));
        }
        let mut seen = Vec::new();
        for handle in handles {
            seen.push(joined(handle).await);
        }
        seen
    }

    /// Far more than there are cores.
    pub(super) async fn many() -> u32 {
        let mut handles = Vec::new();
        for n in 0..200 {
            handles.push(tokio::spawn(async move { n }));
        }
        let mut sum = 0;
        for handle in handles {
            sum += handle.await.unwrap();
        }
        sum
    }
}

#[test]
fn spawned() {
    assert_eq!(
        both(suite::spawned(), suite::blocking::spawned),
        [2, 3, 4, 5, 6, 1]
    );
}

#[test]
fn detached() {
    assert_eq!(both(suite::detached(), suite::blocking::detached), [0, 1]);
}

#[test]
fn finished() {
    let seen = both(suite::finished(), suite::blocking::finished);
    assert_eq!(seen, [false, false, true, true, true, true]);
}

#[test]
fn panics() {
    let seen = both(suite::panics(), suite::blocking::panics);
    assert_eq!(
        seen[..3],
        [
            "task N panicked with message \"a literal\" JoinError::Panic(Id(N), \"a literal\", ...)",
            "true false true",
            "None",
        ]
    );
}

#[test]
fn ids() {
    assert_eq!(both(suite::ids(), suite::blocking::ids), [true; 5]);
}

#[test]
fn as_values() {
    assert_eq!(
        both(suite::as_values(), suite::blocking::as_values),
        [1, 0, 3]
    );
}

#[test]
fn many() {
    assert_eq!(both(suite::many(), suite::blocking::many), 199 * 100);
}
