//! A future that is made and dropped at once.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn countdown(n: u8) {
    if n > 0 {
        countdown(n - 1); //~
    }
}

#[maybe_async(twins(countdown))]
async fn listed() {
    countdown(1); //~
}

#[maybe_async]
async fn block() {
    async { println!("never") }; //~
}

struct Client;

#[maybe_async]
impl Client {
    async fn send(&self) {}

    async fn open() {}

    async fn method(&self) {
        self.send(); //~
    }

    async fn function(&self) {
        Self::open(); //~
    }
}

#[maybe_async]
async fn local() {
    async fn inner() {}
    inner(); //~
}

fn main() {
    let _ = (countdown(1), listed(), block(), Client.method(), Client.function());
    let _ = local();
    countdown_blocking(1);
    listed_blocking();
    block_blocking();
    Client.method_blocking();
    Client.function_blocking();
    local_blocking();
}
