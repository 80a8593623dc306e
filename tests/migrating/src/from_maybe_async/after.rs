//! With await-me-maybe: `blocking` beside the rest, in every build.

use await_me_maybe::maybe_async;

#[maybe_async]
mod library {
    /// Where greetings come from.
    #[allow(async_fn_in_trait)]
    pub trait Source {
        /// The word in front of the name.
        async fn word(&self) -> String;
    }

    /// The greeting.
    pub async fn greet(source: &impl Source, name: &str) -> String {
        pause().await;
        format!("{} {name}", source.word().await)
    }

    #[only_async]
    async fn pause() {
        std::future::ready(()).await;
    }

    #[only_blocking]
    fn pause() {
        std::thread::yield_now();
    }
}

pub use library::*;
