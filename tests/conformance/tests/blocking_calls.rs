//! The calls that block in tokio, too, made off its threads.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;

    use tokio::sync::{Mutex, RwLock, Semaphore, broadcast, mpsc, oneshot};
    use tokio::task;

    pub(crate) async fn locks() -> Vec<u32> {
        let mutex = Arc::new(Mutex::new(1));
        let lock = Arc::new(RwLock::new(10));
        let work = task::spawn_blocking(move || {
            *mutex.blocking_lock() += 1;
            *Arc::clone(&mutex).blocking_lock_owned() += 1;
            *lock.blocking_write() += 1;
            let read = *lock.blocking_read();
            let owned = mutex.blocking_lock_owned();
            vec![*owned, read]
        });
        work.await.unwrap()
    }

    pub(crate) async fn channels() -> String {
        let (sender, mut receiver) = mpsc::channel(4);
        let (unbounded, mut other) = mpsc::unbounded_channel();
        let (once, value) = oneshot::channel();
        let (all, mut each) = broadcast::channel(4);
        let work = task::spawn_blocking(move || {
            for n in 1..=3 {
                sender.blocking_send(n).unwrap();
                unbounded.send(10 * n).unwrap();
            }
            drop((sender, unbounded));
            once.send("once").unwrap();
            all.send("all").unwrap();

            let first = receiver.blocking_recv();
            let mut rest = Vec::new();
            let count = receiver.blocking_recv_many(&mut rest, 5);
            let tenth = other.blocking_recv();
            let mut tens = Vec::new();
            other.blocking_recv_many(&mut tens, 1);
            let last = (value.blocking_recv(), each.blocking_recv());
            format!("{first:?} {count} {rest:?} {tenth:?} {tens:?} {last:?}")
        });
        work.await.unwrap()
    }

    pub(crate) async fn consumed() -> u32 {
        tokio::task::consume_budget().await;
        let later = tokio::task::unconstrained(async { 1 });
        later.await
    }

    pub(crate) async fn permits() -> usize {
        let permits = Arc::new(Semaphore::new(9));
        let work = task::spawn_blocking(move || {
            permits.blocking_acquire().unwrap().forget();
            permits.blocking_acquire_many(2).unwrap().forget();
            Arc::clone(&permits)
                .blocking_acquire_owned()
                .unwrap()
                .forget();
            Arc::clone(&permits)
                .blocking_acquire_many_owned(3)
                .unwrap()
                .forget();
            permits.available_permits()
        });
        work.await.unwrap()
    }
}

#[test]
fn locks_are_waited_for() {
    assert_eq!(both(suite::locks(), suite::blocking::locks), [3, 11]);
}

#[test]
fn channels_are_waited_for() {
    let seen = both(suite::channels(), suite::blocking::channels);
    assert_eq!(
        seen,
        r#"Some(1) 2 [2, 3] Some(10) [20] (Ok("once"), Ok("all"))"#
    );
}

#[test]
fn permits_are_taken() {
    assert_eq!(both(suite::permits(), suite::blocking::permits), 2);
}

#[test]
fn a_budget_is_nothing_to_wait_for() {
    assert_eq!(both(suite::consumed(), suite::blocking::consumed), 1);
}
