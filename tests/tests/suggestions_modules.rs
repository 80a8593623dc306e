//! What the texts on modules and on state suggest, done as they say it.
#![allow(
    unreachable_pub,
    clippy::unused_async,
    reason = "libraries have more than a test uses"
)]

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

pub(crate) struct Outside(u8);

#[maybe_async(path = crate::api)]
mod api {
    use std::fmt;
    use std::sync::Mutex;

    use super::Outside;

    // Does what `FILE_MODULE` says: written out.
    pub mod nested {
        pub async fn get() -> u8 {
            super::Client::new().get().await
        }
    }

    // Does what `EMPTY_MARK` and `TWO_MARKS` say: no mark, or one.
    pub struct Client(u8);

    impl Client {
        pub const fn new() -> Self {
            Client(1)
        }

        pub async fn get(&self) -> u8 {
            self.0
        }
    }

    #[maybe_async(twin)]
    pub struct Forced;

    #[maybe_async(shared)]
    pub struct Shared;

    // Does what `not_in_a_module` says: an item here takes `shared` or `twin`, the module `path`.
    #[maybe_async(twin)]
    pub fn forced() -> u8 {
        2
    }

    // Does what `two_statics` says: one for each half, or one for both.
    #[maybe_async(twin)]
    static EACH: Mutex<Vec<Client>> = Mutex::new(Vec::new());

    #[maybe_async(shared)]
    static ONE: Mutex<Vec<Client>> = Mutex::new(Vec::new());

    pub async fn counted() -> (usize, usize) {
        EACH.lock().unwrap().push(Client(1));
        let each = EACH.lock().unwrap().len();
        (each, one())
    }

    #[maybe_async(shared)]
    fn one() -> usize {
        let mut one = ONE.lock().unwrap();
        one.push(Client(1));
        one.len()
    }

    // Does what `cannot_share` says: not `shared`, or for the async half alone.
    #[only_async]
    pub async fn held() -> u8 {
        Client(3).get().await
    }

    pub async fn unmarked() -> u8 {
        Client(4).get().await
    }

    // Does what `impl_exists_once` says: shared, for one half, or outside (below the module).
    #[maybe_async(shared)]
    impl fmt::Debug for Outside {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(if size_of::<Client>() == 1 {
                "one"
            } else {
                "more"
            })
        }
    }

    #[only_async]
    impl From<Client> for Outside {
        fn from(client: Client) -> Self {
            Outside(client.0)
        }
    }

    // Does what `may_lead_back` says: where the module is stands in `path`.
    pub fn plain() -> crate::api::Client {
        crate::api::Client::new()
    }

    pub async fn led_back() -> u8 {
        crate::api::plain().get().await
    }

    // Does what `async_macro` says: written here, or for the async half alone with a blocking
    // variant beside it.
    macro_rules! getter {
        ($name:ident) => {
            pub async fn $name() -> u8 {
                5
            }
        };
    }

    #[only_async]
    getter!(made);

    #[only_blocking]
    pub fn made() -> u8 {
        5
    }

    pub async fn written() -> u8 {
        made().await
    }
}

impl std::fmt::Display for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[test]
fn items_of_a_module() {
    assert_eq!(both(api::nested::get(), api::blocking::nested::get).0, 1);
    assert!(!same::<api::Forced, api::blocking::Forced>());
    assert!(same::<api::Shared, api::blocking::Shared>());
    assert_eq!((api::forced(), api::blocking::forced()), (2, 2));
    let first = futures::executor::block_on(api::counted());
    let second = api::blocking::counted();
    assert_eq!((first, second), ((1, 1), (1, 2)));
    assert_eq!(futures::executor::block_on(api::held()), 3);
    assert_eq!(both(api::unmarked(), api::blocking::unmarked).0, 4);
    assert_eq!(
        format!("{:?} {0}", Outside::from(api::Client::new())),
        "one 1"
    );
    assert_eq!(both(api::led_back(), api::blocking::led_back).0, 1);
    assert_eq!(both(api::written(), api::blocking::written).0, 5);
}

// Does what `name_of_module` says: the twins have a module of another name.
#[maybe_async(name = sync)]
mod named {
    pub mod blocking {
        pub const fn own() -> u8 {
            6
        }
    }

    pub async fn get() -> u8 {
        blocking::own()
    }
}

// Does what `mark_outside` and `NOT_ASYNC_MODULE` say: without attributes.
mod plain {
    pub const fn level() -> u8 {
        7
    }
}

#[test]
fn attributes_of_a_module() {
    assert_eq!(both(named::get(), named::sync::get).0, 6);
    assert_eq!(plain::level(), 7);
}

// Does what `LOCAL_STATE` says: moved out of the function, so that there is one.
static CALLS: AtomicU32 = AtomicU32::new(0);

#[maybe_async]
async fn counts() -> u32 {
    CALLS.fetch_add(1, Ordering::Relaxed)
}

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

#[maybe_async]
async fn remembers(word: &str) -> usize {
    let mut seen = SEEN.lock().unwrap();
    seen.push(word.to_owned());
    seen.len()
}

#[test]
fn state_is_one() {
    assert_eq!(futures::executor::block_on(counts()), 0);
    assert_eq!(counts_blocking(), 1);
    assert_eq!(futures::executor::block_on(remembers("a")), 1);
    assert_eq!(remembers_blocking("b"), 2);
}
