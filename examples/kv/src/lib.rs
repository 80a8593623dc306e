//! A client library for a small key-value server, written once as async code and served both
//! ways, and the server.
//!
//! The files of the folder `client` are included twice. [`Client`] is for callers with a runtime,
//! [`blocking::Client`] for callers without one; both have the same methods. [`Config`], [`Error`],
//! [`Batch`], [`Request`] and [`Reply`] are one type each: what one half returns can be given to
//! the other one. Both halves use tokio by its own names, which lead to a blocking mirror in the
//! second one. They differ in the file `client/socket.rs`, where the time of a socket is limited,
//! and nowhere else, but that a blocking scan is an iterator.
//!
//! ```
//! use kv::{Client, Config, Server, blocking};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::start("127.0.0.1:0")?;
//! let address = server.address().to_string();
//!
//! let client = blocking::Client::connect(&*address, Config::new())?;
//! client.set("greeting", "hello")?;
//!
//! let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! let value = runtime.block_on(async {
//!     let client = Client::connect(&*address, Config::new()).await?;
//!     client.get("greeting").await
//! })?;
//! assert_eq!(value.as_deref(), Some(&b"hello"[..]));
//! # Ok(())
//! # }
//! ```
//!
//! A request has a connection for itself, from a pool; it is sent again over another one where
//! that does no harm. Nothing waits forever: see [`Config`].

mod batch;
mod config;
mod error;
mod protocol;
pub mod server;

#[path = "client"]
pub mod asynchronous {
    //! The client for callers with a runtime of tokio.

    use await_me_maybe::asynchronous::{maybe_async, only_blocking};

    mod client;
    mod connection;
    mod pool;
    mod retry;
    mod scan;
    #[cfg(test)]
    mod scripted;
    mod socket;
    pub mod transport;
    mod turns;

    pub use client::Client;
    pub use scan::Scan;
}

#[path = "client"]
#[allow(clippy::duplicate_mod, reason = "once for each half")]
pub mod blocking {
    //! The client for callers without a runtime: the same names, less the `.await`.
    //!
    //! ```
    //! use kv::{Config, Server, blocking::Client};
    //!
    //! # fn main() -> Result<(), Box<dyn std::error::Error>> {
    //! let server = Server::start("127.0.0.1:0")?;
    //! let client = Client::connect(server.address().to_string(), Config::new())?;
    //! client.set("fruit/apple", "red")?;
    //! client.set("fruit/pear", "green")?;
    //! for key in client.scan("fruit/") {
    //!     assert!(client.del(&key?)?);
    //! }
    //! # Ok(())
    //! # }
    //! ```

    use await_me_maybe::blocking::{maybe_async, only_blocking};

    mod client;
    mod connection;
    mod pool;
    mod retry;
    mod scan;
    #[cfg(test)]
    mod scripted;
    mod socket;
    pub mod transport;
    mod turns;

    pub use client::Client;
    pub use scan::Scan;
}

pub use asynchronous::{Client, Scan};
pub use batch::Batch;
pub use config::Config;
pub use error::{Error, Phase, Result};
pub use protocol::{LARGEST_PAGE, LARGEST_VALUE, LONGEST_KEY};
pub use protocol::{Malformed, Reply, Request};
pub use server::Server;
