//! `Barrier`.

use core::fmt;

/// Lets threads go on together, when so many have come.
///
/// ```
/// use await_me_maybe::mirror::tokio::sync::Barrier;
/// use std::thread;
///
/// let barrier = Barrier::new(2);
/// let leaders = thread::scope(|scope| {
///     let other = scope.spawn(|| barrier.wait().is_leader());
///     u8::from(barrier.wait().is_leader()) + u8::from(other.join().unwrap())
/// });
/// assert_eq!(leaders, 1);
/// ```
pub struct Barrier(std::sync::Barrier);

impl Barrier {
    /// For so many threads; none is as good as one.
    pub fn new(n: usize) -> Self {
        Self(std::sync::Barrier::new(n))
    }

    /// Waits for the others.
    pub fn wait(&self) -> BarrierWaitResult {
        BarrierWaitResult(self.0.wait().is_leader())
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Tells one of the threads from the others.
#[derive(Debug, Clone)]
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    /// Whether this is the one.
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
