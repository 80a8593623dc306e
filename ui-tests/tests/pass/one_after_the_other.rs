//! What ran at the same time is awaited one after the other.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

#[maybe_async]
async fn fetch(n: u8) -> Result<u8, String> {
    if n > 9 { Err(format!("no {n}")) } else { Ok(n) }
}

// Instead of `join!` and `try_join!`.

#[maybe_async]
async fn joined() -> Result<u8, String> {
    let (one, two) = (fetch(1).await, fetch(2).await);
    Ok(one? + two?)
}

// In a loop.

#[maybe_async]
async fn all(ids: &[u8]) -> Result<Vec<u8>, String> {
    let mut pages = Vec::new();
    for &id in ids {
        pages.push(fetch(id).await?);
    }
    Ok(pages)
}

// Instead of `spawn`.

#[maybe_async]
async fn here() -> u8 {
    fetch(3).await.unwrap_or(0)
}

fn main() {
    assert_eq!((block_on(joined()), joined_blocking()), (Ok(3), Ok(3)));
    assert_eq!(block_on(all(&[1, 2])), Ok(vec![1, 2]));
    assert_eq!(all_blocking(&[1, 2]), Ok(vec![1, 2]));
    assert_eq!(all_blocking(&[1, 20]), block_on(all(&[1, 20])));
    assert_eq!((block_on(here()), here_blocking()), (3, 3));
}
