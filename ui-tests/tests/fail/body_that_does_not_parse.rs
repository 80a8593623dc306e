//! While a body is being written it does not parse: callers of both halves still resolve. What is
//! wrong is said twice, by rustc of the async half and by the attribute.

use await_me_maybe::maybe_async;

struct Client {
    count: u8,
}

#[maybe_async]
impl Client {
    async fn get(&self, n: u8) -> u8 {
        match n {
            0 => 1,
            _ => self.count.
        } //~ //~
    }

    async fn other(&self) -> u8 {
        1
    }
}

#[maybe_async]
async fn calls(client: &Client) -> u8 {
    client.get(1).await + client.other().await
}

fn main() {
    let client = Client { count: 1 };
    let _ = (client.get(1), client.other(), calls(&client));
    let _: u8 = client.get_blocking(1) + client.other_blocking() + calls_blocking(&client);
}
