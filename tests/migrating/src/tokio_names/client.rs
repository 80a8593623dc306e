use std::time::Duration;

use super::bisync;

#[bisync]
use tokio::time::sleep;

/// Greets people.
pub struct Client {
    /// The word in front of the name.
    pub greeting: String,
}

#[bisync]
impl Client {
    /// The greeting, after a pause.
    pub async fn greet(&self, name: &str) -> String {
        sleep(Duration::from_millis(1)).await;
        format!("{} {name}", self.greeting)
    }
}
