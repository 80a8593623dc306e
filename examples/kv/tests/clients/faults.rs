//! Servers that misbehave: each error comes soon, and is the right one.

use std::time::{Duration, Instant};

use kv::{Batch, Config, Error};

use super::{Client, maybe_async, only_async, only_blocking};
use crate::servers::{Fault, Faulty, nobody};

const PATIENCE: Duration = Duration::from_millis(150);

fn impatient(faulty: &Faulty, retries: u32) -> Client {
    let mut config = Config::new(faulty.address());
    config.connect_timeout = PATIENCE;
    config.read_timeout = PATIENCE;
    config.backoff = Duration::from_millis(1);
    config.retries = retries;
    Client::new(config)
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_hangs() {
    let faulty = Faulty::start(Fault::Hangs);
    let begin = Instant::now();
    let result = impatient(&faulty, 1).get("key").await;
    let took = begin.elapsed();
    assert!(matches!(result, Err(Error::TimedOut(_))), "{result:?}");
    assert!(took >= PATIENCE * 2, "both attempts have to wait, {took:?}");
    assert!(took < PATIENCE * 20, "{took:?}");
    assert_eq!(faulty.connections(), 2);
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_closes_within_a_reply() {
    for bytes in [&b""[..], b"VAL", b"VALUE 10\nhalf", b"VALUE 3\nabc"] {
        let faulty = Faulty::start(Fault::Closes(bytes));
        let result = impatient(&faulty, 0).get("key").await;
        let closed = matches!(result, Err(Error::Closed | Error::Io(_)));
        assert!(closed, "{bytes:?}: {result:?}");
    }
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_talks_garbage() {
    for bytes in [
        &b"\n"[..],
        b"HTTP/1.1 400 Bad Request\n",
        b"VALUE many\n",
        b"\xff\xfe\n",
        b"VALUE 1\nabc\n",
    ] {
        let faulty = Faulty::start(Fault::Says(bytes));
        let client = impatient(&faulty, 2);
        let result = client.get("key").await;
        assert!(
            matches!(result, Err(Error::Protocol(_))),
            "{bytes:?}: {result:?}"
        );
        // Asking again would not help, and what is left on the connection is not read.
        assert_eq!((faulty.connections(), client.idle_connections()), (1, 0));
    }
}

#[maybe_async]
#[tokio::test]
async fn a_line_without_end() {
    static NOISE: [u8; 1 << 16] = [b'x'; 1 << 16];
    let faulty = Faulty::start(Fault::Says(&NOISE));
    let result = impatient(&faulty, 0).get("key").await;
    assert!(matches!(result, Err(Error::Protocol(_))), "{result:?}");
}

#[maybe_async]
#[tokio::test]
async fn a_reply_to_another_question() {
    let faulty = Faulty::start(Fault::Says(b"KEYS 0\n"));
    let client = impatient(&faulty, 0);
    assert!(matches!(client.get("key").await, Err(Error::Protocol(_))));
    assert!(matches!(client.ping().await, Err(Error::Protocol(_))));
    assert!(client.scan("").collect().await.unwrap().is_empty());
}

#[maybe_async]
#[tokio::test]
async fn nobody_at_the_address() {
    let mut config = Config::new(nobody());
    config.backoff = Duration::from_millis(1);
    let client: Client = Client::new(config);
    let error = client.ping().await.unwrap_err();
    assert!(matches!(error, Error::Connect { .. }), "{error:?}");
    assert!(std::error::Error::source(&error).is_some());
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_is_slow_but_fine() {
    let slow = Fault::IsSlow(b"VALUE 5\nhello\n", PATIENCE / 20);
    let faulty = Faulty::start(slow);
    let mut config = Config::new(faulty.address());
    config.read_timeout = PATIENCE * 10;
    let client: Client = Client::new(config);
    assert_eq!(client.get("key").await.unwrap(), Some(b"hello".to_vec()));
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_recovers() {
    let faulty = Faulty::start(Fault::Recovers(2, b"OK\n"));
    impatient(&faulty, 2).set("key", b"").await.unwrap();
    assert_eq!(faulty.connections(), 3);
}

#[maybe_async]
#[tokio::test]
async fn what_cannot_be_repeated_is_sent_once() {
    let faulty = Faulty::start(Fault::Recovers(1, b"OK\n"));
    let client = impatient(&faulty, 5);
    let result = client.del("key").await;
    assert!(
        matches!(result, Err(Error::Closed | Error::Io(_))),
        "{result:?}"
    );
    assert_eq!(faulty.connections(), 1);
    let result = client.batch(&Batch::new().del("key")).await;
    assert!(result.is_ok(), "{result:?}");
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_goes_away_between_requests() {
    let faulty = Faulty::start(Fault::Closes(b"OK\n"));
    let kept = impatient(&faulty, 1);
    // The connection is kept after the first one, and closed by then.
    kept.set("a", b"").await.unwrap();
    pause(Duration::from_millis(30)).await;
    kept.set("b", b"").await.unwrap();
    assert_eq!(faulty.connections(), 2);
}

#[only_async]
async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

#[only_blocking]
fn pause(time: Duration) {
    std::thread::sleep(time);
}
