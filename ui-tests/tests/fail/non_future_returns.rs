//! Aliases hide a future from the macro: then the function is not seen to be async.

use await_me_maybe::maybe_async;
use std::pin::Pin;

type Answer = Pin<Box<dyn Future<Output = u8>>>;

#[maybe_async]
fn fetch() -> Answer { //~
    Box::pin(async { 1 })
}

struct Client;

#[maybe_async]
impl Client { //~
    fn get(&self) -> Answer {
        Box::pin(async { 1 })
    }
}

fn main() {
    let _ = (fetch(), Client.get());
}
