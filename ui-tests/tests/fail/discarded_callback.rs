//! A call of an async callback that is dropped.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn callback(call: impl AsyncFn(u8)) {
    call(1); //~
}

fn main() {
    let _ = callback(async |_| ());
    callback_blocking(|_| ());
}
