//! Marks that cannot be meant.

use await_me_maybe::maybe_async;

#[maybe_async]
mod api {
    #[maybe_async(shared)]
    #[maybe_async(twin)] //~
    pub struct Two;

    #[maybe_async(shared, twin)] //~
    pub struct Both;

    #[maybe_async] //~
    pub async fn unmarked() {}

    #[maybe_async()] //~
    pub struct Empty;

    #[maybe_async(share)] //~
    pub struct Misspelt;

    #[maybe_async(name = other)] //~
    pub async fn named() {}

    #[maybe_async(skip)] //~
    pub async fn skipped() {}

    #[maybe_async(shared = true)] //~
    pub struct WithValue;

    #[maybe_async(shared)]
    pub async fn held() {} //~

    #[maybe_async(shared)]
    pub struct Held {
        pub callback: std::pin::Pin<Box<dyn Future<Output = ()>>>, //~
    }

    #[only_async]
    #[only_blocking] //~
    pub struct Neither;

    #[only_async]
    #[maybe_async(twin)] //~
    pub struct Half;

    #[maybe_async(shared)]
    pub mod nested {
        pub async fn get() {} //~
    }
}

fn main() {
    api::blocking::unmarked();
}
