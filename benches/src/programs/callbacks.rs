//! Callbacks: an `AsyncFnMut` that captures, and a table of boxed ones.

use std::collections::BTreeMap;

use await_me_maybe::maybe_async;
use futures::future::BoxFuture;

use super::Program;

type Words = BTreeMap<usize, u32>;

#[maybe_async]
mod source {
    use super::{BoxFuture, Words};

    pub(super) type Handler = Box<dyn Fn(u64) -> BoxFuture<'static, Result<u64, String>>>;

    /// What a line goes through, by its first word.
    pub(super) fn handlers() -> Vec<(&'static str, Handler)> {
        vec![
            ("double", Box::new(|n| Box::pin(async move { Ok(2 * n) }))),
            ("next", Box::new(|n| Box::pin(async move { Ok(n + 1) }))),
            (
                "half",
                Box::new(|n| {
                    Box::pin(async move {
                        if n % 2 == 1 {
                            return Err(format!("{n} is odd"));
                        }
                        Ok(n / 2)
                    })
                }),
            ),
        ]
    }

    async fn each_word(text: &str, mut visit: impl AsyncFnMut(usize, &str)) {
        for (place, word) in text.split(' ').enumerate() {
            visit(place, word).await;
        }
    }

    pub(super) async fn run(text: &str) -> (Result<u64, String>, Words) {
        let handlers = handlers();
        let mut lengths = Words::new();
        let mut result = Ok(1);
        each_word(text, async |place, word| {
            *lengths.entry(word.len()).or_default() += 1;
            let Ok(value) = result else { return };
            for (name, handler) in &handlers {
                if *name == word {
                    result = handler(value + place as u64 % 2).await;
                }
            }
        })
        .await;
        (result, lengths)
    }
}

mod by_hand {
    use super::Words;

    type Handler = Box<dyn Fn(u64) -> Result<u64, String>>;

    fn handlers() -> Vec<(&'static str, Handler)> {
        vec![
            ("double", Box::new(|n| Ok(2 * n))),
            ("next", Box::new(|n| Ok(n + 1))),
            (
                "half",
                Box::new(|n| {
                    if n % 2 == 1 {
                        return Err(format!("{n} is odd"));
                    }
                    Ok(n / 2)
                }),
            ),
        ]
    }

    fn each_word(text: &str, mut visit: impl FnMut(usize, &str)) {
        for (place, word) in text.split(' ').enumerate() {
            visit(place, word);
        }
    }

    pub(super) fn run(text: &str) -> (Result<u64, String>, Words) {
        let handlers = handlers();
        let mut lengths = Words::new();
        let mut result = Ok(1);
        each_word(text, |place, word| {
            *lengths.entry(word.len()).or_default() += 1;
            let Ok(value) = result else { return };
            for (name, handler) in &handlers {
                if *name == word {
                    result = handler(value + place as u64 % 2);
                }
            }
        });
        (result, lengths)
    }
}

pub(super) struct Callbacks;

impl Program for Callbacks {
    const NAME: &'static str = "callbacks, `AsyncFn` and boxed";
    type Input = String;
    type Output = (Result<u64, String>, Words);

    fn input() -> Self::Input {
        "double next other double half next next ".repeat(8) + "double half half half half half"
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        source::blocking::run(input)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        by_hand::run(input)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        source::run(input).await
    }
}
