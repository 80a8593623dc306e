//! Servers that misbehave: each error comes soon, and is the right one.

use std::error::Error as _;
use std::time::{Duration, Instant};

use kv::{Batch, Config, Error, Phase, Result};

use super::half::Client;
use super::half::transport::{Tcp, Transport as _};
use super::maybe_async;
use crate::servers::{Fault, Faulty, nobody};

const PATIENCE: Duration = Duration::from_millis(150);

fn impatient() -> Config {
    let soon = Duration::from_millis(1);
    let config = Config::new()
        .connect_timeout(PATIENCE)
        .read_timeout(PATIENCE);
    config.backoff(soon, soon)
}

fn client(faulty: &Faulty, retries: u32) -> Client {
    Client::new(faulty.address(), impatient().retries(retries))
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_hangs() {
    let faulty = Faulty::start(Fault::Hangs);
    let begin = Instant::now();
    let result = client(&faulty, 1).get("key").await;
    let took = begin.elapsed();
    assert!(
        matches!(result, Err(Error::Timeout(Phase::Receive))),
        "{result:?}"
    );
    assert!(took >= PATIENCE * 2, "both attempts have to wait: {took:?}");
    assert!(took < PATIENCE * 10, "{took:?}");
    assert_eq!(faulty.connections(), 2);
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_hangs_within_a_reply() {
    for bytes in [
        &b"VAL"[..],
        b"VALUE 5\n",
        b"VALUE 5\nhel",
        b"VALUE 5\nhello",
    ] {
        let faulty = Faulty::start(Fault::Says(bytes));
        let begin = Instant::now();
        let result = client(&faulty, 0).get("key").await;
        let took = begin.elapsed();
        assert!(
            matches!(result, Err(Error::Timeout(Phase::Receive))),
            "{result:?}"
        );
        assert!(took >= PATIENCE && took < PATIENCE * 5, "{took:?}");
    }
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_does_not_read() -> Result<()> {
    let faulty = Faulty::start(Fault::Sleeps(PATIENCE * 10));
    let begin = Instant::now();
    let mut connection = Tcp::connect(&faulty.address(), &impatient()).await?;
    let result = connection.send(&vec![0; 64 << 20]).await;
    let took = begin.elapsed();
    assert!(
        matches!(result, Err(Error::Timeout(Phase::Send))),
        "{result:?}"
    );
    assert!(took >= PATIENCE && took < PATIENCE * 10, "{took:?}");
    Ok(())
}

/// Nobody comes to the door, and no more fit in front of it.
#[cfg(target_os = "linux")]
#[maybe_async]
#[tokio::test]
async fn a_server_that_does_not_accept() {
    let (listener, _waiting) = crate::servers::crowded();
    let address = listener.local_addr().expect("the address of a listener");
    let client = Client::new(address.to_string(), impatient().retries(1));
    let begin = Instant::now();
    let result = client.get("key").await;
    let took = begin.elapsed();
    assert!(
        matches!(result, Err(Error::Timeout(Phase::Connect))),
        "{result:?}"
    );
    assert!(took >= PATIENCE * 2 && took < PATIENCE * 10, "{took:?}");
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_closes_within_a_reply() {
    for bytes in [&b""[..], b"VAL", b"VALUE 10\nhalf", b"VALUE 3\nabc"] {
        let faulty = Faulty::start(Fault::Closes(bytes));
        let result = client(&faulty, 0).get("key").await;
        assert!(
            matches!(result, Err(Error::Closed)),
            "{bytes:?}: {result:?}"
        );
        let batch = Batch::new().get("key").get("key");
        let result = client(&faulty, 2).batch(&batch).await;
        assert!(
            matches!(result, Err(Error::Closed)),
            "{bytes:?}: {result:?}"
        );
        assert_eq!(faulty.connections(), 1 + 3);
    }
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_talks_garbage() {
    static NOISE: [u8; 1 << 16] = [b'x'; 1 << 16];
    for bytes in [
        &b"\n"[..],
        b"HTTP/1.1 400 Bad Request\n",
        b"VALUE many\n",
        b"VALUE 99999999999\n",
        b"\xff\xfe\n",
        b"VALUE 1\nabc\n",
        b"KEYS 1\n\n",
        &NOISE,
    ] {
        let faulty = Faulty::start(Fault::Says(bytes));
        let client = client(&faulty, 2);
        let result = client.get("key").await;
        let Err(error @ Error::Protocol(_)) = result else {
            panic!("{result:?}");
        };
        assert!(error.source().is_some());
        // Asking again would not help, and what is left on the connection is not read.
        assert_eq!((faulty.connections(), client.idle_connections()), (1, 0));
    }
}

#[maybe_async]
#[tokio::test]
async fn a_reply_to_another_question() {
    let faulty = Faulty::start(Fault::Says(b"KEYS 0\n"));
    let client = client(&faulty, 0);
    assert!(matches!(client.get("key").await, Err(Error::Protocol(_))));
    assert!(matches!(client.ping().await, Err(Error::Protocol(_))));
    assert_eq!(client.scan("").all().await.expect("no keys"), [""; 0]);
}

/// The second reply would be taken for that to the next request.
#[maybe_async]
#[tokio::test]
async fn more_replies_than_requests() -> Result<()> {
    let faulty = Faulty::start(Fault::Says(b"VALUE 3\none\nVALUE 3\ntwo\n"));
    let client = client(&faulty, 0);
    for _ in 0..3 {
        assert_eq!(client.get("key").await?.as_deref(), Some(&b"one"[..]));
    }
    assert_eq!(faulty.connections(), 3);
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn nobody_at_the_address() {
    for address in [nobody().to_string(), "no address".to_owned()] {
        let error = Client::connect(address, impatient()).await.unwrap_err();
        assert!(matches!(error, Error::Connect { .. }), "{error:?}");
        assert!(error.source().is_some());
    }
}

/// What counts is how long it is silent, not how long it takes.
#[maybe_async]
#[tokio::test]
async fn a_server_that_is_slow_but_fine() -> Result<()> {
    let slow = Fault::IsSlow(b"VALUE 5\nhello\n", PATIENCE / 5);
    let faulty = Faulty::start(slow);
    let begin = Instant::now();
    let value = client(&faulty, 0).get("key").await?;
    let took = begin.elapsed();
    assert_eq!(value.as_deref(), Some(&b"hello"[..]));
    assert!(took > PATIENCE * 2, "{took:?}");
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn a_server_that_recovers() -> Result<()> {
    let faulty = Faulty::start(Fault::Recovers(2, b"OK\n"));
    client(&faulty, 2).set("key", "").await?;
    assert_eq!(faulty.connections(), 3);
    Ok(())
}

#[maybe_async]
#[tokio::test]
async fn what_cannot_be_repeated_is_sent_once() {
    let faulty = Faulty::start(Fault::Recovers(2, b"OK\n"));
    let client = client(&faulty, 5);
    let result = client.del("key").await;
    assert!(matches!(result, Err(Error::Closed)), "{result:?}");
    assert_eq!(faulty.connections(), 1);
    let batch = Batch::new().set("a", "").del("a");
    let result = client.batch(&batch).await;
    assert!(matches!(result, Err(Error::Closed)), "{result:?}");
    assert_eq!(faulty.connections(), 2);
}

/// The server has seen nothing of it.
#[maybe_async]
#[tokio::test]
async fn what_was_not_sent_can_be_repeated() {
    let config = impatient().retries(4).backoff(PATIENCE / 10, PATIENCE);
    let client = Client::new(nobody().to_string(), config);
    let begin = Instant::now();
    let result = client.del("key").await;
    let took = begin.elapsed();
    assert!(matches!(result, Err(Error::Connect { .. })), "{result:?}");
    assert!(took > PATIENCE, "{took:?}");
}

/// The connection is kept after the first request, and closed by then.
#[maybe_async]
#[tokio::test]
async fn a_server_that_goes_away_between_requests() -> Result<()> {
    let faulty = Faulty::start(Fault::Closes(b"OK\n"));
    let client = client(&faulty, 0);
    client.set("key", "").await?;
    tokio::time::sleep(Duration::from_millis(50)).await;
    // It would not be sent again.
    assert!(client.del("key").await?);
    assert_eq!(faulty.connections(), 2);
    Ok(())
}
