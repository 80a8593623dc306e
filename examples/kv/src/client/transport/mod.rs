//! What carries requests and replies.

mod memory;
mod tcp;

use super::{maybe_async, socket};
use crate::{Config, Result};

pub use memory::Memory;
pub use tcp::Tcp;

/// A connection to a server.
///
/// [`Tcp`] is one over a network, [`Memory`] one without. A client asks its transport for new
/// connections, and keeps them to itself until it drops them.
#[maybe_async]
pub trait Transport: Sized + Send {
    /// Where connections lead to.
    type Endpoint: Send + Sync;

    /// Connects.
    ///
    /// # Errors
    ///
    /// [`Error::Connect`](crate::Error::Connect) and [`Error::Timeout`](crate::Error::Timeout).
    fn connect(
        endpoint: &Self::Endpoint,
        config: &Config,
    ) -> impl Future<Output = Result<Self>> + Send;

    /// Sends all of this.
    ///
    /// # Errors
    ///
    /// If the connection fails, or takes nothing for too long.
    fn send(&mut self, bytes: &[u8]) -> impl Future<Output = Result<()>> + Send;

    /// Receives as many bytes as there are and fit, at least one; none when the server has closed
    /// the connection.
    ///
    /// # Errors
    ///
    /// If the connection fails, or is silent for too long.
    fn receive(&mut self, buffer: &mut [u8]) -> impl Future<Output = Result<usize>> + Send;

    /// Whether the server is, as far as is known, still there and has sent nothing.
    fn is_quiet(&self) -> bool {
        true
    }
}
