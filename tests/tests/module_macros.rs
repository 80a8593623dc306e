//! Macros that an annotated module defines, calls, or is made by.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    reason = "libraries have more than a test uses"
)]

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

fn outside() -> &'static str {
    "outside"
}

#[maybe_async]
mod local {
    /// Named by the macro alone.
    fn level() -> u8 {
        1
    }

    #[maybe_async(twin)]
    fn half() -> &'static str {
        std::any::type_name::<Marker>()
    }

    #[maybe_async(twin)]
    struct Marker;

    macro_rules! level {
        () => {
            level() + 1
        };
    }

    macro_rules! upward {
        () => {
            super::outside()
        };
    }

    macro_rules! half {
        ($($word:tt)*) => {
            [half(), self::half()][0].to_owned() + stringify!($($word)*)
        };
    }

    pub async fn levels() -> (u8, &'static str) {
        (level!(), upward!())
    }

    pub async fn halves() -> String {
        half!(a b)
    }

    /// Not async, but what the macro means is repeated.
    pub fn plain() -> String {
        half!()
    }

    pub fn shared() -> u8 {
        level!()
    }

    pub mod nested {
        pub async fn levels() -> (u8, &'static str) {
            (super::shared(), super::super::outside())
        }

        macro_rules! above {
            () => {
                super::half()
            };
        }

        pub async fn above() -> &'static str {
            above!()
        }
    }
}

#[test]
fn local_macros() {
    use local::blocking;
    let (value, _) = both(local::levels(), blocking::levels);
    assert_eq!(value, (2, "outside"));
    let (value, _) = both(local::nested::levels(), blocking::nested::levels);
    assert_eq!(value, (2, "outside"));
    let half = futures::executor::block_on(local::halves());
    assert!(half.ends_with("local::Markera b"));
    assert!(blocking::halves().ends_with("local::blocking::Markera b"));
    assert!(local::plain().ends_with("local::Marker"));
    assert!(blocking::plain().ends_with("blocking::Marker"));
    assert!(blocking::nested::above().ends_with("blocking::Marker"));
    let pair: [fn() -> u8; 2] = [local::shared, blocking::shared];
    assert!(std::ptr::fn_addr_eq(pair[0], pair[1]));
}

#[maybe_async]
mod items {
    macro_rules! record {
        ($(#[$attr:meta])* $vis:vis $name:ident { $($field:ident: $ty:ty),* $(,)? }) => {
            $(#[$attr])*
            #[derive(Debug, Clone, PartialEq, Default)]
            $vis struct $name { $(pub $field: $ty),* }

            impl $name {
                $vis const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
            }
        };
    }

    // Which names it makes is not written.
    record!(pub Options { tries: u8, name: String });

    // Its field is repeated.
    record! {
        /// With a client.
        pub Session { client: Client }
    }

    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Client {
        pub options: Options,
    }

    impl Client {
        pub async fn tries(&self) -> u8 {
            self.options.tries
        }
    }

    impl Session {
        pub async fn tries(&self) -> u8 {
            self.client.tries().await
        }
    }

    /// Says what it defines.
    macro_rules! define {
        (struct $name:ident($ty:ty);) => {
            pub struct $name(pub $ty);
        };
        (fn $name:ident() -> $ty:ty) => {
            pub fn $name() -> $ty {
                Default::default()
            }
        };
    }

    define!(
        struct Wrapper(Client);
    );
    define!(
        struct Plain(u8);
    );
    define!(fn make_client() -> Client);
    define!(fn make_number() -> u8);

    #[only_async]
    pub struct OfAsyncAlone;

    std::thread_local! {
        pub static COUNT: std::cell::Cell<u8> = const { std::cell::Cell::new(0) };
    }

    pub async fn count() -> u8 {
        COUNT.with(|count| {
            count.set(count.get() + 1);
            count.get()
        })
    }

    #[maybe_async(twin)]
    std::thread_local! {
        pub static EACH: std::cell::Cell<u8> = const { std::cell::Cell::new(0) };
    }

    pub async fn each() -> u8 {
        EACH.with(|count| {
            count.set(count.get() + 1);
            count.get()
        })
    }
}

#[test]
fn item_macros() {
    use items::blocking;
    assert!(same::<items::Options, blocking::Options>());
    assert!(same::<items::Plain, blocking::Plain>());
    assert!(!same::<items::Wrapper, blocking::Wrapper>());
    assert!(!same::<items::Session, blocking::Session>());
    assert_eq!(blocking::Session::FIELDS, ["client"]);
    assert_eq!(blocking::Options::FIELDS, ["tries", "name"]);
    assert_eq!(blocking::make_client(), blocking::Client::default());
    assert_eq!(items::make_client(), items::Client::default());
    assert!(std::ptr::fn_addr_eq(
        items::make_number as fn() -> u8,
        blocking::make_number as fn() -> u8
    ));
    let (value, _) = both(async { items::Session::default().tries().await }, || {
        blocking::Session::default().tries()
    });
    assert_eq!(value, 0);
}

#[test]
fn thread_locals() {
    let counts = futures::executor::block_on(async { (items::count().await, items::each().await) });
    assert_eq!(counts, (1, 1));
    assert_eq!((items::blocking::count(), items::blocking::each()), (2, 1));
}

/// What `macro_rules` gives the attribute: fragments in invisible groups.
macro_rules! module {
    ($vis:vis $name:ident, $limit:expr, $ty:ty, $item:item, $pat:pat, $path:path, $block:block, $lit:literal) => {
        #[maybe_async]
        $vis mod $name {
            $item

            pub const LIMIT: u8 = $limit;

            $vis async fn limited(value: $ty) -> u8 {
                let limit = LIMIT * 2;
                match value {
                    $pat => $limit * 2,
                    other => later(other).await + limit + $block,
                }
            }

            async fn later(value: $ty) -> $ty {
                let made: $path = value;
                made + $lit
            }
        }
    };
}

module!(pub(crate) made, 1 + 2, u8, pub fn free() -> u8 { 9 }, 0 | 1, std::primitive::u8, { 4 }, 5);

#[test]
fn made_by_a_macro() {
    let (value, _) = both(
        async { (made::limited(1).await, made::limited(2).await) },
        || (made::blocking::limited(1), made::blocking::limited(2)),
    );
    assert_eq!(value, (6, 17));
    assert!(std::ptr::fn_addr_eq(
        made::free as fn() -> u8,
        made::blocking::free as fn() -> u8
    ));
}

macro_rules! annotated_item {
    (tokens $($tokens:tt)*) => {
        #[maybe_async]
        $($tokens)*
    };
    (inside $name:ident $($item:item)*) => {
        #[maybe_async]
        mod $name {
            $($item)*
        }
    };
    ($item:item) => {
        #[maybe_async]
        $item
    };
}

annotated_item! {
    mod whole {
        pub async fn get() -> &'static str {
            super::outside()
        }

        pub mod nested {
            pub async fn get() -> &'static str {
                super::get().await
            }
        }
    }
}

annotated_item! {
    tokens mod flat {
        pub async fn get() -> &'static str {
            super::outside()
        }
    }
}

annotated_item! {
    inside items_inside

    pub async fn get() -> &'static str {
        nested::get().await
    }

    pub mod nested {
        pub async fn get() -> &'static str {
            super::super::outside()
        }
    }

    #[derive(Debug, PartialEq)]
    pub struct Plain;
}

#[test]
fn as_one_fragment() {
    assert_eq!(both(whole::get(), whole::blocking::get).0, "outside");
    assert_eq!(
        both(whole::nested::get(), whole::blocking::nested::get).0,
        "outside"
    );
    assert_eq!(both(flat::get(), flat::blocking::get).0, "outside");
    assert_eq!(
        both(items_inside::get(), items_inside::blocking::get).0,
        "outside"
    );
    assert_eq!(items_inside::Plain, items_inside::blocking::Plain);
}

static CALLS: AtomicU8 = AtomicU8::new(0);

#[maybe_async]
mod called {
    macro_rules! helper {
        ($value:expr) => {{
            super::CALLS.fetch_add(1, super::Relaxed);
            $value
        }};
    }

    macro_rules! five {
        () => {
            5
        };
    }

    pub(super) use five;

    pub async fn awaited() -> u8 {
        helper!(inner().await) + vec![inner().await, 2][0]
    }

    async fn inner() -> u8 {
        3
    }

    /// Exported macros exist once.
    #[macro_export]
    macro_rules! module_macros_exported {
        () => {
            4
        };
    }

    pub async fn exported() -> u8 {
        module_macros_exported!()
    }
}

#[test]
fn awaited_in_arguments() {
    let (value, _) = both(called::awaited(), called::blocking::awaited);
    assert_eq!(value, 6);
    assert_eq!(CALLS.load(Relaxed), 2);
    assert_eq!(both(called::exported(), called::blocking::exported).0, 4);
    assert_eq!((called::five!(), called::blocking::five!()), (5, 5));
}
