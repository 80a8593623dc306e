//! The twins that the macro makes.

use await_me_maybe::maybe_async;

use crate::{Countdown, Error, Port, Source, SourceBlocking};

/// A loop over fallible awaits.
#[maybe_async]
#[inline(never)]
pub async fn copy(from: &mut Port, to: &mut Port, count: usize) -> Result<usize, Error> {
    let mut sum = 0;
    for _ in 0..count {
        let byte = from.get().await?;
        to.put(byte).await?;
        sum += usize::from(byte);
    }
    Ok(sum)
}

/// A value that is named before it is used.
#[maybe_async]
#[inline(never)]
pub async fn parse(port: &mut Port) -> Result<u32, Error> {
    let byte = port.get().await;
    let text = format!("{byte:?}");
    text.parse().map_err(|_| Error::Bad)
}

/// A generic callee, known only by its trait.
#[maybe_async(twins(Source))]
#[inline(never)]
pub async fn total(source: &mut Countdown) -> u64 {
    let mut total = 0;
    while let Some(next) = Source::next(source).await {
        total += next;
    }
    total
}

/// `?` and `return` inside an async block.
#[maybe_async]
#[inline(never)]
pub async fn first_digit(port: &mut Port) -> u8 {
    let digit = async {
        let byte = port.get().await?;
        if byte.is_ascii_digit() {
            return Ok(byte - b'0');
        }
        Err(Error::Bad)
    }
    .await;
    digit.unwrap_or(0)
}

#[maybe_async]
#[inline]
async fn step(port: &mut Port, by: u8) -> Result<u8, Error> {
    Ok(port.get().await?.wrapping_add(by))
}

/// A future made early and awaited late.
#[maybe_async(twins(step))]
#[inline(never)]
pub async fn early(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    let late = step(port, 3);
    let first = other.get().await?;
    Ok(first.wrapping_mul(late.await?))
}

/// A callback.
#[maybe_async]
#[inline(always)]
async fn retry(tries: u8, mut work: impl AsyncFnMut() -> Result<u8, Error>) -> Result<u8, Error> {
    let mut last = Err(Error::Gone);
    for _ in 0..tries {
        last = work().await;
        if last.is_ok() {
            break;
        }
    }
    last
}

/// An async closure, called by another twin.
#[maybe_async]
#[inline(never)]
pub async fn persistent(port: &mut Port) -> Result<u8, Error> {
    retry(3, async || port.get().await).await
}

/// A boxed future that recurses.
#[maybe_async]
#[inline(never)]
pub async fn depth(port: &mut Port) -> usize {
    match port.get().await {
        Ok(0) | Err(_) => 0,
        Ok(_) => 1 + Box::pin(depth(port)).await,
    }
}
