//! Members for one half alone, of impls and traits beside their twins.

#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "what stands in each place is written for the place"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{give, give_blocking, log, take_log};
use futures::executor::block_on;

fn halves<T>(future: impl Future<Output = T>, work: impl FnOnce() -> T) -> [T; 2] {
    [block_on(future), work()]
}

struct Client {
    port: u16,
}

#[maybe_async]
impl Client {
    #[only_async]
    const BUFFER: usize = 1;
    #[only_blocking]
    const BLOCKING_BUFFER: usize = 2;

    #[only_async]
    async fn connect(&self, port: u16) -> u16 {
        log("connect");
        give(port + self.port).await
    }

    #[only_blocking]
    fn connect_blocking(&self, port: u16) -> u16 {
        log("connect");
        self.plain(port) + 100
    }

    #[only_async]
    fn alone() -> &'static str {
        "async"
    }

    #[only_blocking]
    fn alone_blocking() -> &'static str {
        "blocking"
    }

    fn plain(&self, port: u16) -> u16 {
        port + self.port
    }

    async fn get(&self) -> u16 {
        self.connect(1).await + Self::connect(self, 2).await
    }

    async fn late(&self) -> u16 {
        let connected = self.connect(3);
        log("made");
        connected.await
    }

    async fn never(&self) -> u16 {
        let _never = self.connect(4);
        self.plain(0)
    }

    async fn words(&self) -> (&'static str, usize) {
        if is_async!() {
            (Self::alone(), Self::BUFFER)
        } else {
            (Self::alone_blocking(), Self::BLOCKING_BUFFER)
        }
    }
}

#[test]
fn pairs_of_methods() {
    let client = Client { port: 10 };
    assert_eq!(halves(client.get(), || client.get_blocking()), [23, 223]);
    drop(take_log());
    assert_eq!(block_on(client.late()), 13);
    assert_eq!(take_log(), ["made", "connect", "give 13"]);
    assert_eq!(client.late_blocking(), 113);
    assert_eq!(take_log(), ["made", "connect"]);
    let never = halves(client.never(), || client.never_blocking());
    assert_eq!((never, take_log()), ([10, 10], vec![]));
    let words = halves(client.words(), || client.words_blocking());
    assert_eq!(words, [("async", 1), ("blocking", 2)]);
}

struct Pair;

#[maybe_async]
impl Pair {
    #[only_async]
    async fn open(&self) -> u8 {
        give(1).await
    }

    #[only_blocking]
    fn open_blocking(&self) -> u8 {
        give_blocking(2)
    }
}

#[test]
fn nothing_but_a_pair() {
    assert_eq!(halves(Pair.open(), || Pair.open_blocking()), [1, 2]);
}

#[maybe_async]
trait Store {
    #[only_async]
    const HALF: &str;
    #[only_blocking]
    type Half: Default;

    #[only_async]
    async fn read(&self, key: u8) -> u8;
    #[only_blocking]
    fn read(&self, key: u8) -> u8;

    #[only_async]
    async fn write(&self, key: u8) -> u8;
    #[only_blocking]
    fn write_blocking(&self, key: u8) -> u8;

    #[only_blocking]
    fn extra(&self) -> u8 {
        self.read(5) - self.write_blocking(5)
    }

    fn half(&self) -> bool {
        is_async!()
    }

    async fn both(&self) -> u8 {
        let late = self.read(1);
        self.write(2).await + self.read(3).await + late.await
    }
}

#[maybe_async]
impl Store for Pair {
    #[only_async]
    const HALF: &str = "async";
    #[only_blocking]
    type Half = u8;

    #[only_async]
    async fn read(&self, key: u8) -> u8 {
        give(key).await
    }
    #[only_blocking]
    fn read(&self, key: u8) -> u8 {
        give_blocking(key + 100)
    }

    #[only_async]
    async fn write(&self, key: u8) -> u8 {
        give(key).await
    }
    #[only_blocking]
    fn write_blocking(&self, key: u8) -> u8 {
        give_blocking(key)
    }
}

#[test]
fn pairs_in_traits() {
    drop(take_log());
    assert_eq!(block_on(Store::both(&Pair)), 6);
    assert_eq!(take_log(), ["give 2", "give 3", "give 1"]);
    assert_eq!(StoreBlocking::both_blocking(&Pair), 206);
    assert_eq!(take_log(), ["give 2", "give 103", "give 101"]);
    assert_eq!(StoreBlocking::extra(&Pair), 100);
    assert_eq!(<Pair as Store>::HALF, "async");
    assert_eq!(<Pair as StoreBlocking>::Half::default(), 0);
    assert!(Store::half(&Pair) && !StoreBlocking::half(&Pair));
}

#[maybe_async]
trait Opened {
    #[only_async]
    async fn open(&self) -> u8;
    #[only_blocking]
    fn open_blocking(&self) -> u8;
}

struct Generic<T>(T);

#[maybe_async]
impl<#[only_async] T: Copy + Into<u16>, #[only_blocking] T: Copy + ToString> Opened for Generic<T> {
    #[only_async]
    async fn open(&self) -> u8 {
        u8::try_from(self.0.into()).unwrap()
    }

    #[only_blocking]
    fn open_blocking(&self) -> u8 {
        self.0.to_string().parse().unwrap()
    }
}

#[test]
fn bounds_of_one_half() {
    assert_eq!(block_on(Generic(7_u8).open()), 7);
    assert_eq!(Generic(7_i64).open_blocking(), 7);
}

#[derive(Default)]
struct Disk {
    written: std::cell::RefCell<Vec<u8>>,
}

#[maybe_async]
impl Disk {
    async fn write(&self, n: u8) -> Result<(), String> {
        give(n).await;
        self.written.borrow_mut().push(n);
        Ok(())
    }

    async fn both(&self, each: impl AsyncFn(u8) -> u8) -> u8 {
        #[only_async]
        let _ = self.write(1).await;
        #[only_blocking]
        let _ = self.write_blocking(1);
        if is_async!() {
            each(2).await
        } else {
            self.written.borrow().iter().map(|n| each(*n)).sum()
        }
    }
}

#[test]
fn blocking_code_runs_as_it_is_written() {
    let disk = Disk::default();
    let found = halves(disk.both(async |n| n), || disk.both_blocking(|n| n * 3));
    assert_eq!(found, [2, 6]);
    assert_eq!(*disk.written.borrow(), [1, 1]);
}
