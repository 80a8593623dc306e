//! Where something has to be left.

use await_me_maybe::maybe_async;

fn f(n: u8) -> u8 {
    n
}

fn sum(a: u8, b: u8, c: u8, d: u8) -> u8 {
    a + b + c + d
}

#[maybe_async]
async fn holes(x: Option<u8>) -> u8 {
    let a = #[only_async] //~
    f(1);
    let b = 1 + #[only_blocking] //~
        f(2);
    let c = match x {
        Some(n) => #[only_async] //~
        [n][0],
        None => #[only_blocking] //~
        3,
    };
    let d = #[only_async] //~
    |n: u8| n;
    let e = (#[only_async] //~
    f(1)) + 1;
    return #[only_async] //~
    sum(a, b, c, d(e));
}

macro_rules! unknown {
    ($($tokens:tt)*) => {
        $($tokens)*
    };
}

#[maybe_async]
async fn unknown_grammar(n: u8) {
    unknown! {
        #[only_async] //~
        static COUNT: u8 = const { 1 };
    }
    println!("{}", n);
}

fn main() {}
