//! Cases that one text states for both halves, without the attribute: what the mirror does by
//! itself, whatever the attribute makes of a source.
//!
//! A file of cases is included twice, with the names of [`asynchronous`] and of [`blocking`].

mod macros;

use std::any::Any;
use std::fmt::Debug;
use std::panic::UnwindSafe;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use await_me_maybe::blocking::Resolve;
pub use futures::executor::block_on;

/// What happened, in order.
#[derive(Debug, Default)]
pub struct Log(Mutex<Vec<String>>);

impl Log {
    /// One thing more.
    pub fn push(&self, entry: impl Into<String>) {
        self.entries().push(entry.into());
    }

    /// A value, as it is debugged.
    pub fn value(&self, value: impl Debug) {
        self.push(format!("{value:?}"));
    }

    /// All of it.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.entries())
    }

    /// What a panic said.
    pub fn panic(&self, payload: &(dyn Any + Send)) {
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref().map(String::as_str));
        self.push(format!("panic: {}", text.unwrap_or("of another type")));
    }

    // Some cases panic on purpose.
    fn entries(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Logs its end.
#[derive(Debug)]
pub struct Guard<'a>(pub &'a Log, pub &'static str);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.push(format!("drop {}", self.1));
    }
}

/// A stream that may be asked behind a panic, or a future.
#[derive(Debug)]
pub struct Unwinding<S>(pub S);

impl<S> UnwindSafe for Unwinding<S> {}

impl<S: Iterator> Iterator for Unwinding<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        self.0.next()
    }
}

impl<S: futures::Stream + Unpin> futures::Stream for Unwinding<S> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        Pin::new(&mut self.0).poll_next(context)
    }
}

impl<F: Future + Unpin> Future for Unwinding<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        Pin::new(&mut self.0).poll(context)
    }
}

impl<R: Resolve> Resolve for Unwinding<R> {
    type Output = R::Output;

    fn resolve(self) -> R::Output {
        self.0.resolve()
    }
}

macro_rules! source {
    () => {
        /// Gives what it was told to, ends in between included, and logs each step and its own end.
        #[derive(Debug)]
        pub struct Source<'a, T> {
            guard: Guard<'a>,
            items: VecDeque<Option<T>>,
        }

        /// A [`Source`]; behind the last item it is at its end.
        pub fn source<'a, T, const N: usize>(
            log: &'a Log,
            name: &'static str,
            items: [Option<T>; N],
        ) -> Source<'a, T> {
            Source {
                guard: Guard(log, name),
                items: items.into(),
            }
        }

        impl<T: Debug> Source<'_, T> {
            fn pull(&mut self) -> Option<T> {
                let item = self.items.pop_front().flatten();
                let Guard(log, name) = self.guard;
                log.push(format!("{name} gives {item:?}"));
                item
            }
        }
    };
}

/// The names of the async half.
pub mod asynchronous {
    use std::collections::VecDeque;
    use std::fmt::Debug;
    use std::pin::{Pin, pin};
    use std::task::{Context, Poll};

    use futures::stream::{Stream, StreamExt as _};

    use super::{Guard, Log};

    pub use crate::{
        cases_async as cases, future_async as future, pinned_async as pinned,
        together_async as together, used_up_async as used_up, wait_async as wait,
        work_async as work,
    };

    source!();

    impl<T: Debug + Unpin> Stream for Source<'_, T> {
        type Item = T;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
            Poll::Ready(self.pull())
        }
    }

    /// Logs the next items, and then drops the stream.
    pub async fn steps(log: &Log, times: usize, stream: impl Stream<Item: Debug>) {
        let mut stream = pin!(stream);
        for _ in 0..times {
            log.value(stream.next().await);
        }
    }
}

/// The names of the blocking half.
pub mod blocking {
    use std::collections::VecDeque;
    use std::fmt::Debug;

    use super::{Guard, Log};

    pub use crate::{
        cases_blocking as cases, future_blocking as future, pinned_blocking as pinned,
        together_blocking as together, used_up_blocking as used_up, wait_blocking as wait,
        work_blocking as work,
    };

    source!();

    impl<T: Debug> Iterator for Source<'_, T> {
        type Item = T;

        fn next(&mut self) -> Option<T> {
            self.pull()
        }
    }

    /// Logs the next items, and then drops the iterator.
    pub fn steps(log: &Log, times: usize, mut items: impl Iterator<Item: Debug>) {
        for _ in 0..times {
            log.value(items.next());
        }
    }
}
