//! What is left of a choice adds no warning of its own.
#![deny(warnings)]
#![deny(
    missing_docs,
    unused,
    unreachable_pub,
    future_incompatible,
    rust_2018_idioms,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::default_numeric_fallback,
    clippy::unused_async
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{give, give_blocking};
use futures::executor::block_on;

/// Two values.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    left: u32,
    right: u32,
}

#[maybe_async]
impl Pair {
    /// Braces of a branch around a value, an initialiser, an argument, an operand.
    pub async fn values(&self, more: u32) -> u32 {
        let first = if is_async!() {
            give(self.left).await
        } else {
            give_blocking(self.right)
        };
        let second = first
            + if is_async!() {
                give(more).await
            } else {
                self.right
            };
        let third = match is_async!() {
            true => give(1_u32).await,
            false => 2,
        };
        let fourth = u32::max(if is_async!() { second } else { first }, third);
        if is_async!() { fourth } else { fourth + 1 }
    }

    /// Leaving early in one half.
    pub async fn early(&self) -> u32 {
        for step in 0..self.right {
            if is_async!() {
                continue;
            }
            if step == give(1).await {
                break;
            }
        }
        if is_async!() {
            return give(self.left).await;
        }
        if !is_async!() && self.left == 7 {
            return 8;
        }
        self.right
    }

    /// The whole of the body.
    pub async fn tails(&self) -> u32 {
        #[only_async]
        {
            give(self.left).await
        }
        #[only_blocking]
        {
            let right = self.right;
            right
        }
    }

    /// Values of the question itself.
    ///
    /// # Panics
    /// Never.
    pub async fn questions(&self) -> (bool, String) {
        let half = is_async!();
        assert!(is_async!() || self.left < 100);
        assert_eq!(is_async!(), half, "{}", is_async!());
        let word = if is_async!() && half {
            "async"
        } else {
            "blocking"
        };
        let labelled = 'label: {
            if is_async!() {
                break 'label give(1_u8).await;
            }
            2
        };
        (!is_async!(), format!("{word} {labelled} {}", is_async!()))
    }

    /// Statements, arms and elements.
    pub async fn lists(&self, #[only_async] many: u32, #[only_blocking] few: u32) -> Vec<u32> {
        #[only_async]
        let many = many + 1;
        #[only_blocking]
        let many = few;
        let Self {
            #[only_async]
                left: it,
            #[only_blocking]
                right: it,
            ..
        } = self;
        let it = match *it {
            #[only_async]
            0 => give(1).await,
            #[only_blocking]
            0 => 2,
            it => it,
        };
        vec![
            #[only_async]
            give(it).await,
            #[only_blocking]
            it,
            many,
        ]
    }
}

#[test]
fn strict_code_works() {
    let pair = Pair { left: 3, right: 5 };
    assert_eq!((block_on(pair.values(4)), pair.values_blocking(4)), (7, 6));
    assert_eq!((block_on(pair.early()), pair.early_blocking()), (3, 5));
    assert_eq!((block_on(pair.tails()), pair.tails_blocking()), (3, 5));
    assert_eq!(
        block_on(pair.questions()),
        (false, "async 1 true".to_owned())
    );
    assert_eq!(
        pair.questions_blocking(),
        (true, "blocking 2 false".to_owned())
    );
    assert_eq!(
        (block_on(pair.lists(9)), pair.lists_blocking(9)),
        (vec![3, 10], vec![5, 9])
    );
}
