//! The module form: names of libraries are imported, each in another way.

use await_me_maybe::maybe_async;

#[maybe_async]
mod program {
    use std::io::ErrorKind;
    use std::sync::Arc;

    use futures::channel::mpsc;
    use futures::{SinkExt, StreamExt, stream};
    use tokio::io::{self as tio, AsyncReadExt, AsyncWriteExt};
    use tokio::sync::{Mutex, oneshot};
    use tokio::{fs, time};

    use super::super::NAP;

    /// Counts, and tells what it has counted.
    pub struct Counter {
        log: Arc<Mutex<Vec<String>>>,
    }

    impl Counter {
        pub fn new() -> Self {
            Self {
                log: Arc::default(),
            }
        }

        async fn note(&self, text: String) {
            self.log.lock().await.push(text);
        }

        pub async fn run(self, to: u32) -> Vec<String> {
            let (mut numbers, counted) = mpsc::channel(0);
            let (answer, question) = oneshot::channel();
            let counting = tokio::spawn(async move {
                for n in 0..to {
                    time::sleep(NAP).await;
                    numbers.send(n * 10).await.unwrap();
                }
                drop(numbers);
                question.await.unwrap_or(0)
            });
            let mut sum = 0;
            let mut counted = counted.map(|n| (n, n.to_string()));
            while let Some((n, text)) = counted.next().await {
                self.note(text).await;
                sum += n;
            }
            answer.send(sum).unwrap();
            self.note(format!("counted {sum}")).await;
            let answer: u32 = counting.await.unwrap();
            self.note(format!("answer {answer}")).await;
            std::mem::take(&mut *self.log.lock().await)
        }
    }

    /// How many words there are in a file, and how many bytes have come through a pipe.
    pub async fn words(path: &str) -> Result<(usize, usize), ErrorKind> {
        let kind = |error: tio::Error| error.kind();
        let mut text = String::new();
        let mut file = fs::File::open(path).await.map_err(kind)?;
        file.read_to_string(&mut text).await.map_err(kind)?;
        let (mut near, mut far) = tio::duplex(3);
        let bytes = text.clone().into_bytes();
        let sending = tokio::task::spawn(async move {
            time::sleep(NAP).await;
            near.write_all(&bytes).await
        });
        let mut through = Vec::new();
        far.read_to_end(&mut through).await.map_err(kind)?;
        sending.await.unwrap().map_err(kind)?;
        let words = stream::iter(text.split_whitespace()).count().await;
        Ok((words, through.len()))
    }
}

pub use program::*;
