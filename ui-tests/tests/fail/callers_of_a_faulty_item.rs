//! One fault is one error, however many call the faulty item.

use await_me_maybe::maybe_async;

pub trait Named {
    fn name(&self) -> String;
}

#[maybe_async]
async fn refused<T: Clone>(value: &T, list: &mut Vec<T>) -> Option<T> {
    tokio::task::spawn_local(async {}); //~
    list.push(value.clone());
    list.pop()
}

struct Client;

#[maybe_async]
impl Client {
    const LIMIT: usize = 3;

    pub fn url(&self) -> &str {
        "url"
    }

    pub async fn open(url: &str) -> Result<Self, String> {
        async { url.len() }; //~
        Ok(Client)
    }

    pub async fn get(&mut self, id: usize) -> Option<&str> {
        Some(self.url()).filter(|_| id < Self::LIMIT)
    }

    pub fn count(&self) -> impl Future<Output = usize> {
        async { Self::LIMIT }
    }
}

#[maybe_async]
trait Store {
    const SIZE: usize;

    async fn load(&self) -> u8;

    async fn load_twice(&self) -> u8 {
        self.load(); //~
        self.load().await
    }
}

#[maybe_async]
impl Store for u8 {
    const SIZE: usize = 1;

    async fn load(&self) -> u8 {
        *self
    }
}

#[maybe_async(twins(Store))]
async fn uses(store: &impl Store) -> Result<u8, String> {
    let mut client = Client::open("url").await?;
    let known = client.get(1).await.is_some();
    let size = client.count().await;
    let last = refused(&1u8, &mut vec![2]).await.unwrap_or_default();
    Ok(store.load_twice().await + u8::from(known) + last + u8::try_from(size).unwrap_or(0))
}

fn main() {
    let _ = uses(&1u8);
    let _: Result<u8, String> = uses_blocking(&1u8);
}
