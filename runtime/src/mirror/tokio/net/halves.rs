//! The halves of a stream.

/// Input:  `halves! { TcpStream, SocketAddr }`
/// Output: its borrowed and its owned halves, and the ways to them and back
macro_rules! halves {
    ($Stream:ident, $Address:ty) => {
        /// The borrowed half that is read.
        #[derive(Debug)]
        pub struct ReadHalf<'a>(&'a $Stream);

        /// The borrowed half that is written to.
        #[derive(Debug)]
        pub struct WriteHalf<'a>(&'a $Stream);

        /// The half that is read.
        #[derive(Debug)]
        pub struct OwnedReadHalf {
            stream: alloc::sync::Arc<$Stream>,
        }

        /// The half that is written to. The sending side is closed when it is dropped.
        #[derive(Debug)]
        pub struct OwnedWriteHalf {
            stream: alloc::sync::Arc<$Stream>,
            shutdown_on_drop: bool,
        }

        /// Halves of two streams: they cannot be made one again.
        #[derive(Debug)]
        pub struct ReuniteError(pub OwnedReadHalf, pub OwnedWriteHalf);

        impl core::fmt::Display for ReuniteError {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("tried to reunite halves that are not from the same socket")
            }
        }

        impl core::error::Error for ReuniteError {}

        impl $Stream {
            /// Two halves, for two threads that live no longer than the stream.
            pub fn split(&mut self) -> (ReadHalf<'_>, WriteHalf<'_>) {
                (ReadHalf(self), WriteHalf(self))
            }

            /// Two halves, for two threads.
            #[must_use]
            pub fn into_split(self) -> (OwnedReadHalf, OwnedWriteHalf) {
                let stream = alloc::sync::Arc::new(self);
                let read = OwnedReadHalf {
                    stream: stream.clone(),
                };
                let write = OwnedWriteHalf {
                    stream,
                    shutdown_on_drop: true,
                };
                (read, write)
            }
        }

        impl OwnedReadHalf {
            /// Gives the stream back.
            ///
            /// # Errors
            /// With both halves, if they are not of one stream.
            pub fn reunite(self, other: OwnedWriteHalf) -> Result<$Stream, ReuniteError> {
                if !alloc::sync::Arc::ptr_eq(&self.stream, &other.stream) {
                    return Err(ReuniteError(self, other));
                }
                other.forget();
                let stream = alloc::sync::Arc::into_inner(self.stream);
                Ok(stream.expect("a stream has two owners, its halves"))
            }
        }

        impl OwnedWriteHalf {
            /// Gives the stream back.
            ///
            /// # Errors
            /// With both halves, if they are not of one stream.
            pub fn reunite(self, other: OwnedReadHalf) -> Result<$Stream, ReuniteError> {
                other.reunite(self)
            }

            /// Drops it and leaves the sending side open.
            pub fn forget(mut self) {
                self.shutdown_on_drop = false;
            }
        }

        impl Drop for OwnedWriteHalf {
            fn drop(&mut self) {
                if self.shutdown_on_drop {
                    // Nobody is there to be told.
                    let _ = self.stream.shared_shutdown();
                }
            }
        }

        shared_read! { ReadHalf<'_>: 0 }
        shared_read! { OwnedReadHalf: stream }
        shared_write! { WriteHalf<'_>: 0 }

        impl $crate::mirror::tokio::io::AsyncWrite for OwnedWriteHalf {
            #[inline]
            fn blocking_write(&mut self, buf: &[u8]) -> std::io::Result<usize> {
                self.stream.shared_write(buf)
            }

            #[inline]
            fn blocking_flush(&mut self) -> std::io::Result<()> {
                self.stream.shared_flush()
            }

            fn blocking_shutdown(&mut self) -> std::io::Result<()> {
                self.stream.shared_shutdown()?;
                self.shutdown_on_drop = false;
                Ok(())
            }

            #[inline]
            fn blocking_write_vectored(
                &mut self,
                bufs: &[std::io::IoSlice<'_>],
            ) -> std::io::Result<usize> {
                self.stream.shared_write_vectored(bufs)
            }

            #[inline]
            fn is_write_vectored(&self) -> bool {
                true
            }
        }

        halves! { @ ReadHalf<'_>, 0, $Stream, $Address }
        halves! { @ WriteHalf<'_>, 0, $Stream, $Address }
        halves! { @ OwnedReadHalf, stream, $Stream, $Address }
        halves! { @ OwnedWriteHalf, stream, $Stream, $Address }
    };
    (@ $Half:ty, $field:tt, $Stream:ident, $Address:ty) => {
        impl $Half {
            /// The address of the other end.
            pub fn peer_addr(&self) -> std::io::Result<$Address> {
                self.$field.peer_addr()
            }

            /// The address of this end.
            pub fn local_addr(&self) -> std::io::Result<$Address> {
                self.$field.local_addr()
            }
        }

        impl AsRef<$Stream> for $Half {
            fn as_ref(&self) -> &$Stream {
                &self.$field
            }
        }
    };
}

pub(super) use halves;
