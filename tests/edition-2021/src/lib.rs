//! A library of edition 2021 that knows `await-me-maybe` under another name, and turns every
//! group of lints into errors.
#![deny(warnings, missing_docs, unused, clippy::pedantic, clippy::nursery)]
#![allow(
    clippy::future_not_send,
    reason = "said of async functions with a generic parameter that need not be `Sync`"
)]

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use amm::maybe_async;

pub mod service;

/// Looks words up.
#[allow(
    async_fn_in_trait,
    reason = "rustc says this of any public trait with an `async fn`"
)]
#[maybe_async(crate = amm)]
pub trait Dictionary {
    /// What goes wrong.
    type Error;

    /// The meaning of a word.
    ///
    /// # Errors
    /// As the dictionary says.
    async fn look_up(&self, word: &str) -> Result<Option<String>, Self::Error>;

    /// The number of words.
    fn words(&self) -> usize;
}

#[maybe_async(crate = amm)]
impl Dictionary for BTreeMap<String, String> {
    type Error = String;

    async fn look_up(&self, word: &str) -> Result<Option<String>, String> {
        if word.is_empty() {
            return std::future::ready(Err("no word".to_owned())).await;
        }
        Ok(self.get(word).cloned())
    }

    fn words(&self) -> usize {
        self.len()
    }
}

/// Follows a word to the last meaning that is not a word itself.
///
/// # Errors
/// As the dictionary says.
#[maybe_async(crate = amm, twins(Dictionary))]
pub async fn follow<D: Dictionary>(dictionary: &D, word: &str) -> Result<String, D::Error> {
    let mut word = word.to_owned();
    for _ in 0..dictionary.words() {
        let next = async { dictionary.look_up(&word).await };
        match next.await? {
            Some(meaning) => word = meaning,
            None => break,
        }
    }
    Ok(word)
}

/// The depth of a chain, by recursion.
#[maybe_async(crate = amm, twins(Dictionary))]
pub fn depth<'a, D: Dictionary>(
    dictionary: &'a D,
    word: &'a str,
) -> Pin<Box<dyn Future<Output = Result<usize, D::Error>> + 'a>> {
    Box::pin(async move {
        let meaning = dictionary.look_up(word).await?;
        Ok(match meaning {
            Some(meaning) => 1 + depth(dictionary, &meaning).await?,
            None => 0,
        })
    })
}

#[cfg(test)]
mod tests {
    use futures::executor::block_on;

    use super::{BTreeMap, depth, depth_blocking, follow, follow_blocking};

    fn dictionary() -> BTreeMap<String, String> {
        [("a", "b"), ("b", "c")]
            .map(|(word, meaning)| (word.to_owned(), meaning.to_owned()))
            .into()
    }

    #[test]
    fn both_halves_agree() {
        let dictionary = dictionary();
        assert_eq!(block_on(follow(&dictionary, "a")), Ok("c".to_owned()));
        assert_eq!(follow_blocking(&dictionary, "a"), Ok("c".to_owned()));
        assert_eq!(block_on(depth(&dictionary, "a")), Ok(2));
        assert_eq!(depth_blocking(&dictionary, "a"), Ok(2));
        assert_eq!(block_on(follow(&dictionary, "")), Err("no word".to_owned()));
        assert_eq!(follow_blocking(&dictionary, ""), Err("no word".to_owned()));
    }
}
