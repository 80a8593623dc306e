//! A suffix is added to the name as it stands.

use await_me_maybe::maybe_async;

#[maybe_async(suffix = Sync)] //~
async fn fetch() -> u8 {
    1
}

#[maybe_async(suffix = _)] //~
async fn get() -> u8 {
    1
}

#[maybe_async(suffix = __)] //~
async fn read() -> u8 {
    1
}

#[maybe_async(suffix = blocking)] //~
trait Store {
    async fn get(&self) -> u8;
}

fn main() {
    let _ = (fetch(), get(), read());
}
