//! An awaited function that nobody has annotated.

use await_me_maybe::maybe_async;

async fn fetch(n: u8) -> u8 {
    n
}

mod api {
    pub(crate) async fn get(n: u8) -> u8 {
        n
    }
}

#[maybe_async]
async fn both(n: u8) -> u8 {
    let first = fetch(n).await; //~
    first + api::get(n).await //~
}

fn main() {
    let _ = both(1);
    both_blocking(1);
}
