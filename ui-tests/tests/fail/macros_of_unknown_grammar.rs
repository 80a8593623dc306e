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

struct Count(u8);

impl Count {
    async fn fetch(self) -> u8 {
        self.0
    }
}

#[maybe_async]
async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn block() -> u8 {
    set!(value <- async { 1 }); //~
    value.await
}

#[maybe_async]
async fn literal() -> u8 {
    set!(value <- Count { 0: 1 }.fetch().await); //~
    value
}

#[maybe_async]
async fn qualified() -> u8 {
    set!(value <- <Count>::fetch(Count(1)).await); //~
    value
}

#[maybe_async]
async fn statements(n: u8) -> u8 {
    go! {
        let a = match n { 0 => fetch(), _ => fetch() }.await; //~
        let b = tokio::time::timeout(std::time::Duration::ZERO, fetch()); //~
    }
    drop(b);
    a
}

#[maybe_async(twins(fetch))]
async fn made_here() -> u8 {
    set!(value <- fetch()); //~
    value.await
}

fn main() {
    let _ = (block(), literal(), qualified(), statements(1), made_here());
    block_blocking();
    literal_blocking();
    qualified_blocking();
    statements_blocking(1);
    made_here_blocking();
}
