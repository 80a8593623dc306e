//! What a macro does with tokens that are not expressions cannot be known.

use await_me_maybe::maybe_async;

macro_rules! set {
    ($name:ident <- $value:expr) => {
        let $name = $value;
    };
}

macro_rules! go {
    ($($body:tt)*) => {
        $($body)*
    };
}

async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn awaited() -> u8 {
    set!(value <- fetch().await); //~
    value
}

#[maybe_async]
async fn block() -> u8 {
    set!(value <- async { 1 }); //~
    value.await
}

#[maybe_async]
async fn statements() -> u8 {
    go! {
        let a = fetch().await; //~
        let b = fetch().await;
    }
    a + b
}

fn main() {
    let _ = (awaited(), block(), statements());
    awaited_blocking();
    block_blocking();
    statements_blocking();
}
