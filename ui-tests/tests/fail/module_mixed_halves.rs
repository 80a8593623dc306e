//! The types of the two halves are different types.

#[await_me_maybe::maybe_async]
mod api {
    pub struct Client;

    impl Client {
        pub async fn get(&self) -> u8 {
            1
        }
    }

    pub struct Shared;

    pub async fn level(client: &Client, shared: Shared) -> u8 {
        let _ = shared;
        client.get().await
    }
}

fn main() {
    api::blocking::level(&api::Client, api::Shared); //~
    let _ = api::level(&api::blocking::Client, api::blocking::Shared); //~
    let _: u8 = api::level(&api::Client, api::Shared); //~
}
