//! Each on a thread of its own, the first branch of a `join!` on this one.
//!
//! A panic in any of them goes on here, when all have ended.
//!
//! What gives its results one by one (`buffered` and its kin, `FuturesUnordered`) may be returned
//! and stored, so its threads cannot borrow: the work has to be `Send + 'static`, and rustc says
//! "borrowed data escapes", "does not live long enough" or "may not live long enough" where it is
//! not. `move`, `Arc` or `clone` make it so; `for_each_concurrent` borrows. Dropped before its end,
//! it starts nothing more, and waits for what runs.
//!
//! A stream is asked for its items by the caller's thread. One whose next item depends on what the
//! caller does with the results may therefore wait for ever.

mod buffered;
mod for_each;
mod futures;
mod workers;

use alloc::vec::Vec;
use std::panic::resume_unwind;
use std::thread::{ScopedJoinHandle, scope};

#[cfg(feature = "mirror-tokio")]
pub use crate::mirror::tokio::task::JoinSet;
use crate::resolve::Resolve;

pub use buffered::{buffer_unordered, buffered, try_buffer_unordered, try_buffered};
pub use for_each::{for_each_concurrent, try_for_each_concurrent};
pub use futures::{FuturesOrdered, FuturesUnordered};

fn joined<T>(handle: ScopedJoinHandle<'_, T>) -> T {
    handle
        .join()
        .unwrap_or_else(|payload| resume_unwind(payload))
}

macro_rules! join {
    ($($join:ident $try_join:ident: $first:ident $($other:ident)*;)*) => {$(
        /// See the module.
        #[allow(non_snake_case, reason = "a branch has the name of its type")]
        pub fn $join<$first, $($other),*>(
            $first: $first,
            $($other: $other),*
        ) -> ($first::Output, $($other::Output),*)
        where
            $first: Resolve,
            $($other: Resolve<Output: Send> + Send,)*
        {
            scope(|scope| {
                $(let $other = scope.spawn(move || $other.resolve());)*
                let $first = $first.resolve();
                ($first, $(joined($other)),*)
            })
        }

        /// The first error in their order; all of them run to their end.
        #[allow(non_snake_case, reason = "a branch has the name of its type")]
        pub fn $try_join<Error, $first, $($other),*>(
            $first: impl Resolve<Output = Result<$first, Error>>,
            $($other: impl Resolve<Output = Result<$other, Error>> + Send),*
        ) -> Result<($first, $($other),*), Error>
        where
            Error: Send,
            $($other: Send,)*
        {
            let ($first, $($other),*) = $join($first, $($other),*);
            Ok(($first?, $($other?),*))
        }
    )*};
}

join! {
    join2 try_join2: A B;
    join3 try_join3: A B C;
    join4 try_join4: A B C D;
    join5 try_join5: A B C D E;
    join6 try_join6: A B C D E F;
    join7 try_join7: A B C D E F G;
    join8 try_join8: A B C D E F G H;
}

/// See the module.
pub fn join_all<I>(work: I) -> Vec<<I::Item as Resolve>::Output>
where
    I: IntoIterator<Item: Resolve<Output: Send> + Send>,
{
    let mut work = work.into_iter().collect::<Vec<_>>().into_iter();
    let Some(first) = work.next() else {
        return Vec::new();
    };
    scope(|scope| {
        let others: Vec<_> = work
            .map(|work| scope.spawn(move || work.resolve()))
            .collect();
        let first = first.resolve();
        core::iter::once(first)
            .chain(others.into_iter().map(joined))
            .collect()
    })
}

/// The first error in their order; all of them run to their end.
pub fn try_join_all<I, T, E>(work: I) -> Result<Vec<T>, E>
where
    I: IntoIterator<Item: Resolve<Output = Result<T, E>> + Send>,
    T: Send,
    E: Send,
{
    join_all(work).into_iter().collect()
}
