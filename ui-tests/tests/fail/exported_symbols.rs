//! A symbol is exported once.

use await_me_maybe::maybe_async;

#[maybe_async]
#[unsafe(no_mangle)] //~
pub async fn fetch() -> u8 {
    1
}

#[maybe_async]
#[unsafe(export_name = "read_it")] //~
pub async fn read() -> u8 {
    1
}

pub struct Client;

#[maybe_async]
impl Client {
    #[unsafe(no_mangle)] //~
    pub async fn get() -> u8 {
        1
    }
}

fn main() {
    let _ = (fetch(), read(), Client::get());
    let _ = (fetch_blocking(), read_blocking(), Client::get_blocking());
}
