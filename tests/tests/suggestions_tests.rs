//! What the texts on `#[await_me_maybe::test]` and on entry points suggest, done as they say it.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{give, give_blocking};

// Does what `test_twice`, `TEST_REWRITTEN` and `TEST_NOT_FN` say: our attribute alone, on an
// `async fn`.
#[await_me_maybe::test]
async fn both_forms() {
    assert_eq!(give(1).await, 1);
}

// Does what `TEST_PARAMETERS` says: what was a parameter is a variable.
#[await_me_maybe::test]
async fn without_parameters() {
    let number = 2;
    assert_eq!(give(number).await, 2);
}

// Does what `TEST_NOT_ASYNC` says: a plain test.
#[test]
fn plain() {
    assert_eq!(give_blocking(3), 3);
}

// Does what `test_clock` says: the async test with its clock, and a blocking one by hand.
#[tokio::test(start_paused = true)]
async fn slow() {
    let start = tokio::time::Instant::now();
    tokio::time::sleep(std::time::Duration::from_secs(60)).await;
    assert!(start.elapsed().as_secs() >= 60);
}

#[test]
fn slow_blocking() {
    std::thread::sleep(std::time::Duration::from_millis(1));
}

// Does what `MAIN` and `RUNTIME_ATTRIBUTE` say: what an entry point calls is annotated.
#[maybe_async]
async fn run() -> u8 {
    give(4).await
}

fn main_of_the_blocking_program() -> u8 {
    run_blocking()
}

#[tokio::test]
async fn entry_points() {
    assert_eq!(run().await, 4);
    assert_eq!(main_of_the_blocking_program(), 4);
}
