//! Futures that are parameters, fields, elements: in the twin they are work that is still to do.

use std::collections::HashMap;
use std::fmt::Display;
use std::future::IntoFuture;
use std::pin::{Pin, pin};

use await_me_maybe::blocking::lazy;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, log};
use futures::future::{BoxFuture, LocalBoxFuture};

#[maybe_async]
async fn step(n: u8) -> u8 {
    log(format!("step {n}"));
    n
}

#[maybe_async]
async fn opaque(later: impl Future<Output = u8>) -> u8 {
    log("opaque");
    later.await + 1
}

#[maybe_async]
async fn generic<F: Future<Output = T>, T: Display>(later: F) -> String {
    log("generic");
    format!("<{}>", later.await)
}

#[maybe_async]
async fn predicate<F>(later: F) -> F::Output
where
    F: Future + Unpin,
    F::Output: Default + PartialEq,
{
    let output: <F as Future>::Output = later.await;
    if output == F::Output::default() {
        log("default");
    }
    output
}

#[maybe_async]
async fn into_future(later: impl IntoFuture<Output = u8>) -> u8 {
    later.await
}

#[maybe_async]
async fn boxed(later: BoxFuture<'_, u8>, local: LocalBoxFuture<'_, u8>) -> u8 {
    log("boxed");
    local.await - later.await
}

#[maybe_async]
async fn dynamic(later: Pin<Box<dyn Future<Output = u8> + Send>>) -> u8 {
    let mut all: Vec<Pin<Box<dyn Future<Output = u8> + Send>>> = vec![later];
    all.push(Box::pin(async { 10 }));
    let mut sum = 0;
    for future in all.drain(..) {
        sum += future.await;
    }
    sum
}

#[maybe_async]
async fn never(later: impl Future<Output = u8>, guard: Guard) -> u8 {
    drop(later);
    log(guard.name());
    0
}

#[maybe_async]
async fn boxes(later: impl Future<Output = u8>, other: impl Future<Output = u8>) -> u8 {
    let mut boxed: Pin<Box<dyn Future<Output = u8> + '_>> = Box::pin(later);
    log("boxes");
    let first = boxed.as_mut().await;
    let pinned = pin!(other);
    first + pinned.await
}

#[maybe_async]
async fn pins(later: impl Future<Output = u8>, other: impl Future<Output = u8>) -> u8 {
    tokio::pin!(later);
    futures::pin_mut!(other);
    log("pinned");
    other.as_mut().await - later.await
}

#[maybe_async(twins(step, opaque, generic))]
async fn pass(n: u8) -> String {
    let late = step(n);
    let sum = opaque(step(1)).await;
    log("passed");
    generic(async move { sum + late.await }).await
}

#[maybe_async]
mod queue {
    use super::*;

    pub(super) type Job<'a> = Pin<Box<dyn Future<Output = u8> + 'a>>;

    #[derive(Default)]
    pub(super) struct Queue<'a> {
        jobs: Vec<Job<'a>>,
        named: HashMap<&'static str, LocalBoxFuture<'a, u8>>,
        last: Option<Job<'a>>,
    }

    impl<'a> Queue<'a> {
        pub(super) fn push(&mut self, job: impl Future<Output = u8> + 'a) {
            log("push");
            self.jobs.push(Box::pin(job));
        }

        pub(super) fn name(&mut self, name: &'static str, job: Job<'a>) {
            self.named.insert(name, job);
        }

        pub(super) async fn run(&mut self) -> u8 {
            let mut sum = 0;
            for job in self.jobs.drain(..) {
                log("job");
                sum += job.await;
            }
            if let Some(job) = self.named.remove("named") {
                sum += job.await;
            }
            self.last = Some(Box::pin(async { 100 }));
            match self.last.take() {
                Some(mut last) => sum + (&mut last).await,
                None => sum,
            }
        }
    }

    pub(super) async fn work(guard: &Guard) -> u8 {
        let mut queue = Queue::default();
        queue.push(step(1));
        queue.push(async {
            log(guard.name());
            2
        });
        queue.name("named", Box::pin(step(3)));
        queue.name("dropped", Box::pin(step(4)));
        log("queued");
        queue.run().await
    }

    async fn step(n: u8) -> u8 {
        log(format!("step {n}"));
        n
    }
}

#[test]
fn parameters() {
    let (value, entries) = both(opaque(step(1)), || {
        opaque_blocking(lazy(|| step_blocking(1)))
    });
    assert_eq!(value, 2);
    assert_eq!(entries, ["opaque", "step 1"]);
    let (_, entries) = both(generic(step(2)), || generic_blocking(|| step_blocking(2)));
    assert_eq!(entries, ["generic", "step 2"]);
    let (_, entries) = both(predicate(Box::pin(step(0))), || {
        predicate_blocking(Box::pin(lazy(|| step_blocking(0))))
    });
    assert_eq!(entries, ["step 0", "default"]);
    both(into_future(step(0)), || {
        into_future_blocking(|| step_blocking(0))
    });
}

#[test]
fn boxed_parameters() {
    let (value, entries) = both(boxed(Box::pin(step(1)), Box::pin(step(2))), || {
        boxed_blocking(
            Box::pin(lazy(|| step_blocking(1))),
            Box::pin(lazy(|| step_blocking(2))),
        )
    });
    assert_eq!(value, 1);
    assert_eq!(entries, ["boxed", "step 2", "step 1"]);
    both(dynamic(Box::pin(step(1))), || {
        dynamic_blocking(Box::pin(lazy(|| step_blocking(1))))
    });
    let (_, entries) = both(boxes(step(1), step(2)), || {
        boxes_blocking(lazy(|| step_blocking(1)), lazy(|| step_blocking(2)))
    });
    assert_eq!(entries, ["boxes", "step 1", "step 2"]);
    let (_, entries) = both(pins(step(1), step(2)), || {
        pins_blocking(lazy(|| step_blocking(1)), lazy(|| step_blocking(2)))
    });
    assert_eq!(entries, ["pinned", "step 2", "step 1"]);
}

#[test]
fn dropped_without_being_awaited() {
    let (_, entries) = both(
        async {
            let moved = Guard::new("moved");
            let later = async move {
                log(moved.name());
                1
            };
            never(later, Guard::new("kept")).await
        },
        || {
            let moved = Guard::new("moved");
            let later = lazy(move || {
                log(moved.name());
                1
            });
            never_blocking(later, Guard::new("kept"))
        },
    );
    assert_eq!(entries, ["drop moved", "kept", "drop kept"]);
}

#[test]
fn passed_on() {
    let (value, entries) = both(pass(3), || pass_blocking(3));
    assert_eq!(value, "<5>");
    assert_eq!(entries, ["opaque", "step 1", "passed", "generic", "step 3"]);
}

#[test]
fn stored() {
    let guard = Guard::new("guard");
    let (value, entries) = both(queue::work(&guard), || queue::blocking::work(&guard));
    assert_eq!(value, 106);
    assert_eq!(
        entries,
        [
            "push", "push", "queued", "job", "step 1", "job", "guard", "step 3"
        ]
    );
}
