//! A library in two modules, as there are many.
#![allow(dead_code, unused_imports, reason = "each test uses some of it")]

pub(crate) mod net {
    use await_me_maybe_tests::{give, log, pause};

    pub(crate) const LIMIT: u32 = 5;

    #[derive(Debug, PartialEq)]
    pub(crate) struct Stream(pub(crate) u32);

    impl Stream {
        pub(crate) async fn open(n: u32) -> Result<Self, Error> {
            log(format!("open {n}"));
            pause().await;
            if n > LIMIT {
                Err(Error(n))
            } else {
                Ok(Self(n))
            }
        }

        pub(crate) const fn idle() -> Self {
            Self(0)
        }

        pub(crate) async fn read(&mut self) -> u32 {
            self.0 += 1;
            give(self.0).await
        }
    }

    #[derive(Debug, PartialEq)]
    pub(crate) struct Error(pub(crate) u32);

    pub(crate) trait Peer {
        async fn name(&self) -> String;
    }

    impl Peer for u32 {
        async fn name(&self) -> String {
            format!("async {self}")
        }
    }

    pub(crate) async fn lookup<T: Copy + Into<u32>>(host: T) -> u32 {
        give(host.into()).await
    }

    pub(crate) fn note() {
        log("note");
    }

    pub(crate) fn port() -> u32 {
        80
    }

    pub(crate) mod deep {
        pub(crate) use super::lookup as find;
    }
}

pub(crate) mod sync_net {
    use await_me_maybe_tests::{give_blocking, log};

    pub(crate) const LIMIT: u32 = 5;

    #[derive(Debug, PartialEq)]
    pub(crate) struct SyncStream(pub(crate) u32);

    pub(crate) use SyncStream as Stream;

    impl SyncStream {
        pub(crate) fn open(n: u32) -> Result<Self, Error> {
            log(format!("open {n}"));
            if n > LIMIT {
                Err(Error(n))
            } else {
                Ok(Self(n))
            }
        }

        pub(crate) fn read(&mut self) -> u32 {
            self.0 += 1;
            give_blocking(self.0)
        }
    }

    #[derive(Debug, PartialEq)]
    pub(crate) struct Error(pub(crate) u32);

    pub(crate) trait Peer {
        fn name(&self) -> String;
    }

    impl Peer for u32 {
        fn name(&self) -> String {
            format!("async {self}")
        }
    }

    pub(crate) fn lookup<T: Copy + Into<u32>>(host: T) -> u32 {
        give_blocking(host.into())
    }

    pub(crate) fn port() -> u32 {
        80
    }

    pub(crate) mod deep {
        pub(crate) use super::lookup as find;
    }
}
