//! What the mirror promises beside tokio's own behaviour: who waits sleeps, whatever it waits for.
#![cfg(target_os = "linux")]

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use await_me_maybe::blocking::Resolve as _;
use await_me_maybe::mirror::tokio::sync::{
    Barrier, Mutex, Notify, OnceCell, RwLock, Semaphore, broadcast, mpsc, oneshot, watch,
};
use await_me_maybe::mirror::tokio::task::{JoinSet, spawn};
use await_me_maybe::mirror::tokio::time::{Instant, interval, sleep, sleep_until};

/// How long each of them has to wait.
const WAIT: Duration = Duration::from_millis(300);

/// How long this thread has been running on a processor, which a kernel may not tell.
fn time_on_processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanos = text.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanos))
}

/// Runs `wait` here, which `end` puts to an end from another thread.
fn assert_sleeps(name: &str, wait: impl FnOnce(), end: impl FnOnce() + Send) {
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(WAIT);
            end();
        });
        let (start, before) = (Instant::now(), time_on_processor());
        wait();
        let (after, waited) = (time_on_processor(), start.elapsed());
        assert!(waited >= WAIT * 9 / 10, "{name} does not wait");
        if let (Some(before), Some(after)) = (before, after) {
            let busy = after.saturating_sub(before);
            assert!(
                busy < WAIT / 10,
                "{name} is busy for {busy:?} of {waited:?}"
            );
        }
    });
}

#[test]
fn measured() {
    let before = time_on_processor();
    let start = Instant::now();
    while start.elapsed() < WAIT {
        std::hint::spin_loop();
    }
    if let (Some(before), Some(after)) = (before, time_on_processor()) {
        assert!(
            after.saturating_sub(before) > WAIT / 10,
            "spinning is not seen"
        );
    }
}

#[test]
fn locks() {
    let lock = Mutex::new(());
    let guard = lock.lock();
    assert_sleeps("a mutex", || drop(lock.lock()), || drop(guard));

    let lock = Arc::new(Mutex::new(()));
    let guard = lock.clone().lock_owned();
    let wait = || drop(lock.clone().lock_owned());
    assert_sleeps("an owned mutex", wait, || drop(guard));

    let lock = RwLock::new(());
    let guard = lock.write();
    assert_sleeps("a reader", || drop(lock.read()), || drop(guard));
    let guard = lock.read();
    assert_sleeps("a writer", || drop(lock.write()), || drop(guard));

    let semaphore = Semaphore::new(1);
    let wait = || drop(semaphore.acquire_many(2));
    assert_sleeps("a semaphore", wait, || semaphore.add_permits(1));
    assert_sleeps(
        "a semaphore that is closed",
        || assert!(semaphore.acquire_many(9).is_err()),
        || semaphore.close(),
    );
}

#[test]
fn meetings() {
    let notify = Notify::new();
    assert_sleeps(
        "one",
        || notify.notified().resolve(),
        || notify.notify_one(),
    );
    assert_sleeps(
        "all",
        || notify.notified().resolve(),
        || notify.notify_waiters(),
    );

    let barrier = Barrier::new(2);
    let wait = || assert!(!barrier.wait().is_leader());
    assert_sleeps("a barrier", wait, || assert!(barrier.wait().is_leader()));

    let cell = OnceCell::new();
    let (started, has_started) = std::sync::mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| {
            cell.get_or_init(|| {
                started.send(()).unwrap();
                thread::sleep(2 * WAIT);
                1
            })
        });
        has_started.recv().unwrap();
        let wait = || assert_eq!(*cell.get_or_init(|| 2), 1);
        assert_sleeps("a cell", wait, || ());
    });
}

#[test]
fn channels() {
    let (sender, mut receiver) = mpsc::channel(1);
    assert_sleeps(
        "recv",
        || assert_eq!(receiver.recv(), Some(1)),
        || sender.send(1).unwrap(),
    );
    let mut many = Vec::new();
    let wait = || assert_eq!(receiver.recv_many(&mut many, 2), 1);
    assert_sleeps("recv_many", wait, || sender.send(1).unwrap());
    sender.send(1).unwrap();
    assert_sleeps(
        "send",
        || sender.send(2).unwrap(),
        || assert_eq!(receiver.recv(), Some(1)),
    );
    assert_sleeps(
        "send_timeout",
        || assert!(sender.send_timeout(3, WAIT).is_err()),
        || (),
    );
    assert_sleeps("closed", || sender.closed(), || drop(receiver));

    let (sender, mut receiver) = mpsc::unbounded_channel();
    let wait = || assert_eq!(receiver.recv(), Some(1));
    assert_sleeps("an unbounded channel", wait, || sender.send(1).unwrap());
    assert_sleeps(
        "the end",
        || assert_eq!(receiver.recv(), None),
        || drop(sender),
    );

    let (sender, receiver) = oneshot::channel();
    let wait = || assert_eq!(receiver.resolve(), Ok(1));
    assert_sleeps("a receiver", wait, || sender.send(1).unwrap());
    let (mut sender, receiver) = oneshot::channel::<u8>();
    assert_sleeps("its sender", || sender.closed(), || drop(receiver));

    let (sender, mut receiver) = watch::channel(0);
    assert_sleeps(
        "changed",
        || receiver.changed().unwrap(),
        || sender.send(1).unwrap(),
    );
    let wait = || drop(receiver.wait_for(|n| *n == 2).unwrap());
    assert_sleeps("wait_for", wait, || sender.send(2).unwrap());
    assert_sleeps("closed", || sender.closed(), || drop(receiver));

    let (sender, mut receiver) = broadcast::channel(1);
    let end = || assert_eq!(sender.send(1).unwrap(), 1);
    assert_sleeps("a broadcast", || assert_eq!(receiver.recv(), Ok(1)), end);
    assert_sleeps("closed", || sender.closed(), || drop(receiver));
}

#[test]
fn tasks_and_time() {
    let handle = spawn(|| thread::sleep(WAIT));
    assert_sleeps("a handle", || handle.resolve().unwrap(), || ());

    let mut set = JoinSet::new();
    set.spawn(|| thread::sleep(WAIT));
    assert_sleeps("a set", || set.join_next().unwrap().unwrap(), || ());

    assert_sleeps("sleep", || sleep(WAIT), || ());
    assert_sleeps("sleep_until", || sleep_until(Instant::now() + WAIT), || ());
    let mut ticks = interval(WAIT);
    let start = ticks.tick();
    let wait = || assert!(ticks.tick() > start);
    assert_sleeps("tick", wait, || ());
}

/// A set that is dropped lets its tasks go on, as its documentation says.
#[test]
fn a_dropped_set_detaches_its_tasks() {
    let (sender, receiver) = oneshot::channel();
    let mut set = JoinSet::new();
    set.spawn(move || {
        thread::sleep(WAIT);
        sender.send(1)
    });
    let start = Instant::now();
    drop(set);
    assert!(start.elapsed() < WAIT / 2, "dropping a set waits");
    assert_eq!(receiver.resolve(), Ok(1));
}
