//! Items of the rarer kinds inside an annotated module.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    unsafe_code,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

#[maybe_async]
mod rare {
    //! A module with
    //! inner documentation,
    #![allow(non_upper_case_globals)]

    extern crate core as kernel;
    extern crate std;

    const _: () = assert!(LIMIT > 2);
    const _: fn() = || {
        fn is_send<T: Send>() {}
        is_send::<Client>();
    };

    pub const LIMIT: usize = 3;
    pub const lower_case: u8 = 4;

    #[derive(Clone, Copy)]
    pub union Bits {
        pub unsigned: u8,
        pub signed: i8,
    }

    pub type Pair<T = u8> = (T, T);
    pub type Clients = Vec<Client>;
    pub type Call = fn(&Client) -> usize;

    /// A fieldless enum with discriminants.
    #[derive(Debug, PartialEq, Clone, Copy)]
    #[repr(u8)]
    pub enum Code {
        Low = 1,
        High = LIMIT as u8,
    }

    pub struct Client {
        pub r#type: u8,
    }

    impl Client {
        pub const fn new(r#type: u8) -> Self {
            Self { r#type }
        }

        pub async fn r#match(&self, r#in: [u8; LIMIT]) -> usize {
            self::r#loop(r#in).await + usize::from(self.r#type)
        }
    }

    pub async fn r#loop(items: [u8; LIMIT]) -> usize {
        items.len() + kernel::mem::size_of::<u8>() + usize::from(lower_case)
    }

    pub mod r#mod {
        pub async fn r#fn() -> usize {
            super::r#loop([0; super::LIMIT]).await
        }
    }

    /// Names `loop` by its raw name, without a call.
    pub fn raw() -> Box<dyn std::any::Any> {
        let _ = super::rare::LIMIT;
        Box::new(r#mod::r#fn as fn() -> _)
    }

    pub fn count(clients: &Clients) -> usize {
        clients.len()
    }

    #[maybe_async(twin)]
    pub static CALL: Call = |client| usize::from(client.r#type);
}

#[test]
fn of_every_kind() {
    use rare::blocking;
    assert!(same::<rare::Bits, blocking::Bits>());
    assert!(same::<rare::Code, blocking::Code>());
    assert!(same::<rare::Pair, blocking::Pair>());
    assert!(!same::<rare::Clients, blocking::Clients>());
    assert_eq!(blocking::lower_case, rare::lower_case);
    assert_eq!(blocking::Code::High, rare::Code::High);
    assert_eq!(blocking::count(&vec![blocking::Client::new(1)]), 1);
    let (value, _) = both(
        async {
            (
                rare::Client::new(1).r#match([0; 3]).await,
                rare::r#mod::r#fn().await,
            )
        },
        || {
            (
                blocking::Client::new(1).r#match([0; 3]),
                blocking::r#mod::r#fn(),
            )
        },
    );
    assert_eq!(value, (9, 8));
    assert!(blocking::raw().downcast_ref::<fn() -> usize>().is_some());
    assert!(rare::raw().downcast_ref::<fn() -> usize>().is_none());
}

#[maybe_async]
mod conditional {
    #[cfg(test)]
    pub const LIMIT: u8 = 1;
    #[cfg(not(test))]
    pub const LIMIT: u8 = 2;

    #[cfg(test)]
    pub async fn level() -> u8 {
        helper()
    }

    #[cfg(not(test))]
    pub async fn level() -> u8 {
        missing_function()
    }

    #[cfg(test)]
    fn helper() -> u8 {
        LIMIT
    }

    #[cfg(not(test))]
    fn helper() -> String {
        missing_function()
    }

    #[cfg(not(test))]
    pub struct Gone(missing::Type);

    #[cfg(not(test))]
    impl Gone {
        pub async fn get(&self) {}
    }

    #[cfg(not(test))]
    pub mod gone {
        pub async fn get() -> missing::Type {}
    }

    #[cfg(not(test))]
    use missing::Import;

    #[cfg(test)]
    use std::time::Duration as Import;

    pub struct Client {
        #[cfg(test)]
        level: u8,
        #[cfg(not(test))]
        level: missing::Type,
    }

    impl Client {
        #[cfg(test)]
        pub async fn level(&self) -> u8 {
            self.level
        }

        #[cfg(not(test))]
        pub async fn level(&self) -> missing::Type {
            missing()
        }
    }

    pub async fn all() -> (u8, u8, Import) {
        let client = Client {
            #[cfg(test)]
            level: 5,
            #[cfg(not(test))]
            level: missing(),
        };
        (level().await, client.level().await, Import::ZERO)
    }

    /// Several of one name, one of them async.
    #[cfg(test)]
    pub fn mixed() -> u8 {
        7
    }

    #[cfg(not(test))]
    pub async fn mixed() -> u8 {
        missing_function().await
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        thread_local! {
            static RUNS: std::cell::Cell<u8> = const { std::cell::Cell::new(0) };
        }

        #[tokio::test]
        async fn in_each_half() {
            assert_eq!(level().await, LIMIT);
            assert_eq!(Client { level: 3 }.level, 3);
        }

        #[test]
        fn once() {
            RUNS.set(RUNS.get() + 1);
            assert_eq!((helper(), RUNS.get()), (1, 1));
        }

        #[test]
        #[should_panic(expected = "private")]
        fn panicking() {
            let _client = Client { level: 1 };
            panic!("private");
        }

        mod deeper {
            use super::super::level;

            #[tokio::test]
            async fn in_each_half() {
                assert_eq!(level().await, 1);
            }
        }
    }
}

#[test]
fn conditions() {
    let (value, _) = both(conditional::all(), conditional::blocking::all);
    assert_eq!(value, (1, 5, std::time::Duration::ZERO));
    assert_eq!(conditional::mixed(), conditional::blocking::mixed());
}

#[maybe_async]
mod foreign {
    unsafe extern "C" {
        pub safe fn abs(n: i32) -> i32;
        #[link_name = "labs"]
        safe fn long(n: std::ffi::c_long) -> std::ffi::c_long;
    }

    pub async fn absolute(n: i32) -> i32 {
        abs(n) + i32::try_from(long(-1)).unwrap_or_default()
    }

    pub extern "C" fn callback(n: i32) -> i32 {
        abs(n)
    }

    pub mod nested {
        pub async fn absolute(n: i32) -> i32 {
            super::abs(n)
        }
    }
}

#[test]
fn foreign_functions() {
    let (value, _) = both(
        async {
            (
                foreign::absolute(-2).await,
                foreign::nested::absolute(-3).await,
            )
        },
        || {
            (
                foreign::blocking::absolute(-2),
                foreign::blocking::nested::absolute(-3),
            )
        },
    );
    assert_eq!(value, (3, 3));
    assert_eq!(foreign::blocking::abs(-4), foreign::abs(-4));
    assert!(std::ptr::fn_addr_eq(
        foreign::callback as extern "C" fn(i32) -> i32,
        foreign::blocking::callback as extern "C" fn(i32) -> i32
    ));
}

#[maybe_async]
mod functions {
    pub async fn nested_items() -> u8 {
        struct Local(u8);

        impl Local {
            fn get(&self) -> u8 {
                self.0
            }
        }

        async fn inner() -> u8 {
            Local(2).get()
        }

        const TWO: u8 = 2;
        inner().await + TWO
    }

    pub async fn closures() -> Vec<u8> {
        let double = async |n: u8| n * 2;
        let mut out = Vec::new();
        for n in [1, 2] {
            out.push(double(n).await);
        }
        out
    }

    pub fn returning() -> impl Future<Output = u8> {
        async { late().await + 1 }
    }

    async fn late() -> u8 {
        1
    }

    pub async unsafe fn dangerous() -> u8 {
        1
    }

    pub const fn constant() -> u8 {
        3
    }

    /// Names an async function as a value.
    pub async fn passed() -> u8 {
        call(late).await + call(async || 3).await
    }

    pub async fn call<F>(f: F) -> u8
    where
        F: AsyncFn() -> u8,
    {
        f().await
    }

    pub fn boxed<'a>(n: &'a u8) -> std::pin::Pin<Box<dyn Future<Output = u8> + 'a>> {
        Box::pin(async move {
            if *n == 0 {
                0
            } else {
                boxed(&(n - 1)).await + 1
            }
        })
    }
}

#[test]
fn functions_of_every_kind() {
    use functions::blocking;
    let (value, _) = both(
        async {
            (
                functions::nested_items().await,
                functions::closures().await,
                functions::returning().await,
                functions::passed().await,
                functions::boxed(&4).await,
            )
        },
        || {
            (
                blocking::nested_items(),
                blocking::closures(),
                blocking::returning(),
                blocking::passed(),
                blocking::boxed(&4),
            )
        },
    );
    assert_eq!(value, (4, vec![2, 4], 2, 4, 4));
    const { assert!(functions::blocking::constant() == 3) };
}

/// A lifetime in the arguments of a macro is no state.
#[maybe_async]
mod replies {
    pub struct Client(pub u8);

    impl Client {
        pub async fn level(&self) -> u8 {
            self.0
        }
    }

    macro_rules! reply {
        ($name:ident, $text:ty) => {
            pub struct $name {
                pub from: Client,
                pub text: $text,
            }
        };
    }

    reply!(Reply, &'static str);

    pub async fn reply(from: Client) -> Reply {
        Reply { from, text: "yes" }
    }
}

#[test]
fn lifetimes_given_to_macros() {
    let (value, _) = both(
        async {
            let reply = replies::reply(replies::Client(1)).await;
            (reply.from.level().await, reply.text)
        },
        || {
            let reply = replies::blocking::reply(replies::blocking::Client(1));
            (reply.from.level(), reply.text)
        },
    );
    assert_eq!(value, (1, "yes"));
}
