//! Readers and writers of std's whose type is not known: `&mut dyn Read`, `Box<dyn Write + Send>`.

use alloc::boxed::Box;
use std::io::{BufRead, IoSlice, Read, Result, Seek, SeekFrom, Write};

use super::std_io::fill_buf;
use super::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, retry};

macro_rules! objects {
    ($([$($auto:ident)*])*) => {$(
        objects! { @ &mut (dyn Read $(+ $auto)* + '_): Read }
        objects! { @ Box<dyn Read $(+ $auto)* + '_>: Read }
        objects! { @ &mut (dyn BufRead $(+ $auto)* + '_): Read BufRead }
        objects! { @ Box<dyn BufRead $(+ $auto)* + '_>: Read BufRead }
        objects! { @ &mut (dyn Write $(+ $auto)* + '_): Write }
        objects! { @ Box<dyn Write $(+ $auto)* + '_>: Write }
        objects! { @ &mut (dyn Seek $(+ $auto)* + '_): Seek }
        objects! { @ Box<dyn Seek $(+ $auto)* + '_>: Seek }
    )*};
    (@ $Object:ty: Read BufRead) => {
        objects! { @ $Object: Read }

        impl AsyncBufRead for $Object {
            fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
                fill_buf(&mut **self)
            }

            fn blocking_consume(&mut self, amount: usize) {
                (**self).consume(amount);
            }
        }
    };
    (@ $Object:ty: Read) => {
        impl AsyncRead for $Object {
            fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
                retry(|| (**self).read(buf))
            }
        }
    };
    (@ $Object:ty: Write) => {
        impl AsyncWrite for $Object {
            fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
                retry(|| (**self).write(buf))
            }

            fn blocking_flush(&mut self) -> Result<()> {
                retry(|| (**self).flush())
            }

            /// How to close it is not known.
            fn blocking_shutdown(&mut self) -> Result<()> {
                retry(|| (**self).flush())
            }

            fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                retry(|| (**self).write_vectored(bufs))
            }
        }
    };
    (@ $Object:ty: Seek) => {
        impl AsyncSeek for $Object {
            fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
                (**self).seek(position)
            }
        }
    };
}

// `dyn Read` with each set of auto traits is a type of its own.
objects! { [] [Send] [Sync] [Send Sync] }
