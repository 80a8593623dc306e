//! What the texts on the annotated item suggest.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;
use std::pin::Pin;

// Does what `not_for_suffix_form` says: the attribute on what is inside a module.

mod api {
    use await_me_maybe::maybe_async;

    #[maybe_async]
    pub(crate) async fn fetch() -> u8 {
        1
    }

    pub(crate) struct Client;

    #[maybe_async]
    impl Client {
        pub(crate) async fn get(&self) -> u8 {
            fetch().await
        }
    }
}

// Does what `METHOD_OF_TRAIT` says: the attribute on the trait, not on its method.

#[maybe_async]
trait Store {
    async fn get(&self) -> u8;
}

#[maybe_async]
impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

// Does what `MAIN` says: what `main` calls is annotated.

#[maybe_async]
async fn run() -> u8 {
    api::Client.get().await
}

// Does what `SYMBOL` says: the exported symbol is that of a wrapper.

#[unsafe(no_mangle)]
extern "C" fn exported() -> u8 {
    run_blocking()
}

// Does what `ASYNC_RETURNS_FUTURE` says: awaited inside, the value returned.

#[maybe_async]
async fn value() -> u8 {
    let later = async { 2 };
    later.await
}

// Does what `NOT_ASYNC_FN` says: the return type says that it is a future.

#[maybe_async]
fn seen() -> Pin<Box<dyn Future<Output = u8>>> {
    Box::pin(async { 3 })
}

// Does what `hand_written` says: a function of its own for the twin.

struct Answer;

impl Future for Answer {
    type Output = u8;

    fn poll(self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> std::task::Poll<u8> {
        std::task::Poll::Ready(4)
    }
}

fn answer() -> Answer {
    Answer
}

fn answer_blocking() -> u8 {
    4
}

#[maybe_async]
async fn answers() -> u8 {
    answer().await
}

fn main() {
    assert_eq!((block_on(api::fetch()), api::fetch_blocking()), (1, 1));
    assert_eq!((block_on(5u8.get()), 5u8.get_blocking()), (5, 5));
    assert_eq!((block_on(run()), exported()), (1, 1));
    assert_eq!((block_on(value()), value_blocking()), (2, 2));
    assert_eq!((block_on(seen()), seen_blocking()), (3, 3));
    assert_eq!((block_on(answers()), answers_blocking()), (4, 4));
}
