//! The receiver of a call that is awaited later would be evaluated later too.

use await_me_maybe::maybe_async;

struct Client;

impl Client {
    fn connect(&self) -> &Self {
        self
    }

    async fn get(&self, n: u8) -> u8 {
        n
    }

    fn get_blocking(&self, n: u8) -> u8 {
        n
    }
}

#[maybe_async]
impl Client {
    fn fetch(&self) -> impl Future<Output = u8> {
        self.connect().get(1) //~
    }

    async fn choose(&self, n: u8) -> u8 {
        if n > 1 {
            let name = String::new();
            self.connect().get(name.len() as u8) //~
        } else {
            self.get(1)
        }
        .await
    }
}

fn main() {
    let _ = (Client.fetch(), Client.choose(1));
    Client.fetch_blocking();
    Client.choose_blocking(1);
}
