//! Errors whose text is the code of the condition.

use anyhow::ensure;
use await_me_maybe::maybe_async;

#[maybe_async]
async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn compared() -> anyhow::Result<()> {
    ensure!(fetch().await == 1); //~
    anyhow::ensure!(fetch().await < 2); //~
    ensure!(fetch().await == 1, "with a text");
    ensure!(2 > 1);
    Ok(())
}

fn main() {
    let _ = compared();
    compared_blocking().unwrap();
}
