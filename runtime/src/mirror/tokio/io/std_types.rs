//! Readers and writers of std's own.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use std::fs::File;
use std::io::{self, BufRead, Cursor, ErrorKind, IoSlice, Read, Result, Seek, SeekFrom, Write};
use std::net::{Shutdown, TcpStream};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::process::{ChildStderr, ChildStdin, ChildStdout};

use super::splittable::{shared_read, shared_write};
use super::std_io::fill_buf;
use super::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, AsyncWriteExt, Splittable, retry};

macro_rules! readers {
    ($($({$($generics:tt)*})? $Reader:ty;)*) => {$(
        impl $(<$($generics)*>)? AsyncRead for $Reader {
            #[inline]
            fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
                retry(|| Read::read(self, buf))
            }
        }
    )*};
}

readers! {
    &[u8];
    VecDeque<u8>;
    {T: AsRef<[u8]> + Unpin} Cursor<T>;
    File;
    &File;
    io::Stdin;
    io::StdinLock<'_>;
    ChildStdout;
    ChildStderr;
    io::Empty;
    io::Repeat;
    {R: Read + Unpin} io::BufReader<R>;
    {R: Read + Unpin} io::Take<R>;
    {A: Read + Unpin, B: Read + Unpin} io::Chain<A, B>;
}

macro_rules! buffered {
    ($($({$($generics:tt)*})? $Reader:ty;)*) => {$(
        impl $(<$($generics)*>)? AsyncBufRead for $Reader {
            #[inline]
            fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
                fill_buf(self)
            }

            #[inline]
            fn blocking_consume(&mut self, amount: usize) {
                BufRead::consume(self, amount);
            }
        }
    )*};
}

buffered! {
    &[u8];
    VecDeque<u8>;
    {T: AsRef<[u8]> + Unpin} Cursor<T>;
    io::StdinLock<'_>;
    io::Empty;
    {R: Read + Unpin} io::BufReader<R>;
    {R: BufRead + Unpin} io::Take<R>;
    {A: BufRead + Unpin, B: BufRead + Unpin} io::Chain<A, B>;
}

macro_rules! writers {
    ($($({$($generics:tt)*})? $Writer:ty, |$this:ident| $shutdown:expr;)*) => {$(
        impl $(<$($generics)*>)? AsyncWrite for $Writer {
            #[inline]
            fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
                retry(|| Write::write(self, buf))
            }

            #[inline]
            fn blocking_flush(&mut self) -> Result<()> {
                retry(|| Write::flush(self))
            }

            #[inline]
            fn blocking_shutdown(&mut self) -> Result<()> {
                let $this = self;
                $shutdown
            }

            #[inline]
            fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                retry(|| Write::write_vectored(self, bufs))
            }

            #[inline]
            fn is_write_vectored(&self) -> bool {
                true
            }
        }
    )*};
}

writers! {
    Vec<u8>, |writer| retry(|| Write::flush(writer));
    VecDeque<u8>, |writer| retry(|| Write::flush(writer));
    Cursor<&mut [u8]>, |writer| retry(|| Write::flush(writer));
    Cursor<&mut Vec<u8>>, |writer| retry(|| Write::flush(writer));
    Cursor<Vec<u8>>, |writer| retry(|| Write::flush(writer));
    Cursor<Box<[u8]>>, |writer| retry(|| Write::flush(writer));
    File, |writer| retry(|| Write::flush(writer));
    &File, |writer| retry(|| Write::flush(writer));
    io::Stdout, |writer| retry(|| Write::flush(writer));
    io::StdoutLock<'_>, |writer| retry(|| Write::flush(writer));
    io::Stderr, |writer| retry(|| Write::flush(writer));
    io::StderrLock<'_>, |writer| retry(|| Write::flush(writer));
    ChildStdin, |writer| retry(|| Write::flush(writer));
    io::Empty, |writer| retry(|| Write::flush(writer));
    io::Sink, |writer| retry(|| Write::flush(writer));
    // What is behind a buffer is closed in its own way, so it has to be known here too.
    {W: Write + AsyncWrite} io::BufWriter<W>, |writer| {
        retry(|| Write::flush(writer))?;
        writer.get_mut().shutdown()
    };
    {W: Write + AsyncWrite} io::LineWriter<W>, |writer| {
        retry(|| Write::flush(writer))?;
        writer.get_mut().shutdown()
    };
}

macro_rules! seekers {
    ($($({$($generics:tt)*})? $Stream:ty;)*) => {$(
        impl $(<$($generics)*>)? AsyncSeek for $Stream {
            #[inline]
            fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
                Seek::seek(self, position)
            }
        }
    )*};
}

seekers! {
    {T: AsRef<[u8]> + Unpin} Cursor<T>;
    File;
    &File;
    io::Empty;
    {R: Seek + Unpin} io::BufReader<R>;
    {W: Write + Seek + Unpin} io::BufWriter<W>;
}

macro_rules! sockets {
    ($($(#[$attr:meta])* $Socket:ty;)*) => {$(
        $(#[$attr])*
        const _: () = {
            impl Splittable for $Socket {
                #[inline]
                fn shared_read(&self, buf: &mut [u8]) -> Result<usize> {
                    retry(|| Read::read(&mut &*self, buf))
                }

                #[inline]
                fn shared_write(&self, buf: &[u8]) -> Result<usize> {
                    retry(|| Write::write(&mut &*self, buf))
                }

                #[inline]
                fn shared_write_vectored(&self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                    retry(|| Write::write_vectored(&mut &*self, bufs))
                }

                #[inline]
                fn shared_flush(&self) -> Result<()> {
                    Ok(())
                }

                fn shared_shutdown(&self) -> Result<()> {
                    match self.shutdown(Shutdown::Write) {
                        // The peer is gone already.
                        Err(error) if error.kind() == ErrorKind::NotConnected => Ok(()),
                        result => result,
                    }
                }
            }

            shared_read! { $Socket: }
            shared_write! { $Socket: }
            shared_read! { &$Socket: }
            shared_write! { &$Socket: }
        };
    )*};
}

sockets! {
    TcpStream;
    #[cfg(unix)]
    UnixStream;
}
