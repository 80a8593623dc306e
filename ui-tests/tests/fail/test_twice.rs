//! A function that is a test already: nothing would tell which of them is meant.

#[await_me_maybe::test]
#[tokio::test] //~
async fn with_tokio() {}

#[await_me_maybe::test]
#[test] //~
async fn with_test() {}

#[tokio::test] //~
#[await_me_maybe::test]
async fn below_tokio() {}

#[await_me_maybe::test]
#[await_me_maybe::test] //~
async fn with_itself() {}

fn main() {}
