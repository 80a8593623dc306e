//! Two copies, one of which has drifted.

/// What can go wrong.
#[derive(Debug, PartialEq)]
pub struct Empty;

/// The longest of the texts that `read` finds.
///
/// # Errors
/// If there is no text at all.
pub async fn longest(names: &[&str], read: impl AsyncFn(&str) -> String) -> Result<String, Empty> {
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

pub mod blocking {
    //! The same without a runtime.

    use super::Empty;

    /// The longest of the texts that `read` finds.
    ///
    /// # Errors
    /// If there is no text at all.
    pub fn longest(names: &[&str], read: impl Fn(&str) -> String) -> Result<String, Empty> {
        let mut longest = None::<String>;
        for name in names {
            let text = read(name);
            // The fix of the other copy, `<` for `<=`, was never made here.
            if longest
                .as_ref()
                .is_none_or(|longest| longest.len() <= text.len())
            {
                longest = Some(text);
            }
        }
        longest.ok_or(Empty)
    }
}
