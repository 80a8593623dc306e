//! `SetOnce`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;

    use tokio::sync::{SetOnce, SetOnceError};
    use tokio::task;

    pub(crate) async fn values() -> Vec<String> {
        let mut seen = Vec::new();
        for cell in [
            SetOnce::new(),
            SetOnce::new_with(Some(1)),
            SetOnce::const_new_with(2),
        ] {
            seen.push(format!(
                "{} {:?} {:?}",
                cell.initialized(),
                cell.get(),
                cell.set(3)
            ));
            seen.push(format!(
                "{:?} {:?}",
                cell.wait().await,
                cell.clone().into_inner()
            ));
        }
        seen.push(SetOnceError(1).to_string());
        seen.push((SetOnce::const_new() == SetOnce::<i32>::default()).to_string());
        seen
    }

    pub(crate) async fn waiters() -> u32 {
        let cell = Arc::new(SetOnce::new());
        let waiter = task::spawn({
            let cell = Arc::clone(&cell);
            async move { *cell.wait().await }
        });
        task::yield_now().await;
        cell.set(5).unwrap();
        waiter.await.unwrap()
    }
}

#[test]
fn values_are_set_once() {
    let seen = both(suite::values(), suite::blocking::values);
    assert_eq!(seen[..2], ["false None Ok(())", "3 Some(3)"]);
    assert_eq!(
        seen[2..4],
        ["true Some(1) Err(SetOnceError(3))", "1 Some(1)"]
    );
    assert_eq!(seen[6..], ["SetOnceError", "true"]);
}

#[test]
fn waiters_are_woken() {
    assert_eq!(both(suite::waiters(), suite::blocking::waiters), 5);
}
