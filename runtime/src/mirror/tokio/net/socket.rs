//! What all sockets have.

/// Input:  `socket! { TcpStream: std::net::TcpStream }`, for a struct with one field
/// Output: the ways to and from std's socket, and the traits that it has
macro_rules! socket {
    ($Socket:ident: $Std:ty) => {
        impl $Socket {
            /// Makes one of std's, which need not be one that does not block.
            pub fn from_std(socket: $Std) -> std::io::Result<Self> {
                socket.set_nonblocking(false)?;
                Ok(Self(socket))
            }

            /// Makes one of std's, which does not block, of it.
            pub fn into_std(self) -> std::io::Result<$Std> {
                self.0.set_nonblocking(true)?;
                Ok(self.0)
            }

            /// The socket of std inside, for what tokio's does not have, such as limits of time.
            pub fn as_std(&self) -> &$Std {
                &self.0
            }
        }

        impl TryFrom<$Std> for $Socket {
            type Error = std::io::Error;

            fn try_from(socket: $Std) -> std::io::Result<Self> {
                Self::from_std(socket)
            }
        }

        impl core::fmt::Debug for $Socket {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(f)
            }
        }

        #[cfg(unix)]
        impl std::os::fd::AsFd for $Socket {
            fn as_fd(&self) -> std::os::fd::BorrowedFd<'_> {
                self.0.as_fd()
            }
        }

        #[cfg(unix)]
        impl std::os::fd::AsRawFd for $Socket {
            fn as_raw_fd(&self) -> std::os::fd::RawFd {
                self.0.as_raw_fd()
            }
        }

        #[cfg(windows)]
        impl std::os::windows::io::AsSocket for $Socket {
            fn as_socket(&self) -> std::os::windows::io::BorrowedSocket<'_> {
                self.0.as_socket()
            }
        }

        #[cfg(windows)]
        impl std::os::windows::io::AsRawSocket for $Socket {
            fn as_raw_socket(&self) -> std::os::windows::io::RawSocket {
                self.0.as_raw_socket()
            }
        }
    };
}

/// Input:  `take_error! { TcpStream }`
/// Output: the method of that name, which listeners for TCP do not have
macro_rules! take_error {
    ($Socket:ident) => {
        impl $Socket {
            /// What went wrong since it was last asked for, if anything did.
            pub fn take_error(&self) -> std::io::Result<Option<std::io::Error>> {
                self.0.take_error()
            }
        }
    };
}

pub(super) use {socket, take_error};
