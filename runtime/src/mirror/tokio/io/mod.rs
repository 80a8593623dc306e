//! Readers and writers.
//!
//! [`AsyncRead`], [`AsyncWrite`], [`AsyncBufRead`] and [`AsyncSeek`] are traits of their own, not
//! std's `Read`, `Write`, `BufRead` and `Seek`, because a source that is compiled twice must mean
//! the same twice:
//!
//! - Methods of a bound win over those of an imported trait. With `R: Read` in the place of
//!   `R: AsyncRead`, `reader.read_exact(..)` would be std's, with another result and another error,
//!   and `reader.lines()` would have no `next_line`.
//! - `shutdown` closes the sending side of a socket and flushes a file; std's `Write` has no such
//!   method, so every writer would have to be flushed, and the peer would wait for ever.
//! - `use std::io::Write as _;` beside `AsyncWriteExt` would make each `write_all` ambiguous. For
//!   this reason the types of the mirror do not implement std's traits.
//!
//! std's own readers and writers implement them too, as do `&mut dyn Read`, `Box<dyn Read>` and
//! the like; any other one is wrapped in [`StdIo`], which leads in the other direction as well. On
//! these, where std's traits are imported beside the ones from here, a method of both is ambiguous:
//!
//! ```compile_fail,E0034
//! use std::fs::File;
//! use std::io::Read as _;
//!
//! use await_me_maybe::mirror::tokio::io::AsyncReadExt as _;
//!
//! File::open("name").unwrap().read(&mut [0]).unwrap();
//! ```
//!
//! ```
//! use await_me_maybe::mirror::tokio::io::{self, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
//!
//! let mut writer = io::BufWriter::new(Vec::new());
//! writer.write_u16(3)?;
//! writer.write_all(b"abc\nrest")?;
//! writer.flush()?;
//!
//! let mut reader = io::BufReader::new(&writer.get_ref()[..]);
//! let size = reader.read_u16()?;
//! let mut lines = reader.take(u64::from(size) + 1).lines();
//! assert_eq!(lines.next_line()?.as_deref(), Some("abc"));
//! assert_eq!(lines.next_line()?, None);
//! # Ok::<(), io::Error>(())
//! ```
//!
//! # Errors
//!
//! Those of tokio, under the same kinds and texts. Calls that a signal interrupts are repeated.
//!
//! # What is not here
//!
//! What polls or asks for readiness (`poll_*`, `ReadBuf`, `Interest`), what needs the `bytes` crate
//! (`read_buf`, `write_buf`, `write_all_buf`), and `copy_bidirectional`: when one direction fails,
//! nothing can end the other one.

#![allow(
    clippy::missing_errors_doc,
    reason = "each method fails as tokio's does: see the docs of the module"
)]

mod buf_read;
mod buf_read_ext;
mod buf_reader;
mod buf_stream;
mod buf_writer;
mod chain;
mod copy;
mod duplex;
mod join;
mod lines;
mod numbers;
mod pipe;
mod read;
mod read_ext;
mod retry;
mod seek;
mod seek_ext;
mod segments;
mod simplex;
mod split;
mod splittable;
mod standard;
mod std_io;
mod std_objects;
mod std_types;
mod take;
mod trivial;
mod write;
mod write_ext;

pub use std::io::{Error, ErrorKind, Result, SeekFrom};

pub use buf_read::AsyncBufRead;
pub use buf_read_ext::AsyncBufReadExt;
pub use buf_reader::BufReader;
pub use buf_stream::BufStream;
pub use buf_writer::BufWriter;
pub use chain::Chain;
pub use copy::{copy, copy_buf};
pub use duplex::{DuplexStream, duplex};
pub use join::{Join, join};
pub use lines::Lines;
pub use read::AsyncRead;
pub use read_ext::AsyncReadExt;
pub use seek::AsyncSeek;
pub use seek_ext::AsyncSeekExt;
pub use segments::Split;
pub use simplex::{SimplexStream, simplex};
pub use split::{ReadHalf, WriteHalf, split};
pub use splittable::Splittable;
pub use standard::{Stderr, Stdin, Stdout, stderr, stdin, stdout};
pub use std_io::StdIo;
pub use take::Take;
pub use trivial::{Empty, Repeat, Sink, empty, repeat, sink};
pub use write::AsyncWrite;
pub use write_ext::AsyncWriteExt;

pub(in crate::mirror::tokio) use retry::retry;
pub(in crate::mirror::tokio) use splittable::{shared, shared_read, shared_write};

/// What a buffer holds if its owner does not say.
const DEFAULT_BUF_SIZE: usize = 8 * 1024;
