//! What the texts on callbacks suggest.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

#[maybe_async]
async fn double(n: u8) -> u8 {
    n * 2
}

// Does what `async_adaptor` and `async_function_as_value` say: `|x| async move { .. }`, and
// `|x| f(x)` for a function `f`.

#[maybe_async]
async fn block(list: Vec<u8>) -> u8 {
    let mut sum = 0;
    for later in list.into_iter().map(|n| async move { n * 2 }) {
        sum += later.await;
    }
    sum
}

#[maybe_async(twins(double))]
async fn closure(list: Vec<u8>) -> u8 {
    let mut sum = 0;
    for later in list.into_iter().map(|n| double(n)) {
        sum += later.await;
    }
    sum
}

// Does what `ambiguous_callback` says: awaited here, in an `async` block, or bound to a name that
// is listed.

struct Hooks<F, G> {
    hook: F,
    count: G,
}

#[maybe_async]
impl<F: AsyncFn(u8) -> u8, G: Fn(u8) -> u8> Hooks<F, G> {
    async fn here(&self) -> u8 {
        (self.hook)(1).await
    }

    async fn later(&self) -> u8 {
        let later = async { (self.hook)(2).await };
        later.await
    }
}

#[maybe_async(keep(count))]
impl<F: AsyncFn(u8) -> u8, G: Fn(u8) -> u8> Hooks<F, G> {
    async fn listed(&self) -> u8 {
        let count = &self.count;
        let counted = count(3);
        (self.hook)(counted).await
    }
}

// `impl AsyncFn(A) -> R` instead of a future or a function that returns one.

#[maybe_async]
async fn calls(callback: impl AsyncFn(u8) -> u8) -> u8 {
    callback(4).await
}

// An async function to be called later: its twin.

#[maybe_async]
async fn passes() -> u8 {
    calls(async |n| double(n).await).await
}

// Does what `callback_in_macro` says: called and awaited before the macro; or kept in one that
// only holds it.

macro_rules! twice {
    ($value:expr) => {
        $value + $value
    };
}

#[maybe_async]
async fn before_macro(callback: impl AsyncFn(u8) -> u8) -> u8 {
    let value = callback(1).await;
    twice!(value)
}

#[maybe_async]
async fn held(callback: impl AsyncFn(u8) -> u8) -> u8 {
    let mut sum = 0;
    for later in vec![callback(3)] {
        sum += later.await;
    }
    sum
}

fn main() {
    assert_eq!(
        (
            block_on(before_macro(async |n| n)),
            before_macro_blocking(|n| n)
        ),
        (2, 2)
    );
    assert_eq!((block_on(held(async |n| n)), held_blocking(|n| n)), (3, 3));
    assert_eq!(
        (block_on(block(vec![1, 2])), block_blocking(vec![1, 2])),
        (6, 6)
    );
    assert_eq!(
        (block_on(closure(vec![1, 2])), closure_blocking(vec![1, 2])),
        (6, 6)
    );
    let hooks = Hooks {
        hook: async |n| n + 1,
        count: |n| n,
    };
    let blocking = Hooks {
        hook: |n| n + 1,
        count: |n| n,
    };
    assert_eq!(
        block_on(async {
            [
                hooks.here().await,
                hooks.later().await,
                hooks.listed().await,
            ]
        }),
        [2, 3, 4]
    );
    assert_eq!(
        [
            blocking.here_blocking(),
            blocking.later_blocking(),
            blocking.listed_blocking()
        ],
        [2, 3, 4]
    );
    assert_eq!(
        (block_on(calls(async |n| n)), calls_blocking(|n| n)),
        (4, 4)
    );
    assert_eq!((block_on(passes()), passes_blocking()), (8, 8));
}
