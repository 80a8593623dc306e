//! One source. `Empty` is one type, as nothing in it is async.

use await_me_maybe::maybe_async;

#[maybe_async]
mod library {
    /// What can go wrong.
    #[derive(Debug, PartialEq)]
    pub struct Empty;

    /// The longest of the texts that `read` finds.
    ///
    /// # Errors
    /// If there is no text at all.
    pub async fn longest(
        names: &[&str],
        read: impl AsyncFn(&str) -> String,
    ) -> Result<String, Empty> {
        let mut longest = None::<String>;
        for name in names {
            let text = read(name).await;
            if longest
                .as_ref()
                .is_none_or(|longest| longest.len() < text.len())
            {
                longest = Some(text);
            }
        }
        longest.ok_or(Empty)
    }
}

pub use library::*;
