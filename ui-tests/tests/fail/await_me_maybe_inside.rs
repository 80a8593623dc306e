//! In an annotated function, the twin cannot wait for a future either.

use await_me_maybe::{await_me_maybe, maybe_async};

async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn function() -> u8 {
    await_me_maybe(fetch()).await //~
}

#[maybe_async]
async fn by_macro() -> u8 {
    await_me_maybe!(fetch()) //~
}

fn main() {
    let _ = (function(), by_macro());
    function_blocking();
    by_macro_blocking();
}
