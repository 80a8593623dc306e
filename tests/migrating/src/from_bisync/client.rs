use std::time::Duration;

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
        pause(Duration::from_millis(1)).await;
        format!("{} {name}", self.greeting)
    }
}

#[only_async]
async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

#[only_sync]
fn pause(time: Duration) {
    std::thread::sleep(time);
}
