//! `use` of every kind inside an annotated module.

#![allow(
    unused_imports,
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    clippy::enum_glob_use,
    clippy::wildcard_imports,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

mod library {
    pub mod shapes {
        #[derive(Debug, PartialEq, Clone, Copy)]
        pub enum Shape {
            Square(u8),
            Point,
        }

        pub trait Area {
            fn area(&self) -> u32;
        }

        impl Area for Shape {
            fn area(&self) -> u32 {
                match self {
                    Shape::Square(side) => u32::from(*side).pow(2),
                    Shape::Point => 0,
                }
            }
        }

        pub fn unit() -> Shape {
            Shape::Square(1)
        }
    }

    pub fn level() -> u8 {
        3
    }
}

#[maybe_async]
mod imports {
    use std::collections::{BTreeMap as Map, HashSet, btree_map::Entry, btree_map::Entry::Vacant};
    use std::fmt::{self, Write as _};
    use std::{cmp::*, mem};

    use self::kinds::{Kind::*, Other as Renamed, *};
    use super::library::shapes::{self as forms, Area as _, Shape, Shape::*, unit as one};
    use super::library::{self, level};
    use super::*;
    use ::std::iter::{self};
    use {std::cell::RefCell as Cell, std::rc::Rc};

    pub async fn all() -> String {
        let mut text = String::new();
        let mut map = Map::new();
        if let Vacant(entry) = map.entry(1) {
            entry.insert(min(3, level()));
        }
        if let Entry::Occupied(entry) = map.entry(1) {
            write!(text, "{}", entry.get()).unwrap();
        }
        let set: HashSet<u8> = iter::once(library::level()).collect();
        let shapes = [Square(2), Point, one(), forms::unit()];
        let area: u32 = shapes.iter().map(|shape: &Shape| shape.area()).sum();
        let cell = Rc::new(Cell::new(area));
        let old = mem::replace(&mut *cell.borrow_mut(), 9);
        let kinds = [First, Second, Kind::First];
        write!(text, " {} {old} {}", set.len(), Renamed::default().0).unwrap();
        write!(text, " {} {}", kinds.len(), helper()).unwrap();
        write!(text, " {}", Named(First)).unwrap();
        text
    }

    struct Named(Kind);

    impl fmt::Display for Named {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self.0 {
                First => f.write_str("first"),
                Second => f.write_str("second"),
            }
        }
    }

    pub mod kinds {
        #[derive(Debug, PartialEq)]
        pub enum Kind {
            First,
            Second,
        }

        #[derive(Default)]
        pub struct Other(pub u8);

        pub async fn nothing() {}
    }
}

fn helper() -> &'static str {
    "helper"
}

#[test]
fn every_shape_of_import() {
    let (text, _) = both(imports::all(), imports::blocking::all);
    assert_eq!(text, "3 1 6 0 3 helper first");
    assert!(same::<imports::kinds::Kind, imports::blocking::kinds::Kind>());
}

#[maybe_async]
mod reexports {
    pub use self::client::Client;
    pub use self::client::inner::{Deep, fetch as get};
    pub use self::plain::Error;
    pub(crate) use self::plain::Error as Fault;
    pub use std::time::Duration;

    pub mod client {
        pub struct Client(pub u8);

        impl Client {
            pub async fn level(&self) -> Result<u8, super::Error> {
                self.0.checked_sub(1).ok_or(super::Error)
            }
        }

        pub mod inner {
            #[derive(Debug, PartialEq)]
            pub struct Deep;

            pub async fn fetch() -> Deep {
                Deep
            }
        }
    }

    mod plain {
        #[derive(Debug, PartialEq)]
        pub struct Error;
    }

    /// What users import.
    pub mod prelude {
        pub use super::{Client, Error, get};
    }

    /// The same by a glob.
    pub mod everything {
        pub use super::*;
    }

    /// And by one of a nested module.
    pub mod nested {
        pub use super::client::inner::*;
        pub use super::client::*;
    }

    pub async fn uses_the_prelude() -> Result<u8, Error> {
        use self::prelude::*;
        assert_eq!(get().await, Deep);
        Client(5).level().await
    }
}

#[test]
fn reexports_of_what_is_repeated_and_what_is_not() {
    use reexports::blocking;
    assert!(same::<reexports::Error, blocking::Error>());
    assert!(same::<reexports::Fault, blocking::Fault>());
    assert!(same::<reexports::Deep, blocking::Deep>());
    assert!(same::<reexports::Duration, blocking::Duration>());
    assert!(!same::<reexports::Client, blocking::Client>());
    assert!(same::<blocking::Client, blocking::client::Client>());
    assert!(same::<blocking::Client, blocking::prelude::Client>());
    assert!(same::<blocking::Client, blocking::everything::Client>());
    assert!(same::<blocking::Client, blocking::nested::Client>());
    let (value, _) = both(
        async {
            let client = reexports::prelude::Client(1);
            let other = reexports::everything::Client(0);
            reexports::prelude::get().await;
            (
                client.level().await,
                other.level().await,
                reexports::get().await,
                reexports::nested::fetch().await,
                reexports::uses_the_prelude().await,
            )
        },
        || {
            let client = blocking::prelude::Client(1);
            let other = blocking::everything::Client(0);
            blocking::prelude::get();
            (
                client.level(),
                other.level(),
                blocking::get(),
                blocking::nested::fetch(),
                blocking::uses_the_prelude(),
            )
        },
    );
    assert_eq!(value.0, Ok(0));
    assert_eq!(value.1, Err(reexports::Error));
    assert_eq!(value.4, Ok(4));
}

#[maybe_async]
mod variants {
    pub use self::State::{Closed, Open};

    #[derive(Debug, PartialEq)]
    pub enum State {
        Open(u8),
        Closed,
    }

    pub struct Client(pub u8);

    impl Client {
        pub async fn level(&self) -> u8 {
            self.0
        }
    }

    /// A repeated enum.
    pub enum Held {
        Client(Client),
        Nothing,
    }

    pub mod deep {
        use super::Held::{self, *};
        use super::{Client as C, Closed, Open, State};

        pub async fn level(held: &Held) -> (u8, State) {
            match held {
                Client(client) => (client.level().await, Open(1)),
                Nothing => (0, Closed),
            }
        }

        pub fn hold() -> Held {
            Client(C(4))
        }

        /// Names nothing that is repeated, though there is a glob of what is.
        #[derive(Debug)]
        pub struct Free {
            pub words: Vec<String>,
        }
    }
}

#[test]
fn enum_variants() {
    use variants::blocking;
    assert!(same::<variants::State, blocking::State>());
    assert!(!same::<variants::Held, blocking::Held>());
    assert!(same::<variants::deep::Free, blocking::deep::Free>());
    let (value, _) = both(
        async {
            let held = [variants::deep::hold(), variants::Held::Nothing];
            [
                variants::deep::level(&held[0]).await,
                variants::deep::level(&held[1]).await,
            ]
        },
        || {
            let held = [blocking::deep::hold(), blocking::Held::Nothing];
            [
                blocking::deep::level(&held[0]),
                blocking::deep::level(&held[1]),
            ]
        },
    );
    assert_eq!(value, [(4, variants::Open(1)), (0, blocking::Closed)]);
}

#[maybe_async]
mod many {
    use a00::*;
    use a03::*;

    mod a00 {
        pub(super) use super::a01::*;
    }
    mod a01 {
        pub(super) use super::a02::*;
    }
    mod a02 {
        pub(super) use super::a00::*;
        pub(super) use super::a03::*;
    }
    mod a03 {
        pub(super) use super::a00::*;
        pub(super) async fn found() -> u8 {
            1
        }
    }

    pub async fn early() -> u8 {
        let late = found();
        let _never = found();
        late.await
    }
}

#[test]
fn circular_globs() {
    let (value, _) = both(many::early(), many::blocking::early);
    assert_eq!(value, 1);
}

#[maybe_async]
mod hidden {
    trait Loud {
        fn loud(&self) -> String;
    }

    pub async fn nothing() {}

    pub mod inner {
        use super::Loud as _;
        use super::traits::*;

        pub async fn loud() -> String {
            format!("{} {}", "a".loud(), 1_u8.twice().await)
        }
    }

    impl Loud for &str {
        fn loud(&self) -> String {
            self.to_uppercase()
        }
    }

    pub mod traits {
        pub trait Twice {
            async fn twice(&self) -> u8;
        }

        impl Twice for u8 {
            async fn twice(&self) -> u8 {
                self * 2
            }
        }
    }
}

#[test]
fn traits_without_a_name() {
    let (value, _) = both(hidden::inner::loud(), hidden::blocking::inner::loud);
    assert_eq!(value, "A 2");
}

mod local {
    #[test]
    fn in_a_function() {
        #[super::maybe_async]
        mod api {
            pub async fn get() -> u8 {
                helper()
            }

            fn helper() -> u8 {
                2
            }
        }
        let (value, _) = super::both(api::get(), api::blocking::get);
        assert_eq!(value, 2);
    }
}

/// Globs that lead out of the module, and a name that is imported by `cfg`: none of them is needed
/// to find where another one leads, and looking for each in each other would not end.
mod globs_of_libraries {
    use await_me_maybe::maybe_async;

    #[maybe_async]
    pub mod api {
        use std::collections::*;
        use std::fmt::*;
        use std::ops::*;
        use std::rc::*;
        #[cfg(not(unix))]
        use std::string as text;
        #[cfg(unix)]
        use std::string as text;

        use self::inner::*;

        mod inner {
            pub(super) use self::deeper::*;

            mod deeper {
                pub(in super::super) async fn deep() -> u8 {
                    3
                }
            }
        }

        pub async fn shown() -> text::String {
            let mut map = BTreeMap::new();
            map.insert(1, Rc::new(deep().await));
            let mut text = text::String::new();
            if (0..1).contains(&0) && write!(text, "{map:?}").is_ok() {
                text.push('.');
            }
            text
        }
    }

    #[test]
    fn are_not_looked_for_in_each_other() {
        assert_eq!(futures::executor::block_on(api::shown()), "{1: 3}.");
        assert_eq!(api::blocking::shown(), "{1: 3}.");
    }
}

/// Each of these might bring what the path of another one starts with.
#[maybe_async]
mod globs_of_crates {
    use std::borrow::*;
    use std::cell::*;
    use std::collections::*;
    use std::rc::*;
    use std::string::*;

    pub async fn shared(n: u8) -> BTreeMap<String, Rc<Cell<u8>>> {
        let value: Cow<'_, str> = Cow::Owned(n.to_string());
        BTreeMap::from([(value.into_owned(), cell(n).await)])
    }

    async fn cell(n: u8) -> Rc<Cell<u8>> {
        Rc::new(Cell::new(n))
    }
}

#[test]
fn globs_of_several_crates() {
    let (value, _) = both(globs_of_crates::shared(3), || {
        globs_of_crates::blocking::shared(3)
    });
    assert_eq!(value["3"].get(), 3);
}
