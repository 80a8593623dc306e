//! What a rule names has to be blocking, and has to be there.

use await_me_maybe::maybe_async;

mod net {
    pub async fn get(n: u8) -> u8 {
        n
    }

    pub async fn put(n: u8) -> u8 {
        n
    }
}

mod still_async {
    pub async fn get(n: u8) -> u8 {
        n
    }
}

#[maybe_async(replace(net = still_async))]
async fn survives() {
    let _one = net::get(1).await; //~
}

#[maybe_async(replace(net = still_async))]
async fn survives_in_an_argument() {
    drop(net::get(2).await); //~
}

#[maybe_async(replace(net = still_async))]
async fn missing() -> u8 {
    net::put(1).await //~
}

#[maybe_async(replace(net::get = ready))]
async fn early() -> u8 {
    let value = net::get(1);
    value.await //~
}

fn ready(n: u8) -> u8 {
    n
}

fn main() {
    let _ = (survives(), survives_in_an_argument(), missing(), early(), ready(1), net::put(1));
    let _ = (survives_blocking(), survives_in_an_argument_blocking(), missing_blocking(), early_blocking());
}
