//! A path is replaced by one other.

use await_me_maybe::maybe_async;

async fn get() -> u8 {
    1
}

fn one() -> u8 {
    1
}

#[maybe_async(replace(get = one, get = two))] //~
async fn twice() -> u8 {
    get().await
}

#[maybe_async(replace(get = one), replace(get = one))] //~
async fn argument_twice() -> u8 {
    get().await
}

#[maybe_async(replace(r#get = one, get = one))] //~
async fn raw() -> u8 {
    get().await
}

fn main() {
    let _ = (twice(), argument_twice(), raw());
    let _ = (twice_blocking(), argument_twice_blocking(), raw_blocking(), one());
}
