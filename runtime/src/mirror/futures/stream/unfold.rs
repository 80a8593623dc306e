//! Iterators made of a state and a closure.

/// What [`unfold`] returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Unfold<T, F> {
    state: Option<T>,
    f: F,
}

/// Items that the closure makes of a state, until it gives `None`.
///
/// # Panics
///
/// The iterator panics if it is asked again after its end.
///
/// ```
/// use await_me_maybe::mirror::futures::stream;
///
/// let powers = stream::unfold(1, |n| (n < 20).then_some((n, n * 3)));
/// assert_eq!(powers.collect::<Vec<_>>(), [1, 3, 9]);
/// ```
pub fn unfold<T, F, Item>(init: T, f: F) -> Unfold<T, F>
where
    F: FnMut(T) -> Option<(Item, T)>,
{
    Unfold {
        state: Some(init),
        f,
    }
}

impl<T, F, Item> Iterator for Unfold<T, F>
where
    F: FnMut(T) -> Option<(Item, T)>,
{
    type Item = Item;

    #[track_caller]
    fn next(&mut self) -> Option<Item> {
        let state = self
            .state
            .take()
            .expect("Unfold must not be polled after it returned `Poll::Ready(None)`");
        let (item, state) = (self.f)(state)?;
        self.state = Some(state);
        Some(item)
    }
}

/// What [`try_unfold`] returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TryUnfold<T, F> {
    state: Option<T>,
    f: F,
}

/// Items that the closure makes of a state, until it gives `None` or fails.
///
/// ```
/// use await_me_maybe::mirror::futures::stream;
///
/// let countdown = stream::try_unfold(2u8, |n| match n.checked_sub(1) {
///     Some(next) => Ok(Some((n, next))),
///     None => Err("below zero"),
/// });
/// assert_eq!(countdown.collect::<Vec<_>>(), [Ok(2), Ok(1), Err("below zero")]);
/// ```
pub fn try_unfold<T, F, Item, E>(init: T, f: F) -> TryUnfold<T, F>
where
    F: FnMut(T) -> Result<Option<(Item, T)>, E>,
{
    TryUnfold {
        state: Some(init),
        f,
    }
}

impl<T, F, Item, E> Iterator for TryUnfold<T, F>
where
    F: FnMut(T) -> Result<Option<(Item, T)>, E>,
{
    type Item = Result<Item, E>;

    fn next(&mut self) -> Option<Result<Item, E>> {
        match (self.f)(self.state.take()?) {
            Ok(Some((item, state))) => {
                self.state = Some(state);
                Some(Ok(item))
            }
            Ok(None) => None,
            Err(error) => Some(Err(error)),
        }
    }
}
