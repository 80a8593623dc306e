//! `SocketAddr`: where a socket is in the file system.

use core::fmt;
use std::ffi::OsStr;
use std::io::Result;
#[cfg(target_os = "android")]
use std::os::android::net::SocketAddrExt as _;
#[cfg(target_os = "linux")]
use std::os::linux::net::SocketAddrExt as _;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::net;
use std::path::Path;

/// Where a socket is in the file system.
#[derive(Clone)]
pub struct SocketAddr(pub(super) net::SocketAddr);

impl SocketAddr {
    /// As in tokio, a path that starts with a zero byte is an abstract name where there are such.
    pub(super) fn at(path: &Path) -> Result<Self> {
        #[cfg(any(target_os = "linux", target_os = "android"))]
        if let [0, name @ ..] = OsStr::as_bytes(path.as_os_str()) {
            return net::SocketAddr::from_abstract_name(name).map(Self);
        }
        net::SocketAddr::from_pathname(path).map(Self)
    }

    /// Whether it has no name.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.0.is_unnamed()
    }

    /// Its path, if it has one.
    #[must_use]
    pub fn as_pathname(&self) -> Option<&Path> {
        self.0.as_pathname()
    }

    /// Its name, if it is an abstract one.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    #[must_use]
    pub fn as_abstract_name(&self) -> Option<&[u8]> {
        self.0.as_abstract_name()
    }
}

impl fmt::Debug for SocketAddr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<net::SocketAddr> for SocketAddr {
    fn from(address: net::SocketAddr) -> Self {
        Self(address)
    }
}

impl From<SocketAddr> for net::SocketAddr {
    fn from(address: SocketAddr) -> Self {
        address.0
    }
}
