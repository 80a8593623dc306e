//! `Splittable`: streams with two directions that do not wait for each other.

use std::io::{IoSlice, Result};

use super::{AsyncRead, AsyncWrite};

/// A stream that one thread can read while another one writes to it.
///
/// [`split`](super::split) asks for it: halves that shared any other stream behind a lock would
/// lock each other out for as long as one of them waits for bytes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read and written at the same time in blocking code",
    label = "the halves would wait for each other",
    note = "split a socket or a `DuplexStream` before it is wrapped, or keep this code to the async half with `#[only_async]`"
)]
pub trait Splittable: AsyncRead + AsyncWrite {
    /// See [`AsyncRead::blocking_read`].
    ///
    /// # Errors
    /// If the stream cannot be read.
    fn shared_read(&self, buf: &mut [u8]) -> Result<usize>;

    /// See [`AsyncWrite::blocking_write`].
    ///
    /// # Errors
    /// If the stream does not take the bytes.
    fn shared_write(&self, buf: &[u8]) -> Result<usize>;

    /// See [`AsyncWrite::blocking_write_vectored`].
    ///
    /// # Errors
    /// If the stream does not take the bytes.
    fn shared_write_vectored(&self, bufs: &[IoSlice<'_>]) -> Result<usize>;

    /// See [`AsyncWrite::blocking_flush`].
    ///
    /// # Errors
    /// If the bytes do not arrive.
    fn shared_flush(&self) -> Result<()>;

    /// See [`AsyncWrite::blocking_shutdown`].
    ///
    /// # Errors
    /// If the sending side cannot be closed.
    fn shared_shutdown(&self) -> Result<()>;
}

/// Input:  `shared_read! { ReadHalf<'_>: 0 }`, where the field `0` leads to a `Splittable`
/// Output: `impl AsyncRead for ReadHalf<'_> { .. }`
macro_rules! shared_read {
    ($({$($generics:tt)*})? $Reader:ty: $($field:tt)?) => {
        impl $(<$($generics)*>)? $crate::mirror::tokio::io::AsyncRead for $Reader {
            #[inline]
            fn blocking_read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
                self$(.$field)?.shared_read(buf)
            }
        }
    };
}

/// Input:  `shared_write! { WriteHalf<'_>: 0 }`, where the field `0` leads to a `Splittable`
/// Output: `impl AsyncWrite for WriteHalf<'_> { .. }`
macro_rules! shared_write {
    ($({$($generics:tt)*})? $Writer:ty: $($field:tt)?) => {
        impl $(<$($generics)*>)? $crate::mirror::tokio::io::AsyncWrite for $Writer {
            #[inline]
            fn blocking_write(&mut self, buf: &[u8]) -> std::io::Result<usize> {
                self$(.$field)?.shared_write(buf)
            }

            #[inline]
            fn blocking_flush(&mut self) -> std::io::Result<()> {
                self$(.$field)?.shared_flush()
            }

            #[inline]
            fn blocking_shutdown(&mut self) -> std::io::Result<()> {
                self$(.$field)?.shared_shutdown()
            }

            #[inline]
            fn blocking_write_vectored(
                &mut self,
                bufs: &[std::io::IoSlice<'_>],
            ) -> std::io::Result<usize> {
                self$(.$field)?.shared_write_vectored(bufs)
            }

            #[inline]
            fn is_write_vectored(&self) -> bool {
                true
            }
        }
    };
}

/// Input:  `shared! { TcpStream: 0 }`, where the field `0` is a `Splittable`
/// Output: `impl Splittable for TcpStream { .. }`, and those of both directions
macro_rules! shared {
    ($Stream:ty: $field:tt) => {
        impl $crate::mirror::tokio::io::Splittable for $Stream {
            #[inline]
            fn shared_read(&self, buf: &mut [u8]) -> std::io::Result<usize> {
                self.$field.shared_read(buf)
            }

            #[inline]
            fn shared_write(&self, buf: &[u8]) -> std::io::Result<usize> {
                self.$field.shared_write(buf)
            }

            #[inline]
            fn shared_write_vectored(
                &self,
                bufs: &[std::io::IoSlice<'_>],
            ) -> std::io::Result<usize> {
                self.$field.shared_write_vectored(bufs)
            }

            #[inline]
            fn shared_flush(&self) -> std::io::Result<()> {
                self.$field.shared_flush()
            }

            #[inline]
            fn shared_shutdown(&self) -> std::io::Result<()> {
                self.$field.shared_shutdown()
            }
        }

        $crate::mirror::tokio::io::shared_read! { $Stream: }
        $crate::mirror::tokio::io::shared_write! { $Stream: }
    };
}

pub(in crate::mirror::tokio) use {shared, shared_read, shared_write};
