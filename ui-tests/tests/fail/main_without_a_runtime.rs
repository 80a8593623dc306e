//! A program has one `main`, and it is not async: the one is said by the attribute, the other by
//! rustc.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn main() {} //~ //~
