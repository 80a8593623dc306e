//! What the texts on macros and on items inside bodies suggest.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

macro_rules! set {
    ($name:ident <- $value:expr) => {
        let $name = $value;
    };
}

#[maybe_async]
async fn fetch(n: u8) -> u8 {
    n
}

// Does what `unknown_grammar` says: bound before the macro.

#[maybe_async]
async fn bound() -> u8 {
    let fetched = fetch(1).await;
    set!(value <- fetched);
    value
}

// Does what `local_macro` says: moved out of the body.

struct Local(u8);

#[maybe_async]
impl Local {
    async fn get(&self) -> u8 {
        self.0
    }
}

#[maybe_async]
async fn moved_out() -> u8 {
    Local(2).get().await
}

// And written where the macro stood.

#[maybe_async]
async fn written_here() -> u8 {
    fetch(1).await + fetch(2).await
}

fn main() {
    assert_eq!((block_on(bound()), bound_blocking()), (1, 1));
    assert_eq!((block_on(moved_out()), moved_out_blocking()), (2, 2));
    assert_eq!((block_on(written_here()), written_here_blocking()), (3, 3));
}
