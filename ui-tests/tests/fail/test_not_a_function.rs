//! What is no function at all.

#[await_me_maybe::test]
struct Client; //~

#[await_me_maybe::test]
/// Documented.
pub mod inner { //~
    async fn run() {}
}

fn main() {}
