//! What runs several futures at once.

use await_me_maybe::maybe_async;
use futures::stream::{FuturesUnordered, StreamExt as _};
use tokio::task::JoinSet;

async fn fetch(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn join() -> u8 {
    let (a, b) = tokio::join!(fetch(1), fetch(2)); //~
    a + b
}

#[maybe_async]
async fn try_join() -> Result<u8, ()> {
    let (a, b) = tokio::try_join!(async { Ok(fetch(1).await) }, async { Ok(2) })?; //~
    Ok(a + b)
}

#[maybe_async]
async fn join_all() -> usize {
    futures::future::join_all([fetch(1), fetch(2)]).await.len() //~
}

#[maybe_async]
async fn join_two() -> u8 {
    futures::future::join(fetch(1), fetch(2)).await.0 //~
}

#[maybe_async]
async fn imported() -> usize {
    use futures::future::try_join_all;
    try_join_all([async { Ok::<u8, ()>(1) }]).await.map_or(0, |all| all.len()) //~
}

#[maybe_async]
async fn join_set() -> usize {
    let mut set = JoinSet::new(); //~
    set.spawn(fetch(1));
    set.join_all().await.len()
}

#[maybe_async]
async fn unordered() -> usize {
    let mut all = FuturesUnordered::new(); //~
    all.push(fetch(1));
    all.next().await.map_or(0, usize::from)
}

#[maybe_async]
async fn buffered() -> Vec<u8> {
    futures::stream::iter([1, 2]).map(fetch).buffered(2).collect().await //~
}

#[maybe_async]
async fn concurrent() {
    futures::stream::iter([1, 2]).for_each_concurrent(2, |_| async {}).await; //~
}

fn main() {
    let _ = (join(), try_join(), join_all(), join_two(), imported(), join_set(), unordered());
    let _ = (buffered(), concurrent());
    join_blocking();
    let _ = try_join_blocking();
    join_all_blocking();
    join_two_blocking();
    imported_blocking();
    join_set_blocking();
    unordered_blocking();
    buffered_blocking();
    concurrent_blocking();
}
