//! An annotated module in a crate where every lint is an error.
#![deny(warnings)]
#![deny(
    missing_docs,
    unused,
    unreachable_pub,
    future_incompatible,
    rust_2018_idioms,
    missing_debug_implementations,
    private_interfaces,
    private_bounds,
    single_use_lifetimes,
    trivial_casts,
    unused_qualifications,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::default_numeric_fallback,
    clippy::unused_async,
    clippy::redundant_pub_crate,
    clippy::missing_docs_in_private_items,
    clippy::same_name_method
)]

use std::collections::BTreeMap;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};

/// The client of a small service.
#[maybe_async]
pub mod service {
    use std::collections::BTreeMap;
    use std::error::Error as StdError;
    use std::fmt::{self, Display, Write as _};

    #[only_async]
    use super::give;
    #[only_blocking]
    use super::give_blocking as give;

    /// What can go wrong.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Error {
        /// There is none.
        Missing {
            /// What was asked for.
            key: String,
        },
        /// It is closed.
        Closed,
    }

    impl Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Missing { key } => write!(f, "no {key}"),
                Self::Closed => f.write_str("closed"),
            }
        }
    }

    impl StdError for Error {}

    /// What everything here returns.
    pub type Result<T, E = Error> = core::result::Result<T, E>;

    /// How often it is tried.
    pub const TRIES: u32 = 2;

    /// Where words come from.
    #[expect(async_fn_in_trait, reason = "implementors decide")]
    pub trait Source {
        /// The word under a key.
        ///
        /// # Errors
        /// If there is none.
        async fn look_up(&self, key: &str) -> Result<String>;

        /// What it is called.
        #[must_use]
        fn name(&self) -> &'static str {
            "source"
        }
    }

    impl Source for BTreeMap<String, String> {
        async fn look_up(&self, key: &str) -> Result<String> {
            let found = self.get(key).cloned();
            let word = found.ok_or_else(|| Error::Missing {
                key: key.to_owned(),
            })?;
            Ok(give(word).await)
        }
    }

    /// Asks a source.
    #[derive(Debug)]
    pub struct Client<S = BTreeMap<String, String>> {
        /// Whom it asks.
        source: S,
        /// How often it has.
        asked: u32,
    }

    impl<S: Source> Client<S> {
        /// A client of a source.
        pub const fn new(source: S) -> Self {
            Self { source, asked: 0 }
        }

        /// How often it has asked.
        #[must_use]
        pub const fn asked(&self) -> u32 {
            self.asked
        }

        /// The word under a key.
        ///
        /// # Errors
        /// If there is none.
        pub async fn word(&mut self, key: &str) -> Result<String> {
            let mut last = Error::Closed;
            for _ in 0..TRIES {
                self.asked += 1;
                match self.source.look_up(key).await {
                    Ok(word) => return Ok(word),
                    Err(error) => last = error,
                }
            }
            Err(last)
        }

        /// All of them in one text.
        ///
        /// # Errors
        /// If one of them is missing.
        pub async fn text(&mut self, keys: &[&str]) -> Result<String> {
            let mut text = String::new();
            for key in keys {
                let word = self.word(key).await?;
                write!(text, "{} ", decorated(&word)).map_err(|_error| Error::Closed)?;
            }
            Ok(text)
        }
    }

    /// Used by both halves.
    fn decorated(word: &str) -> String {
        format!("<{word}>")
    }

    /// A macro for both.
    macro_rules! words {
        ($($word:literal),*) => {
            BTreeMap::from([$(($word.to_owned(), $word.to_uppercase())),*])
        };
    }

    /// A client that knows two words.
    ///
    /// # Errors
    /// Never.
    pub async fn example(key: &str) -> Result<String> {
        let mut client = Client::new(words!["a", "b"]);
        let text = client.text(&[key, "b"]).await?;
        let level = nested::level(client.asked()).await;
        Ok(format!("{text}{level}"))
    }

    /// More of it.
    pub mod nested {
        use super::{Client, Source};

        /// The level of something.
        pub async fn level(asked: u32) -> u32 {
            inner(asked).await + PLUS
        }

        /// One part of it.
        async fn inner(asked: u32) -> u32 {
            super::give(asked).await
        }

        /// The other part.
        const PLUS: u32 = 1;

        /// What the client's source is called.
        #[must_use]
        pub fn name<S: Source>(client: &Client<S>) -> &'static str {
            client.source.name()
        }
    }

    /// Plain values.
    pub mod values {
        /// One of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Level(pub u32);
    }
}

#[test]
fn both_halves() {
    let (value, entries) = both(service::example("a"), || service::blocking::example("a"));
    assert_eq!(value.as_deref(), Ok("<A> <B> 3"));
    assert_eq!(entries, ["give A", "give B", "give 2"]);
    let (value, _) = both(service::example("x"), || service::blocking::example("x"));
    assert_eq!(value.unwrap_err().to_string(), "no x");
}

#[test]
fn names_and_values() {
    let client = service::Client::new(BTreeMap::new());
    let twin = service::blocking::Client::new(BTreeMap::new());
    assert_eq!(
        service::nested::name(&client),
        service::blocking::nested::name(&twin)
    );
    assert_eq!(
        service::values::Level(1),
        service::blocking::values::Level(1)
    );
}
