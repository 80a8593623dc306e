//! A sync method that a trait and its twin have both.

use await_me_maybe::maybe_async;

#[maybe_async]
trait Store {
    async fn get(&self) -> u8;
    fn name(&self) -> &'static str;
}

struct Memory;

#[maybe_async]
impl Store for Memory {
    async fn get(&self) -> u8 {
        1
    }

    fn name(&self) -> &'static str {
        "memory"
    }
}

fn main() {
    let _ = Memory.get_blocking();
    let _ = Memory.name(); //~
    let _ = Store::name(&Memory);
}
