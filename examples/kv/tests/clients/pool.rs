//! Many requests at a time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use kv::{Config, Error, Phase, Result, Server};

use super::half::Client;
use super::{maybe_async, only_async};
use crate::servers::{Fault, Faulty};

/// Each is answered only when the others have been sent.
#[maybe_async(join = threads)]
#[tokio::test]
async fn requests_at_the_same_time() -> Result<()> {
    let faulty = Faulty::start(Fault::Gathers(3, b"VALUE 1\nx\n"));
    let client = Client::new(faulty.address(), Config::new().retries(0));
    let (a, b, c) = tokio::join!(client.get("a"), client.get("b"), client.get("c"));
    for value in [a?, b?, c?] {
        assert_eq!(value.as_deref(), Some(&b"x"[..]));
    }
    assert_eq!((faulty.connections(), client.idle_connections()), (3, 3));
    Ok(())
}

#[maybe_async(join = threads)]
#[tokio::test]
async fn no_more_connections_than_that() -> Result<()> {
    let pause = Duration::from_millis(10);
    let faulty = Faulty::start(Fault::IsSlow(b"OK\n", pause));
    let client = Client::new(faulty.address(), Config::new().connections(1));
    let begin = Instant::now();
    let (a, b) = tokio::join!(client.set("a", ""), client.set("b", ""));
    a?;
    b?;
    assert!(begin.elapsed() >= pause * 6, "one after the other");
    assert_eq!((faulty.connections(), client.idle_connections()), (1, 1));
    Ok(())
}

#[maybe_async(join = threads)]
#[tokio::test]
async fn whoever_waits_for_too_long() {
    let faulty = Faulty::start(Fault::Hangs);
    let config = Config::new()
        .connections(1)
        .connect_timeout(Duration::from_millis(50))
        .read_timeout(Duration::from_millis(300))
        .retries(0);
    let client = Client::new(faulty.address(), config);
    let (a, b) = tokio::join!(client.ping(), client.ping());
    let mut phases = [a, b].map(|result| match result {
        Err(Error::Timeout(phase)) => phase,
        other => panic!("{other:?}"),
    });
    phases.sort_by_key(|phase| *phase == Phase::Receive);
    assert_eq!(phases, [Phase::Queue, Phase::Receive]);
    assert_eq!(faulty.connections(), 1);
}

const WORKERS: usize = 8;
const ROUNDS: usize = 50;

#[maybe_async]
async fn work(client: &Client, worker: usize) -> Result<()> {
    for round in 0..ROUNDS {
        let (key, value) = (format!("{worker}/{round}"), format!("{worker}{round}"));
        client.set(&key, value.as_str()).await?;
        let found = client.get(&key).await?;
        assert_eq!(found.as_deref(), Some(value.as_bytes()));
    }
    Ok(())
}

fn shared() -> (Server, Arc<Client>) {
    let server = Server::start("127.0.0.1:0").expect("a free port");
    let config = Config::new().connections(3);
    let client = Client::new(server.address().to_string(), config);
    (server, Arc::new(client))
}

/// The futures of a client can go to other threads; in the blocking half the threads are its own.
#[maybe_async]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tasks_share_a_client() -> Result<()> {
    let (_server, client) = shared();
    let tasks = (0..WORKERS).map(|worker| {
        let client = Arc::clone(&client);
        tokio::spawn(async move { work(&client, worker).await })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("no panic")?;
    }
    assert_eq!(client.scan("").all().await?.len(), WORKERS * ROUNDS);
    assert!(client.idle_connections() <= 3);
    Ok(())
}

/// Scans and batches can go to other threads, too.
#[maybe_async]
#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_spawned() -> Result<()> {
    let (_server, client) = shared();
    let task = tokio::spawn(async move {
        client.batch(&kv::Batch::new().set("a", "1")).await?;
        let mut scan = client.scan("");
        let first = scan.next().await?;
        let rest = scan.all().await?;
        Ok::<_, Error>((first, rest))
    });
    let keys = task.await.expect("no panic")?;
    assert_eq!(keys, (Some("a".to_owned()), Vec::new()));
    Ok(())
}

/// Only a future can be dropped halfway. The reply that still comes is nobody's.
#[only_async]
#[tokio::test]
async fn a_request_that_is_not_waited_for() -> Result<()> {
    let slow = Fault::IsSlow(b"VALUE 3\nold\n", Duration::from_millis(10));
    let faulty = Faulty::start(slow);
    let client = Client::new(faulty.address(), Config::new().connections(1));
    let short = Duration::from_millis(40);
    let request = tokio::time::timeout(short, client.get("key")).await;
    assert!(request.is_err(), "{request:?}");
    assert_eq!(client.idle_connections(), 0);
    client.get("key").await?;
    assert_eq!(faulty.connections(), 2);
    Ok(())
}
