//! Trying again.

use std::time::Duration;

use super::maybe_async;
use crate::Config;

/// How often there can be another attempt, and when.
#[derive(Debug)]
pub(crate) struct Attempts {
    left: u32,
    time: Duration,
    longest: Duration,
}

#[maybe_async]
impl Attempts {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            left: config.retries,
            time: config.backoff,
            longest: config.longest_backoff,
        }
    }

    /// Waits until the next attempt is due; whether there is one.
    pub(crate) async fn pause(&mut self) -> bool {
        let Some(left) = self.left.checked_sub(1) else {
            return false;
        };
        self.left = left;
        let time = self.time.min(self.longest);
        self.time = time.saturating_mul(2);
        tokio::time::sleep(time).await;
        true
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[maybe_async]
    #[tokio::test]
    async fn each_time_later_up_to_a_limit() {
        let config = Config::new()
            .retries(4)
            .backoff(Duration::from_millis(10), Duration::from_millis(25));
        let begin = Instant::now();
        let mut attempts = Attempts::new(&config);
        for _ in 0..4 {
            assert!(attempts.pause().await);
        }
        let took = begin.elapsed();
        assert!(!attempts.pause().await);
        // 10, 20, 25, 25
        assert!(took >= Duration::from_millis(80), "{took:?}");
        assert!(took < Duration::from_secs(2), "{took:?}");
    }
}
