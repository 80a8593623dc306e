//! Methods of one's own that are called like those of executors.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    reason = "what matters is who is called, and when"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

#[maybe_async]
mod api {
    use std::cell::RefCell;
    use std::pin::Pin;

    use await_me_maybe_tests::log;

    type Task = Pin<Box<dyn Future<Output = u32>>>;

    /// Holds its tasks until somebody asks for them.
    #[derive(Default)]
    pub struct Queue {
        tasks: RefCell<Vec<Task>>,
    }

    impl Queue {
        pub fn spawn(&self, task: impl Future<Output = u32> + 'static) {
            log("spawn");
            self.tasks.borrow_mut().push(Box::pin(task));
        }

        pub fn spawn_local(&self, task: impl Future<Output = u32> + 'static) -> usize {
            self.spawn(task);
            self.tasks.borrow().len()
        }

        pub async fn block_on(&self, first: impl Future<Output = u32>) -> u32 {
            let mut sum = first.await;
            let tasks = self.tasks.take();
            for task in tasks {
                sum += task.await;
            }
            sum
        }
    }

    pub trait Runs {
        fn spawn_on(&self, queue: &Queue, task: Task) -> u32;
    }

    impl Runs for u32 {
        fn spawn_on(&self, queue: &Queue, task: Task) -> u32 {
            queue.spawn(task);
            *self
        }
    }

    async fn load(n: u32) -> u32 {
        log(format!("load {n}"));
        n
    }

    pub struct Client {
        pub queue: Queue,
    }

    impl Client {
        pub async fn field(&self) -> u32 {
            self.queue.spawn(async { load(2).await });
            log("between");
            self.queue.block_on(async move { load(1).await }).await
        }

        pub async fn dropped(&self) -> usize {
            self.queue.spawn_local(async { load(7).await })
        }
    }

    pub async fn variable(number: &impl Runs) -> u32 {
        let queue: Queue = Queue::default();
        let given = number.spawn_on(&queue, Box::pin(async { load(3).await }));
        log("given");
        queue.block_on(async { 0 }).await + given
    }
}

#[test]
fn fields() {
    let asynchronous = api::Client {
        queue: api::Queue::default(),
    };
    let twin = api::blocking::Client {
        queue: api::blocking::Queue::default(),
    };
    let (value, log) = both(asynchronous.field(), || twin.field());
    assert_eq!(value, 3);
    assert_eq!(log, ["spawn", "between", "load 1", "load 2"]);
    let (value, log) = both(asynchronous.dropped(), || twin.dropped());
    assert_eq!(value, 1);
    assert_eq!(log, ["spawn"]);
}

#[test]
fn parameters_and_variables() {
    let (value, log) = both(api::variable(&5), || api::blocking::variable(&5));
    assert_eq!(value, 8);
    assert_eq!(log, ["spawn", "given", "load 3"]);
}

struct Scope;

#[maybe_async]
impl Scope {
    async fn spawn(&self, task: impl Future<Output = u32>) -> u32 {
        log("spawn");
        task.await
    }

    async fn own(&self) -> u32 {
        self.spawn(async { give(1).await }).await
    }
}

#[test]
fn of_self() {
    let (value, log) = both(Scope.own(), || Scope.own_blocking());
    assert_eq!(value, 1);
    assert_eq!(log, ["spawn", "give 1"]);
}

// Does what `own_method` says: where nothing tells whose method it is, it is listed.

#[maybe_async]
trait Pool {
    fn spawn(&self, task: impl Future<Output = u32>) -> usize;

    async fn run(&self) -> u32;
}

struct Sizes;

#[maybe_async]
impl Pool for Sizes {
    fn spawn(&self, task: impl Future<Output = u32>) -> usize {
        let _task = task;
        log("spawn");
        1
    }

    async fn run(&self) -> u32 {
        2
    }
}

#[maybe_async(twins(Pool), keep(spawn))]
async fn listed<P: Pool>(pool: &P) -> usize {
    let known = pool.spawn(async { give(1).await });
    known + pool.run().await as usize
}

#[test]
fn listed_methods() {
    let (value, log) = both(listed(&Sizes), || listed_blocking(&Sizes));
    assert_eq!(value, 3);
    assert_eq!(log, ["spawn"]);
}
