//! A stored callback whose call is not awaited where it stands.

use await_me_maybe::maybe_async;

struct Hooks<F> {
    hook: F,
}

#[maybe_async]
impl<F: AsyncFn(u8) -> u8> Hooks<F> {
    async fn run(&self) -> u8 {
        let later = (self.hook)(1); //~
        later.await
    }
}

#[maybe_async]
async fn stored(callback: Option<impl AsyncFn(u8) -> u8>) -> u8 {
    let Some(callback) = callback else { return 0 };
    let later = callback(1); //~
    later.await
}

fn main() {
    let _ = stored(Some(async |n| n));
    let _ = Hooks { hook: async |n: u8| n }.run();
    stored_blocking(Some(|n| n));
    Hooks { hook: |n: u8| n }.run_blocking();
}
