//! A closure that does more than make its future, where its calls are awaited elsewhere.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn get(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn each(callback: impl Fn(u8) -> std::pin::Pin<Box<dyn Future<Output = u8>>>) -> u8 {
    callback(1).await
}

#[maybe_async(twins(get))]
async fn called_and_given() -> u8 {
    let boxed = |n: u8| -> std::pin::Pin<Box<dyn Future<Output = u8>>> {
        println!("called with {n}");
        Box::pin(get(n))
    };
    let later = boxed(1); //~
    each(boxed).await + later.await
}

fn main() {
    let _ = called_and_given();
    called_and_given_blocking();
}
