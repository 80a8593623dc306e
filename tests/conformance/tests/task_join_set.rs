//! `tokio::task::JoinSet`: with threads, and one task after the other.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async(join = threads)]
mod suite {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use tokio::sync::oneshot;
    use tokio::task::JoinSet;

    fn assert_shared<T: Send + Sync>(_: &T) {}

    async fn after(millis: u64, value: u32) -> u32 {
        tokio::time::sleep(Duration::from_millis(millis)).await;
        value
    }

    /// In the order in which they end.
    pub(super) async fn in_order() -> Vec<u32> {
        let mut set = JoinSet::new();
        assert_shared(&set);
        let slow = async { after(160, 1).await };
        let fast = async { after(20, 2).await };
        let middle = async { after(90, 3).await };
        set.spawn(slow);
        set.spawn(fast);
        set.spawn(middle);
        let mut seen = vec![u32::try_from(set.len()).unwrap()];
        while let Some(result) = set.join_next().await {
            seen.push(result.unwrap());
        }
        seen.push(u32::from(set.is_empty()));
        seen.push(u32::from(set.join_next().await.is_none()));
        seen
    }

    pub(super) async fn with_ids() -> Vec<String> {
        let mut set = JoinSet::new();
        let (good, bad) = (async { 1 }, async { panic!("on purpose") });
        let good = set.spawn(good);
        let (id, value) = set.join_next_with_id().await.unwrap().unwrap();
        let mut seen = vec![format!("{set:?} {} {value}", id == good.id())];
        let bad = set.spawn(bad);
        let error = set.join_next_with_id().await.unwrap().unwrap_err();
        seen.push(format!("{} {}", error.is_panic(), error.id() == bad.id()));
        seen.push(format!("{} {}", good.is_finished(), bad.is_finished()));
        seen
    }

    pub(super) async fn tried() -> Vec<String> {
        let mut set = JoinSet::new();
        let mut seen = vec![format!("{}", set.try_join_next().is_none())];
        let (go, gate) = oneshot::channel();
        let task = async move { gate.await.unwrap() };
        set.spawn(task);
        seen.push(format!("{} {}", set.try_join_next().is_none(), set.len()));
        go.send(7).unwrap();
        tokio::time::sleep(Duration::from_millis(40)).await;
        let found = set.try_join_next_with_id().map(|result| result.unwrap().1);
        seen.push(format!("{found:?} {}", set.len()));
        seen
    }

    pub(super) async fn all() -> Vec<u32> {
        let tasks = vec![after(90, 1), after(20, 2)];
        let set: JoinSet<u32> = tasks.into_iter().collect();
        let mut seen = set.join_all().await;
        let mut set = JoinSet::default();
        set.extend(vec![after(0, 3)]);
        set.spawn_blocking(|| 4);
        let mut rest = set.join_all().await;
        rest.sort_unstable();
        seen.extend(rest);
        seen
    }

    pub(super) async fn all_but_one_panics() -> Option<String> {
        let task = async {
            let mut set = JoinSet::new();
            let bad = async { panic!("on purpose") };
            set.spawn(bad);
            let values: Vec<u32> = set.join_all().await;
            values.len()
        };
        let handle = tokio::spawn(task);
        let payload = handle.await.unwrap_err().into_panic();
        payload.downcast_ref::<&str>().map(ToString::to_string)
    }

    pub(super) async fn detached() -> Vec<u32> {
        let count = Arc::new(AtomicU32::new(0));
        let mut set = JoinSet::new();
        let own = Arc::clone(&count);
        let task = async move {
            tokio::time::sleep(Duration::from_millis(40)).await;
            own.fetch_add(1, Ordering::SeqCst);
        };
        let handle = set.spawn(task);
        set.detach_all();
        let mut seen = vec![u32::try_from(set.len()).unwrap()];
        seen.push(u32::from(set.join_next().await.is_none()));
        while !handle.is_finished() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        seen.push(count.load(Ordering::SeqCst));
        seen
    }
}

#[test]
fn in_order() {
    let seen = both(suite::in_order(), suite::blocking::in_order);
    assert_eq!(seen, [3, 2, 3, 1, 1, 1]);
}

#[test]
fn with_ids() {
    let seen = both(suite::with_ids(), suite::blocking::with_ids);
    assert_eq!(
        seen,
        ["JoinSet { len: 0 } true 1", "true true", "true true"]
    );
}

#[test]
fn tried() {
    let seen = both(suite::tried(), suite::blocking::tried);
    assert_eq!(seen, ["true", "true 1", "Some(7) 0"]);
}

#[test]
fn all() {
    assert_eq!(both(suite::all(), suite::blocking::all), [2, 1, 3, 4]);
}

#[test]
fn all_but_one_panics() {
    let found = both(
        suite::all_but_one_panics(),
        suite::blocking::all_but_one_panics,
    );
    assert_eq!(found.as_deref(), Some("on purpose"));
}

#[test]
fn detached() {
    assert_eq!(
        both(suite::detached(), suite::blocking::detached),
        [0, 1, 1]
    );
}

/// `join = sequential`: what both halves have in common is all but the order.
#[maybe_async(join = sequential)]
mod sequential {
    use std::sync::{Arc, Mutex};

    use tokio::task::{Id, JoinSet};

    type Log = Arc<Mutex<Vec<u32>>>;

    async fn logged(log: Log, value: u32) -> (u32, Option<Id>) {
        log.lock().unwrap().push(value);
        tokio::task::yield_now().await;
        assert!(value != 2, "on purpose");
        (value, tokio::task::try_id())
    }

    pub(super) async fn each() -> (Vec<u32>, Vec<u32>, u32) {
        let log = Log::default();
        let mut set = JoinSet::new();
        let mut failed = 0;
        let mut seen = Vec::new();
        for n in 1..=3 {
            let handle = set.spawn(logged(Arc::clone(&log), n));
            match set.join_next_with_id().await.unwrap() {
                Ok((id, (value, inside))) => {
                    assert!(id == handle.id() && inside == Some(id));
                    seen.push(value);
                }
                Err(error) => {
                    assert!(error.is_panic() && error.id() == handle.id());
                    failed += 1;
                }
            }
            assert!(handle.is_finished());
        }
        assert!(set.is_empty() && set.join_next().await.is_none());
        assert!(set.try_join_next().is_none());
        let log = log.lock().unwrap().clone();
        (log, seen, failed)
    }

    pub(super) async fn all() -> Vec<u32> {
        let log = Log::default();
        let mut set: JoinSet<_> = vec![logged(Arc::clone(&log), 5)].into_iter().collect();
        set.extend(vec![logged(log, 6)]);
        set.spawn_blocking(|| (7, None));
        assert_eq!(set.len(), 3);
        assert_eq!(format!("{set:?}"), "JoinSet { len: 3 }");
        let mut values: Vec<u32> = set
            .join_all()
            .await
            .into_iter()
            .map(|pair| pair.0)
            .collect();
        values.sort_unstable();
        values
    }
}

#[test]
fn sequential_each() {
    let found = both(sequential::each(), sequential::blocking::each);
    assert_eq!(found, (vec![1, 2, 3], vec![1, 3], 1));
}

#[test]
fn sequential_all() {
    assert_eq!(
        both(sequential::all(), sequential::blocking::all),
        [5, 6, 7]
    );
}
