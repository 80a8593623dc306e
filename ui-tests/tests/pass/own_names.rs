//! Functions of one's own that are called like something of a library.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

#[maybe_async]
async fn pending() -> u8 {
    1
}

#[maybe_async]
async fn timeout(seconds: u8, retries: u8) -> u8 {
    seconds * retries
}

#[maybe_async]
async fn join_all(parts: &[u8]) -> u8 {
    parts.iter().sum()
}

// Does what `own_function` says: listed.
#[maybe_async(twins(pending, timeout, join_all))]
async fn all() -> u8 {
    pending().await + timeout(2, 3).await + join_all(&[4, 5]).await
}

mod task {
    use await_me_maybe::maybe_async;

    #[maybe_async]
    pub(crate) async fn spawn(n: u8) -> u8 {
        n
    }

    #[maybe_async]
    pub(crate) async fn run(n: u8) -> u8 {
        n
    }
}

#[maybe_async(twins(spawn))]
async fn tasks() -> u8 {
    task::spawn(1).await + task::run(2).await
}

struct Queue(u8);

#[maybe_async]
impl Queue {
    async fn pending(&self) -> u8 {
        self.0
    }

    async fn spawn(&self, n: u8) -> u8 {
        self.pending().await + n
    }
}

// Methods called like those of futures, also of something that is boxed.

struct Store(u8);

#[maybe_async]
impl Store {
    async fn map(&self, n: u8) -> u8 {
        self.0 + n
    }

    async fn spawn(&self, callback: impl AsyncFn(u8) -> u8) -> u8 {
        callback(self.0).await
    }
}

#[maybe_async]
async fn stored(store: &Store) -> u8 {
    store.spawn(async |n| n).await + store.map(2).await
}

#[maybe_async]
async fn boxed() -> u8 {
    Box::pin(Store(3)).map(1).await
}

// Does what `PinnedBox` says: a type whose `pin` does more has a name of its own.
struct Holder;

#[maybe_async]
impl Holder {
    async fn pin(value: u8) -> u8 {
        value + 1
    }
}

#[maybe_async]
async fn held() -> u8 {
    Holder::pin(3).await + Box::pin(Holder::pin(4)).await
}

fn main() {
    assert_eq!((block_on(held()), held_blocking()), (9, 9));
    assert_eq!((block_on(boxed()), boxed_blocking()), (4, 4));
    assert_eq!(
        (block_on(stored(&Store(1))), stored_blocking(&Store(1))),
        (4, 4)
    );
    assert_eq!((block_on(tasks()), tasks_blocking()), (3, 3));
    assert_eq!((block_on(all()), all_blocking()), (16, 16));
    assert_eq!(
        (block_on(Queue(1).spawn(2)), Queue(1).spawn_blocking(2)),
        (3, 3)
    );
}
