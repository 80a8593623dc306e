//! All in which the two halves differ: how to wait, for a while, for a socket, for a turn.

mod clock;
mod net;
mod turns;

use super::{maybe_async, only_async, only_blocking};

pub(crate) use clock::pause;
pub(crate) use net::Socket;
pub(crate) use turns::{Turn, Turns};
