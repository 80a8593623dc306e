//! `tokio::sync::OnceCell` and `tokio::sync::Barrier`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use tokio::sync::{Barrier, OnceCell, SetError};

    #[maybe_async(twin)]
    static NAME: OnceCell<String> = OnceCell::const_new();

    #[maybe_async(twin)]
    static GIVEN: OnceCell<&str> = OnceCell::const_new_with("given");

    async fn name() -> String {
        tokio::task::yield_now().await;
        "name".to_owned()
    }

    pub(super) async fn values() -> Vec<String> {
        let mut seen = vec![format!("{NAME:?} {} {:?}", NAME.initialized(), NAME.get())];
        seen.push(NAME.get_or_init(name).await.clone());
        seen.push(
            NAME.get_or_init(|| async { "other".to_owned() })
                .await
                .clone(),
        );
        seen.push(format!("{NAME:?} {GIVEN:?} {:?}", GIVEN.get()));
        let error = NAME.set("third".to_owned()).unwrap_err();
        seen.push(format!("{error} {error:?} {}", error.is_already_init_err()));
        let mut cell = OnceCell::new_with(Some(1));
        *cell.get_mut().unwrap() += 1;
        let same = cell.clone() == OnceCell::from(2);
        seen.push(format!("{same} {:?} {:?}", cell.take(), cell.take()));
        assert_eq!(cell.set(5), Ok(()));
        seen.push(format!(
            "{:?} {:?}",
            cell.into_inner(),
            OnceCell::<u8>::default()
        ));
        seen
    }

    pub(super) async fn fails_first() -> Vec<String> {
        let cell = OnceCell::new();
        let mut seen = Vec::new();
        for n in 1..=3 {
            let found = cell
                .get_or_try_init(|| async move { if n < 2 { Err(n) } else { Ok(n * 10) } })
                .await;
            seen.push(format!("{found:?}"));
        }
        seen
    }

    /// One works it out; a second one is refused meanwhile, others wait.
    pub(super) async fn contended() -> (u32, Vec<u32>, String) {
        let cell = Arc::new(OnceCell::new());
        let calls = Arc::new(AtomicU32::new(0));
        let mut tasks = Vec::new();
        for _ in 0..8 {
            let (cell, calls) = (Arc::clone(&cell), Arc::clone(&calls));
            tasks.push(tokio::spawn(async move {
                let value = cell
                    .get_or_init(|| async {
                        calls.fetch_add(1, Ordering::SeqCst);
                        tokio::time::sleep(Duration::from_millis(80)).await;
                        7
                    })
                    .await;
                *value
            }));
        }
        tokio::time::sleep(Duration::from_millis(40)).await;
        let refused = match cell.set(8) {
            Err(error @ SetError::InitializingError(_)) => {
                format!("{error} {error:?} {}", error.is_initializing_err())
            }
            other => format!("{other:?}"),
        };
        let mut values = Vec::new();
        for task in tasks {
            values.push(task.await.unwrap());
        }
        (calls.load(Ordering::SeqCst), values, refused)
    }

    pub(super) async fn panics() -> (bool, u32) {
        let cell = Arc::new(OnceCell::new());
        let first = Arc::clone(&cell);
        let task = tokio::spawn(async move {
            first.get_or_init(|| async { panic!("on purpose") }).await;
        });
        let failed = task.await.is_err();
        (failed, *cell.get_or_init(|| async { 2 }).await)
    }

    pub(super) async fn barrier() -> Vec<u32> {
        let barrier = Arc::new(Barrier::new(4));
        let mut tasks = Vec::new();
        for _ in 0..4 {
            let barrier = Arc::clone(&barrier);
            tasks.push(tokio::spawn(async move {
                let mut leader = 0;
                for _ in 0..3 {
                    let result = barrier.wait().await;
                    leader += u32::from(result.clone().is_leader());
                    assert!(format!("{result:?}").starts_with("BarrierWaitResult("));
                }
                leader
            }));
        }
        let mut leaders = 0;
        for task in tasks {
            leaders += task.await.unwrap();
        }
        let alone = Barrier::new(0).wait().await.is_leader();
        vec![leaders, u32::from(alone)]
    }
}

#[test]
fn values() {
    let seen = both(suite::values(), suite::blocking::values);
    assert_eq!(seen[0], "OnceCell { value: None } false None");
    assert_eq!(seen[1..3], ["name", "name"]);
    assert_eq!(seen[5], "true Some(2) None");
}

#[test]
fn fails_first() {
    let seen = both(suite::fails_first(), suite::blocking::fails_first);
    assert_eq!(seen, ["Err(1)", "Ok(20)", "Ok(20)"]);
}

#[test]
fn contended() {
    let found = both(suite::contended(), suite::blocking::contended);
    let refused = "InitializingError InitializingError(8) true";
    assert_eq!(found, (1, vec![7; 8], refused.to_owned()));
}

#[test]
fn panics_leave_the_cell_empty() {
    assert_eq!(both(suite::panics(), suite::blocking::panics), (true, 2));
}

#[test]
fn barrier() {
    assert_eq!(both(suite::barrier(), suite::blocking::barrier), [3, 1]);
}
