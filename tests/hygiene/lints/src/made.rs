//! What macros make.

use await_me_maybe_tests::give;
#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::give_blocking;

use crate::maybe_async;

/// Makes functions.
macro_rules! function {
    ($(#[$meta:meta])* $vis:vis $name:ident, $ty:ty, $value:expr, $body:block) => {
        $(#[$meta])*
        #[maybe_async]
        $vis async fn $name() -> $ty {
            let early = async { $value * 2 };
            let inside: $ty = $body;
            give($value * 3).await + early.await + inside
        }
    };
}

function!(
    /// Made.
    pub made,
    u32,
    1 + 1,
    {
        let found = give(4_u32).await;
        found
    }
);
