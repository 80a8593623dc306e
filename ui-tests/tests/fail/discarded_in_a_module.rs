//! A method of an unknown receiver may be async, and its twin has the same name.

use await_me_maybe::maybe_async;

#[maybe_async]
mod api {
    use std::collections::HashMap;

    pub struct Client {
        pub cache: HashMap<String, String>,
    }

    impl Client {
        pub async fn remove(&mut self, key: &str) -> Option<String> {
            self.cache.remove(key);
            let _ = self.cache.remove(key);
            // Known to be async, so that it runs in neither half.
            let _ = self.remove(key);
            None
        }

        pub async fn take(mut self, key: &str) -> Option<String> {
            self.cache.remove(key)
        }
    }

    pub async fn wrong(mut clients: Vec<Client>) {
        let _ = clients[0].remove("a"); //~
        drop(clients[1].remove("b")); //~
        for client in &mut clients {
            client.remove("c"); //~
        }
    }

    /// Variables that nothing is done with.
    pub async fn idle(mut clients: Vec<Client>) -> usize {
        let _future = clients.remove(0).take("e"); //~
        let dropped = clients.remove(0).take("f"); //~
        drop(dropped);
        let (_, len) = (clients.remove(0).take("g"), clients.len()); //~
        let _again = clients.remove(0).take("h"); //~
        let _again = len + 1;
        let shown = clients.pop().map(|client| client.cache.len()).take();
        println!("{shown:?}");
        len
    }

    pub trait Store {
        async fn put(&mut self, client: Client);

        async fn put_all(&mut self, mut clients: Vec<Client>) {
            let _ = clients.remove(0).remove("d"); //~
            for client in clients {
                self.put(client).await;
            }
        }
    }
}

fn main() {
    let _ = api::blocking::wrong(Vec::new());
    let _ = api::blocking::idle(Vec::new());
}
