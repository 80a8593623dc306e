//! What becomes of requests, in words that can be compared.

use std::error::Error;
use std::fmt::Debug;

use kv::{Batch, Config, Request, Result};

use super::half::Client;
use super::maybe_async;

/// A little of everything, on a server that behaves.
#[maybe_async]
pub(crate) async fn tour(address: &str) -> Vec<String> {
    let mut told = Vec::new();
    let config = Config::new().page(2);
    let client = Client::connect(address, config).await.expect("a server");
    tell(&mut told, client.set("b", "two\nli").await);
    tell(&mut told, client.get("b").await);
    tell(&mut told, client.get("a").await);
    tell(&mut told, client.get("a\nDEL b").await);
    tell(
        &mut told,
        client.set("b", vec![0; kv::LARGEST_VALUE + 1]).await,
    );
    let mut batch = Batch::new();
    for number in 0..5 {
        batch = batch.set(&format!("key/{number}"), vec![number; 3_000]);
    }
    tell(&mut told, client.batch(&batch.get("a").del("key/3")).await);
    tell(&mut told, client.scan("key/").all().await);
    let mut scan = client.scan("key/");
    while let Some(key) = scan.next().await.expect("a page") {
        client.del(&key).await.expect("a reply");
    }
    tell(&mut told, scan.next().await);
    tell(&mut told, client.scan("").all().await);
    tell(&mut told, client.scan("no prefix").all().await);
    tell(&mut told, client.del("b").await);
    tell(&mut told, client.request(&Request::Ping).await);
    told
}

/// What these requests come to, on a server that need not behave.
#[maybe_async]
pub(crate) async fn fate(address: String, config: Config) -> Vec<String> {
    let client = Client::new(address, config);
    let mut told = Vec::new();
    tell(&mut told, client.get("key").await);
    told[0].insert_str(0, "get: ");
    tell(&mut told, client.del("key").await);
    tell(&mut told, client.set("key", "value").await);
    tell(&mut told, client.scan("").all().await);
    told.push(client.idle_connections().to_string());
    told
}

fn tell<R: Debug>(told: &mut Vec<String>, result: Result<R>) {
    told.push(match result {
        Ok(result) => format!("{result:?}"),
        Err(error) => {
            let mut line = error.to_string();
            let mut error: &dyn Error = &error;
            while let Some(source) = error.source() {
                line = format!("{line}: {source}");
                error = source;
            }
            line
        }
    });
}
