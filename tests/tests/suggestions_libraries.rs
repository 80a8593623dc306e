//! What the texts on libraries and macros suggest, done as they say it.
#![allow(
    clippy::unused_async,
    reason = "a twin is made of what is async, needed or not"
)]

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_stream::stream;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};
use futures::stream::{FuturesUnordered, StreamExt as _};

#[maybe_async]
async fn double(n: u8) -> u8 {
    n * 2
}

// Does what `task_group` says: a policy.
#[maybe_async(join = sequential, twins(double))]
async fn unordered() -> Vec<u8> {
    let mut all = FuturesUnordered::new();
    all.push(double(1));
    all.push(double(2));
    let mut values = Vec::new();
    while let Some(value) = all.next().await {
        values.push(value);
    }
    values.sort_unstable();
    values
}

#[maybe_async(join = threads)]
async fn tasks() -> u8 {
    let mut set = tokio::task::JoinSet::new();
    set.spawn(async { 1 });
    set.spawn(async { 2 });
    let mut sum = 0;
    while let Some(value) = set.join_next().await {
        sum += value.unwrap_or(0);
    }
    sum
}

#[tokio::test]
async fn groups() {
    assert_eq!(both(unordered(), unordered_blocking).0, [2, 4]);
    assert_eq!(tasks().await, 3);
    assert_eq!(tasks_blocking(), 3);
}

// Does what `Abort` says: a flag that the task checks, or the call in one half alone.
#[maybe_async]
async fn ends_by_itself() -> bool {
    let done = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&done);
    let task = tokio::spawn(async move {
        while !seen.load(Ordering::Acquire) {
            tokio::task::yield_now().await;
        }
        true
    });
    done.store(true, Ordering::Release);
    #[only_async]
    let _ = task.abort_handle();
    task.await.unwrap_or(false)
}

#[tokio::test]
async fn tasks_that_end() {
    assert!(ends_by_itself().await);
    assert!(ends_by_itself_blocking());
}

// Does what `Movable` says: listed, or inside an `async` block.
#[maybe_async(twins(double))]
async fn pins() -> u8 {
    let listed = pin!(double(1));
    let inside = pin!(async { give(2).await });
    listed.await + inside.await
}

#[test]
fn pinned_futures() {
    assert_eq!(both(pins(), pins_blocking).0, 4);
}

// Does what `CODE_AS_MESSAGE` says: a text of one's own.
#[maybe_async]
async fn ensures(n: u8) -> anyhow::Result<u8> {
    anyhow::ensure!(give(n).await < 5, "too large");
    Ok(n)
}

macro_rules! set {
    ($name:ident <- $($value:tt)*) => {
        let $name = $($value)*;
    };
}

// Does what `unknown_operand` says: bound before the macro.
#[maybe_async]
async fn bound(n: u8) -> u8 {
    let value = match n {
        0 => give(1).await,
        n => give(n).await,
    };
    set!(kept <- value + 1);
    kept
}

// Does what `YIELDED` says: outside of the closure.
#[maybe_async]
fn evens(list: Vec<u8>) -> impl futures::Stream<Item = u8> {
    stream! {
        let even = |n: &u8| n % 2 == 0;
        for n in list.into_iter().filter(even) {
            yield give(n).await;
        }
    }
}

#[test]
fn macros() {
    for n in [1, 9] {
        let shown = |value: anyhow::Result<u8>| value.map_err(|error| error.to_string());
        let asynchronous = async { shown(ensures(n).await) };
        let value = both(asynchronous, || shown(ensures_blocking(n))).0;
        assert_eq!(value.is_ok(), n < 5);
        both(bound(n - 1), || bound_blocking(n - 1));
    }
    let asynchronous = async { evens(vec![1, 2, 3, 4]).collect::<Vec<u8>>().await };
    let (value, log) = both(asynchronous, || evens_blocking(vec![1, 2, 3, 4]).collect());
    assert_eq!(value, [2, 4]);
    assert_eq!(log, ["give 2", "give 4"]);
}

#[maybe_async]
mod io {
    use tokio::io::{
        AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite,
        AsyncWriteExt as _, DuplexStream,
    };

    pub(crate) async fn first_line(mut reader: impl AsyncBufRead + Unpin) -> String {
        let mut line = String::new();
        let read = reader.read_line(&mut line).await;
        format!("{line:?} {read:?}")
    }

    pub(crate) async fn copies<R, W>(mut reader: R, mut writer: W) -> Option<usize>
    where
        R: AsyncRead + Unpin,
        W: AsyncWrite + Unpin,
    {
        let mut text = Vec::new();
        let read = reader.read_to_end(&mut text).await.ok()?;
        writer.write_all(&text).await.ok()?;
        Some(read)
    }

    // Does what `Splittable` says: the stream itself is split.
    pub(crate) async fn echoes(near: DuplexStream, mut far: DuplexStream) -> Option<u8> {
        let (mut reads, mut writes) = tokio::io::split(near);
        writes.write_u8(7).await.ok()?;
        let sent = far.read_u8().await.ok()?;
        far.write_u8(sent + 1).await.ok()?;
        reads.read_u8().await.ok()
    }
}

// Does what `AsyncRead`, `AsyncWrite` and `AsyncBufRead` say: wrapped.
#[test]
fn readers_and_writers() {
    use await_me_maybe::mirror::tokio::io as blocking;

    let text = &b"one\ntwo"[..];
    let chain = || std::io::Read::chain(text, &b"!"[..]);
    let (value, _) = both(io::first_line(tokio::io::BufReader::new(text)), || {
        io::blocking::first_line(blocking::BufReader::new(blocking::StdIo(chain())))
    });
    assert_eq!(value, "\"one\\n\" Ok(4)");
    let (mut one, mut two) = (Vec::new(), Vec::new());
    let (value, _) = both(io::copies(text, &mut one), || {
        let mut reader = text;
        let reader: &mut dyn std::io::Read = &mut reader;
        io::blocking::copies(reader, blocking::StdIo(&mut two))
    });
    assert_eq!((value, one), (Some(7), two));
    let (near, far) = tokio::io::duplex(1);
    let asynchronous = io::echoes(near, far);
    let (value, _) = both(asynchronous, || {
        let (near, far) = blocking::duplex(1);
        io::blocking::echoes(near, far)
    });
    assert_eq!(value, Some(8));
}
