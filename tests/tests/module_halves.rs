//! Arguments of an annotated module, and marks and code for one half inside it.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    async_fn_in_trait,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

#[maybe_async(name = sync)]
mod named {
    /// Twins have the module's name, not that of a twin elsewhere.
    pub mod blocking {
        pub fn own() -> u8 {
            1
        }
    }

    pub async fn get() -> u8 {
        nested::get().await + blocking::own()
    }

    pub mod nested {
        pub async fn get() -> u8 {
            super::level()
        }

        pub async fn above() -> u8 {
            super::get().await
        }
    }

    fn level() -> u8 {
        2
    }
}

#[test]
fn under_another_name() {
    assert_eq!(both(named::get(), named::sync::get).0, 3);
    assert_eq!(
        both(named::nested::above(), named::sync::nested::above).0,
        3
    );
    assert_eq!(named::blocking::own(), named::sync::blocking::own());
}

mod runtime {
    pub(crate) use await_me_maybe as renamed;
}

#[maybe_async]
mod first {
    pub async fn fetch(n: u8) -> u8 {
        await_me_maybe_tests::log(format!("fetch {n}"));
        n
    }
}

/// Uses the twins of another module.
#[maybe_async(crate = crate::runtime::renamed, twins(fetch))]
mod second {
    #[only_blocking]
    use super::first::blocking::fetch;
    #[only_async]
    use super::first::fetch;

    pub async fn late() -> u8 {
        let late = fetch(1);
        let now = fetch(2).await;
        now + late.await
    }
}

#[test]
fn two_modules() {
    let (value, entries) = both(second::late(), second::blocking::late);
    assert_eq!(value, 3);
    assert_eq!(entries, ["fetch 2", "fetch 1"]);
}

#[maybe_async(keep(kept))]
mod keeping {
    #[only_async]
    use super::kept;
    #[only_blocking]
    use super::kept_blocking as kept;

    pub async fn call() -> u8 {
        kept(1).await
    }
}

async fn kept(n: u8) -> u8 {
    n
}

fn kept_blocking(n: u8) -> u8 {
    n
}

#[maybe_async(cfg(test))]
mod gated {
    pub async fn get() -> u8 {
        nested::get().await
    }

    pub mod nested {
        pub async fn get() -> u8 {
            4
        }
    }
}

#[maybe_async(cfg(not(test)))]
mod gated_off {
    pub async fn get() -> u8 {
        nested::get().await
    }

    pub mod nested {
        pub async fn get() -> u8 {
            4
        }
    }

    /// The name is free.
    pub mod used {
        pub fn blocking() {}
    }
}

#[test]
fn conditions_on_the_twin() {
    assert_eq!(both(gated::get(), gated::blocking::get).0, 4);
    assert_eq!(
        both(gated::nested::get(), gated::blocking::nested::get).0,
        4
    );
    assert_eq!(futures::executor::block_on(gated_off::get()), 4);
    gated_off::used::blocking();
}

#[maybe_async]
mod marked {
    use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

    /// All that is in it is single.
    #[maybe_async(shared)]
    pub mod single {
        use super::Client;

        #[derive(Debug)]
        pub struct Holder(pub Vec<Client>);

        pub fn hold() -> Holder {
            Holder(Vec::new())
        }
    }

    /// All that is in it exists twice.
    #[maybe_async(twin)]
    pub mod double {
        use super::{AtomicU8, Relaxed};

        static COUNT: AtomicU8 = AtomicU8::new(0);

        #[derive(Debug)]
        pub struct Marker;

        pub mod deeper {
            #[derive(Debug)]
            pub struct Marker;
        }

        pub fn count() -> u8 {
            COUNT.fetch_add(1, Relaxed)
        }
    }

    /// All that is in it is of the async half.
    #[only_async]
    pub mod streams {
        pub async fn get() -> u8 {
            super::level().await
        }

        pub struct Plain;
    }

    #[derive(Debug)]
    pub struct Client {
        #[only_async]
        pub socket: u8,
        #[only_blocking]
        pub socket: u16,
        pub level: u8,
    }

    impl Client {
        pub fn new(level: u8) -> Self {
            Self {
                #[only_async]
                socket: 1,
                #[only_blocking]
                socket: 2,
                level,
            }
        }

        #[only_async]
        pub async fn raw(&self) -> usize {
            1
        }

        #[only_blocking]
        pub fn raw(&self) -> usize {
            2
        }

        pub async fn read(&self) -> (usize, usize) {
            (size_of_val(&self.socket), self.raw().await)
        }

        pub async fn late(&self) -> usize {
            let late = self.raw();
            late.await
        }
    }

    pub async fn level() -> u8 {
        let mut level = 0;
        #[only_async]
        later(&mut level).await;
        #[only_async]
        level = three().await;
        #[only_blocking]
        {
            level = 4;
        }
        level
    }

    #[only_async]
    async fn later(level: &mut u8) {
        *level += 1;
    }

    #[only_async]
    async fn three() -> u8 {
        3
    }

    pub trait Wait {
        #[only_async]
        async fn wait(&self, n: u8) -> u8;
        #[only_blocking]
        fn wait(&self) -> u8;
    }

    impl Wait for u8 {
        #[only_async]
        async fn wait(&self, n: u8) -> u8 {
            *self + n
        }

        #[only_blocking]
        fn wait(&self) -> u8 {
            *self
        }
    }

    #[only_async]
    impl From<u8> for Client {
        fn from(level: u8) -> Self {
            Self::new(level)
        }
    }

    #[only_blocking]
    pub fn of_blocking_alone() -> u8 {
        super::of_the_root()
    }

    #[only_blocking]
    use super::of_the_root as imported;

    pub async fn chosen() -> u8 {
        if is_async!() { 1 } else { imported() }
    }
}

fn of_the_root() -> u8 {
    7
}

#[test]
fn marks_on_modules() {
    use marked::blocking;
    assert!(same::<marked::single::Holder, blocking::single::Holder>());
    assert!(!same::<marked::double::Marker, blocking::double::Marker>());
    assert!(!same::<
        marked::double::deeper::Marker,
        blocking::double::deeper::Marker,
    >());
    assert_eq!((marked::double::count(), marked::double::count()), (0, 1));
    assert_eq!(blocking::double::count(), 0);
    assert!(blocking::single::hold().0.is_empty());
    assert_eq!(futures::executor::block_on(marked::streams::get()), 3);
}

#[test]
fn code_for_one_half() {
    use marked::blocking;
    let (client, twin) = (marked::Client::from(1), blocking::Client::new(1));
    assert_eq!(futures::executor::block_on(client.read()), (1, 1));
    assert_eq!(twin.read(), (2, 2));
    assert_eq!(futures::executor::block_on(client.late()), 1);
    assert_eq!(twin.late(), 2);
    assert_eq!(blocking::level(), 4);
    assert_eq!(blocking::of_blocking_alone(), 7);
    assert_eq!(blocking::chosen(), 7);
    assert_eq!(futures::executor::block_on(marked::Wait::wait(&1, 2)), 3);
    assert_eq!(blocking::Wait::wait(&1), 1);
    assert_eq!(both(keeping::call(), keeping::blocking::call).0, 1);
}
