//! Arguments that belong to a method, and to the outer attribute.

use await_me_maybe::maybe_async;

#[maybe_async(skip)] //~
async fn fetch() -> u8 {
    1
}

struct Client;

#[maybe_async(name = load)] //~
impl Client {
    async fn get(&self) -> u8 {
        1
    }
}

#[maybe_async]
impl Client {
    #[maybe_async] //~
    async fn empty(&self) -> u8 {
        1
    }

    #[maybe_async()] //~
    async fn empty_list(&self) -> u8 {
        1
    }

    #[maybe_async(suffix = _sync)] //~
    async fn suffixed(&self) -> u8 {
        1
    }

    #[maybe_async(keep(send))] //~
    async fn keeps(&self) -> u8 {
        1
    }

    #[maybe_async(twins(Store))] //~
    async fn has_twins(&self) -> u8 {
        1
    }

    #[maybe_async(crate = await_me_maybe)] //~
    async fn elsewhere(&self) -> u8 {
        1
    }
}

#[maybe_async(skip)] //~
trait Store {
    async fn get(&self) -> u8;
}

fn main() {
    let _ = (fetch(), Client.get(), Client.empty(), Client.empty_list());
    let _ = (Client.suffixed(), Client.keeps(), Client.has_twins(), Client.elsewhere());
    let _ = (fetch_blocking(), Client.get_blocking(), Client.empty_blocking());
    let _ = (Client.suffixed_blocking(), Client.keeps_blocking());
}
