//! Arguments of `#[await_me_maybe::test]`: literals are tokio's, all else is ours.

#[await_me_maybe::test(flavour = "multi_thread")] //~
async fn misspelt_for_tokio() {}

#[await_me_maybe::test(keeps(ready))] //~
async fn misspelt_for_us() {}

#[await_me_maybe::test(name = other, name = another)] //~
async fn repeated() {}

#[await_me_maybe::test(skip)] //~
async fn skipped() {}

fn main() {}
