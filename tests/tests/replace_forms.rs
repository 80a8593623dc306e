//! `replace(from = to)` and `cfg(..)`: imports of a module, and one source that is compiled twice.
#![allow(
    clippy::unused_async,
    reason = "both forms of a library have the same functions"
)]

#[path = "replace/libraries.rs"]
mod libraries;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::both;

#[maybe_async(replace(super::libraries::net = super::libraries::sync_net), cfg(any(unix, windows)))]
mod api {
    use super::libraries::net::{self, Error, Stream as Tcp};

    /// Names nothing that is replaced, so there is one of it.
    #[derive(Debug, PartialEq)]
    pub(crate) struct Shared(pub(crate) u32);

    /// Has one form for each half.
    #[derive(Debug)]
    pub(crate) struct Client {
        stream: Tcp,
    }

    pub(crate) type Result<T> = std::result::Result<T, Error>;

    impl Client {
        pub(crate) async fn open(n: u32) -> Result<Self> {
            let stream = Tcp::open(n).await?;
            Ok(Self { stream })
        }

        pub(crate) fn idle() -> Self {
            let stream = Tcp(0);
            Self { stream }
        }

        pub(crate) async fn read(&mut self) -> Shared {
            Shared(self.stream.read().await + net::lookup(nested::port()).await)
        }
    }

    pub(crate) mod nested {
        pub(crate) fn port() -> u32 {
            u32::from(super::super::libraries::net::port() > 79)
        }

        pub(crate) async fn limit() -> u32 {
            super::super::libraries::net::LIMIT
        }
    }
}

#[test]
fn a_module() {
    let (value, log) = both(
        async {
            let mut client = api::Client::open(1).await.map_err(|error| error.0)?;
            let idle: libraries::net::Stream = libraries::net::Stream(0);
            assert_eq!(
                format!("{:?}", api::Client::idle()),
                format!("Client {{ stream: {idle:?} }}")
            );
            Ok::<_, u32>((client.read().await, api::nested::limit().await))
        },
        || {
            let mut client = api::blocking::Client::open(1).map_err(|error| error.0)?;
            let idle: libraries::sync_net::Stream = libraries::sync_net::Stream(0);
            assert_eq!(
                format!("{:?}", api::blocking::Client::idle()),
                format!("Client {{ stream: {idle:?} }}")
            );
            Ok::<_, u32>((client.read(), api::blocking::nested::limit()))
        },
    );
    // It is one type.
    assert_eq!(value, Ok((api::Shared(3), 5)));
    assert_eq!(log, ["open 1", "give 2", "give 1"]);
}

/// What it awaits has no twin, so it would not compile with one.
#[maybe_async(cfg(not(test)))]
mod gated {
    pub(crate) async fn get() -> u32 {
        nested::get().await + super::libraries::net::lookup(1_u8).await
    }

    mod nested {
        pub(crate) async fn get() -> u32 {
            super::super::libraries::net::lookup(1_u8).await
        }
    }
}

#[test]
fn a_module_without_a_twin() {
    assert_eq!(futures::executor::block_on(gated::get()), 2);
}

/// The items of one file, in both forms.
macro_rules! tree {
    ($half:ident) => {
        pub(super) mod $half {
            use super::libraries;
            use await_me_maybe::$half::maybe_async;

            #[maybe_async(replace(super::libraries::net = super::libraries::sync_net))]
            use super::libraries::net::{self, Stream};

            #[maybe_async(replace(Stream = super::libraries::sync_net::SyncStream))]
            pub(crate) struct Client(Stream);

            impl Client {
                #[maybe_async]
                pub(crate) async fn open(n: u32) -> Result<Self, net::Error> {
                    Ok(Self(net::Stream::open(n).await?))
                }

                #[maybe_async]
                pub(crate) async fn read(&mut self) -> u32 {
                    self.0.read().await
                }
            }

            #[maybe_async(cfg(any()))]
            pub(crate) async fn nowhere_else() -> u32 {
                1
            }

            #[maybe_async(cfg(any()))]
            pub(crate) mod gone {
                #[allow(unused_imports)]
                use super::libraries::net as _;
            }

            #[maybe_async(replace(super::libraries::net = super::libraries::sync_net))]
            pub(crate) mod nested {
                pub(crate) async fn port() -> u32 {
                    use super::libraries::net;
                    super::libraries::net::port() + net::port()
                }
            }
        }
    };
}

mod tree {
    pub(crate) use super::libraries;

    tree!(asynchronous);
    tree!(blocking);
}

#[test]
fn one_source_compiled_twice() {
    let (value, log) = both(
        async {
            let mut client = tree::asynchronous::Client::open(1)
                .await
                .map_err(|error| error.0)?;
            Ok::<_, u32>(client.read().await)
        },
        || {
            let mut client = tree::blocking::Client::open(1).map_err(|error| error.0)?;
            Ok::<_, u32>(client.read())
        },
    );
    assert_eq!(value, Ok(2));
    assert_eq!(log, ["open 1", "give 2"]);
    assert_eq!(
        both(
            tree::asynchronous::nested::port(),
            tree::blocking::nested::port
        )
        .0,
        160
    );
    assert_eq!(
        futures::executor::block_on(tree::asynchronous::nowhere_else()),
        1
    );
}
