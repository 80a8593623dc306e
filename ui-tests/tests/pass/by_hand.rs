//! What has no blocking form is written by hand under the twin's name; callers need not know.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;
use futures::StreamExt as _;
use std::time::Duration;

async fn fetch(n: u8) -> u8 {
    n
}

fn fetch_blocking(n: u8) -> u8 {
    n
}

// Does what `timeout` says: the blocking variant by hand.
async fn limited(n: u8) -> Option<u8> {
    tokio::time::timeout(Duration::from_secs(1), fetch(n))
        .await
        .ok()
}

fn limited_blocking(n: u8) -> Option<u8> {
    Some(fetch_blocking(n))
}

// Does what `race` says.
async fn first() -> u8 {
    let (one, two) = (std::pin::pin!(fetch(1)), std::pin::pin!(fetch(2)));
    futures::future::select(one, two).await.factor_first().0
}

fn first_blocking() -> u8 {
    fetch_blocking(1)
}

// Does what `hand_polled` says.
async fn polled() -> u8 {
    std::future::poll_fn(|_| std::task::Poll::Ready(3)).await
}

fn polled_blocking() -> u8 {
    3
}

// Does what `library_call` says: a function of one's own in front of that of a library.

async fn sleep(time: Duration) {
    tokio::time::sleep(time).await;
}

fn sleep_blocking(time: Duration) {
    std::thread::sleep(time);
}

#[maybe_async]
async fn waits() -> u8 {
    sleep(Duration::from_millis(1)).await;
    7
}

// Does what `spawn` says: by hand here, awaited in `one_after_the_other`.
async fn spawned() -> u8 {
    tokio::spawn(fetch(4)).await.unwrap()
}

fn spawned_blocking() -> u8 {
    std::thread::spawn(|| fetch_blocking(4)).join().unwrap()
}

// An item of its own, with an `Iterator`.

async fn sum(mut numbers: impl futures::Stream<Item = u8> + Unpin) -> u8 {
    let mut sum = 0;
    while let Some(n) = numbers.next().await {
        sum += n;
    }
    sum
}

fn sum_blocking(numbers: impl Iterator<Item = u8>) -> u8 {
    numbers.sum()
}

// What a stream gives is made by hand.

async fn countdown(from: u8) -> Vec<u8> {
    futures::stream::iter((0..from).rev()).collect().await
}

fn countdown_blocking(from: u8) -> Vec<u8> {
    (0..from).rev().collect()
}

#[maybe_async]
async fn counts_down() -> u8 {
    countdown(3).await[0]
}

// A method of an annotated type is marked `skip`.

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(skip)]
    async fn both(&self) -> (u8, u8) {
        tokio::join!(fetch(5), fetch(6))
    }

    fn both_blocking(&self) -> (u8, u8) {
        (fetch_blocking(5), fetch_blocking(6))
    }

    async fn total(&self) -> u8 {
        let (one, two) = self.both().await;
        one + two
    }
}

#[maybe_async]
async fn all() -> u8 {
    let first = first().await + limited(2).await.unwrap_or(0) + polled().await;
    first + spawned().await + Client.total().await
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_time().build().unwrap();
    assert_eq!((runtime.block_on(all()), all_blocking()), (21, 21));
    assert_eq!((runtime.block_on(waits()), waits_blocking()), (7, 7));
    assert_eq!((block_on(counts_down()), counts_down_blocking()), (2, 2));
    assert_eq!(block_on(sum(futures::stream::iter([1, 2]))), 3);
    assert_eq!(sum_blocking([1, 2].into_iter()), 3);
}
