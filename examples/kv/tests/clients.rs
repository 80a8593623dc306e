//! Every test of a client runs in both halves, against servers on loopback.

mod servers;

#[path = "clients"]
mod asynchronous {
    use await_me_maybe::asynchronous::{maybe_async, only_async, only_blocking};
    use kv::asynchronous as half;

    pub(crate) mod fates;
    mod faults;
    mod pool;
    mod requests;
}

#[path = "clients"]
#[allow(clippy::duplicate_mod, reason = "once for each half")]
mod blocking {
    use await_me_maybe::blocking::{maybe_async, only_async, only_blocking};
    use kv::blocking as half;

    pub(crate) mod fates;
    mod faults;
    mod pool;
    mod requests;
}

use std::thread;
use std::time::Duration;

use kv::{Batch, Config, Error, Server};
use tokio::runtime::Runtime;

use servers::{Fault, Faulty, Recorder, nobody};

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

#[test]
fn both_halves_send_the_same_bytes() {
    let server = Recorder::start();
    let asynchronous = runtime().block_on(asynchronous::fates::tour(&server.address()));
    let sent = server.sent();
    let server = Recorder::start();
    let blocking = blocking::fates::tour(&server.address());
    assert_eq!(asynchronous, blocking);
    assert_eq!(sent, server.sent());
    assert_eq!(asynchronous.len(), 12, "{asynchronous:#?}");
    assert_eq!(sent.len(), 1);
    assert!(
        sent[0].starts_with("PING\nSET b 6\ntwo\nli\n"),
        "{}",
        sent[0]
    );
}

/// The errors are the same to the last cause, and as many connections were made.
#[test]
fn both_halves_fail_in_the_same_way() {
    let short = Duration::from_millis(150);
    let config = Config::new()
        .read_timeout(short)
        .backoff(short / 20, short / 20)
        .retries(1);
    for fault in [
        Fault::Hangs,
        Fault::Closes(b""),
        Fault::Closes(b"VALUE 10\nhalf"),
        Fault::Closes(b"OK"),
        Fault::Says(b"HTTP/1.1 400 Bad Request\n"),
        Fault::Says(b"\xff\xfe\n"),
        Fault::Says(b"VALUE 1\nabc\n"),
        Fault::Says(b"VALUE 99999999999\n"),
        Fault::Says(b"KEYS 0\n"),
        Fault::Says(b"ERR not today\n"),
        Fault::Says(b"BYE not today\n"),
        Fault::Recovers(1, b"MISSING\n"),
        Fault::Recovers(2, b"MISSING\n"),
    ] {
        let (first, second) = (Faulty::start(fault), Faulty::start(fault));
        let (asynchronous, blocking) = thread::scope(|scope| {
            let blocking = scope.spawn(|| blocking::fates::fate(second.address(), config.clone()));
            let fate = asynchronous::fates::fate(first.address(), config.clone());
            let asynchronous = runtime().block_on(fate);
            (asynchronous, blocking.join().expect("no panic"))
        });
        assert_eq!(asynchronous, blocking, "{fault:?}");
        assert_eq!(first.connections(), second.connections(), "{fault:?}");
    }
    let nobody = nobody().to_string();
    let fate = asynchronous::fates::fate(nobody.clone(), config.clone());
    let asynchronous = runtime().block_on(fate);
    assert_eq!(asynchronous, blocking::fates::fate(nobody.clone(), config));
    let refused = format!("get: cannot connect to {nobody}: ");
    assert!(asynchronous[0].starts_with(&refused), "{asynchronous:?}");
}

/// What one half has made is good for the other one.
#[test]
fn one_type_for_both() -> kv::Result<()> {
    let server = Server::start("127.0.0.1:0").expect("a free port");
    let address = server.address().to_string();
    let config = Config::new();
    let blocking = kv::blocking::Client::connect(&*address, config.clone())?;
    let batch = Batch::new().set("a", "1").get("a").get("b");
    let replies = blocking.batch(&batch)?;
    let errors: [Error; 2] = runtime().block_on(async {
        let client = kv::Client::connect(address, config).await?;
        assert_eq!(client.batch(&batch).await?, replies);
        let asynchronous = client.get("no key").await;
        let both = [asynchronous, blocking.get("no key")];
        Ok::<_, Error>(both.map(|result| result.expect_err("this cannot be a key")))
    })?;
    assert_eq!(errors[0].to_string(), errors[1].to_string());
    Ok(())
}
