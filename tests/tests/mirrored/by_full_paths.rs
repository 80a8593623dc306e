//! The suffix form: every name of a library begins with the library.

use std::io;
use std::sync::Arc;

use await_me_maybe::maybe_async;

use super::NAP;

/// Workers that send what they find over a channel, and add it up behind a lock.
#[maybe_async]
pub async fn workers() -> Vec<String> {
    let (sender, mut receiver) = tokio::sync::mpsc::channel::<u32>(1);
    let total = Arc::new(tokio::sync::Mutex::new(0));
    let mut log = vec!["begin".to_owned()];
    let shared = Arc::clone(&total);
    let worker = tokio::spawn(async move {
        for n in 1..=3 {
            tokio::time::sleep(NAP).await;
            *shared.lock().await += n * n;
            if sender.send(n * n).await.is_err() {
                return "nobody listens";
            }
        }
        "end of work"
    });
    while let Some(square) = receiver.recv().await {
        log.push(square.to_string());
    }
    let end = worker.await.unwrap();
    log.push(format!("total {}", *total.lock().await));
    log.push(end.to_owned());
    log
}

/// The lines of a file, from one end of a pipe to the other one and back.
#[maybe_async]
pub async fn echo(path: &str) -> Result<Vec<String>, io::ErrorKind> {
    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _};

    let missing = format!("{path}.none");
    let error = tokio::fs::read(&missing).await.unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::NotFound);
    let text = tokio::fs::read_to_string(path)
        .await
        .map_err(|error| error.kind())?;
    let (mut near, far) = tokio::io::duplex(4);
    let echo = tokio::spawn(async move {
        let (reader, mut writer) = tokio::io::split(far);
        let mut lines = tokio::io::BufReader::new(reader).lines();
        while let Some(line) = lines.next_line().await? {
            tokio::time::sleep(NAP).await;
            writer.write_all(line.to_uppercase().as_bytes()).await?;
            writer.write_u8(b'\n').await?;
        }
        writer.shutdown().await
    });
    let mut echoed = Vec::new();
    for line in text.lines() {
        near.write_all(line.as_bytes()).await.unwrap();
        near.write_all(b"\n").await.unwrap();
        let mut answer = String::new();
        let mut reader = tokio::io::BufReader::new(&mut near);
        reader.read_line(&mut answer).await.unwrap();
        echoed.push(answer.trim().to_owned());
    }
    drop(near);
    echo.await.unwrap().unwrap();
    Ok(echoed)
}

/// The squares of even numbers, by streams, and the first square, by a oneshot channel.
#[maybe_async]
pub async fn squares(to: u32) -> (Vec<u32>, Option<u32>) {
    use futures::StreamExt as _;

    let (sender, receiver) = futures::channel::oneshot::channel();
    let mut sender = Some(sender);
    let all = futures::stream::iter(1..=to).then(async |n| {
        tokio::time::sleep(NAP).await;
        n * n
    });
    let even = all
        .inspect(|square| {
            if let Some(sender) = sender.take() {
                sender.send(*square).unwrap();
            }
        })
        .filter(|square| futures::future::ready(square % 2 == 0))
        .collect()
        .await;
    (even, receiver.await.ok())
}
