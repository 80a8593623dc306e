use super::{bisync, only_async, only_sync};

/// Greets people.
pub struct Client {
    /// The word in front of the name.
    pub greeting: String,
}

#[bisync]
impl Client {
    /// The greeting, after a pause.
    pub async fn greet(&self, name: &str) -> String {
        pause().await;
        format!("{} {name}", self.greeting)
    }
}

#[only_async]
async fn pause() {
    std::future::ready(()).await;
}

#[only_sync]
fn pause() {
    std::thread::yield_now();
}
