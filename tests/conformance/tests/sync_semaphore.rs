//! `tokio::sync::Semaphore` and its permits.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

    fn assert_send<T: Send + Sync>(_: &T) {}

    #[maybe_async(twin)]
    static PERMITS: Semaphore = Semaphore::const_new(2);

    pub(super) async fn counts() -> Vec<usize> {
        let mut seen = vec![PERMITS.available_permits(), Semaphore::MAX_PERMITS];
        let one = PERMITS.acquire().await.unwrap();
        assert_send(&one);
        seen.push(PERMITS.available_permits());
        PERMITS.add_permits(3);
        let mut three = PERMITS.acquire_many(3).await.unwrap();
        seen.push(PERMITS.available_permits());
        let mut two: SemaphorePermit<'_> = three.split(2).unwrap();
        assert!(three.split(2).is_none());
        seen.extend([one.num_permits(), two.num_permits(), three.num_permits()]);
        two.merge(one);
        seen.push(two.num_permits());
        drop(two);
        seen.push(PERMITS.available_permits());
        three.forget();
        seen.push(PERMITS.available_permits());
        seen.extend([PERMITS.forget_permits(3), PERMITS.forget_permits(3)]);
        PERMITS.add_permits(2);
        assert!(std::ptr::eq(
            PERMITS.acquire().await.unwrap().semaphore(),
            &raw const PERMITS
        ));
        seen
    }

    pub(super) async fn owned() -> Vec<usize> {
        let semaphore = Arc::new(Semaphore::new(5));
        let mut many: OwnedSemaphorePermit = semaphore.clone().acquire_many_owned(3).await.unwrap();
        let one = semaphore.clone().acquire_owned().await.unwrap();
        assert_send(&one);
        many.merge(one);
        let two = many.split(2).unwrap();
        let mut seen = vec![many.num_permits(), semaphore.available_permits()];
        assert!(semaphore.clone().try_acquire_many_owned(2).is_err());
        let last = semaphore.clone().try_acquire_owned().unwrap();
        assert!(Arc::ptr_eq(last.semaphore(), &semaphore));
        let task = tokio::spawn(async move { drop((many, last)) });
        task.await.unwrap();
        seen.push(semaphore.available_permits());
        two.forget();
        seen.push(semaphore.available_permits());
        seen
    }

    pub(super) async fn errors() -> Vec<String> {
        let semaphore = Semaphore::new(1);
        let permit = semaphore.try_acquire().unwrap();
        let none = semaphore.try_acquire().unwrap_err();
        let mut seen = vec![format!("{none} {none:?}")];
        assert!(!semaphore.is_closed());
        semaphore.close();
        assert!(semaphore.is_closed());
        let closed = semaphore.try_acquire_many(1).unwrap_err();
        seen.push(format!("{closed} {closed:?}"));
        let closed = semaphore.acquire().await.unwrap_err();
        seen.push(format!("{closed} {closed:?}"));
        drop(permit);
        seen.push(semaphore.available_permits().to_string());
        seen
    }

    /// Who waits is told, and gets nothing.
    pub(super) async fn closed_meanwhile() -> Vec<String> {
        let semaphore = Arc::new(Semaphore::new(1));
        let waiting = Arc::clone(&semaphore);
        let task = tokio::spawn(async move {
            let permit = waiting.acquire_many(3).await;
            permit.map(drop)
        });
        tokio::time::sleep(Duration::from_millis(40)).await;
        let mut seen = vec![semaphore.available_permits().to_string()];
        semaphore.close();
        seen.push(format!("{:?}", task.await.unwrap()));
        seen.push(semaphore.available_permits().to_string());
        seen
    }

    /// A large request is not overtaken by small ones that come later.
    pub(super) async fn in_order() -> Vec<u32> {
        let semaphore = Arc::new(Semaphore::new(2));
        let log = Arc::new(std::sync::Mutex::new(Vec::new()));
        let held = semaphore.acquire_many(1).await.unwrap();
        let mut tasks = Vec::new();
        for (n, wanted) in [(1, 3), (2, 2), (3, 2)] {
            let (semaphore, log) = (Arc::clone(&semaphore), Arc::clone(&log));
            tasks.push(tokio::spawn(async move {
                let permit = semaphore.acquire_many(wanted).await.unwrap();
                log.lock().unwrap().push(n);
                tokio::time::sleep(Duration::from_millis(20)).await;
                drop(permit);
            }));
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
        assert!(semaphore.try_acquire().is_err());
        semaphore.add_permits(1);
        tokio::time::sleep(Duration::from_millis(20)).await;
        drop(held);
        for task in tasks {
            task.await.unwrap();
        }
        let mut log = log.lock().unwrap().clone();
        log.push(u32::try_from(semaphore.available_permits()).unwrap());
        log
    }

    pub(super) async fn contended() -> (usize, usize) {
        let semaphore = Arc::new(Semaphore::new(3));
        let inside = Arc::new(AtomicUsize::new(0));
        let most = Arc::new(AtomicUsize::new(0));
        let mut tasks = Vec::new();
        for n in 0..12 {
            let semaphore = Arc::clone(&semaphore);
            let (inside, most) = (Arc::clone(&inside), Arc::clone(&most));
            tasks.push(tokio::spawn(async move {
                for _ in 0..20 {
                    let wanted = n % 3 + 1;
                    let permit = semaphore.acquire_many(wanted).await.unwrap();
                    let now = inside.fetch_add(wanted as usize, Ordering::SeqCst) + wanted as usize;
                    most.fetch_max(now, Ordering::SeqCst);
                    tokio::task::yield_now().await;
                    inside.fetch_sub(wanted as usize, Ordering::SeqCst);
                    drop(permit);
                }
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let most = most.load(Ordering::SeqCst);
        (usize::from(most > 3), semaphore.available_permits())
    }

    pub(super) async fn too_many() -> Vec<bool> {
        let semaphore = Arc::new(Semaphore::new(1));
        let other = Arc::clone(&semaphore);
        let overflow = tokio::spawn(async move { other.add_permits(Semaphore::MAX_PERMITS) });
        let merged = tokio::spawn(async move {
            let (one, other) = (Semaphore::new(1), Semaphore::new(1));
            let mut permit = one.acquire().await.unwrap();
            permit.merge(other.acquire().await.unwrap());
        });
        vec![overflow.await.is_err(), merged.await.is_err()]
    }
}

#[test]
fn counts() {
    let seen = both(suite::counts(), suite::blocking::counts);
    assert_eq!(seen[2..], [1, 1, 1, 2, 1, 3, 4, 4, 3, 1]);
}

#[test]
fn owned() {
    assert_eq!(both(suite::owned(), suite::blocking::owned), [2, 1, 3, 3]);
}

#[test]
fn errors() {
    let seen = both(suite::errors(), suite::blocking::errors);
    assert_eq!(seen[0], "no permits available NoPermits");
}

#[test]
fn closed_meanwhile() {
    let seen = both(suite::closed_meanwhile(), suite::blocking::closed_meanwhile);
    assert_eq!(seen, ["0", "Err(AcquireError(()))", "1"]);
}

#[test]
fn in_order() {
    assert_eq!(
        both(suite::in_order(), suite::blocking::in_order),
        [1, 2, 3, 3]
    );
}

#[test]
fn contended() {
    assert_eq!(both(suite::contended(), suite::blocking::contended), (0, 3));
}

#[test]
fn too_many() {
    assert_eq!(
        both(suite::too_many(), suite::blocking::too_many),
        [true, true]
    );
}
