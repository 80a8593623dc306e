//! A request that is only sent when it is awaited: its twin was given a plain `get`.

use await_me_maybe::maybe_async;

struct Request(u8);

impl IntoFuture for Request {
    type Output = u8;
    type IntoFuture = std::future::Ready<u8>;

    fn into_future(self) -> Self::IntoFuture {
        std::future::ready(self.0)
    }
}

struct Client;

impl Client {
    fn get(&self) -> Request {
        Request(1)
    }

    fn get_blocking(&self) -> Request {
        Request(1)
    }
}

#[maybe_async]
async fn statement(client: &Client) {
    client.get().await; //~
}

#[maybe_async]
async fn bound(client: &Client) -> bool {
    let _value = client.get().await; //~
    true
}

#[maybe_async(keep(get))]
async fn kept(client: &Client) -> Option<u8> {
    Some(client.get().await) //~
}

fn main() {
    let client = Client;
    let _ = (statement(&client), bound(&client), kept(&client), client.get());
    statement_blocking(&client);
    bound_blocking(&client);
    kept_blocking(&client);
}
