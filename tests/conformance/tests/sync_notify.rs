//! `tokio::sync::Notify` and the futures of its notifications.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::pin::pin;
    use std::sync::Arc;
    use std::time::Duration;

    use tokio::sync::Notify;

    fn assert_send<T: Send>(_: &T) {}

    #[maybe_async(twin)]
    static NOTIFY: Notify = Notify::const_new();

    /// One notification is kept, not two.
    pub(super) async fn kept() -> Vec<bool> {
        NOTIFY.notify_one();
        NOTIFY.notify_one();
        let first = NOTIFY.notified();
        assert_send(&first);
        first.await;
        let mut second = pin!(NOTIFY.notified());
        let before = second.as_mut().enable();
        NOTIFY.notify_one();
        let after = second.as_mut().enable();
        second.await;
        // It was taken by the second one.
        let third = pin!(NOTIFY.notified());
        vec![before, after, third.enable()]
    }

    /// Those for all reach a future from the moment it is made, and nobody who comes later.
    pub(super) async fn for_all() -> Vec<bool> {
        let notify = Notify::new();
        let early = notify.notified();
        notify.notify_waiters();
        early.await;
        let mut seen = Vec::new();
        {
            let late = pin!(notify.notified());
            seen.push(late.enable());
        }
        let early = notify.notified();
        notify.notify_one();
        notify.notify_waiters();
        // It does not take the one that is kept.
        early.await;
        let next = notify.notified();
        next.await;
        let mut last = pin!(notify.notified());
        seen.push(last.as_mut().enable());
        notify.notify_waiters();
        seen.push(last.as_mut().enable());
        // Awaited again it is still notified.
        last.as_mut().await;
        last.as_mut().await;
        seen
    }

    /// A notification that its future never saw goes to another one.
    pub(super) async fn passed_on() -> Vec<bool> {
        let notify = Notify::new();
        let mut second = pin!(notify.notified());
        let mut third = pin!(notify.notified());
        {
            let first = pin!(notify.notified());
            first.enable();
            second.as_mut().enable();
            third.as_mut().enable();
            notify.notify_one();
        }
        let mut seen = vec![second.as_mut().enable(), third.as_mut().enable()];
        {
            let gone = pin!(notify.notified());
            gone.enable();
        }
        notify.notify_last();
        seen.push(third.as_mut().enable());
        third.await;
        seen
    }

    pub(super) async fn in_order() -> Vec<u32> {
        let notify = Arc::new(Notify::new());
        let log = Arc::new(std::sync::Mutex::new(Vec::new()));
        let mut tasks = Vec::new();
        for n in 1..=4 {
            let (notify, log) = (Arc::clone(&notify), Arc::clone(&log));
            tasks.push(tokio::spawn(async move {
                let notified = notify.notified();
                notified.await;
                log.lock().unwrap().push(n);
            }));
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        notify.notify_last();
        tokio::time::sleep(Duration::from_millis(30)).await;
        notify.notify_one();
        tokio::time::sleep(Duration::from_millis(30)).await;
        log.lock().unwrap().push(0);
        notify.notify_waiters();
        for task in tasks {
            task.await.unwrap();
        }
        let mut log = log.lock().unwrap().clone();
        log[3..].sort_unstable();
        log
    }

    pub(super) async fn owned() -> Vec<bool> {
        let notify = Arc::new(Notify::new());
        let notified = notify.clone().notified_owned();
        assert_send(&notified);
        let boxed: std::pin::Pin<Box<dyn Future<Output = ()> + Send>> = Box::pin(notified);
        let waker = Arc::clone(&notify);
        let task = tokio::spawn(boxed);
        waker.notify_waiters();
        task.await.unwrap();
        let mut other = pin!(notify.clone().notified_owned());
        let before = other.as_mut().enable();
        notify.notify_one();
        vec![before, other.as_mut().enable()]
    }

    /// Two tasks that wake each other, in turn.
    pub(super) async fn ping_pong() -> u32 {
        let (ping, back) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (heard, answer) = (Arc::clone(&ping), Arc::clone(&back));
        let task = tokio::spawn(async move {
            let mut count = 0;
            for _ in 0..200 {
                heard.notified().await;
                count += 1;
                answer.notify_one();
            }
            count
        });
        for _ in 0..200 {
            ping.notify_one();
            back.notified().await;
        }
        task.await.unwrap()
    }
}

#[test]
fn kept() {
    assert_eq!(
        both(suite::kept(), suite::blocking::kept),
        [false, true, false]
    );
}

#[test]
fn for_all() {
    assert_eq!(
        both(suite::for_all(), suite::blocking::for_all),
        [false, false, true]
    );
}

#[test]
fn passed_on() {
    assert_eq!(
        both(suite::passed_on(), suite::blocking::passed_on),
        [true, false, true]
    );
}

#[test]
fn in_order() {
    assert_eq!(
        both(suite::in_order(), suite::blocking::in_order),
        [4, 1, 0, 2, 3]
    );
}

#[test]
fn owned() {
    assert_eq!(both(suite::owned(), suite::blocking::owned), [false, true]);
}

#[test]
fn ping_pong() {
    assert_eq!(both(suite::ping_pong(), suite::blocking::ping_pong), 200);
}
