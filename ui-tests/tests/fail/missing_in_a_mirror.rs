//! What a library has and its blocking mirror has not is named where it is imported or used.

use await_me_maybe::maybe_async;

#[maybe_async]
mod imported {
    use tokio::runtime::Handle; //~
    use tokio::time::{Duration, sleep};

    pub async fn nap() -> usize {
        sleep(Duration::ZERO).await;
        Handle::current().metrics().num_workers()
    }
}

#[maybe_async]
async fn in_full() -> u16 {
    let semaphore = tokio::sync::Semaphore::new(1);
    let _permit = semaphore.acquire().await;
    let socket = tokio::net::TcpSocket::new_v4(); //~
    socket.map_or(0, |_| 1)
}

fn main() {
    let _ = (imported::nap(), in_full());
    let _ = (imported::blocking::nap(), in_full_blocking());
}
