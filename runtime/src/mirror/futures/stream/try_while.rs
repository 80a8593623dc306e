//! Adaptors that change what they do once.

use super::try_ext::TryStreamExt as _;
use super::try_stream::TryStream;

/// What [`try_skip_while`](super::TryStreamExt::try_skip_while) returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TrySkipWhile<S, F> {
    stream: S,
    f: F,
    done: bool,
}

impl<S, F> TrySkipWhile<S, F> {
    pub(super) fn new(stream: S, f: F) -> Self {
        Self {
            stream,
            f,
            done: false,
        }
    }
}

impl<S: TryStream, F> TrySkipWhile<S, F>
where
    F: FnMut(&S::Ok) -> Result<bool, S::Error>,
{
    fn try_advance(&mut self) -> Result<Option<S::Ok>, S::Error> {
        while let Some(item) = self.stream.try_next()? {
            if self.done || !(self.f)(&item)? {
                self.done = true;
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

impl<S: TryStream, F> Iterator for TrySkipWhile<S, F>
where
    F: FnMut(&S::Ok) -> Result<bool, S::Error>,
{
    type Item = Result<S::Ok, S::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.try_advance().transpose()
    }
}

/// What [`try_take_while`](super::TryStreamExt::try_take_while) returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TryTakeWhile<S, F> {
    stream: S,
    f: F,
    done: bool,
}

impl<S, F> TryTakeWhile<S, F> {
    pub(super) fn new(stream: S, f: F) -> Self {
        Self {
            stream,
            f,
            done: false,
        }
    }
}

impl<S: TryStream, F> TryTakeWhile<S, F>
where
    F: FnMut(&S::Ok) -> Result<bool, S::Error>,
{
    fn try_advance(&mut self) -> Result<Option<S::Ok>, S::Error> {
        if self.done {
            return Ok(None);
        }
        let Some(item) = self.stream.try_next()? else {
            return Ok(None);
        };
        self.done = !(self.f)(&item)?;
        Ok((!self.done).then_some(item))
    }
}

impl<S: TryStream, F> Iterator for TryTakeWhile<S, F>
where
    F: FnMut(&S::Ok) -> Result<bool, S::Error>,
{
    type Item = Result<S::Ok, S::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.try_advance().transpose()
    }
}
