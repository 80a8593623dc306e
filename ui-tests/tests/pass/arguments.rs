//! What the texts on arguments suggest.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

async fn send(n: u8) -> u8 {
    n
}

fn send_by_hand(n: u8) -> u8 {
    n
}

// Either of the two: `name`, or `suffix`.

#[maybe_async(name = load)]
async fn fetch() -> u8 {
    1
}

#[maybe_async(suffix = _sync)]
async fn get() -> u8 {
    2
}

// Names of methods stand on methods.

struct Client;

#[maybe_async(suffix = _sync)]
impl Client {
    #[maybe_async(name = load)]
    async fn get(&self) -> u8 {
        3
    }

    async fn open(&self) -> u8 {
        self.get().await + 1
    }
}

// `keep`, `twins` and `crate` stand on the outer attribute.

mod kept {
    pub(crate) fn same(n: u8) -> std::future::Ready<u8> {
        std::future::ready(n)
    }

    pub(crate) mod blocking {
        pub(crate) fn same(n: u8) -> u8 {
            n
        }
    }
}

#[maybe_async(crate = ::await_me_maybe, keep(call))]
impl Client {
    async fn calls(&self, call: impl AsyncFn(u8) -> u8) -> u8 {
        call(5).await
    }
}

// The other name for a twin whose own is taken.

#[maybe_async]
impl Client {
    #[maybe_async(name = read_now)]
    async fn read(&self) -> u8 {
        6
    }

    fn read_blocking(&self) -> &str {
        "not a twin"
    }

    // That member is its twin.
    #[maybe_async(skip)]
    async fn write(&self, n: u8) -> u8 {
        send(n).await
    }

    fn write_blocking(&self, n: u8) -> u8 {
        send_by_hand(n)
    }

    async fn writes(&self) -> u8 {
        self.write(7).await
    }
}

#[maybe_async]
trait Store {
    #[maybe_async(name = load)]
    async fn get(&self) -> u8;

    fn get_blocking(&self) -> &str;
}

#[maybe_async]
impl Store for u8 {
    #[maybe_async(name = load)]
    async fn get(&self) -> u8 {
        *self
    }

    fn get_blocking(&self) -> &str {
        "not a twin"
    }
}

// A method that the twin trait does not have.

#[maybe_async]
trait Named {
    async fn name(&self) -> u8;

    #[maybe_async(skip)]
    fn details(&self) -> u8;
}

#[maybe_async]
impl Named for u8 {
    async fn name(&self) -> u8 {
        *self
    }

    #[maybe_async(skip)]
    fn details(&self) -> u8 {
        9
    }
}

fn main() {
    assert_eq!((block_on(9u8.name()), 9u8.name_blocking()), (9, 9));
    assert_eq!(9u8.details(), 9);
    assert_eq!((block_on(fetch()), load()), (1, 1));
    assert_eq!((block_on(get()), get_sync()), (2, 2));
    assert_eq!((block_on(Client.get()), Client.load()), (3, 3));
    assert_eq!((block_on(Client.open()), Client.open_sync()), (4, 4));
    assert_eq!(block_on(Client.calls(kept::same)), 5);
    assert_eq!(Client.calls_blocking(kept::blocking::same), 5);
    assert_eq!((block_on(Client.read()), Client.read_now()), (6, 6));
    assert_eq!(
        (block_on(Client.writes()), Client.writes_blocking()),
        (7, 7)
    );
    assert_eq!(Client.read_blocking(), "not a twin");
    assert_eq!((block_on(8u8.get()), 8u8.load()), (8, 8));
    assert_eq!(Store::get_blocking(&8u8), "not a twin");
}
