//! A body that does not parse is told once by rustc and once by the macro, and both halves go on to resolve.

#[await_me_maybe::maybe_async]
mod api {
    pub struct Client;

    impl Client {
        pub async fn get(&self) -> u8 {
            let = 1; //~ //~
            2
        }

        pub async fn right(&self) -> u8 {
            1
        }
    }

    pub async fn level() -> u8 {
        Client.get().await
    }
}

async fn asynchronous() -> u8 {
    api::level().await + api::Client.get().await + api::Client.right().await
}

fn main() {
    let _ = asynchronous();
    let _: u8 = api::blocking::level() + api::blocking::Client.get();
}
