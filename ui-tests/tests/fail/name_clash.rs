//! The twin's name is taken by another member.

use await_me_maybe::maybe_async;

struct Client;

#[maybe_async]
impl Client {
    async fn get(&self) -> u8 { //~
        1
    }

    fn get_blocking(&self) -> u8 {
        1
    }

    #[maybe_async(name = read)] //~
    async fn load(&self) -> u8 {
        1
    }

    fn read(&self) -> u8 {
        1
    }
}

#[maybe_async]
trait Store {
    async fn get(&self) -> u8; //~

    fn get_blocking(&self) -> u8;
}

impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }

    fn get_blocking(&self) -> u8 {
        *self
    }
}

fn main() {
    let _ = (Client.get(), Client.load(), Client.get_blocking(), Client.read());
    let _ = (Store::get(&1u8), Store::get_blocking(&1u8));
}
