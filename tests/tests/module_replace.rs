//! `replace(..)` and `cfg(..)` on a module.

#![allow(clippy::unused_async, reason = "what is replaced is the point")]

use std::any::TypeId;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};

mod net {
    use super::log;

    #[derive(Debug, PartialEq)]
    pub(crate) struct Page(pub(crate) String);

    pub(crate) mod asynchronous {
        use super::{Page, log};

        pub(crate) fn kind() -> &'static str {
            "async"
        }

        pub(crate) struct Socket;

        impl Socket {
            pub(crate) async fn open(host: &str) -> Socket {
                log(format!("open {host}"));
                Socket
            }

            pub(crate) async fn read(&mut self) -> Page {
                Page("page".to_owned())
            }
        }
    }

    pub(crate) mod blocking {
        use super::{Page, log};

        pub(crate) fn kind() -> &'static str {
            "blocking"
        }

        pub(crate) struct Stream;

        impl Stream {
            pub(crate) fn open(host: &str) -> Stream {
                log(format!("open {host}"));
                Stream
            }

            pub(crate) fn read(&mut self) -> Page {
                Page("page".to_owned())
            }
        }
    }
}

#[maybe_async(replace(
    net::asynchronous::Socket = net::blocking::Stream,
    crate::net::asynchronous = crate::net::blocking
))]
mod client {
    use super::net;
    use super::net::Page;

    /// Shared: it names nothing that is replaced.
    pub(super) struct Config {
        pub(super) host: &'static str,
    }

    /// Twinned, as its field is replaced.
    pub(super) struct Client {
        socket: net::asynchronous::Socket,
    }

    impl Client {
        pub(super) async fn new(config: &Config) -> Self {
            let socket = net::asynchronous::Socket::open(config.host).await;
            Client { socket }
        }

        pub(super) async fn page(&mut self) -> Page {
            self.socket.read().await
        }
    }

    /// Nothing in it is async.
    pub(super) fn names() -> &'static str {
        std::any::type_name::<net::asynchronous::Socket>()
    }

    pub(super) mod nested {
        use super::Client;

        pub(in super::super) struct Pool(pub(super) Vec<Client>);

        pub(in super::super) async fn pool(config: &super::Config) -> Pool {
            Pool(vec![Client::new(config).await])
        }

        impl Pool {
            pub(in super::super) fn len(&self) -> usize {
                self.0.len()
            }
        }
    }

    macro_rules! socket {
        () => {
            crate::net::asynchronous::kind()
        };
    }

    pub(super) async fn by_macro() -> &'static str {
        socket!()
    }
}

#[maybe_async(cfg(any()))]
mod never {
    pub(super) async fn one() -> u8 {
        nested::one().await
    }

    pub(super) mod nested {
        pub(in super::super) async fn one() -> u8 {
            1
        }
    }

    /// Nothing takes the name: the twin is not there.
    pub(super) mod other {
        pub(in super::super) fn blocking() -> u8 {
            2
        }
    }
}

#[maybe_async(cfg(all()), name = sync)]
mod always {
    pub(super) async fn one() -> u8 {
        1
    }
}

#[test]
fn each_half_has_its_own_socket() {
    let config = client::Config { host: "a" };
    let (value, entries) = both(
        async { client::Client::new(&config).await.page().await },
        || client::blocking::Client::new(&config).page(),
    );
    assert_eq!(value, net::Page("page".to_owned()));
    assert_eq!(entries, ["open a"]);
    let config = client::blocking::Config { host: "b" };
    let (value, _) = both(async { client::nested::pool(&config).await.len() }, || {
        client::blocking::nested::pool(&config).len()
    });
    assert_eq!(value, 1);
}

#[test]
fn what_names_a_replaced_path_exists_twice() {
    assert_ne!(
        TypeId::of::<client::Client>(),
        TypeId::of::<client::blocking::Client>()
    );
    assert_eq!(
        TypeId::of::<client::Config>(),
        TypeId::of::<client::blocking::Config>()
    );
    let by_macro = futures::executor::block_on(client::by_macro());
    assert_eq!(
        (by_macro, client::blocking::by_macro()),
        ("async", "blocking")
    );
    assert!(client::names().ends_with("asynchronous::Socket"));
    assert!(client::blocking::names().ends_with("blocking::Stream"));
}

#[test]
fn twins_under_a_condition() {
    let one = futures::executor::block_on(never::one());
    assert_eq!((one, never::other::blocking()), (1, 2));
    assert_eq!(both(always::one(), always::sync::one).0, 1);
}
