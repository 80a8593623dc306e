//! `tokio::sync::Mutex` and its guards.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard};

    fn assert_send<T: Send>(_: &T) {}
    fn assert_sync<T: Sync>(_: &T) {}

    #[maybe_async(twin)]
    static COUNT: Mutex<u32> = Mutex::const_new(40);

    pub(super) async fn a_static() -> u32 {
        *COUNT.lock().await += 2;
        *COUNT.lock().await
    }

    pub(super) async fn states() -> Vec<String> {
        let mut lock = Mutex::new(1);
        *lock.get_mut() += 1;
        let mut seen = vec![format!("{lock:?}")];
        let guard = lock.lock().await;
        assert_send(&guard);
        assert_sync(&guard);
        seen.push(format!("{lock:?} {guard:?} {guard}"));
        let error = lock.try_lock().unwrap_err();
        seen.push(format!("{error} {error:?}"));
        assert!(std::ptr::eq(MutexGuard::mutex(&guard), &raw const lock));
        drop(guard);
        *lock.try_lock().unwrap() += 1;
        seen.push(format!("{:?}", lock.into_inner()));
        seen.push(format!(
            "{:?} {:?}",
            Mutex::from("a"),
            <Mutex<u8>>::default()
        ));
        seen
    }

    pub(super) async fn owned() -> Vec<u32> {
        let lock = Arc::new(Mutex::new(1));
        let mut guard: OwnedMutexGuard<u32> = lock.clone().lock_owned().await;
        assert!(lock.clone().try_lock_owned().is_err());
        let task = tokio::spawn(async move {
            *guard += 1;
            *guard
        });
        let in_task = task.await.unwrap();
        let after = *lock.clone().try_lock_owned().unwrap();
        let last = Arc::downgrade(&lock);
        let guard = lock.lock_owned().await;
        assert!(last.upgrade().is_some());
        let value = *guard;
        drop(guard);
        assert!(last.upgrade().is_none());
        vec![in_task, after, value]
    }

    pub(super) async fn unsized_values() -> String {
        let lock: Arc<Mutex<dyn std::fmt::Debug + Send>> = Arc::new(Mutex::new("text"));
        let guard = lock.clone().lock_owned().await;
        format!("{:?} {:?}", &*guard, lock)
    }

    pub(super) async fn parts() -> Vec<String> {
        let lock = Mutex::new((1, vec![2, 3]));
        let mut list: MappedMutexGuard<'_, Vec<i32>> =
            MutexGuard::map(lock.lock().await, |pair| &mut pair.1);
        list.push(4);
        assert!(lock.try_lock().is_err());
        let mut first = MappedMutexGuard::try_map(list, |list| list.first_mut()).unwrap();
        assert_send(&first);
        *first += 10;
        let mut seen = vec![format!("{first:?} {first}")];
        let refused = MappedMutexGuard::try_map(first, |_| None::<&mut u8>).unwrap_err();
        seen.push(refused.to_string());
        drop(refused);
        let whole = MutexGuard::try_map(lock.lock().await, |_| None::<&mut u8>).unwrap_err();
        seen.push(format!("{:?}", *whole));
        drop(whole);
        let part = MutexGuard::try_map(lock.lock().await, |pair| Some(&mut pair.0)).unwrap();
        let part = MappedMutexGuard::map(part, |number| number);
        seen.push(part.to_string());
        drop(part);
        seen.push(format!("{lock:?}"));
        seen
    }

    /// Many tasks, each of which reads and writes in two steps.
    pub(super) async fn contended() -> u32 {
        let count = Arc::new(Mutex::new(0));
        let mut tasks = Vec::new();
        for _ in 0..8 {
            let count = Arc::clone(&count);
            tasks.push(tokio::spawn(async move {
                for _ in 0..100 {
                    let mut guard = count.lock().await;
                    let before = *guard;
                    tokio::task::yield_now().await;
                    *guard = before + 1;
                }
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        Arc::into_inner(count).unwrap().into_inner()
    }

    /// Who gives a lock back and asks again comes last.
    pub(super) async fn in_order() -> Vec<u32> {
        let log = Arc::new(Mutex::new(Vec::new()));
        let mut guard = log.lock().await;
        let mut tasks = Vec::new();
        for n in 1..=3 {
            let log = Arc::clone(&log);
            tasks.push(tokio::spawn(async move { log.lock().await.push(n) }));
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        guard.push(0);
        drop(guard);
        log.lock().await.push(4);
        for task in tasks {
            task.await.unwrap();
        }
        let log = log.lock().await;
        log.clone()
    }

    /// Two tasks that ask again at once, and hold the lock for less than it takes most locks to
    /// become fair: whether they take turns, but for the times when one is late.
    pub(super) async fn in_turn() -> bool {
        let log = Arc::new(Mutex::new(Vec::new()));
        let start = log.lock().await;
        let mut tasks = Vec::new();
        for n in 0..2 {
            let log = Arc::clone(&log);
            tasks.push(tokio::spawn(async move {
                for _ in 0..40 {
                    let mut log = log.lock().await;
                    std::thread::sleep(Duration::from_micros(100));
                    log.push(n);
                }
            }));
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
        drop(start);
        for task in tasks {
            task.await.unwrap();
        }
        let log = log.lock().await;
        log.windows(2).filter(|pair| pair[0] == pair[1]).count() < 20
    }

    pub(super) async fn panics() -> (bool, u32) {
        let lock = Arc::new(Mutex::new(1));
        let held = Arc::clone(&lock);
        let task = tokio::spawn(async move {
            let mut guard = held.lock().await;
            *guard = 2;
            panic!("on purpose");
        });
        let failed = task.await.is_err();
        (failed, *lock.lock().await)
    }
}

#[test]
fn statics() {
    assert_eq!(both(suite::a_static(), suite::blocking::a_static), 42);
}

#[test]
fn states() {
    let seen = both(suite::states(), suite::blocking::states);
    assert_eq!(seen[0], "Mutex { data: 2 }");
    assert_eq!(seen[2], "operation would block TryLockError(())");
}

#[test]
fn owned() {
    assert_eq!(both(suite::owned(), suite::blocking::owned), [2, 2, 2]);
}

#[test]
fn unsized_values() {
    let seen = both(suite::unsized_values(), suite::blocking::unsized_values);
    assert_eq!(seen, "\"text\" Mutex { data: <locked> }");
}

#[test]
fn parts() {
    let seen = both(suite::parts(), suite::blocking::parts);
    assert_eq!(seen.last().unwrap(), "Mutex { data: (1, [12, 3, 4]) }");
}

#[test]
fn contended() {
    assert_eq!(both(suite::contended(), suite::blocking::contended), 800);
}

#[test]
fn in_order() {
    let log = both(suite::in_order(), suite::blocking::in_order);
    assert_eq!(log, [0, 1, 2, 3, 4]);
}

#[test]
fn in_turn() {
    assert!(both(suite::in_turn(), suite::blocking::in_turn));
}

#[test]
fn panics_poison_nothing() {
    assert_eq!(both(suite::panics(), suite::blocking::panics), (true, 2));
}
