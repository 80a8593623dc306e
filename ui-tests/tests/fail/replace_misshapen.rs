//! The rules of `replace` are pairs of paths.

use await_me_maybe::maybe_async;

mod a {
    pub async fn get() {}
}

mod b {
    pub fn get() {}
}

struct Pool<T>(T);

#[maybe_async(replace)] //~
async fn nothing() {}

#[maybe_async(replace())] //~
async fn empty() {}

#[maybe_async(replace = a)] //~
async fn assigned() {}

#[maybe_async(replace(a))] //~
async fn half() {}

#[maybe_async(replace(a =))] //~
async fn open() {}

#[maybe_async(replace(= b))] //~
async fn headless() {}

#[maybe_async(replace("a" = "b"))] //~
async fn strings() {}

#[maybe_async(replace(a => b))] //~
async fn arrow() {}

#[maybe_async(replace(a = b c = d))] //~
async fn no_comma() {}

#[maybe_async(replace(a:: = b))] //~
async fn cut_off() {}

#[maybe_async(replace(Pool = Pool<u8>))] //~
async fn generic() {}

#[maybe_async(replace(Pool::<u8> = Pool))] //~
async fn turbofish() {}

#[maybe_async(replace(fn = b))] //~
async fn keyword() {}

fn main() {
    let _ = (nothing(), empty(), assigned(), half(), open(), headless(), strings(), arrow());
    let _ = (no_comma(), cut_off(), generic(), turbofish(), keyword(), a::get(), Pool(1).0);
    b::get();
    nothing_blocking();
    empty_blocking();
    assigned_blocking();
    half_blocking();
    open_blocking();
    headless_blocking();
    strings_blocking();
    arrow_blocking();
    no_comma_blocking();
    cut_off_blocking();
    generic_blocking();
    turbofish_blocking();
    keyword_blocking();
}
