//! The halves of a stream.

use super::{SocketAddr, stream::UnixStream};
use crate::mirror::tokio::io::{Splittable as _, shared_read, shared_write};
use crate::mirror::tokio::net::halves::halves;

halves! { UnixStream, SocketAddr }
