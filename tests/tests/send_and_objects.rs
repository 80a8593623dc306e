//! Twins of traits whose futures are `Send`, or not, and twins as trait objects.

#![allow(
    async_fn_in_trait,
    clippy::unused_async,
    reason = "the traits are those of a library"
)]

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::thread;

use async_trait::async_trait;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};
use futures::executor::block_on;
use futures::future::BoxFuture;

fn is_send<T: Send>(value: T) -> T {
    value
}

/// Futures that are `Send` by their type, by a box, and by the alias for it.
#[maybe_async]
trait Shipped: Send + Sync {
    fn opaque(&self, n: u8) -> impl Future<Output = u8> + Send;
    fn boxed<'a>(&'a self, n: u8) -> Pin<Box<dyn Future<Output = u8> + Send + 'a>>;
    fn alias(&self, n: u8) -> BoxFuture<'_, u8>;

    fn default(&self, n: u8) -> impl Future<Output = u8> + Send {
        async move { self.opaque(n).await + self.boxed(n).await + self.alias(n).await }
    }
}

struct Memory(u8);

#[maybe_async]
impl Shipped for Memory {
    async fn opaque(&self, n: u8) -> u8 {
        give(self.0 + n).await
    }

    fn boxed<'a>(&'a self, n: u8) -> Pin<Box<dyn Future<Output = u8> + Send + 'a>> {
        Box::pin(async move { give(self.0 + n).await })
    }

    fn alias(&self, n: u8) -> BoxFuture<'_, u8> {
        Box::pin(async move { give(self.0 + n).await })
    }
}

#[maybe_async(twins(Shipped))]
async fn ship<S: Shipped + 'static>(store: Arc<S>, n: u8) -> u8 {
    store.default(n).await
}

#[test]
fn twins_of_send_futures_run_in_threads() {
    let store = Arc::new(Memory(1));
    let (found, log) = both(is_send(ship(Arc::clone(&store), 1)), || {
        ship_blocking(Arc::clone(&store), 1)
    });
    assert_eq!((found, log), (6, ["give 2"; 3].map(str::to_owned).to_vec()));
    let asynchronous = thread::spawn({
        let store = Arc::clone(&store);
        move || block_on(ship(store, 2))
    });
    let blocking = thread::spawn({
        let store = Arc::clone(&store);
        move || ship_blocking(store, 2)
    });
    assert_eq!(
        (asynchronous.join().unwrap(), blocking.join().unwrap()),
        (9, 9)
    );
    let objects: Vec<Box<dyn ShippedBlocking>> = vec![Box::new(Memory(3)), Box::new(Memory(4))];
    let sums = thread::scope(|scope| {
        let threads = objects
            .iter()
            .map(|object| scope.spawn(|| object.default_blocking(0)));
        let threads: Vec<_> = threads.collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect::<Vec<_>>()
    });
    assert_eq!(sums, [9, 12]);
}

/// No object in the async half, but one in the twin, less what is generic.
#[maybe_async]
trait Native {
    async fn get(&self, n: u8) -> u8;

    async fn generic<T: Into<u8>>(&self, n: T) -> u8
    where
        Self: Sized,
    {
        self.get(n.into()).await
    }

    async fn each(&self, f: impl AsyncFn(u8) -> u8) -> u8
    where
        Self: Sized,
    {
        f(self.get(1).await).await
    }

    async fn consume(self: Box<Self>) -> u8;

    async fn by_value(self) -> u8
    where
        Self: Sized;
}

#[maybe_async]
impl Native for Memory {
    async fn get(&self, n: u8) -> u8 {
        give(self.0 + n).await
    }

    async fn consume(self: Box<Self>) -> u8 {
        self.0
    }

    async fn by_value(self) -> u8 {
        self.0
    }
}

#[maybe_async(twins(Native))]
async fn all<N: Native>(native: N) -> (u8, u8, u8, u8) {
    (
        native.get(1).await,
        native.generic(2_u8).await,
        native.each(async |n| give(n).await).await,
        native.by_value().await,
    )
}

#[test]
fn native_async_functions() {
    let (found, _) = both(all(Memory(1)), || all_blocking(Memory(1)));
    assert_eq!(found, (2, 3, 2, 1));
    let object: Box<dyn NativeBlocking> = Box::new(Memory(5));
    assert_eq!((object.get_blocking(1), object.consume_blocking()), (6, 5));
    assert_eq!(block_on(Box::new(Memory(5)).consume()), 5);
}

/// Futures that are not `Send`, in boxes.
#[maybe_async]
#[async_trait(?Send)]
trait Local {
    async fn get(&self, n: &Rc<u8>) -> Rc<u8>;
    async fn take(self: Box<Self>) -> u8;
}

#[maybe_async]
#[async_trait(?Send)]
impl Local for Memory {
    async fn get(&self, n: &Rc<u8>) -> Rc<u8> {
        let kept = Rc::clone(n);
        Rc::new(give(self.0).await + *kept)
    }

    async fn take(self: Box<Self>) -> u8 {
        self.0
    }
}

#[maybe_async(twins(Local))]
async fn local(object: Box<dyn Local>) -> u8 {
    let found = object.get(&Rc::new(1)).await;
    *found + object.take().await
}

#[test]
fn futures_that_stay_on_one_thread() {
    let (found, _) = both(local(Box::new(Memory(2))), || {
        local_blocking(Box::new(Memory(2)))
    });
    assert_eq!(found, 5);
}

/// Futures that are `Send`, in boxes.
#[maybe_async]
#[async_trait]
trait Boxed: Send + Sync {
    async fn get(&self, n: u8) -> u8;

    async fn twice(&self, n: u8) -> u8 {
        self.get(n).await + self.get(n).await
    }
}

#[maybe_async]
#[async_trait]
impl Boxed for Memory {
    async fn get(&self, n: u8) -> u8 {
        give(self.0 + n).await
    }
}

#[maybe_async(twins(Boxed))]
async fn registry(all: &[Arc<dyn Boxed>]) -> Vec<u8> {
    let mut found = Vec::new();
    for object in all {
        found.push(object.twice(1).await);
    }
    found
}

#[test]
fn objects_that_cross_threads() {
    let asynchronous: Vec<Arc<dyn Boxed>> = vec![Arc::new(Memory(1)), Arc::new(Memory(2))];
    let blocking: Vec<Arc<dyn BoxedBlocking>> = vec![Arc::new(Memory(1)), Arc::new(Memory(2))];
    let (found, _) = both(is_send(registry(&asynchronous)), || {
        registry_blocking(&blocking)
    });
    assert_eq!(found, [4, 6]);
    let shared = Arc::clone(&blocking[1]);
    assert_eq!(
        thread::spawn(move || shared.twice_blocking(2))
            .join()
            .unwrap(),
        8
    );
}

/// In a type that is stored, too.
struct Holder<T: ?Sized>(Box<T>);

#[maybe_async(twins(Boxed))]
impl Holder<dyn Boxed> {
    async fn run(&self) -> u8 {
        self.0.get(10).await
    }
}

#[test]
fn objects_that_are_stored() {
    let asynchronous: Holder<dyn Boxed> = Holder(Box::new(Memory(1)));
    let blocking: Holder<dyn BoxedBlocking> = Holder(Box::new(Memory(1)));
    assert_eq!(both(asynchronous.run(), || blocking.run_blocking()).0, 11);
}
