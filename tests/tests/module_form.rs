//! A module with its twin inside.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    async_fn_in_trait,
    reason = "libraries have more than a test uses"
)]

use std::any::TypeId;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};

#[maybe_async]
mod api {
    //! A client.

    use std::collections::HashMap;
    use std::fmt;

    use await_me_maybe_tests::log as note;

    /// What can go wrong.
    #[derive(Debug, Clone, PartialEq)]
    pub enum Error {
        Missing(String),
        Closed,
    }

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Missing(key) => write!(f, "no {key}"),
                Self::Closed => f.write_str("closed"),
            }
        }
    }

    impl std::error::Error for Error {}

    pub type Result<T, E = Error> = std::result::Result<T, E>;

    pub const LIMIT: usize = 3;
    pub static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

    #[derive(Debug, Default, Clone, PartialEq)]
    pub struct Config {
        pub retries: usize,
        pub(super) hidden: bool,
        private: u8,
    }

    impl Config {
        pub fn new(retries: usize) -> Self {
            Self {
                retries,
                ..Self::default()
            }
        }
    }

    pub trait Transport {
        async fn exchange(&self, key: &str) -> Result<String>;

        fn name(&self) -> &'static str {
            "transport"
        }
    }

    #[derive(Default)]
    pub struct Echo {
        seen: std::cell::RefCell<Vec<String>>,
    }

    impl Transport for Echo {
        async fn exchange(&self, key: &str) -> Result<String> {
            note(format!("exchange {key}"));
            self.seen.borrow_mut().push(key.to_owned());
            if key.is_empty() {
                return Err(Error::Missing(key.to_owned()));
            }
            Ok(format!("echo {key}"))
        }
    }

    pub struct Client<T: Transport = Echo> {
        transport: T,
        config: Config,
        cache: HashMap<String, String>,
    }

    impl Client {
        pub fn echo() -> Self {
            Self::with(Echo::default(), Config::new(LIMIT))
        }
    }

    impl<T: Transport> Client<T> {
        pub fn with(transport: T, config: Config) -> Self {
            Self {
                transport,
                config,
                cache: HashMap::new(),
            }
        }

        pub async fn get(&mut self, key: &str) -> Result<String> {
            CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            if let Some(value) = self.cache.get(key) {
                return Ok(value.clone());
            }
            let value = retry(self.config.retries, async || {
                self.transport.exchange(key).await
            })
            .await?;
            self.cache.insert(key.to_owned(), value.clone());
            Ok(value)
        }

        pub async fn all(&mut self, keys: &[&str]) -> Result<Vec<String>> {
            let mut values = Vec::new();
            for key in keys {
                values.push(self.get(key).await?);
            }
            Ok(values)
        }

        pub async fn late(&mut self, key: &str) -> Result<String> {
            let future = self.get(key);
            note("made");
            future.await
        }

        pub fn len(&self) -> usize {
            self.cache.len()
        }
    }

    async fn retry<R>(times: usize, attempt: impl AsyncFn() -> Result<R>) -> Result<R> {
        let mut last = Error::Closed;
        for _ in 0..times {
            match attempt().await {
                Ok(value) => return Ok(value),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    pub async fn fetch(key: &str) -> Result<String> {
        let mut client = Client::echo();
        let late = client.get(key);
        note("before");
        late.await
    }

    fn helper() -> usize {
        LIMIT
    }

    impl From<Client> for Vec<String> {
        fn from(client: Client) -> Self {
            client.cache.into_values().collect()
        }
    }

    pub fn shared_helper(config: &Config) -> usize {
        config.retries + helper()
    }

    pub mod nested {
        use super::{Client, Config, Result};

        pub async fn length(client: &mut Client, key: &str) -> Result<usize> {
            let value = super::Client::get(client, key).await?;
            Ok(value.len() + private())
        }

        fn private() -> usize {
            0
        }

        pub fn config() -> Config {
            Config::new(7)
        }

        pub mod deeper {
            pub async fn fetch(key: &str) -> super::super::Result<String> {
                super::super::fetch(key).await
            }

            pub(in super::super) fn level() -> usize {
                super::super::LIMIT
            }

            pub(super) async fn inner() -> usize {
                self::level()
            }
        }

        pub async fn through() -> usize {
            deeper::inner().await
        }
    }

    pub mod values {
        #[derive(Debug, PartialEq)]
        pub struct Plain(pub u8);
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[tokio::test]
        async fn in_both_halves() {
            let mut client = Client::echo();
            assert_eq!(client.get("a").await.unwrap(), "echo a");
            assert_eq!(client.config.private, 0);
        }

        /// In a module one attribute makes a test of each half, too.
        #[await_me_maybe::test(flavor = "multi_thread", worker_threads = 1)]
        async fn by_our_own_attribute() -> Result<()> {
            let mut client = Client::echo();
            assert_eq!(client.get("a").await?, "echo a");
            assert_eq!(client.get("").await, Err(Error::Missing(String::new())));
            Ok(())
        }

        #[test]
        fn once() {
            assert_eq!(helper(), 3);
        }
    }
}

#[test]
fn values_and_effects() {
    let (value, log) = both(
        async {
            let mut client = api::Client::echo();
            let values = client.all(&["a", "b", "a"]).await;
            (
                values,
                client.get("").await,
                client.len(),
                client.late("c").await,
            )
        },
        || {
            let mut client = api::blocking::Client::echo();
            let values = client.all(&["a", "b", "a"]);
            (values, client.get(""), client.len(), client.late("c"))
        },
    );
    assert_eq!(value.0.unwrap(), ["echo a", "echo b", "echo a"]);
    assert_eq!(value.1, Err(api::Error::Missing(String::new())));
    assert_eq!(log[log.len() - 2..], ["made", "exchange c"]);
}

#[test]
fn functions_that_are_late() {
    let (_, entries) = both(api::fetch("k"), || api::blocking::fetch("k"));
    assert_eq!(entries, ["before", "exchange k"]);
    log("");
}

#[test]
fn nested_modules() {
    let (value, _) = both(
        async {
            let mut client = api::Client::echo();
            let length = api::nested::length(&mut client, "abc").await;
            (
                length,
                api::nested::deeper::fetch("x").await,
                api::nested::through().await,
            )
        },
        || {
            let mut client = api::blocking::Client::echo();
            let length = api::blocking::nested::length(&mut client, "abc");
            (
                length,
                api::blocking::nested::deeper::fetch("x"),
                api::blocking::nested::through(),
            )
        },
    );
    assert_eq!(value, (Ok(8), Ok("echo x".to_owned()), 3));
}

#[test]
fn what_is_the_same_item() {
    fn id<T: 'static>() -> TypeId {
        TypeId::of::<T>()
    }
    assert_eq!(id::<api::Error>(), id::<api::blocking::Error>());
    assert_eq!(id::<api::Config>(), id::<api::blocking::Config>());
    assert_eq!(id::<api::Echo>(), id::<api::blocking::Echo>());
    assert_eq!(
        id::<api::values::Plain>(),
        id::<api::blocking::values::Plain>()
    );
    assert_ne!(id::<api::Client>(), id::<api::blocking::Client>());
    assert!(std::ptr::eq(
        &raw const api::CALLS,
        &raw const api::blocking::CALLS
    ));
    assert_eq!(api::blocking::nested::config(), api::nested::config());
    assert!(!api::Config::new(1).hidden);
    assert_eq!(api::blocking::shared_helper(&api::Config::new(1)), 4);
    let _: Vec<String> = api::blocking::Client::echo().into();
}
