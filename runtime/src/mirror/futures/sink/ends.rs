//! Sinks that pass nothing on.

use core::convert::Infallible;
use core::marker::PhantomData;

use super::Sink;

/// What [`drain`] returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct Drain<T>(PhantomData<fn(T)>);

/// A sink that drops what it takes.
pub fn drain<T>() -> Drain<T> {
    Drain(PhantomData)
}

impl<T> Sink<T> for Drain<T> {
    type Error = Infallible;

    fn sink_feed(&mut self, _: T) -> Result<(), Infallible> {
        Ok(())
    }

    fn sink_flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn sink_close(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

/// What [`unfold`] returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct Unfold<T, Item, F> {
    state: Option<T>,
    waiting: Option<Item>,
    f: F,
}

/// A sink made of a state and a closure, which gives the next state for each item.
///
/// As in `futures`, the closure works when the sink is flushed or takes the next item.
///
/// # Panics
///
/// The sink panics if it takes an item after the closure has failed.
///
/// ```
/// use await_me_maybe::mirror::futures::sink::{self, SinkExt as _};
///
/// let mut sums = Vec::new();
/// let mut sink = sink::unfold(0, |sum, n: u32| {
///     sums.push(sum + n);
///     Ok::<_, ()>(sum + n)
/// });
/// sink.send(2)?;
/// sink.send(3)?;
/// assert_eq!(sums, [2, 5]);
/// # Ok::<_, ()>(())
/// ```
pub fn unfold<T, F, Item, E>(init: T, f: F) -> Unfold<T, Item, F>
where
    F: FnMut(T, Item) -> Result<T, E>,
{
    Unfold {
        state: Some(init),
        waiting: None,
        f,
    }
}

impl<T, F, Item, E> Sink<Item> for Unfold<T, Item, F>
where
    F: FnMut(T, Item) -> Result<T, E>,
{
    type Error = E;

    #[track_caller]
    fn sink_feed(&mut self, item: Item) -> Result<(), E> {
        self.sink_flush()?;
        assert!(
            self.state.is_some(),
            "start_send called without poll_ready being called first"
        );
        self.waiting = Some(item);
        Ok(())
    }

    fn sink_flush(&mut self) -> Result<(), E> {
        let Some(item) = self.waiting.take() else {
            return Ok(());
        };
        if let Some(state) = self.state.take() {
            self.state = Some((self.f)(state, item)?);
        }
        Ok(())
    }

    fn sink_close(&mut self) -> Result<(), E> {
        self.sink_flush()
    }
}
