//! A future of a function that is not known to be async is not one in the twin.

use std::pin::pin;

use await_me_maybe::maybe_async;

mod elsewhere {
    use std::marker::PhantomPinned;

    pub struct Request(pub PhantomPinned);

    impl IntoFuture for Request {
        type Output = u8;
        type IntoFuture = std::future::Ready<u8>;

        fn into_future(self) -> Self::IntoFuture {
            std::future::ready(1)
        }
    }

    pub async fn fetch() -> u8 {
        let _pinned = Request(PhantomPinned);
        std::future::ready(1).await
    }
}

#[maybe_async]
async fn pins() -> u8 {
    let later = pin!(elsewhere::fetch()); //~
    later.await //~
}

fn main() {
    let _ = (pins(), elsewhere::Request(std::marker::PhantomPinned));
    pins_blocking();
}
