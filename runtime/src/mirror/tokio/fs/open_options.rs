//! `OpenOptions`: how a file is opened.

use std::fs;
use std::io::Result;
#[cfg(unix)]
use std::os::unix::fs::OpenOptionsExt as _;
#[cfg(windows)]
use std::os::windows::fs::OpenOptionsExt as _;
use std::path::Path;

use super::File;

/// How a file is opened.
#[derive(Clone, Debug)]
pub struct OpenOptions(fs::OpenOptions);

macro_rules! options {
    ($($(#[$attr:meta])* fn $option:ident($value:ident: $Value:ty);)*) => {$(
        $(#[$attr])*
        pub fn $option(&mut self, $value: $Value) -> &mut Self {
            self.0.$option($value);
            self
        }
    )*};
}

impl OpenOptions {
    /// Nothing is allowed yet.
    #[must_use]
    pub fn new() -> Self {
        Self(fs::OpenOptions::new())
    }

    options! {
        /// Whether it can be read.
        fn read(read: bool);
        /// Whether it can be written to.
        fn write(write: bool);
        /// Whether each write goes to the end.
        fn append(append: bool);
        /// Whether it is made empty.
        fn truncate(truncate: bool);
        /// Whether it is made where there is none.
        fn create(create: bool);
        /// Whether it is made and must not be there.
        fn create_new(create_new: bool);
        /// Who may do what with a file that is made, less what the process forbids.
        #[cfg(unix)]
        fn mode(mode: u32);
        /// More flags of the operating system.
        #[cfg(unix)]
        fn custom_flags(flags: i32);
        /// What is allowed, in the terms of the operating system.
        #[cfg(windows)]
        fn access_mode(access: u32);
        /// What others may do meanwhile.
        #[cfg(windows)]
        fn share_mode(share: u32);
        /// More flags of the operating system.
        #[cfg(windows)]
        fn custom_flags(flags: u32);
        /// The attributes of a file that is made.
        #[cfg(windows)]
        fn attributes(attributes: u32);
        /// How a server may act in the name of the process.
        #[cfg(windows)]
        fn security_qos_flags(flags: u32);
    }

    /// Opens a file.
    pub fn open(&self, path: impl AsRef<Path>) -> Result<File> {
        self.0.open(path).map(File::from_std)
    }
}

impl From<fs::OpenOptions> for OpenOptions {
    fn from(options: fs::OpenOptions) -> Self {
        Self(options)
    }
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self::new()
    }
}
