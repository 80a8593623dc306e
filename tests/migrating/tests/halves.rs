//! What the migrated libraries do, in both halves.

use std::time::{Duration, Instant};

use await_me_maybe_migrating::{from_bisync, from_copies, from_maybe_async, tokio_names};

fn block_on<F: Future>(future: F) -> F::Output {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_time().build().expect("a runtime");
    runtime.block_on(future)
}

#[test]
fn from_bisync_by_a_changed_use() {
    let client = from_bisync::asynchronous::Client {
        greeting: "hello".to_owned(),
    };
    assert_eq!(block_on(client.greet("you")), "hello you");
    let client = from_bisync::blocking::Client {
        greeting: "hello".to_owned(),
    };
    assert_eq!(client.greet("you"), "hello you");
}

#[test]
fn without_the_pair_of_functions() {
    let client = tokio_names::asynchronous::Client {
        greeting: "hello".to_owned(),
    };
    let begin = Instant::now();
    assert_eq!(block_on(client.greet("you")), "hello you");
    assert!(begin.elapsed() >= Duration::from_millis(1));
    let client = tokio_names::blocking::Client {
        greeting: "hello".to_owned(),
    };
    let begin = Instant::now();
    assert_eq!(client.greet("you"), "hello you");
    assert!(begin.elapsed() >= Duration::from_millis(1));
}

#[test]
fn from_maybe_async_without_its_feature() {
    struct Hello;

    impl from_maybe_async::before::Source for Hello {
        async fn word(&self) -> String {
            "hello".to_owned()
        }
    }

    impl from_maybe_async::after::Source for Hello {
        async fn word(&self) -> String {
            "hello".to_owned()
        }
    }

    impl from_maybe_async::after::blocking::Source for Hello {
        fn word(&self) -> String {
            "hello".to_owned()
        }
    }

    let before = block_on(from_maybe_async::before::greet(&Hello, "you"));
    assert_eq!(before, "hello you");
    assert_eq!(
        block_on(from_maybe_async::after::greet(&Hello, "you")),
        before
    );
    assert_eq!(
        from_maybe_async::after::blocking::greet(&Hello, "you"),
        before
    );
}

#[test]
fn from_copies_that_have_drifted() {
    use from_copies::{after, before};

    let names = ["first", "other"];
    let asynchronous = block_on(before::longest(&names, async |name| name.to_owned()));
    assert_eq!(asynchronous.as_deref(), Ok("first"));
    let drifted = before::blocking::longest(&names, str::to_owned);
    assert_eq!(drifted.as_deref(), Ok("other"));

    let asynchronous = block_on(after::longest(&names, async |name| name.to_owned()));
    assert_eq!(asynchronous.as_deref(), Ok("first"));
    assert_eq!(
        after::blocking::longest(&names, str::to_owned),
        asynchronous
    );
    assert_eq!(
        after::blocking::longest(&[], str::to_owned),
        Err(after::Empty)
    );
}
