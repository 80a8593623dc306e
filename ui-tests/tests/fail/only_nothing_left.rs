//! Rustc says what is missing when the rest does not do without.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn whole() -> u8 { //~
    #[only_async]
    return 1;
}

#[maybe_async]
async fn list() -> [u8; 1] {
    [ //~
        #[only_async]
        1,
    ]
}

#[maybe_async]
async fn arms(n: u8) -> u8 {
    match n { //~
        #[only_async]
        _ => 1,
    }
}

#[maybe_async]
async fn binding() -> u8 {
    #[only_async]
    let n = 1;
    n //~
}

#[maybe_async]
async fn parameter(#[only_async] n: u8) -> u8 {
    n //~
}

fn main() {}
