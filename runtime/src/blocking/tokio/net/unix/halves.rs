//! The halves of a stream.

use super::{SocketAddr, stream::UnixStream};
use crate::blocking::tokio::io::{Splittable as _, shared_read, shared_write};
use crate::blocking::tokio::net::halves::halves;

halves! { UnixStream, SocketAddr }
