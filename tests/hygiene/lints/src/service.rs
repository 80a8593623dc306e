//! The module form.

use crate::maybe_async;

/// A service.
#[maybe_async]
pub mod api {
    use std::collections::BTreeMap;
    use std::fmt::{self, Display};

    /// What goes wrong.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[non_exhaustive]
    pub enum Error {
        /// There is none.
        Missing {
            /// Under this.
            key: String,
        },
    }

    impl Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::Missing { key } => write!(f, "no {key}"),
            }
        }
    }

    impl std::error::Error for Error {}

    /// What everything returns.
    pub type Result<T, E = Error> = core::result::Result<T, E>;

    /// How often.
    pub const TRIES: u32 = 2;

    /// Where words are.
    #[allow(
        async_fn_in_trait,
        reason = "said of any public trait with an `async fn`"
    )]
    pub trait Source {
        /// The word under a key.
        ///
        /// # Errors
        /// If there is none.
        async fn look_up(&self, key: &str) -> Result<String>;

        /// What it is called.
        fn name(&self) -> &'static str {
            "source"
        }
    }

    impl Source for BTreeMap<String, String> {
        async fn look_up(&self, key: &str) -> Result<String> {
            let found = self.get(key).cloned();
            found.ok_or_else(|| Error::Missing {
                key: key.to_owned(),
            })
        }
    }

    /// Asks.
    #[derive(Debug, Clone)]
    pub struct Client<S = BTreeMap<String, String>> {
        source: S,
        asked: u32,
    }

    impl<S: Source> Client<S> {
        /// Of a source.
        pub const fn new(source: S) -> Self {
            Self { source, asked: 0 }
        }

        /// How often it has asked.
        #[must_use]
        pub const fn asked(&self) -> u32 {
            self.asked
        }

        /// The word.
        ///
        /// # Errors
        /// If there is none.
        pub async fn word(&mut self, key: &str) -> Result<String> {
            let mut last = None;
            for _ in 0..TRIES {
                self.asked += 1;
                match self.source.look_up(key).await {
                    Ok(word) => return Ok(decorated(&word)),
                    Err(error) => last = Some(error),
                }
            }
            let late = async { nested::level(self.asked).await };
            let level = late.await;
            Err(last.unwrap_or(Error::Missing {
                key: level.to_string(),
            }))
        }
    }

    /// Shared by both.
    fn decorated(word: &str) -> String {
        format!("<{word}>")
    }

    /// Words.
    macro_rules! words {
        ($($word:literal),*) => {
            BTreeMap::from([$(($word.to_owned(), $word.to_uppercase())),*])
        };
    }

    /// With two words.
    ///
    /// # Errors
    /// If there is no such word.
    pub async fn example(key: &str) -> Result<String> {
        let mut client = Client::new(words!["a", "b"]);
        client.word(key).await
    }

    /// More.
    pub mod nested {
        use super::{Client, Source};

        /// The level.
        pub async fn level(asked: u32) -> u32 {
            std::future::ready(asked).await + PLUS
        }

        /// More.
        const PLUS: u32 = 1;

        /// A name.
        #[must_use]
        pub fn name<S: Source>(client: &Client<S>) -> &'static str {
            client.source.name()
        }
    }
}
