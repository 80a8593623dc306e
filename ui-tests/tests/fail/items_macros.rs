//! A macro may hold anything, so nothing is known of what it makes.

use await_me_maybe::maybe_async;

#[maybe_async]
macro_rules! fetch { //~
    () => {
        1
    };
}

macro_rules! make {
    () => {
        async fn made() -> u8 {
            1
        }
    };
}

#[maybe_async]
make!(); //~

fn main() {
    let _ = (fetch!(), made());
}
