//! Code for one half.

use await_me_maybe_tests::give;

use crate::maybe_async;

/// A pair.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    left: u32,
    right: u32,
}

#[maybe_async]
impl Pair {
    /// A pair.
    #[must_use]
    pub const fn new(left: u32, right: u32) -> Self {
        Self { left, right }
    }

    /// Chosen.
    pub async fn values(&self, more: u32) -> u32 {
        let first = if is_async!() {
            give(self.left).await
        } else {
            self.left
        };
        #[only_async]
        let more = more + self.right;
        let half = match is_async!() {
            true => 1,
            false => 2,
        };
        first + more + half
    }

    /// Marked.
    pub async fn marked(&self, #[only_async] many: u32) -> Vec<u32> {
        vec![
            #[only_async]
            give(many).await,
            self.left,
        ]
    }
}
