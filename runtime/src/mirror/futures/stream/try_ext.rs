//! `TryStreamExt`: adaptors of iterators of results.

use super::try_adaptors::{
    AndThen, ErrInto, InspectErr, InspectOk, MapErr, MapOk, OrElse, TryChunks, TryFilter,
    TryFilterMap, TryFlatten,
};
use super::try_stream::TryStream;
use super::try_while::{TrySkipWhile, TryTakeWhile};

/// The adaptors of `futures::TryStreamExt`, whose closures give plain results here.
///
/// They pass errors through and go on behind them; what gives one value (`try_fold`,
/// `try_collect`, ..) stops at the first error and pulls no further.
///
/// ```
/// use await_me_maybe::mirror::futures::TryStreamExt as _;
///
/// let numbers = ["1", "x", "3"].into_iter().map(str::parse::<u32>);
/// let mut tens = numbers.map_ok(|number| number * 10).or_else(|_| Ok::<_, ()>(0));
/// assert_eq!(tens.try_next(), Ok(Some(10)));
/// assert_eq!(tens.try_collect::<Vec<_>>(), Ok(vec![0, 30]));
/// ```
#[allow(
    clippy::missing_errors_doc,
    reason = "an error of the iterator or of a closure"
)]
pub trait TryStreamExt: TryStream {
    /// The next item.
    fn try_next(&mut self) -> Result<Option<Self::Ok>, Self::Error> {
        self.next().transpose()
    }

    /// Errors of another type.
    fn err_into<E>(self) -> ErrInto<Self, E>
    where
        Self: Sized,
        Self::Error: Into<E>,
    {
        ErrInto::new(self)
    }

    /// What the closure makes of each value.
    fn map_ok<T, F>(self, f: F) -> MapOk<Self, F>
    where
        F: FnMut(Self::Ok) -> T,
        Self: Sized,
    {
        MapOk { stream: self, f }
    }

    /// What the closure makes of each error.
    fn map_err<E, F>(self, f: F) -> MapErr<Self, F>
    where
        F: FnMut(Self::Error) -> E,
        Self: Sized,
    {
        MapErr { stream: self, f }
    }

    /// What the closure, which can fail, makes of each value.
    fn and_then<T, F>(self, f: F) -> AndThen<Self, F>
    where
        F: FnMut(Self::Ok) -> Result<T, Self::Error>,
        Self: Sized,
    {
        AndThen { stream: self, f }
    }

    /// What the closure, which can fail, makes of each error.
    fn or_else<E, F>(self, f: F) -> OrElse<Self, F>
    where
        F: FnMut(Self::Error) -> Result<Self::Ok, E>,
        Self: Sized,
    {
        OrElse { stream: self, f }
    }

    /// Looks at each value.
    fn inspect_ok<F>(self, f: F) -> InspectOk<Self, F>
    where
        F: FnMut(&Self::Ok),
        Self: Sized,
    {
        InspectOk { stream: self, f }
    }

    /// Looks at each error.
    fn inspect_err<F>(self, f: F) -> InspectErr<Self, F>
    where
        F: FnMut(&Self::Error),
        Self: Sized,
    {
        InspectErr { stream: self, f }
    }

    /// Itself: an iterator of results.
    #[must_use]
    fn into_stream(self) -> Self
    where
        Self: Sized,
    {
        self
    }

    /// The values that the closure lets pass, and all errors.
    fn try_filter<F>(self, f: F) -> TryFilter<Self, F>
    where
        F: FnMut(&Self::Ok) -> bool,
        Self: Sized,
    {
        TryFilter { stream: self, f }
    }

    /// What the closure, which can fail, finds in each value.
    fn try_filter_map<T, F>(self, f: F) -> TryFilterMap<Self, F>
    where
        F: FnMut(Self::Ok) -> Result<Option<T>, Self::Error>,
        Self: Sized,
    {
        TryFilterMap { stream: self, f }
    }

    /// The items of the iterators that are the values.
    fn try_flatten(self) -> TryFlatten<Self>
    where
        Self: Sized,
        Self::Ok: TryStream,
        <Self::Ok as TryStream>::Error: From<Self::Error>,
    {
        TryFlatten::new(self)
    }

    /// Nothing until the closure gives `false`, and everything from there on.
    fn try_skip_while<F>(self, f: F) -> TrySkipWhile<Self, F>
    where
        F: FnMut(&Self::Ok) -> Result<bool, Self::Error>,
        Self: Sized,
    {
        TrySkipWhile::new(self, f)
    }

    /// Everything until the closure gives `false`, and nothing from there on.
    fn try_take_while<F>(self, f: F) -> TryTakeWhile<Self, F>
    where
        F: FnMut(&Self::Ok) -> Result<bool, Self::Error>,
        Self: Sized,
    {
        TryTakeWhile::new(self, f)
    }

    /// Vectors of `capacity` values, the last one shorter.
    ///
    /// # Panics
    ///
    /// If the capacity is zero.
    #[track_caller]
    fn try_chunks(self, capacity: usize) -> TryChunks<Self>
    where
        Self: Sized,
    {
        TryChunks::new(self, capacity)
    }

    /// Calls the closure, which can fail, for each value.
    fn try_for_each<F>(self, mut f: F) -> Result<(), Self::Error>
    where
        F: FnMut(Self::Ok) -> Result<(), Self::Error>,
        Self: Sized,
    {
        for item in self {
            f(item?)?;
        }
        Ok(())
    }

    /// What is left when the closure has taken in all values.
    fn try_fold<T, F>(self, init: T, mut f: F) -> Result<T, Self::Error>
    where
        F: FnMut(T, Self::Ok) -> Result<T, Self::Error>,
        Self: Sized,
    {
        let mut folded = init;
        for item in self {
            folded = f(folded, item?)?;
        }
        Ok(folded)
    }

    /// A collection of all values.
    fn try_collect<C>(self) -> Result<C, Self::Error>
    where
        C: Default + Extend<Self::Ok>,
        Self: Sized,
    {
        let mut all = C::default();
        for item in self {
            all.extend(Some(item?));
        }
        Ok(all)
    }

    /// All values in one.
    fn try_concat(self) -> Result<Self::Ok, Self::Error>
    where
        Self: Sized,
        Self::Ok: Extend<<Self::Ok as IntoIterator>::Item> + IntoIterator + Default,
    {
        let mut all = None;
        for item in self {
            let item = item?;
            match &mut all {
                None => all = Some(item),
                Some(all) => all.extend(item),
            }
        }
        Ok(all.unwrap_or_default())
    }

    /// Whether the closure gives `true` for all values, up to the first for which it does not.
    fn try_all<F>(self, mut f: F) -> Result<bool, Self::Error>
    where
        F: FnMut(Self::Ok) -> bool,
        Self: Sized,
    {
        for item in self {
            if !f(item?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether the closure gives `true` for one of the values, up to the first.
    fn try_any<F>(self, mut f: F) -> Result<bool, Self::Error>
    where
        F: FnMut(Self::Ok) -> bool,
        Self: Sized,
    {
        self.try_all(|item| !f(item)).map(|none| !none)
    }

    /// [`try_fold`](Self::try_fold), of which there is only one.
    #[doc(hidden)]
    fn __try_fold<T, F>(self, init: T, f: F) -> Result<T, Self::Error>
    where
        F: FnMut(T, Self::Ok) -> Result<T, Self::Error>,
        Self: Sized,
    {
        TryStreamExt::try_fold(self, init, f)
    }

    /// [`try_for_each`](Self::try_for_each), of which there is only one.
    #[doc(hidden)]
    fn __try_for_each<F>(self, f: F) -> Result<(), Self::Error>
    where
        F: FnMut(Self::Ok) -> Result<(), Self::Error>,
        Self: Sized,
    {
        TryStreamExt::try_for_each(self, f)
    }
}

impl<S: TryStream + ?Sized> TryStreamExt for S {}
