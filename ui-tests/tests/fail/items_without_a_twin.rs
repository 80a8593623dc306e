//! What cannot be async has no twin; the item itself stays usable.

use await_me_maybe::maybe_async;

#[maybe_async]
struct Client; //~

#[maybe_async]
enum Kind { //~
    One,
}

#[maybe_async]
union Bits { //~
    _word: u32,
}

#[maybe_async]
use std::collections::HashMap; //~

#[maybe_async]
const LIMIT: u32 = 1; //~

#[maybe_async]
static NAME: &str = "me"; //~

#[maybe_async]
type Pages = Vec<String>; //~

#[maybe_async]
unsafe extern "C" { //~
    fn abs(n: i32) -> i32;
}

#[maybe_async]
extern crate core; //~

fn main() {
    let _ = (Client, Kind::One, HashMap::<u8, u8>::new(), LIMIT, NAME, Pages::new());
    let _ = abs as unsafe extern "C" fn(i32) -> i32;
    let _ = Bits { _word: 0 };
}
