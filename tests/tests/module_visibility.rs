//! Items see the same private things in both halves, and are visible from the same places.

#![deny(unreachable_pub, private_interfaces, private_bounds, unnameable_types)]
#![allow(
    dead_code,
    clippy::unused_async,
    clippy::redundant_pub_crate,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::both;

mod outer {
    use super::maybe_async;

    #[maybe_async]
    mod api {
        const PRIVATE: u8 = 1;
        static STATE: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(2);

        #[derive(Default)]
        struct Secret {
            field: u8,
        }

        impl Secret {
            const LEVEL: u8 = 3;

            fn method(&self) -> u8 {
                self.field + Self::LEVEL
            }
        }

        trait Hidden {
            fn hidden(&self) -> u8 {
                4
            }
        }

        impl Hidden for Secret {}

        type Alias = Secret;

        fn helper() -> u8 {
            5
        }

        mod inner {
            pub(super) fn up() -> u8 {
                6
            }

            pub(in super::super) fn further() -> u8 {
                7
            }
        }

        use self::inner::up;

        macro_rules! textual {
            () => {
                8
            };
        }

        /// Everything private of the module.
        pub(super) async fn all() -> Vec<u8> {
            let secret: Alias = Secret { field: 10 };
            vec![
                PRIVATE,
                STATE.load(std::sync::atomic::Ordering::Relaxed),
                secret.field,
                secret.method(),
                secret.hidden(),
                helper(),
                up(),
                inner::further(),
                textual!(),
            ]
        }

        pub(super) struct Client {
            pub(super) seen_above: u8,
            pub(self) own: u8,
            pub(crate) everywhere: u8,
            pub(in super::super) two_above: u8,
            inherited: u8,
        }

        impl Client {
            pub(super) fn new() -> Self {
                Self {
                    seen_above: 1,
                    own: 2,
                    everywhere: 3,
                    two_above: 4,
                    inherited: 5,
                }
            }

            pub(super) const ABOVE: u8 = 6;

            pub(crate) async fn sum(&self) -> u8 {
                self.own + self.inherited + self.private().await
            }

            async fn private(&self) -> u8 {
                self.everywhere
            }

            pub(in super::super) async fn far(&self) -> u8 {
                self.two_above
            }
        }

        #[maybe_async(twin)]
        pub(super) struct Tuple(pub(super) u8, u8, pub(crate) u8);

        #[maybe_async(twin)]
        pub(super) union Either {
            pub(super) a: u8,
            b: i8,
        }

        #[maybe_async(twin)]
        pub(super) enum Kind {
            One(u8),
            Two { field: u8 },
        }

        pub(super) fn tuple(client: &Client) -> Tuple {
            Tuple(client.own, 2, 3)
        }

        pub(crate) async fn of_crate() -> u8 {
            11
        }

        pub(in super::super) async fn of_grandparent() -> u8 {
            nested::level().await + nested::of_super().await
        }

        pub(self) async fn of_self() -> u8 {
            12
        }

        async fn inherited() -> u8 {
            13
        }

        mod nested {
            use super::{Client, Secret};

            /// The parent's private things, from the nested twin.
            pub(super) async fn level() -> u8 {
                let secret = Secret { field: 1 };
                super::of_self().await
                    + super::inherited().await
                    + secret.method()
                    + secret.field
                    + super::helper()
                    + super::PRIVATE
                    + super::inner::up()
                    + Client::new().own
                    + Client::new().private().await
            }

            pub(in super::super) async fn of_super() -> u8 {
                own().await + shared()
            }

            async fn own() -> u8 {
                1
            }

            fn shared() -> u8 {
                1
            }
        }
    }

    /// From where `pub(super)` reaches.
    pub(super) async fn above() -> (Vec<u8>, u8, u8, u8, u8) {
        let client = api::Client::new();
        let tuple = api::tuple(&client);
        let sum = client.seen_above + client.two_above + tuple.0 + tuple.2 + api::Client::ABOVE;
        let far = client.far().await;
        (
            api::all().await,
            sum,
            far,
            api::of_grandparent().await,
            api::of_crate().await,
        )
    }

    pub(super) fn above_blocking() -> (Vec<u8>, u8, u8, u8, u8) {
        use api::blocking;
        let client = blocking::Client::new();
        let tuple = blocking::tuple(&client);
        let sum =
            client.seen_above + client.two_above + tuple.0 + tuple.2 + blocking::Client::ABOVE;
        let far = client.far();
        (
            blocking::all(),
            sum,
            far,
            blocking::of_grandparent(),
            blocking::of_crate(),
        )
    }

    pub(super) fn kinds() -> (u8, u8) {
        let fields = |kind: &api::blocking::Kind| match kind {
            api::blocking::Kind::One(field) | api::blocking::Kind::Two { field } => *field,
        };
        (
            fields(&api::blocking::Kind::One(1)),
            fields(&api::blocking::Kind::Two { field: 2 }),
        )
    }
}

#[test]
fn from_the_same_places() {
    let (value, _) = both(outer::above(), outer::above_blocking);
    assert_eq!(value.0, [1, 2, 10, 13, 4, 5, 6, 7, 8]);
    assert_eq!((value.1, value.2), (16, 4));
    assert_eq!((value.3, value.4), (49, 11));
    assert_eq!(outer::kinds(), (1, 2));
}

mod in_macros {
    use super::maybe_async;

    #[maybe_async]
    mod api {
        macro_rules! id {
            ($vis:vis struct $name:ident) => {
                #[derive(Debug, PartialEq)]
                $vis struct $name($vis u8);

                impl $name {
                    $vis fn of(client: &Client) -> Self {
                        Self(client.0)
                    }
                }
            };
        }

        pub(super) struct Client(u8);

        impl Client {
            pub(super) fn new() -> Self {
                Self(7)
            }

            pub(super) async fn id(&self) -> Above {
                assert_eq!(Own::of(self), Own(self.0));
                Above::of(self)
            }
        }

        id!(pub(super) struct Above);
        id!(pub(crate) struct Anywhere);
        id!(pub(self) struct Own);
        id!(pub(in super::super) struct Far);
    }

    pub(super) async fn ids() -> u8 {
        let client = api::Client::new();
        assert_eq!(api::Far::of(&client).0, api::Anywhere::of(&client).0);
        client.id().await.0
    }

    pub(super) fn ids_blocking() -> u8 {
        let client = api::blocking::Client::new();
        assert_eq!(
            api::blocking::Far::of(&client).0,
            api::blocking::Anywhere::of(&client).0
        );
        client.id().0
    }
}

#[test]
fn visibility_as_a_macro_argument() {
    let (value, _) = both(in_macros::ids(), in_macros::ids_blocking);
    assert_eq!(value, 7);
}
