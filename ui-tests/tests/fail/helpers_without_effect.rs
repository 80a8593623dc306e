//! A helper that changes nothing is a mistake.

use await_me_maybe::maybe_async;

#[maybe_async]
#[maybe_async(name = load)] //~
async fn fetch() -> u8 {
    1
}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(name = limit_blocking)] //~
    const LIMIT: u8 = 1;

    #[maybe_async(name = address)] //~
    fn url(&self) -> &str {
        "url"
    }

    #[maybe_async(skip)]
    #[maybe_async(name = load)] //~
    async fn get(&self) -> u8 {
        Self::LIMIT
    }
}

fn main() {
    let _ = (fetch(), Client.url(), Client.get());
}
