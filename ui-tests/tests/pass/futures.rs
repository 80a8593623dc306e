//! What the texts on futures suggest.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

struct Client(u8);

#[maybe_async]
impl Client {
    fn connect(&self) -> &Self {
        self
    }

    async fn get(&self, n: u8) -> u8 {
        self.0 + n
    }

    // Does what `receiver_with_effects` says: the receiver bound first.
    async fn bound(&self, early: bool) -> u8 {
        let name = String::from("name");
        if early {
            let client = self.connect();
            client.get(name.len() as u8).await
        } else {
            self.get(1).await
        }
    }

    // And the call awaited here.
    async fn here(&self) -> u8 {
        self.connect().get(1).await
    }

    // Does what `discarded_call` and `DISCARDED_BLOCK` say: awaited.
    async fn awaited(&self) {
        self.get(1).await;
        async { assert_eq!(self.0, 1) }.await;
    }
}

#[maybe_async]
#[allow(clippy::too_many_arguments, clippy::many_single_char_names)]
async fn sum(
    a: u8,
    b: u8,
    c: u8,
    d: u8,
    e: u8,
    f: u8,
    g: u8,
    h: u8,
    i: u8,
    j: u8,
    k: u8,
    l: u8,
    m: u8,
) -> u8 {
    a + b + c + d + e + f + g + h + i + j + k + l + m
}

// Does what `too_many_arguments` says: awaited here, or in an `async` block.
#[maybe_async(twins(sum))]
async fn many() -> u8 {
    let later = async { sum(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).await };
    sum(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).await + later.await
}

// Does what `statements_before_tail` says: inside the `async` block.
#[maybe_async]
fn inside(n: u8) -> impl Future<Output = u8> {
    async move {
        let twice = n + n;
        twice + Client(1).get(n).await
    }
}

// Does what `View` says: inside the `async` block.
#[maybe_async]
fn locked(number: &std::sync::Mutex<Client>) -> impl Future<Output = u8> {
    async move {
        let client = Client(number.lock().unwrap().0);
        client.get(1).await
    }
}

// Or an `async fn`.
#[maybe_async]
async fn written(n: u8) -> u8 {
    let twice = n + n;
    twice + Client(1).get(n).await
}

#[maybe_async]
async fn get(n: u8) -> u8 {
    n
}

// Does what `conditional_future` says: awaited in each branch.
#[maybe_async]
async fn branches(n: u8) -> u8 {
    'choice: {
        if n > 1 {
            break 'choice get(1).await;
        }
        get(n).await
    }
}

// Listed: the function that has made it has a twin.
#[maybe_async(twins(get))]
async fn listed() -> u8 {
    let later = get(1);
    later.await
}

// Does what `combinator` says: the value instead of the future.
#[maybe_async]
async fn mapped() -> u8 {
    get(1).await + 1
}

// The value of an `async fn` instead of a parameter that is a future.
#[maybe_async]
async fn adds(more: u8) -> u8 {
    get(1).await + more
}

#[maybe_async]
async fn ready(n: u8) -> u8 {
    n
}

// Does what `Ready` says: listed.
#[maybe_async(twins(ready))]
async fn own_ready() -> u8 {
    ready(1).await
}

fn main() {
    let client = Client(1);
    assert_eq!(
        (block_on(client.bound(true)), client.bound_blocking(true)),
        (5, 5)
    );
    assert_eq!(
        (block_on(client.bound(false)), client.bound_blocking(false)),
        (2, 2)
    );
    assert_eq!((block_on(client.here()), client.here_blocking()), (2, 2));
    block_on(client.awaited());
    client.awaited_blocking();
    assert_eq!((block_on(many()), many_blocking()), (26, 26));
    assert_eq!((block_on(inside(2)), inside_blocking(2)), (7, 7));
    let lock = std::sync::Mutex::new(Client(1));
    assert_eq!((block_on(locked(&lock)), locked_blocking(&lock)), (2, 2));
    assert_eq!((block_on(written(2)), written_blocking(2)), (7, 7));
    assert_eq!((block_on(branches(5)), branches_blocking(5)), (1, 1));
    assert_eq!((block_on(branches(0)), branches_blocking(0)), (0, 0));
    assert_eq!((block_on(listed()), listed_blocking()), (1, 1));
    assert_eq!((block_on(mapped()), mapped_blocking()), (2, 2));
    assert_eq!((block_on(adds(1)), adds_blocking(1)), (2, 2));
    assert_eq!((block_on(own_ready()), own_ready_blocking()), (1, 1));
}
