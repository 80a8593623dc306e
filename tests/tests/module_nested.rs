//! Impls, types and traits spread over nested modules.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    async_fn_in_trait,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

#[maybe_async]
mod spread {
    use self::traits::Tell;

    pub struct Client {
        level: u8,
    }

    pub fn new() -> Client {
        Client { level: 5 }
    }

    mod below {
        impl super::Client {
            pub async fn below(&self) -> u8 {
                self.level
            }
        }
    }

    mod beside {
        use super::*;

        impl Client {
            pub async fn beside(&self) -> u8 {
                self.level + self.below().await
            }
        }

        impl std::fmt::Display for Client {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "client {}", self.level)
            }
        }
    }

    mod traits {
        pub(super) trait Tell {
            fn tell(&self) -> u8;
        }

        impl Tell for super::Client {
            fn tell(&self) -> u8 {
                1
            }
        }

        impl Tell for u8 {
            fn tell(&self) -> u8 {
                2
            }
        }
    }

    pub async fn all() -> (u8, String) {
        let sum = new().beside().await + new().tell() + 1_u8.tell();
        (sum, new().to_string())
    }

    /// Nothing in it is repeated: the very same module.
    pub mod plain {
        pub mod deeper {
            #[derive(Debug)]
            pub struct Plain;

            pub fn own() -> super::deeper::Plain {
                Plain
            }
        }
    }
}

#[test]
fn impls_in_other_modules() {
    let (value, _) = both(spread::all(), spread::blocking::all);
    assert_eq!(value, (13, "client 5".to_owned()));
    assert!(same::<
        spread::plain::deeper::Plain,
        spread::blocking::plain::deeper::Plain,
    >());
}

#[maybe_async]
mod deep {
    pub mod one {
        pub(in super::super) struct Deep {
            pub(in super::super) level: u8,
            own: u8,
        }

        impl Deep {
            pub(in super::super) async fn level(&self) -> u8 {
                self.level + self.own
            }

            pub(super) fn new() -> Self {
                Self { level: 1, own: 0 }
            }
        }

        pub mod two {
            #[derive(Clone, Copy)]
            pub(in super::super::super) struct Deeper;

            impl Deeper {
                pub(in super::super::super) async fn level(self) -> u8 {
                    let deep = super::Deep::new();
                    deep.level().await + deep.own
                }
            }

            pub(super) async fn level() -> u8 {
                Deeper.level().await
            }

            pub mod three {
                pub(in super::super) async fn level() -> u8 {
                    super::level().await + super::super::Deep::new().own
                }
            }
        }

        pub async fn all() -> u8 {
            two::level().await + two::three::level().await
        }
    }

    pub(super) fn deep() -> one::Deep {
        one::Deep::new()
    }
}

#[test]
fn three_modules_deep() {
    let (value, _) = both(
        async {
            let levels = [
                deep::deep().level().await,
                deep::one::two::Deeper.level().await,
                deep::deep().level,
                deep::one::all().await,
            ];
            levels
        },
        || {
            use deep::blocking::{deep, one};
            [
                deep().level(),
                one::two::Deeper.level(),
                deep().level,
                one::all(),
            ]
        },
    );
    assert_eq!(value, [1, 1, 1, 2]);
}

#[maybe_async]
mod shadowing {
    /// Names of the prelude, with another meaning.
    pub struct String(pub u8);

    pub enum Option<T> {
        Some(T),
        None,
    }

    impl String {
        pub async fn len(&self) -> u8 {
            self.0
        }
    }

    pub async fn length() -> u8 {
        match Option::Some(String(2)) {
            Option::Some(text) => text.len().await,
            Option::None => 0,
        }
    }

    pub fn text() -> std::string::String {
        std::string::String::new()
    }

    /// A module of a crate's name.
    pub mod tokio {
        pub async fn sleep() -> u8 {
            1
        }
    }

    pub async fn sleeps() -> u8 {
        tokio::sleep().await + self::tokio::sleep().await
    }
}

#[test]
fn names_that_mean_something_else_elsewhere() {
    use shadowing::blocking;
    assert_eq!(both(shadowing::length(), blocking::length).0, 2);
    assert_eq!(both(shadowing::sleeps(), blocking::sleeps).0, 2);
    assert_eq!(shadowing::text(), blocking::text());
    assert!(same::<shadowing::Option<u8>, blocking::Option<u8>>());
}
