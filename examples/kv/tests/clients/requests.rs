//! A server that behaves, over a socket and over none.

use kv::server::{Limits, Store};
use kv::{Batch, Config, Error, LARGEST_VALUE, Reply, Result, Server};

use super::half::Client;
use super::half::transport::{Memory, Transport};
use super::{maybe_async, only_blocking};
use crate::servers::nobody;

fn started(config: Config) -> (Server, Client) {
    let server = Server::start("127.0.0.1:0").expect("a free port");
    let client = Client::new(server.address().to_string(), config);
    (server, client)
}

#[maybe_async]
async fn values<T: Transport>(client: &Client<T>) -> Result<()> {
    client.ping().await?;
    let large = vec![b'\n'; LARGEST_VALUE];
    for value in [&b""[..], b"plain", b"li\nnes\n", &[0, 255, 10, 13], &large] {
        client.set("key", value).await?;
        assert_eq!(client.get("key").await?.as_deref(), Some(value));
    }
    assert!(client.del("key").await?);
    assert!(!client.del("key").await?);
    assert_eq!(client.get("key").await?, None);
    assert_eq!(client.idle_connections(), 1);
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn values_come_back_as_they_went() -> Result<()> {
    let (_server, client) = started(Config::new());
    values(&client).await?;
    let client: Client<Memory> = Client::over(Store::new(), Config::new());
    values(&client).await
}

#[maybe_async]
async fn pages<T: Transport>(client: &Client<T>) -> Result<()> {
    for number in 0..8 {
        client.set(&format!("a{number}"), "").await?;
        client.set(&format!("b{number}"), "").await?;
    }
    let mut scan = client.scan("a");
    assert_eq!(scan.next().await?.as_deref(), Some("a0"));
    // What happens behind the page is seen.
    client.set("a9", "").await?;
    client.del("a7").await?;
    let rest = scan.all().await?;
    assert_eq!(rest, ["a1", "a2", "a3", "a4", "a5", "a6", "a9"]);
    assert_eq!(client.scan("").all().await?.len(), 16);
    assert_eq!(client.scan("c").all().await?, [""; 0]);

    let mut found = Vec::new();
    let result = client
        .scan("b")
        .for_each(async |key| {
            client.del(&key).await?;
            found.push(key);
            if found.len() == 7 {
                return Err(Error::Closed);
            }
            Ok(())
        })
        .await;
    assert!(matches!(result, Err(Error::Closed)));
    assert_eq!(found.last().map(String::as_str), Some("b6"));
    assert_eq!(client.scan("b").all().await?, ["b7"]);
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn a_scan_asks_page_by_page() -> Result<()> {
    for page in [1, 3, 7] {
        let config = Config::new().page(page);
        let (_server, client) = started(config.clone());
        pages(&client).await?;
        let client: Client<Memory> = Client::over(Store::new(), config);
        pages(&client).await?;
    }
    Ok(())
}

#[only_blocking]
#[test]
fn a_scan_is_an_iterator() -> Result<()> {
    let (_server, client) = started(Config::new().page(2));
    for key in ["a", "b", "c"] {
        client.set(key, "")?;
    }
    let keys: Result<Vec<String>> = client.scan("").collect();
    assert_eq!(keys?, ["a", "b", "c"]);
    let keys: Result<Vec<String>> = client.scan("no prefix").take(9).collect();
    assert!(matches!(keys, Err(Error::Key(_))));
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn keys_are_checked_before_anything_is_sent() {
    let client = Client::new(nobody().to_string(), Config::new());
    for key in ["", "two words", "a\nDEL b", "\t", &"k".repeat(251)] {
        let results = [
            client.get(key).await.map(drop),
            client.set(key, "").await,
            client.del(key).await.map(drop),
            client
                .batch(&Batch::new().get("good").del(key))
                .await
                .map(drop),
        ];
        for result in results {
            assert!(matches!(result, Err(Error::Key(_))), "{key:?}: {result:?}");
        }
        if !key.is_empty() {
            let keys = client.scan(key).all().await;
            assert!(matches!(keys, Err(Error::Key(_))), "{key:?}: {keys:?}");
        }
    }
    let large = client.set("key", vec![0; LARGEST_VALUE + 1]).await;
    assert!(matches!(large, Err(Error::Value(_))));
}

#[maybe_async]
#[tokio::test]
async fn a_batch_has_one_connection() -> Result<()> {
    let (_server, client) = started(Config::new());
    let batch = Batch::new()
        .set("a", "1")
        .get("a")
        .del("b")
        .del("a")
        .get("a");
    let replies = client.batch(&batch).await?;
    let value = Reply::Value(b"1".to_vec());
    assert_eq!(
        replies,
        [
            Reply::Done,
            value,
            Reply::Missing,
            Reply::Done,
            Reply::Missing
        ]
    );
    assert_eq!(client.idle_connections(), 1);
    assert_eq!(client.batch(&Batch::new()).await?, []);
    Ok(())
}

/// Much goes in both directions: nobody waits for the other one to read first.
#[maybe_async]
#[tokio::test]
async fn a_batch_can_be_large() -> Result<()> {
    let (_server, client) = started(Config::new());
    client.set("large", vec![7; LARGEST_VALUE]).await?;
    let mut batch = Batch::new();
    for number in 0..40 {
        batch = batch
            .get("large")
            .set(&format!("{number}"), vec![7; 400_000]);
    }
    for reply in client.batch(&batch).await? {
        assert!(matches!(reply, Reply::Done | Reply::Value(_)), "{reply:?}");
    }
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn what_the_server_refuses() -> Result<()> {
    let store = Store::with_capacity(10);
    let server = Server::serve("127.0.0.1:0", store.clone(), Limits::new()).expect("a free port");
    let client = Client::new(server.address().to_string(), Config::new());
    let refused = client.set("key", "a long value").await;
    assert!(matches!(refused, Err(Error::Server(_))), "{refused:?}");
    // The connection is as good as before.
    assert_eq!(client.idle_connections(), 1);
    let batch = Batch::new().set("a", "1").set("b", "a long value").get("a");
    let replies = client.batch(&batch).await?;
    let refused = Reply::Refused("the store is full".to_owned());
    assert_eq!(replies, [Reply::Done, refused, Reply::Value(b"1".to_vec())]);
    let client: Client<Memory> = Client::over(store, Config::new());
    assert_eq!(client.get("a").await?, Some(b"1".to_vec()));
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn more_clients_than_the_server_wants() -> Result<()> {
    let limits = Limits::new().clients(1);
    let server = Server::serve("127.0.0.1:0", Store::new(), limits).expect("a free port");
    let config = Config::new().retries(0);
    let first = Client::connect(server.address().to_string(), config.clone()).await?;
    let second = Client::new(server.address().to_string(), config);
    let refused = second.ping().await;
    assert!(matches!(refused, Err(Error::Server(_))), "{refused:?}");
    first.ping().await
}
