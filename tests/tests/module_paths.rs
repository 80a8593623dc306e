//! Paths in the twin lead to the same place as in the async half.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

/// Outside of every annotated module.
pub fn outside() -> &'static str {
    "outside"
}

mod neighbour {
    pub fn outside() -> &'static str {
        "neighbour"
    }

    #[derive(Debug, PartialEq)]
    pub struct Options;
}

#[maybe_async]
mod supers {
    pub async fn which() -> &'static str {
        if is_async!() { "async" } else { "blocking" }
    }

    pub async fn out() -> &'static str {
        super::outside()
    }

    pub async fn to_a_neighbour() -> &'static str {
        super::neighbour::outside()
    }

    pub async fn here() -> &'static str {
        self::which().await
    }

    pub async fn through_self() -> &'static str {
        self::super::outside()
    }

    pub mod one {
        pub async fn here() -> &'static str {
            super::which().await
        }

        pub async fn out() -> &'static str {
            super::super::outside()
        }

        pub mod two {
            pub async fn here() -> &'static str {
                super::super::which().await
            }

            pub async fn between() -> &'static str {
                super::here().await
            }

            pub async fn out() -> &'static str {
                super::super::super::neighbour::outside()
            }

            pub async fn renamed() -> &'static str {
                use super::super::super::{
                    neighbour::{self as near, Options},
                    outside,
                };
                use super::super::which as other;
                assert_eq!((near::outside(), Options), ("neighbour", near::Options));
                assert_eq!(outside(), "outside");
                other().await
            }

            pub mod three {
                pub use super::super::super::which;

                pub async fn all() -> Vec<&'static str> {
                    use super::super::super::*;
                    vec![which().await, super::super::super::super::outside()]
                }
            }
        }
    }
}

macro_rules! halves {
    ($path:ident :: $($name:ident)::+) => {
        both(async { $path::$($name)::+().await }, $path::blocking::$($name)::+).0
    };
}
#[test]
fn upward() {
    // What differs by intent is asked of each half.
    let which = futures::executor::block_on(supers::which());
    assert_eq!((which, supers::blocking::which()), ("async", "blocking"));
    assert_eq!(halves!(supers::out), "outside");
    assert_eq!(halves!(supers::to_a_neighbour), "neighbour");
    assert_eq!(halves!(supers::through_self), "outside");
    assert_eq!(halves!(supers::one::two::out), "neighbour");
    let one = both(
        async { supers::one::out().await },
        supers::blocking::one::out,
    );
    assert_eq!(one.0, "outside");
}

#[test]
fn to_the_same_half() {
    use supers::blocking;
    let asynchronous = futures::executor::block_on(async {
        [
            supers::here().await,
            supers::one::here().await,
            supers::one::two::here().await,
            supers::one::two::between().await,
            supers::one::two::renamed().await,
            supers::one::two::three::which().await,
            supers::one::two::three::all().await[0],
        ]
    });
    assert_eq!(asynchronous, ["async"; 7]);
    let blocking = [
        blocking::here(),
        blocking::one::here(),
        blocking::one::two::here(),
        blocking::one::two::between(),
        blocking::one::two::renamed(),
        blocking::one::two::three::which(),
        blocking::one::two::three::all()[0],
    ];
    assert_eq!(blocking, ["blocking"; 7]);
    assert_eq!(supers::blocking::one::two::three::all()[1], "outside");
}

#[maybe_async]
mod in_bodies {
    fn level() -> &'static str {
        if cfg!(test) { "parent" } else { "" }
    }

    #[maybe_async(twin)]
    fn half() -> &'static str {
        std::any::type_name::<Marker>()
    }

    #[maybe_async(twin)]
    pub struct Marker;

    pub async fn module() -> &'static str {
        mod k {
            pub fn f() -> &'static str {
                super::level()
            }

            pub fn g() -> &'static str {
                super::super::outside()
            }

            pub fn h() -> &'static str {
                super::half()
            }

            pub mod deeper {
                pub fn h() -> &'static str {
                    super::super::half()
                }

                pub fn own() -> &'static str {
                    super::f()
                }
            }
        }
        assert_eq!(k::g(), "outside");
        assert_eq!(k::deeper::own(), "parent");
        assert_eq!(k::h(), k::deeper::h());
        k::h()
    }

    pub async fn printed() -> String {
        format!(
            "{} {}",
            super::outside(),
            super::neighbour::outside().to_uppercase()
        )
    }

    pub mod nested {
        pub async fn printed() -> String {
            format!("{} {}", super::super::outside(), super::half())
        }

        pub async fn module() -> &'static str {
            mod k {
                pub fn h() -> &'static str {
                    super::super::half()
                }
            }
            k::h()
        }
    }

    /// Signatures, bounds and attributes have paths as well.
    pub async fn typed<T: Into<super::neighbour::Options>>(
        value: T,
    ) -> <Vec<super::neighbour::Options> as IntoIterator>::Item {
        let options: super::neighbour::Options = value.into();
        match options {
            super::neighbour::Options => options,
        }
    }
}

#[test]
fn inside_bodies() {
    use in_bodies::blocking;
    let asynchronous = futures::executor::block_on(async {
        (in_bodies::module().await, in_bodies::nested::module().await)
    });
    assert!(asynchronous.0.ends_with("in_bodies::Marker"));
    assert_eq!(asynchronous.0, asynchronous.1);
    assert!(blocking::module().ends_with("in_bodies::blocking::Marker"));
    assert_eq!(blocking::module(), blocking::nested::module());
    assert_eq!(halves!(in_bodies::printed), "outside NEIGHBOUR");
    assert!(
        futures::executor::block_on(in_bodies::nested::printed()).ends_with("in_bodies::Marker")
    );
    assert!(blocking::nested::printed().ends_with("blocking::Marker"));
    assert_eq!(blocking::typed(neighbour::Options), neighbour::Options);
}

mod v1 {
    use super::maybe_async;

    #[maybe_async(path = crate::v1::api)]
    pub mod api {
        use crate::v1::api::nested::fetch as nested_fetch;
        use crate::v1::api::{Client as Alias, Shared as SharedAlias};

        #[derive(Debug, PartialEq)]
        pub struct Shared;

        pub struct Client(pub crate::v1::api::Shared);

        impl Client {
            pub async fn get(&self) -> &'static str {
                if is_async!() { "async" } else { "blocking" }
            }
        }

        pub async fn absolute() -> &'static str {
            crate::v1::api::Client(crate::v1::api::Shared).get().await
        }

        pub async fn aliased() -> &'static str {
            Alias(SharedAlias).get().await
        }

        pub async fn imported() -> &'static str {
            nested_fetch().await
        }

        /// The other module has a type of its own of this name.
        pub fn other() -> crate::v2::api::Client {
            crate::v2::api::Client
        }

        pub fn other_of(client: &Client) -> crate::v2::api::Shared {
            let _ = client;
            crate::v2::api::Shared
        }

        pub mod nested {
            pub async fn fetch() -> &'static str {
                crate::v1::api::absolute().await
            }

            pub async fn in_tokens() -> String {
                format!("{}", crate::v1::api::nested::fetch().await)
            }
        }
    }
}

mod v2 {
    #[super::maybe_async]
    pub mod api {
        #[derive(Debug, PartialEq)]
        pub struct Shared;

        #[derive(Debug, PartialEq)]
        pub struct Client;

        impl Client {
            pub async fn get(&self) -> u8 {
                2
            }
        }
    }
}

#[test]
fn from_the_root() {
    use v1::api::{self, blocking};
    let asynchronous = futures::executor::block_on(async {
        [
            api::absolute().await,
            api::aliased().await,
            api::imported().await,
            api::nested::fetch().await,
        ]
    });
    assert_eq!(asynchronous, ["async"; 4]);
    assert_eq!(
        [
            blocking::absolute(),
            blocking::aliased(),
            blocking::imported(),
            blocking::nested::fetch(),
        ],
        ["blocking"; 4]
    );
    assert_eq!(blocking::nested::in_tokens(), "blocking");
    assert!(same::<api::Shared, blocking::Shared>());
    assert_eq!(api::other(), blocking::other());
    let client = blocking::Client(api::Shared);
    assert_eq!(blocking::other_of(&client), v2::api::Shared);
}

mod around {
    #[super::maybe_async(path = crate::around::api)]
    pub mod api {
        use super::api as above;
        use super::api::{Client as Above, which as which_above};
        use crate::around::api as root;
        use crate::around::api::nested::*;

        #[maybe_async(twin)]
        pub struct Client;

        #[derive(Debug, PartialEq)]
        pub struct Plain;

        pub async fn which() -> &'static str {
            if is_async!() { "async" } else { "blocking" }
        }

        /// Not async, and out of the module and back in.
        pub fn back_in() -> super::api::Client {
            let _: super::api::Plain = Plain;
            super::api::Client
        }

        pub fn types() -> (Above, above::Client, root::Client, super::api::Client) {
            (Client, Client, Client, back_in())
        }

        pub async fn all() -> Vec<&'static str> {
            use crate::around::api::{Plain as SamePlain, which as grouped};
            assert_eq!(SamePlain, Plain);
            vec![
                super::api::which().await,
                which_above().await,
                above::which().await,
                root::which().await,
                grouped().await,
                deep().await,
            ]
        }

        pub mod nested {
            pub async fn deep() -> &'static str {
                use super::super::api::*;
                mod k {
                    pub fn client() -> super::super::super::api::Client {
                        super::super::Client
                    }
                }
                let _: Client = k::client();
                super::super::api::nested::deeper().await
            }

            pub async fn deeper() -> &'static str {
                let made: Vec<super::super::api::Client> = vec![super::Client];
                assert_eq!(made.len(), 1);
                super::super::api::which().await
            }
        }

        /// In code of the author's own these are the other half.
        #[only_blocking]
        pub fn other(
            _: &super::api::Client,
            _: &crate::around::api::Client,
            own: &Client,
        ) -> usize {
            std::mem::size_of_val(own)
        }
    }
}

#[test]
fn out_of_the_module_and_back_in() {
    use around::api::{self, blocking};
    let asynchronous = futures::executor::block_on(api::all());
    assert_eq!(asynchronous, ["async"; 6]);
    assert_eq!(blocking::all(), ["blocking"; 6]);
    let _: blocking::Client = blocking::back_in();
    let _: api::Client = api::back_in();
    let twins: [blocking::Client; 4] = blocking::types().into();
    assert_eq!(twins.len(), 4);
    assert_eq!(
        blocking::other(&api::Client, &api::Client, &blocking::Client),
        0
    );
}

/// Re-exported at one root: the author says which `blocking` is meant.
mod root {
    pub use super::v1::api::*;
    pub use super::v2_extra::api::*;

    pub mod blocking {
        pub use super::super::v1::api::blocking::*;
        pub use super::super::v2_extra::api::blocking::*;
    }
}

mod v2_extra {
    #[super::maybe_async]
    pub mod api {
        pub async fn extra() -> u8 {
            9
        }
    }
}

/// A single one needs nothing.
mod single_root {
    pub use super::v1::api::*;
}

#[test]
fn reexported_at_a_root() {
    assert_eq!(single_root::blocking::absolute(), "blocking");
    assert!(same::<single_root::Shared, single_root::blocking::Shared>());
    assert_eq!(root::blocking::absolute(), "blocking");
    assert!(same::<root::Shared, root::blocking::Shared>());
    assert_eq!(halves!(root::extra), 9);
}
