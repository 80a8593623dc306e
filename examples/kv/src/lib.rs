//! A key-value store, with a client library in both forms from one source.
//!
//! The files of the folder `client` are included twice. [`Client`] is for callers with a runtime,
//! [`blocking::Client`] for callers without one. [`Error`], [`Config`] and the protocol are one for
//! both; the two halves differ in one file, that of the socket.
//!
//! ```
//! use kv::{Config, Server, blocking};
//!
//! let server = Server::start("127.0.0.1:0")?;
//! let config = Config::new(server.address());
//!
//! let client: blocking::Client = blocking::Client::new(config.clone());
//! client.set("greeting", b"hello")?;
//!
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
//! # runtime.block_on(async {
//! let client: kv::Client = kv::Client::new(config);
//! assert_eq!(client.get("greeting").await?, Some(b"hello".to_vec()));
//! # Ok::<(), kv::Error>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod batch;
mod config;
mod error;
mod protocol;
mod server;

#[path = "client"]
pub mod asynchronous {
    //! The client for callers with a runtime.

    use await_me_maybe::asynchronous::{maybe_async, only_async, only_blocking};

    mod connection;
    mod handle;
    mod pool;
    mod retry;
    mod scan;
    pub mod transport;

    pub use handle::Client;
    pub use scan::Scan;
}

#[path = "client"]
#[allow(clippy::duplicate_mod)]
pub mod blocking {
    //! The client for callers without a runtime.

    use await_me_maybe::blocking::{maybe_async, only_async, only_blocking};

    mod connection;
    mod handle;
    mod pool;
    mod retry;
    mod scan;
    pub mod transport;

    pub use handle::Client;
    pub use scan::Scan;
}

pub use asynchronous::{Client, Scan};
pub use batch::Batch;
pub use config::Config;
pub use error::Error;
pub use protocol::{Reply, Request};
pub use server::Server;
