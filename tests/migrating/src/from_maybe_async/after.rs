//! With await-me-maybe: `blocking` beside the rest, in every build.

use await_me_maybe::maybe_async;

#[maybe_async]
mod library {
    use std::time::Duration;

    use tokio::time::sleep;

    /// Where greetings come from.
    #[allow(async_fn_in_trait)]
    pub trait Source {
        /// The word in front of the name.
        async fn word(&self) -> String;
    }

    /// The greeting.
    pub async fn greet(source: &impl Source, name: &str) -> String {
        sleep(Duration::from_millis(1)).await;
        format!("{} {name}", source.word().await)
    }
}

pub use library::*;
