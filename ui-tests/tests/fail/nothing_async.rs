//! Without anything async inside there is no twin to make.

use await_me_maybe::maybe_async;

#[maybe_async]
fn fetch() -> u8 { //~
    1
}

struct Client;

#[maybe_async]
impl Client { //~
    fn get(&self) -> u8 {
        1
    }
}

#[maybe_async]
trait Store { //~
    fn get(&self) -> u8;
}

impl Store for u8 {
    fn get(&self) -> u8 {
        *self
    }
}

fn main() {
    let _ = (fetch(), Client.get(), Store::get(&1u8));
}
