//! A server that behaves.

use kv::{Batch, Config, Error, Reply, Server};

use super::{Client, maybe_async};

fn started() -> (Server, Client) {
    let server = Server::start("127.0.0.1:0").expect("a free port");
    let client = Client::new(Config::new(server.address()));
    (server, client)
}

#[maybe_async]
#[tokio::test]
async fn values_come_back_as_they_went() {
    let (_server, client) = started();
    client.ping().await.unwrap();
    let large = vec![7; 100_000];
    for value in [
        &b""[..],
        b"plain",
        b"with\nlines\n",
        &[0, 255, 10, 13],
        large.as_slice(),
    ] {
        client.set("key", value).await.unwrap();
        assert_eq!(client.get("key").await.unwrap().as_deref(), Some(value));
    }
    assert!(client.del("key").await.unwrap());
    assert!(!client.del("key").await.unwrap());
    assert_eq!(client.get("key").await.unwrap(), None);
}

#[maybe_async]
#[tokio::test]
async fn keys_are_checked_before_anything_is_sent() {
    let client: Client = Client::new(Config::new(crate::servers::nobody()));
    for key in ["", "two words", "line\n", "\t"] {
        assert!(
            matches!(client.get(key).await, Err(Error::Key(_))),
            "{key:?}"
        );
        assert!(
            matches!(client.set(key, b"").await, Err(Error::Key(_))),
            "{key:?}"
        );
        let batch = Batch::new().get("good").del(key);
        assert!(
            matches!(client.batch(&batch).await, Err(Error::Key(_))),
            "{key:?}"
        );
    }
}

#[maybe_async]
#[tokio::test]
async fn a_batch_has_one_connection() {
    let (_server, client) = started();
    let batch = Batch::new()
        .set("a", b"1")
        .get("a")
        .del("b")
        .del("a")
        .get("a");
    let replies = client.batch(&batch).await.unwrap();
    let value = Reply::Value(b"1".to_vec());
    assert_eq!(
        replies,
        [Reply::Done, value, Reply::None, Reply::Done, Reply::None]
    );
    assert_eq!(client.idle_connections(), 1);
    assert_eq!(client.batch(&Batch::new()).await.unwrap(), []);
}

#[maybe_async]
#[tokio::test]
async fn a_scan_asks_page_by_page() {
    let server = Server::start("127.0.0.1:0").unwrap();
    let mut config = Config::new(server.address());
    config.page = 3;
    let client: Client = Client::new(config);
    for n in 0..8 {
        client.set(&format!("a{n}"), b"").await.unwrap();
        client.set(&format!("b{n}"), b"").await.unwrap();
    }
    let mut scan = client.scan("a");
    assert_eq!(scan.next().await.unwrap().as_deref(), Some("a0"));
    // Keys that come later are seen, those that go are not.
    client.set("a9", b"").await.unwrap();
    client.del("a7").await.unwrap();
    let rest = scan.collect().await.unwrap();
    assert_eq!(rest, ["a1", "a2", "a3", "a4", "a5", "a6", "a9"]);
    assert_eq!(scan.next().await.unwrap(), None);
    assert_eq!(client.scan("").collect().await.unwrap().len(), 16);
    assert_eq!(client.scan("c").collect().await.unwrap(), [""; 0]);
}

#[maybe_async]
#[tokio::test]
async fn connections_are_kept_and_shared() {
    let (_server, client) = started();
    for _ in 0..5 {
        client.ping().await.unwrap();
    }
    assert_eq!(client.idle_connections(), 1);
}

#[maybe_async]
#[tokio::test]
async fn requests_that_the_server_refuses() {
    let (_server, client) = started();
    let longest = "k".repeat(1 << 17);
    let refused = client.get(&longest).await;
    assert!(
        matches!(refused, Err(Error::Server(_) | Error::Io(_))),
        "{refused:?}"
    );
    // The client goes on with another connection.
    client.ping().await.unwrap();
}
