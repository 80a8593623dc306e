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

/// An async block that is bound, and awaited behind something else.
#[maybe_async]
#[inline(never)]
pub async fn bound_block(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    let late = async {
        let byte = port.get().await?;
        if byte == 0 {
            return Err(Error::Gone);
        }
        Ok(byte)
    };
    other.put(1).await?;
    late.await
}

/// A future that is dropped without being awaited, on one branch.
#[maybe_async]
#[inline(never)]
pub async fn maybe_never(port: &mut Port, other: &mut Port, wanted: bool) -> u8 {
    let late = async { port.get().await.unwrap_or(5) };
    let byte = other.get().await.unwrap_or(6);
    if wanted { late.await } else { byte }
}

#[maybe_async]
#[inline(always)]
async fn timed(
    work: impl Future<Output = Result<u8, Error>>,
    port: &mut Port,
) -> Result<u8, Error> {
    port.put(1).await?;
    let value = work.await;
    port.put(2).await?;
    value
}

/// A future that another annotated function takes.
#[maybe_async(twins(step))]
#[inline(never)]
pub async fn passed_on(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    timed(step(port, 7), other).await
}

/// The same of an async block.
#[maybe_async]
#[inline(never)]
pub async fn passed_block(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    timed(async { Ok(port.get().await?.wrapping_add(1)) }, other).await
}

#[maybe_async]
#[inline(always)]
async fn each<F, Fut>(count: u8, mut callback: F) -> Result<u32, Error>
where
    F: FnMut(u8) -> Fut,
    Fut: Future<Output = Result<u8, Error>>,
{
    let mut sum = 0;
    for n in 0..count {
        sum += u32::from(callback(n).await?);
    }
    Ok(sum)
}

/// A callback whose future is a type parameter.
#[maybe_async]
#[inline(never)]
pub async fn with_pairs(count: u8) -> Result<u32, Error> {
    each(count, |n| async move {
        if n == 9 {
            return Err(Error::Bad);
        }
        Ok(n)
    })
    .await
}

#[maybe_async]
#[inline(always)]
async fn fold(list: &[u8], mut with: impl AsyncFnMut(u32, u8) -> u32) -> u32 {
    let mut sum = 0;
    for &byte in list {
        sum = with(sum, byte).await;
    }
    sum
}

/// An async closure that captures.
#[maybe_async]
#[inline(never)]
pub async fn folded(list: &[u8], port: &mut Port) -> u32 {
    fold(list, async |sum, byte| match port.put(byte).await {
        Ok(()) => sum + u32::from(byte),
        Err(_) => sum,
    })
    .await
}

/// A loop that makes a future in each turn.
#[maybe_async(twins(step))]
#[inline(never)]
pub async fn looped(port: &mut Port, other: &mut Port, count: u8) -> Result<u32, Error> {
    let mut sum = 0;
    for n in 0..count {
        let late = step(port, n);
        other.put(n).await?;
        sum += u32::from(late.await?);
    }
    Ok(sum)
}

/// One future of two, decided before it is awaited.
#[maybe_async(twins(step))]
#[inline(never)]
pub async fn chosen(port: &mut Port, first: bool) -> Result<u8, Error> {
    let late = if first { step(port, 1) } else { step(port, 2) };
    late.await
}

/// A pinned future, awaited by reference.
#[maybe_async]
#[inline(never)]
pub async fn pinned(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    let mut late = std::pin::pin!(async { port.get().await });
    other.put(3).await?;
    late.as_mut().await
}

/// A function that is not `async` and returns a future.
#[maybe_async]
#[inline(never)]
pub fn returned(port: &mut Port) -> impl Future<Output = Result<u8, Error>> {
    async move { Ok(port.get().await? ^ 1) }
}
