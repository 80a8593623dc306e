//! Each argument stands once.

use await_me_maybe::maybe_async;

async fn send() {}

#[maybe_async(keep(send), name = load, name = read)] //~
async fn fetch() -> u8 {
    1
}

#[maybe_async(keep(a), keep(b), suffix = _sync)] //~
async fn get() -> u8 {
    1
}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(skip, skip)] //~
    async fn get(&self) -> u8 {
        1
    }

    fn get_blocking(&self) -> u8 {
        1
    }
}

fn main() {
    let _ = (send(), fetch(), get(), Client.get());
    let _ = (load(), get_sync(), Client.get_blocking());
}
