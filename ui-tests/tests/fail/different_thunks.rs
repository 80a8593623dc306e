//! Calls of one method or callback are futures of one type, but thunks of different ones.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn callback(call: impl AsyncFn(u8) -> u8) -> u8 {
    let mut sum = 0;
    for later in [call(1), call(2)] { //~
        sum += later.await;
    }
    sum
}

struct Client;

#[maybe_async]
impl Client {
    async fn get(&self, n: u8) -> u8 {
        n
    }

    async fn all(&self) -> u8 {
        let mut sum = 0;
        for later in [self.get(1), self.get(2)] { //~
            sum += later.await;
        }
        sum
    }
}

fn main() {
    let _ = (callback(async |n| n), Client.all());
    callback_blocking(|n| n);
    Client.all_blocking();
}
