//! What is refused is refused in the arguments of macros too.

use await_me_maybe::maybe_async;

async fn fetch(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn spawned() {
    println!("{:?}", tokio::task::spawn_local(fetch(1)).id()); //~
}

#[maybe_async]
async fn joined() {
    println!("{:?}", tokio::join!(fetch(1), fetch(2))); //~
}

#[maybe_async]
async fn listed() -> usize {
    vec![tokio::task::spawn_local(fetch(1)), tokio::task::spawn_local(fetch(2))].len() //~ //~
}

#[maybe_async]
async fn awaited() {
    println!("{:?}", tokio::time::timeout(std::time::Duration::ZERO, fetch(1)).await); //~
}

fn main() {
    let _ = (spawned(), joined(), listed(), awaited());
    spawned_blocking();
    joined_blocking();
    listed_blocking();
    awaited_blocking();
}
