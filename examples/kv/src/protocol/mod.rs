//! What goes over the wire.
//!
//! A request and a reply are a line of words each. Behind the lines of `SET` and `VALUE` come as
//! many bytes as the line says, and behind that of `KEYS` as many lines.
//!
//! | request | replies |
//! |---|---|
//! | `PING` | `PONG` |
//! | `GET key` | `VALUE length`, `MISSING` |
//! | `SET key length` | `OK` |
//! | `DEL key` | `OK`, `MISSING` |
//! | `KEYS limit =prefix =after` | `KEYS count` |
//! | any | `ERR text`; `BYE text`, after which the server closes the connection |

mod buffer;
mod lines;
mod malformed;
mod reply;
mod request;

pub(crate) use buffer::Buffer;
pub use malformed::Malformed;
pub use reply::Reply;
pub use request::Request;

/// The most bytes that a key has.
pub const LONGEST_KEY: usize = 250;

/// The most bytes that a value has.
pub const LARGEST_VALUE: usize = 1 << 20;

/// The most keys that one reply has.
pub const LARGEST_PAGE: usize = 1000;
