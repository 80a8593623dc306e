//! `#[instrument]` above has already put the body into a block of its own.

use await_me_maybe::maybe_async;
use tracing::instrument;

#[instrument] //~
#[maybe_async]
async fn fetch(id: u8) -> u8 {
    id
}

struct Client;

impl Client {
    #[instrument(skip(self))] //~
    #[maybe_async]
    async fn get(&self, id: u8) -> u8 {
        id
    }
}

fn main() {
    let _ = (fetch(1), Client.get(1));
    let _ = (fetch_blocking(1), Client.get_blocking(1));
}
