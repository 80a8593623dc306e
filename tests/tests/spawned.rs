//! Tasks are threads: what they give, how they panic, and when they start.
#![allow(unreachable_pub, reason = "the module is one as a library has it")]

use std::sync::{Arc, Mutex};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking};

type Seen = Arc<Mutex<Vec<&'static str>>>;

fn note(seen: &Seen, word: &'static str) {
    seen.lock().unwrap().push(word);
}

fn on_tokio<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(future)
}

#[maybe_async]
async fn fetch(n: u32) -> Result<u32, String> {
    even(n).await
}

#[maybe_async(twins(fetch))]
async fn spawned(seen: Seen) -> Vec<String> {
    let handle = tokio::spawn(fetch(2));
    let inner = seen.clone();
    let block = tokio::spawn(async move {
        note(&inner, "block");
        let value = fetch(3).await?;
        Ok::<u32, String>(value)
    });
    let blocking = tokio::task::spawn_blocking(|| 7);
    let panics = tokio::spawn(async { panic!("oh") });
    let failed: Result<(), _> = panics.await;
    let error = failed.unwrap_err();
    let text = |result: Result<u32, String>| format!("{result:?}");
    let mut out = vec![
        text(handle.await.unwrap()),
        text(block.await.unwrap()),
        blocking.await.unwrap().to_string(),
        error.is_panic().to_string(),
        error.is_cancelled().to_string(),
        error
            .into_panic()
            .downcast_ref::<&str>()
            .map(ToString::to_string)
            .unwrap_or_default(),
    ];
    let stored = async { fetch(4).await };
    let mut handles = vec![tokio::spawn(stored)];
    handles.push(tokio::spawn(fetch(6)));
    for handle in handles {
        out.push(text(handle.await.unwrap()));
    }
    let mut by_reference = tokio::spawn(async { 9 });
    out.push((&mut by_reference).await.unwrap().to_string());
    out.push(tokio::task::spawn(async { 5 }).await.unwrap().to_string());
    out
}

#[test]
fn handles_give_the_same() {
    let (first, second) = (Seen::default(), Seen::default());
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| ()));
    let expected = on_tokio(spawned(first.clone()));
    let found = spawned_blocking(second.clone());
    std::panic::set_hook(hook);
    assert_eq!(found, expected);
    assert_eq!(
        found,
        [
            "Ok(2)",
            "Err(\"3 is odd\")",
            "7",
            "true",
            "false",
            "oh",
            "Ok(4)",
            "Ok(6)",
            "9",
            "5"
        ]
    );
    assert_eq!(*first.lock().unwrap(), *second.lock().unwrap());
}

/// A handle that is dropped detaches its task, which goes on.
#[maybe_async]
async fn detached() -> &'static str {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    drop(tokio::spawn(async move {
        sender.send("done").unwrap();
    }));
    receiver.await.unwrap_or("lost")
}

#[test]
fn a_dropped_handle_detaches() {
    assert_eq!(on_tokio(detached()), "done");
    assert_eq!(detached_blocking(), "done");
}

/// A producer and a consumer that wait for each other.
#[maybe_async]
async fn channels() -> u32 {
    let (sender, mut receiver) = tokio::sync::mpsc::channel(1);
    let producer = tokio::spawn(async move {
        for n in 0..10 {
            sender.send(n).await.unwrap();
        }
    });
    let mut sum = 0;
    while let Some(n) = receiver.recv().await {
        sum += n;
    }
    producer.await.unwrap();
    let lock = tokio::sync::Mutex::new(sum);
    *lock.lock().await += 1;
    lock.into_inner()
}

#[test]
fn tasks_that_talk() {
    assert_eq!(on_tokio(channels()), 46);
    assert_eq!(channels_blocking(), 46);
}

#[maybe_async]
mod module {
    use std::time::Duration;

    use tokio::sync::{Mutex, mpsc};
    use tokio::task::{self, JoinHandle};
    use tokio::time::{self, sleep};

    pub struct Worker {
        handle: Option<JoinHandle<u32>>,
        jobs: mpsc::Sender<u32>,
        last: std::sync::Arc<Mutex<u32>>,
    }

    impl Worker {
        pub fn start() -> Self {
            let (jobs, mut inbox) = mpsc::channel(4);
            let last = std::sync::Arc::new(Mutex::new(0));
            let seen = last.clone();
            let handle = task::spawn(async move {
                let mut sum = 0;
                while let Some(job) = inbox.recv().await {
                    sum += job;
                    *seen.lock().await = job;
                }
                sum
            });
            Self {
                handle: Some(handle),
                jobs,
                last,
            }
        }

        pub async fn add(&self, job: u32) {
            time::sleep(Duration::from_millis(1)).await;
            let nap = sleep(Duration::from_millis(1));
            self.jobs.send(job).await.unwrap();
            nap.await;
        }

        pub async fn stop(self) -> (u32, u32) {
            let Self { handle, jobs, last } = self;
            drop(jobs);
            let sum = match handle {
                Some(handle) => handle.await.unwrap(),
                None => 0,
            };
            let last = *last.lock().await;
            (sum, last)
        }
    }

    /// A future of the library that is dropped does nothing.
    pub async fn never() -> u32 {
        let nap = sleep(Duration::from_secs(3600));
        let _ = sleep(Duration::from_secs(3600));
        drop(nap);
        drop(time::sleep(Duration::from_secs(3600)));
        1
    }
}

#[test]
fn in_a_module() {
    let asynchronous = async {
        let worker = module::Worker::start();
        for job in 1..=3 {
            worker.add(job).await;
        }
        worker.stop().await
    };
    let blocking = || {
        let worker = module::blocking::Worker::start();
        for job in 1..=3 {
            worker.add(job);
        }
        worker.stop()
    };
    assert_eq!(on_tokio(asynchronous), (6, 3));
    assert_eq!(blocking(), (6, 3));
    assert_eq!(on_tokio(module::never()), 1);
    assert_eq!(module::blocking::never(), 1);
}

/// Nothing of the library's is in reach where this is tested without a runtime.
#[test]
fn what_needs_no_runtime() {
    assert_eq!(both(fetch(2), || fetch_blocking(2)).0, Ok(2));
}
