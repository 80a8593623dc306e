//! `tokio::sync::RwLock` and its guards.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::sync::{
        OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, RwLockMappedWriteGuard,
        RwLockReadGuard, RwLockWriteGuard,
    };

    fn assert_send<T: Send>(_: &T) {}
    fn assert_sync<T: Sync>(_: &T) {}

    pub(super) async fn states() -> Vec<String> {
        let mut lock = RwLock::const_new(1);
        *lock.get_mut() += 1;
        let mut seen = vec![format!("{lock:?}")];
        let reader = lock.read().await;
        let other = lock.try_read().unwrap();
        assert_send(&reader);
        assert_sync(&reader);
        seen.push(format!("{lock:?} {reader:?} {other}"));
        seen.push(format!("{:?}", lock.try_write().unwrap_err()));
        drop((reader, other));
        let mut writer = lock.write().await;
        assert_send(&writer);
        *writer += 1;
        seen.push(format!("{lock:?} {writer:?} {writer}"));
        seen.push(format!("{}", lock.try_read().unwrap_err()));
        drop(writer);
        *lock.try_write().unwrap() += 1;
        seen.push(format!("{:?}", lock.into_inner()));
        seen.push(format!(
            "{:?} {:?}",
            RwLock::from("a"),
            <RwLock<u8>>::default()
        ));
        seen
    }

    pub(super) async fn owned() -> Vec<u32> {
        let lock = Arc::new(RwLock::new(1));
        let mut writer: OwnedRwLockWriteGuard<u32> = lock.clone().write_owned().await;
        assert!(lock.clone().try_read_owned().is_err());
        assert!(lock.clone().try_write_owned().is_err());
        let task = tokio::spawn(async move {
            *writer += 1;
            writer.downgrade()
        });
        let reader: OwnedRwLockReadGuard<u32> = task.await.unwrap();
        let other = lock.clone().read_owned().await;
        assert!(lock.clone().try_write_owned().is_err());
        let last = Arc::downgrade(&lock);
        drop(lock);
        let both = *reader + *other;
        drop(reader);
        assert!(last.upgrade().is_some());
        drop(other);
        assert!(last.upgrade().is_none());
        vec![both]
    }

    pub(super) async fn parts() -> Vec<String> {
        let lock = RwLock::new((1, vec![2, 3]));
        let list: RwLockReadGuard<'_, Vec<i32>> =
            RwLockReadGuard::map(lock.read().await, |pair| &pair.1);
        let first = RwLockReadGuard::try_map(list, |list| list.first()).unwrap();
        assert_send(&first);
        let mut seen = vec![format!("{first:?} {first}")];
        let refused = RwLockReadGuard::try_map(first, |_| None::<&u8>).unwrap_err();
        seen.push(refused.to_string());
        drop(refused);

        let mut list: RwLockMappedWriteGuard<'_, Vec<i32>> =
            RwLockWriteGuard::map(lock.write().await, |pair| &mut pair.1);
        list.push(4);
        assert!(lock.try_read().is_err());
        let mut end = RwLockMappedWriteGuard::try_map(list, |list| list.last_mut()).unwrap();
        assert_send(&end);
        *end += 10;
        seen.push(format!("{end:?} {end}"));
        let same = RwLockMappedWriteGuard::map(end, |number| number);
        seen.push(same.to_string());
        drop(same);

        let whole = RwLockWriteGuard::try_map(lock.write().await, |_| None::<&mut u8>);
        let whole = whole.unwrap_err();
        let number = RwLockWriteGuard::downgrade_map(whole, |pair| &pair.0);
        assert!(lock.try_read().is_ok());
        seen.push(number.to_string());
        drop(number);
        let mapped = RwLockWriteGuard::into_mapped(lock.write().await);
        drop(mapped);
        let part = RwLockWriteGuard::try_map(lock.write().await, |pair| Some(&mut pair.0));
        *part.unwrap() += 1;
        seen.push(format!("{lock:?}"));
        seen
    }

    /// No writer comes between a writer and the reader that it becomes.
    pub(super) async fn downgraded() -> Vec<u32> {
        let lock = Arc::new(RwLock::new(1));
        let writer = lock.write().await;
        let waiting = Arc::clone(&lock);
        let other = tokio::spawn(async move {
            *waiting.write().await = 2;
        });
        tokio::time::sleep(Duration::from_millis(40)).await;
        let reader = writer.downgrade();
        tokio::time::sleep(Duration::from_millis(20)).await;
        let kept = *reader;
        drop(reader);
        other.await.unwrap();
        vec![kept, *lock.read().await]
    }

    /// A reader that comes behind a waiting writer waits for it.
    pub(super) async fn in_order() -> Vec<&'static str> {
        let log = Arc::new(std::sync::Mutex::new(Vec::new()));
        let lock = Arc::new(RwLock::new(()));
        let reader = lock.read().await;
        let (lock2, log2) = (Arc::clone(&lock), Arc::clone(&log));
        let writer = tokio::spawn(async move {
            let _guard = lock2.write().await;
            log2.lock().unwrap().push("writer");
        });
        tokio::time::sleep(Duration::from_millis(40)).await;
        let refused = lock.try_read().is_err();
        let (lock3, log3) = (Arc::clone(&lock), Arc::clone(&log));
        let late = tokio::spawn(async move {
            let _guard = lock3.read().await;
            log3.lock().unwrap().push("late reader");
        });
        tokio::time::sleep(Duration::from_millis(40)).await;
        log.lock()
            .unwrap()
            .push(if refused { "refused" } else { "not refused" });
        drop(reader);
        writer.await.unwrap();
        late.await.unwrap();
        let log = log.lock().unwrap();
        log.clone()
    }

    pub(super) async fn contended() -> (u32, bool) {
        let pair = Arc::new(RwLock::new((0, 0)));
        let mut tasks = Vec::new();
        for n in 0..8 {
            let pair = Arc::clone(&pair);
            tasks.push(tokio::spawn(async move {
                let mut equal = true;
                for _ in 0..50 {
                    if n % 2 == 0 {
                        let mut pair = pair.write().await;
                        pair.0 += 1;
                        tokio::task::yield_now().await;
                        pair.1 += 1;
                    } else {
                        let pair = pair.read().await;
                        let first = pair.0;
                        tokio::task::yield_now().await;
                        equal &= first == pair.1;
                    }
                }
                equal
            }));
        }
        let mut equal = true;
        for task in tasks {
            equal &= task.await.unwrap();
        }
        let sum = pair.read().await.0;
        (sum, equal)
    }

    pub(super) async fn panics() -> (bool, u32) {
        let lock = Arc::new(RwLock::new(1));
        let held = Arc::clone(&lock);
        let task = tokio::spawn(async move {
            let mut guard = held.write().await;
            *guard = 2;
            panic!("on purpose");
        });
        let failed = task.await.is_err();
        (failed, *lock.read().await)
    }
}

#[test]
fn states() {
    let seen = both(suite::states(), suite::blocking::states);
    assert_eq!(seen[0], "RwLock { data: 2 }");
    assert_eq!(seen[3], "RwLock { data: <locked> } 3 3");
}

#[test]
fn owned() {
    assert_eq!(both(suite::owned(), suite::blocking::owned), [4]);
}

#[test]
fn parts() {
    let seen = both(suite::parts(), suite::blocking::parts);
    assert_eq!(seen.last().unwrap(), "RwLock { data: (2, [2, 3, 14]) }");
}

#[test]
fn downgraded() {
    assert_eq!(
        both(suite::downgraded(), suite::blocking::downgraded),
        [1, 2]
    );
}

#[test]
fn in_order() {
    let log = both(suite::in_order(), suite::blocking::in_order);
    assert_eq!(log, ["refused", "writer", "late reader"]);
}

#[test]
fn contended() {
    let found = both(suite::contended(), suite::blocking::contended);
    assert_eq!(found, (200, true));
}

#[test]
fn panics_poison_nothing() {
    assert_eq!(both(suite::panics(), suite::blocking::panics), (true, 2));
}
