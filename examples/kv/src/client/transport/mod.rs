//! What carries requests and replies.

use super::{maybe_async, only_async, only_blocking};
use crate::{Config, Error};

mod memory;
mod socket;
mod tcp;

pub use memory::Memory;
pub(super) use socket::pause;
pub use tcp::Tcp;

/// A connection to a server.
#[maybe_async]
#[allow(
    async_fn_in_trait,
    reason = "callers that need `Send` name a transport"
)]
pub trait Transport: Sized {
    /// Connects to the server that the configuration names.
    ///
    /// # Errors
    /// [`Error::Connect`], or [`Error::TimedOut`].
    async fn connect(config: &Config) -> Result<Self, Error>;

    /// Sends all of this.
    ///
    /// # Errors
    /// If the connection has failed.
    async fn send(&mut self, bytes: &[u8]) -> Result<(), Error>;

    /// The next line, without its line feed.
    ///
    /// # Errors
    /// If the connection has failed, is closed within the line, or is silent for too long.
    async fn line(&mut self) -> Result<String, Error>;

    /// As many bytes.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    async fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Error>;
}
