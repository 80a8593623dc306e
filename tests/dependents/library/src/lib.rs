//! A library whose dependents want different halves of it.

use await_me_maybe::maybe_async;

#[maybe_async(cfg(feature = "blocking"))]
mod api {
    use std::fmt;

    /// What can go wrong.
    #[derive(Debug, PartialEq, Eq)]
    pub enum Error {
        /// There is no such page.
        Missing,
    }

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("there is no such page")
        }
    }

    impl std::error::Error for Error {}

    /// Where pages come from.
    #[allow(async_fn_in_trait)]
    pub trait Source {
        /// The text of a page.
        ///
        /// # Errors
        /// If there is no such page.
        async fn page(&self, number: u32) -> Result<String, Error>;
    }

    /// A book that can be read from [`Source`].
    #[derive(Debug)]
    pub struct Book<S> {
        source: S,
    }

    impl<S: Source> Book<S> {
        /// A book of what [`Source::page`] gives.
        #[must_use]
        pub fn new(source: S) -> Self {
            Self { source }
        }

        /// The pages from `first` on, up to the end.
        ///
        /// # Errors
        /// [`Error::Missing`] if there is none.
        pub async fn read(&self, first: u32) -> Result<Vec<String>, Error> {
            let mut pages = vec![self.source.page(first).await?];
            while let Ok(page) = self.source.page(first + length(&pages)).await {
                pages.push(page);
            }
            Ok(pages)
        }
    }

    fn length(pages: &[String]) -> u32 {
        u32::try_from(pages.len()).unwrap_or(u32::MAX)
    }
}

pub use api::*;

/// A function alone.
///
/// # Errors
/// [`Error::Missing`] if there are no words.
#[maybe_async(cfg(feature = "blocking"))]
#[allow(clippy::unused_async)]
pub async fn first(words: &[&str]) -> Result<String, Error> {
    words
        .first()
        .map(|word| (*word).to_owned())
        .ok_or(Error::Missing)
}
