//! A module with its twin inside, whose documentation links to everything: to [`Client`], its
//! twin [`blocking::Client`], [`api::nested::level`] and [`api::blocking::nested::level`].

#![allow(clippy::unused_async)]

use amm::maybe_async;

pub use self::api::*;

/// Outside of the annotated module, for [`api`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outside;

/// A client: see [`Client`], [`Client::get`] and [`crate::service::api::Client::get`].
#[maybe_async(crate = amm, path = crate::service::api)]
pub mod api {
    use std::collections::BTreeMap;
    use std::fmt;

    /// Of [`Client::get`], and of [`super::Outside`] as well. Displayed by
    /// [its impl](Error#impl-Display-for-Error).
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum Error {
        /// Said by [`Client::get`](fn@Client::get).
        Missing,
    }

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("missing")
        }
    }

    impl std::error::Error for Error {}

    /// See [`self::Error`], [`Self::get`], [super::Outside] and [the other](super::Outside).
    ///
    /// ```
    /// use await_me_maybe_edition_2021::service::Client;
    ///
    /// let client = Client::default();
    /// drop(client.get("a"));
    /// ```
    ///
    /// [way]: super::Outside
    /// [far]: crate::service::api::nested::deeper::level
    ///
    /// By [way] of [far], and [`crate::service::Outside`], [`struct@super::Outside`] and
    /// [`levels`](self::nested::level()).
    #[derive(Debug, Default, Clone)]
    pub struct Client {
        /// What [`Client::get`] gives, or [`nested::level`], see [`BTreeMap`] and [`super::Outside`].
        pub words: BTreeMap<String, String>,
    }

    impl Client {
        /// One of [`Self::words`]; see [`nested`] and [`super::api::Client`].
        ///
        /// # Errors
        /// [`Error::Missing`].
        pub async fn get(&self, word: &str) -> Result<String, Error> {
            self.words.get(word).cloned().ok_or(Error::Missing)
        }
    }

    /// A trait with [`Source::one`] and [`Source::Word`].
    #[allow(
        async_fn_in_trait,
        reason = "rustc says this of any public trait with an `async fn`"
    )]
    pub trait Source {
        /// Of [`Self::one`].
        type Word: AsRef<str>;

        /// A [`Source::Word`], as [`super::api::Client::get`] would.
        async fn one(&self) -> Self::Word;
    }

    impl Source for Client {
        type Word = String;

        async fn one(&self) -> String {
            self.get("one").await.unwrap_or_default()
        }
    }

    /// More: [`level`](nested::level), [`super::api`], [`super::Outside`].
    pub mod nested {
        use super::Client;

        /// Of [`Client`], [`super::Client`], [`super::Client::get`], [`super::super::Outside`] and
        /// [`deeper`]; [`crate::service::api::nested`] is here.
        #[must_use]
        pub async fn level(client: &Client) -> usize {
            deeper::level(client).await
        }

        /// Shared: [`super::super::Outside`] and [`super::Error`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Level(pub usize);

        /// The same of a module without anything async: [`super::plain`].
        pub mod deeper {
            /// For [`super::level`], [`super::super::Client::get`], and
            /// [`super::super::super::Outside`].
            #[must_use]
            pub async fn level(client: &super::super::Client) -> usize {
                client.words.len()
            }
        }
    }

    /// Plain values.
    pub mod plain {
        /// Not of [`super::Client`], nor [`super::super::Outside`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct Plain;
    }
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::{Client, Error, blocking};

    #[test]
    fn both_halves_agree() {
        let words = [("one".to_owned(), "1".to_owned())];
        let asynchronous = Client {
            words: words.clone().into(),
        };
        let twin = blocking::Client {
            words: words.into(),
        };
        assert_eq!(block_on(asynchronous.get("one")), twin.get("one"));
        assert_eq!(twin.get("two"), Err(Error::Missing));
        assert_eq!(block_on(super::nested::level(&asynchronous)), 1);
        assert_eq!(blocking::nested::level(&twin), 1);
        assert_eq!(blocking::Source::one(&twin), "1");
        assert_eq!(block_on(super::Source::one(&asynchronous)), "1");
    }
}
