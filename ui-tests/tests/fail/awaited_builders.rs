//! Types that are awaited themselves: names, effects before the future, and requests that stay.

use await_me_maybe::maybe_async;
use std::pin::Pin;

type Boxed<T> = Pin<Box<dyn Future<Output = T>>>;

struct Named(u8);

#[maybe_async(name = Awaited)] //~
impl IntoFuture for Named {
    type Output = u8;
    type IntoFuture = Pin<Box<dyn Future<Output = u8>>>;

    #[maybe_async(skip)] //~
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.0 })
    }
}

struct Eager(u8);

#[maybe_async]
impl IntoFuture for Eager {
    type Output = u8;
    type IntoFuture = Pin<Box<dyn Future<Output = u8>>>;

    fn into_future(self) -> Self::IntoFuture {
        println!("turned"); //~
        Box::pin(async move { self.0 })
    }
}

struct Hidden(u8);

#[maybe_async]
impl IntoFuture for Hidden { //~
    type Output = u8;
    type IntoFuture = Boxed<u8>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.0 })
    }
}

struct Kept(u8);

#[maybe_async]
impl IntoFuture for Kept {
    type Output = u8;
    type IntoFuture = Pin<Box<dyn Future<Output = u8>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.0 })
    }
}

// What it holds and its future does not is dropped before the await.
#[maybe_async]
async fn turned(kept: Kept) -> u8 {
    let later = kept.into_future(); //~
    later.await
}

#[maybe_async]
mod api {
    use std::pin::Pin;

    pub struct Get(pub u8);

    impl IntoFuture for Get {
        type Output = u8;
        type IntoFuture = Pin<Box<dyn Future<Output = u8>>>;

        fn into_future(self) -> Self::IntoFuture {
            Box::pin(async move { self.0 })
        }
    }

    impl Get {
        pub fn plus(self, n: u8) -> Self {
            Get(self.0 + n)
        }

        // As the value has one.
        pub fn pow(self, _: u32) -> u8 {
            0
        }
    }

    pub fn made(n: u8) -> Option<Get> {
        Some(Get(n))
    }

    // It may be that of a stream, which has one in the twin.
    pub async fn turned(get: Get) -> u8 {
        let later = get.into_future(); //~
        later.await
    }

    // Nothing says whose method this is: `let get = get.plus(1); get.await` does.
    pub async fn chained() -> u8 {
        for get in made(1) {
            get.plus(1).await; //~
        }
        for get in made(2) {
            let _value = get.plus(1).await; //~
        }
        made(3).map_or(Get(1), |get| get.plus(1)).plus(1).await.pow(1) //~
    }
}

struct Outside(u8);

fn outside() -> Outside {
    Outside(1)
}

mod asynchronous {
    #[await_me_maybe::asynchronous::maybe_async]
    impl IntoFuture for super::Outside {
        type Output = u8;
        type IntoFuture = std::future::Ready<u8>;

        fn into_future(self) -> Self::IntoFuture {
            std::future::ready(self.0)
        }
    }
}

mod blocking {
    #[await_me_maybe::blocking::maybe_async]
    impl IntoFuture for super::Outside {
        type Output = u8;
        type IntoFuture = std::future::Ready<u8>;

        fn into_future(self) -> Self::IntoFuture {
            std::future::ready(self.0)
        }
    }

    #[await_me_maybe::blocking::maybe_async]
    pub async fn lost() {
        super::outside().await; //~
    }
}

fn main() {
    let _ = (turned(Kept(1)), turned_blocking(Kept(1)));
    let _ = (Named(1), Eager(1), Hidden(1), blocking::lost());
    let _ = (api::chained(), api::blocking::chained());
    let _ = (api::turned(api::Get(1)), api::blocking::turned(api::blocking::Get(1)));
}
