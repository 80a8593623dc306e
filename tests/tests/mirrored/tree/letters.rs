//! The tree form: imports of libraries are annotated, and everything behind them is as it is.

use std::io::ErrorKind;
use std::sync::Arc;

use super::maybe_async;
use crate::NAP;

#[maybe_async]
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
#[maybe_async]
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader, duplex};
#[maybe_async]
use tokio::sync::{Mutex, Notify, mpsc};

/// Numbers its lines while they go through a pipe, and puts them into a channel.
#[maybe_async]
pub async fn deliver(path: &str) -> Result<Vec<String>, ErrorKind> {
    let mut file = tokio::fs::File::open(path)
        .await
        .map_err(|error| error.kind())?;
    let (mut postman, house) = duplex(8);
    let (letters, mut received) = mpsc::unbounded_channel();
    let reading = tokio::spawn(async move {
        let mut lines = BufReader::new(house).lines();
        let mut number = 0;
        while let Some(line) = lines.next_line().await? {
            number += 1;
            letters.send(format!("{number}: {line}")).unwrap();
        }
        Ok::<_, std::io::Error>(number)
    });
    let mut text = Vec::new();
    file.read_to_end(&mut text).await.unwrap();
    for byte in text {
        postman.write_u8(byte).await.unwrap();
    }
    tokio::time::sleep(NAP).await;
    postman.shutdown().await.unwrap();
    let number = reading.await.unwrap().map_err(|error| error.kind())?;
    let mut all = Vec::new();
    while let Some(letter) = received.recv().await {
        all.push(letter);
    }
    assert_eq!(all.len(), number);
    Ok(all)
}

/// What a task has put there.
#[derive(Default)]
pub struct Drawer {
    contents: Mutex<Vec<u32>>,
    is_full: Notify,
}

#[maybe_async]
impl Drawer {
    async fn fill(&self, to: u32) -> Result<(), String> {
        let numbers = stream::iter((0..to).map(Ok::<_, String>));
        let even = numbers.try_filter(|n| std::future::ready(n % 2 == 0));
        let found: Vec<u32> = even.map_ok(|n| n * 10).try_collect().await?;
        tokio::time::sleep(NAP).await;
        *self.contents.lock().await = found;
        self.is_full.notify_one();
        Ok(())
    }

    /// Filled by a task of its own.
    pub async fn filled(to: u32) -> Vec<u32> {
        let drawer = Arc::new(Self::default());
        let other = Arc::clone(&drawer);
        let filling = tokio::spawn(async move { other.fill(to).await });
        drawer.is_full.notified().await;
        filling.await.unwrap().unwrap();
        let contents = drawer.contents.lock().await;
        stream::iter(contents.clone()).collect().await
    }
}
