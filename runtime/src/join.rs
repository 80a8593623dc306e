//! Work that the async half drives at the same time.

#![allow(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::too_many_arguments,
    reason = "called by twins alone"
)]

/// One after the other, in the order in which they are made.
#[cfg(feature = "alloc")]
pub mod sequential {
    use alloc::vec::Vec;

    #[cfg(feature = "mirror-tokio")]
    pub use crate::blocking::tokio::task::sequential::JoinSet;
    use crate::resolve::Resolve;

    /// All of them are made before the first one runs, as futures are.
    #[track_caller]
    pub fn join_all<I>(work: I) -> Vec<<I::Item as Resolve>::Output>
    where
        I: IntoIterator<Item: Resolve>,
    {
        let work: Vec<_> = work.into_iter().collect();
        work.into_iter().map(Resolve::resolve).collect()
    }

    /// Those behind the first error do not run.
    #[track_caller]
    pub fn try_join_all<I, T, E>(work: I) -> Result<Vec<T>, E>
    where
        I: IntoIterator<Item: Resolve<Output = Result<T, E>>>,
    {
        let work: Vec<_> = work.into_iter().collect();
        work.into_iter().map(Resolve::resolve).collect()
    }
}

/// Each on a thread of its own, the first one on this one.
///
/// A panic in any of them goes on here, when all have ended.
#[cfg(feature = "std")]
pub mod threads {
    extern crate std;

    use alloc::vec::Vec;
    use std::panic::resume_unwind;
    use std::thread::{ScopedJoinHandle, scope};

    #[cfg(feature = "mirror-tokio")]
    pub use crate::blocking::tokio::task::JoinSet;
    use crate::resolve::Resolve;

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
}
