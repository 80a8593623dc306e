//! Waiting for a time.
//!
//! ```
//! use await_me_maybe::mirror::tokio::time::{Duration, Instant, sleep};
//!
//! let start = Instant::now();
//! sleep(Duration::from_millis(2));
//! assert!(start.elapsed() >= Duration::from_millis(2));
//! ```

#![allow(
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    reason = "the types and methods are tokio's, and documented there"
)]

pub mod error;
mod instant;
mod interval;

#[doc(no_inline)]
pub use core::time::Duration;

pub use instant::Instant;
pub use interval::{Interval, MissedTickBehavior, interval, interval_at};

/// Waits so long.
pub fn sleep(duration: Duration) {
    std::thread::sleep(duration);
}

/// Waits until that time.
pub fn sleep_until(deadline: Instant) {
    let left = deadline.duration_since(Instant::now());
    if !left.is_zero() {
        sleep(left);
    }
}
