//! The twin's name is taken by another function of the module.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn fetch() -> u8 {
    1
}

fn fetch_blocking() -> u8 { //~
    1
}

fn main() {
    let _ = fetch();
    fetch_blocking();
}
