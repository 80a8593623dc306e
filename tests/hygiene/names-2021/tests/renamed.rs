//! `crate = ..` in every form: nothing that is emitted begins with the usual name.

use std::future::Future;
use std::pin::Pin;

use amm::{maybe_async, test as test_both};
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking};
use futures::{Stream, StreamExt as _};

/// As a library gives it to its users, who do not know of us.
mod library {
    pub(crate) mod private {
        pub(crate) use amm as ours;
    }
}

#[maybe_async(crate = amm)]
async fn leaf(n: u32) -> u32 {
    give(n).await
}

#[maybe_async(crate = crate::library::private::ours, twins(leaf))]
async fn by_a_path(n: u32) -> Result<u32, String> {
    let early = leaf(n);
    let late = async { even(n).await };
    let boxed = Box::pin(leaf(n)).await;
    let mut stored: Pin<Box<dyn Future<Output = u32>>> = Box::pin(leaf(1));
    let last = stored.as_mut().await;
    leaf(2).await;
    Ok(early.await + late.await? + boxed + last + u32::from(-i64::from(give(1).await) == -1))
}

#[maybe_async(crate = ::amm, join = sequential, twins(leaf))]
async fn joined() -> u32 {
    let (one, two) = futures::join!(leaf(1), leaf(2));
    let handle = tokio::spawn(leaf(3));
    tokio::task::yield_now().await;
    one + two + handle.await.unwrap_or_default()
}

#[maybe_async(crate = amm)]
fn numbers() -> impl Stream<Item = Result<u32, String>> {
    async_stream::try_stream! {
        yield even(2).await?;
        yield even(3).await?;
    }
}

#[maybe_async(crate = amm, streams(numbers))]
async fn streamed() -> Vec<Result<u32, String>> {
    numbers().collect().await
}

#[maybe_async(crate = amm)]
trait Source {
    async fn number(&self) -> u32;
}

#[maybe_async(crate = amm)]
impl Source for u32 {
    async fn number(&self) -> u32 {
        give(*self).await
    }
}

#[maybe_async(crate = amm)]
mod api {
    #[only_async]
    use super::give;
    #[only_blocking]
    use super::give_blocking as give;

    pub(super) async fn get() -> u32 {
        let late = async { give(1).await };
        late.await
    }
}

/// A macro of the library names us by `$crate`.
macro_rules! client {
    ($name:ident, $value:expr) => {
        #[$crate::library::private::ours::maybe_async(crate = $crate::library::private::ours)]
        async fn $name() -> u32 {
            let late = async { give($value).await };
            late.await * 2
        }
    };
}

client!(made, 1 + 1);

mod tree {
    pub(super) mod asynchronous {
        use amm::asynchronous::maybe_async;
        use await_me_maybe_tests::give;

        #[maybe_async(crate = amm)]
        pub(crate) async fn get() -> u32 {
            let late = async { give(1).await };
            late.await
        }
    }
    pub(super) mod blocking {
        use amm::blocking::maybe_async;
        use await_me_maybe_tests::give_blocking as give;

        #[maybe_async(crate = amm)]
        pub(crate) async fn get() -> u32 {
            let late = async { give(1).await };
            late.await
        }
    }
}

#[test_both(crate = amm)]
async fn both_tests() {
    let late = async { 1 };
    assert_eq!(late.await, 1);
}

#[test]
fn every_form() {
    let (value, _) = both(by_a_path(2), || by_a_path_blocking(2));
    assert_eq!(value, Ok(2 + 2 + 2 + 1 + 1));
    let (value, _) = both(by_a_path(3), || by_a_path_blocking(3));
    assert_eq!(value, Err("3 is odd".to_owned()));
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let asynchronous = runtime.map(|runtime| runtime.block_on(joined()));
    assert_eq!((asynchronous.ok(), joined_blocking()), (Some(6), 6));
    let (value, _) = both(streamed(), streamed_blocking);
    assert_eq!(value, [Ok(2), Err("3 is odd".to_owned())]);
    let (value, _) = both(Source::number(&4), || 4.number_blocking());
    assert_eq!(value, 4);
    assert_eq!(both(api::get(), api::blocking::get).0, 1);
    assert_eq!(both(made(), made_blocking).0, 4);
    assert_eq!(both(tree::asynchronous::get(), tree::blocking::get).0, 1);
}
