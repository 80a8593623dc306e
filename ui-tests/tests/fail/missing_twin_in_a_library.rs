//! Libraries without a mirror know nothing of twins.

use await_me_maybe::maybe_async;

mod smol {
    pub async fn sleep(_: u64) {}
}

#[maybe_async]
async fn waits() {
    smol::sleep(1).await; //~
}

fn main() {
    let _ = waits();
    waits_blocking();
}
