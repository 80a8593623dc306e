//! `BlockOnError`: why a thread did not wait for a future.

use alloc::string::String;
use core::error::Error;
use core::fmt;

/// Why [`try_block_on`](crate::blocking::try_block_on) has not waited for a future.
///
/// ```
/// use await_me_maybe::blocking::{block_on, try_block_on};
///
/// async fn fetch() -> u32 {
///     1
/// }
///
/// assert_eq!(try_block_on(fetch()).unwrap(), 1);
///
/// let error = block_on(async { try_block_on(fetch()) }).unwrap_err();
/// assert!(error.is_nested());
/// assert!(error.to_string().contains("call the blocking twin"));
/// ```
#[derive(Debug)]
pub struct BlockOnError(Kind);

#[derive(Debug)]
enum Kind {
    Nested {
        executor: &'static str,
        future: &'static str,
    },
    #[cfg(feature = "tokio")]
    ShutDown,
    #[cfg(feature = "tokio")]
    Start(std::io::Error),
}

impl BlockOnError {
    pub(crate) fn nested<F>(executor: &'static str) -> Self {
        Self(Kind::Nested {
            executor,
            future: core::any::type_name::<F>(),
        })
    }

    #[cfg(feature = "tokio")]
    pub(crate) fn shut_down() -> Self {
        Self(Kind::ShutDown)
    }

    #[cfg(feature = "tokio")]
    pub(crate) fn start(error: std::io::Error) -> Self {
        Self(Kind::Start(error))
    }

    /// Whether the thread runs an executor, all of whose tasks would have stopped.
    #[must_use]
    pub fn is_nested(&self) -> bool {
        matches!(self.0, Kind::Nested { .. })
    }

    /// Whether the future needs the tokio runtime of this thread, and that has been shut down.
    #[must_use]
    pub fn is_shut_down(&self) -> bool {
        #[cfg(feature = "tokio")]
        let shut_down = matches!(self.0, Kind::ShutDown);
        #[cfg(not(feature = "tokio"))]
        let shut_down = false;
        shut_down
    }
}

impl fmt::Display for BlockOnError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Nested { executor, future } => write!(
                f,
                "`block_on` would stop all tasks of {executor}, which runs on this thread; await the future{}, or call the blocking twin inside `unblock`",
                origin(future)
            ),
            #[cfg(feature = "tokio")]
            Kind::ShutDown => f.write_str(
                "the future needs the tokio runtime of this thread, which has been shut down; call `block_on` before that, or on a thread that is not one of its own",
            ),
            #[cfg(feature = "tokio")]
            Kind::Start(error) => write!(f, "the runtime behind `block_on` does not start: {error}"),
        }
    }
}

/// In which function the future was made, as far as its type tells.
fn origin(future: &str) -> String {
    match future.strip_suffix("::{{closure}}") {
        Some(function) if !function.starts_with('<') => alloc::format!(" made in `{function}`"),
        Some(_) | None => String::new(),
    }
}

impl Error for BlockOnError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            #[cfg(feature = "tokio")]
            Kind::Start(error) => Some(error),
            _ => None,
        }
    }
}
