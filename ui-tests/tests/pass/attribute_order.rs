//! `#[maybe_async]` above the other attributes.

use async_trait::async_trait;
use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;
use tracing::instrument;

// Does what `REWRITTEN_ASYNC_TRAIT` says.
#[maybe_async]
#[async_trait]
trait Store: Sync {
    async fn get(&self) -> u8;

    async fn get_twice(&self) -> u8 {
        self.get().await + self.get().await
    }
}

#[maybe_async]
#[async_trait]
impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

// Does what `REWRITTEN_INSTRUMENT` says.
#[maybe_async]
#[instrument]
async fn fetch(id: u8) -> u8 {
    id
}

#[maybe_async]
#[tokio::test]
async fn fetches() {
    assert_eq!(fetch(1).await, 1);
}

fn main() {
    assert_eq!(
        (block_on(1u8.get_twice()), 1u8.get_twice_blocking()),
        (2, 2)
    );
    assert_eq!((block_on(fetch(1)), fetch_blocking(1)), (1, 1));
}
