//! A future of a receiver that is not known runs at once in the twin, and cannot be awaited later.

use std::collections::HashMap;

#[await_me_maybe::maybe_async]
mod api {
    use super::HashMap;

    pub struct Client;

    impl Client {
        pub async fn get(&self, key: &str) -> String {
            key.to_owned()
        }
    }

    pub async fn late(clients: &HashMap<u8, Client>) -> String {
        let future = clients[&1].get("a");
        future.await //~
    }
}

fn main() {
    let _ = api::blocking::late(&HashMap::new());
}
