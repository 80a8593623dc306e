//! Adaptors of iterators of results.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::mem;

use super::try_ext::TryStreamExt as _;
use super::try_stream::TryStream;

macro_rules! adaptors {
    ($($Adaptor:ident of $method:ident: <$($T:ident)?> FnMut($($argument:tt)*) $(-> $Output:ty)? => $Item:ty, |$this:ident| $next:expr;)*) => {$(
        #[doc = concat!("What [`", stringify!($method), "`](super::TryStreamExt::", stringify!($method), ") returns.")]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Adaptor<S, F> {
            pub(super) stream: S,
            pub(super) f: F,
        }

        impl<S: TryStream, F, $($T)?> Iterator for $Adaptor<S, F>
        where
            F: FnMut($($argument)*) $(-> $Output)?,
        {
            type Item = $Item;

            fn next(&mut self) -> Option<Self::Item> {
                let $this = self;
                $next
            }
        }
    )*};
}

adaptors! {
    MapOk of map_ok: <T> FnMut(S::Ok) -> T => Result<T, S::Error>,
        |this| Some(this.stream.next()?.map(&mut this.f));
    MapErr of map_err: <E> FnMut(S::Error) -> E => Result<S::Ok, E>,
        |this| Some(this.stream.next()?.map_err(&mut this.f));
    AndThen of and_then: <T> FnMut(S::Ok) -> Result<T, S::Error> => Result<T, S::Error>,
        |this| Some(this.stream.next()?.and_then(&mut this.f));
    OrElse of or_else: <E> FnMut(S::Error) -> Result<S::Ok, E> => Result<S::Ok, E>,
        |this| Some(this.stream.next()?.or_else(&mut this.f));
    InspectOk of inspect_ok: <> FnMut(&S::Ok) => Result<S::Ok, S::Error>,
        |this| Some(this.stream.next()?.inspect(&mut this.f));
    InspectErr of inspect_err: <> FnMut(&S::Error) => Result<S::Ok, S::Error>,
        |this| Some(this.stream.next()?.inspect_err(&mut this.f));
    TryFilter of try_filter: <> FnMut(&S::Ok) -> bool => Result<S::Ok, S::Error>,
        |this| this.stream.find(|item| item.as_ref().map_or(true, &mut this.f));
    TryFilterMap of try_filter_map: <T> FnMut(S::Ok) -> Result<Option<T>, S::Error> => Result<T, S::Error>,
        |this| this.stream.find_map(|item| item.and_then(&mut this.f).transpose());
}

/// What [`err_into`](super::TryStreamExt::err_into) returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct ErrInto<S, E> {
    stream: S,
    error: PhantomData<fn() -> E>,
}

impl<S, E> ErrInto<S, E> {
    pub(super) fn new(stream: S) -> Self {
        Self {
            stream,
            error: PhantomData,
        }
    }
}

impl<S: TryStream<Error: Into<E>>, E> Iterator for ErrInto<S, E> {
    type Item = Result<S::Ok, E>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.stream.next()?.map_err(Into::into))
    }
}

/// What [`try_flatten`](super::TryStreamExt::try_flatten) returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TryFlatten<S: TryStream> {
    stream: S,
    inner: Option<S::Ok>,
}

impl<S: TryStream> TryFlatten<S> {
    pub(super) fn new(stream: S) -> Self {
        Self {
            stream,
            inner: None,
        }
    }
}

impl<S> Iterator for TryFlatten<S>
where
    S: TryStream<Ok: TryStream<Error: From<S::Error>>>,
{
    type Item = Result<<S::Ok as TryStream>::Ok, <S::Ok as TryStream>::Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(inner) = &mut self.inner {
                if let Some(item) = inner.next() {
                    return Some(item);
                }
                self.inner = None;
            }
            match self.stream.try_next() {
                Ok(inner) => self.inner = Some(inner?),
                Err(error) => return Some(Err(error.into())),
            }
        }
    }
}

/// What [`try_chunks`](super::TryStreamExt::try_chunks) returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TryChunks<S: TryStream> {
    stream: S,
    items: Vec<S::Ok>,
    capacity: usize,
    ended: bool,
}

impl<S: TryStream> TryChunks<S> {
    #[track_caller]
    pub(super) fn new(stream: S, capacity: usize) -> Self {
        assert!(capacity > 0);
        Self {
            stream,
            items: Vec::with_capacity(capacity),
            capacity,
            ended: false,
        }
    }

    fn take(&mut self) -> Vec<S::Ok> {
        mem::replace(&mut self.items, Vec::with_capacity(self.capacity))
    }
}

impl<S: TryStream> Iterator for TryChunks<S> {
    type Item = Result<Vec<S::Ok>, TryChunksError<S::Ok, S::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        loop {
            match self.stream.try_next() {
                Ok(Some(item)) => {
                    self.items.push(item);
                    if self.items.len() >= self.capacity {
                        return Some(Ok(self.take()));
                    }
                }
                Ok(None) => {
                    self.ended = true;
                    let rest = mem::take(&mut self.items);
                    return (!rest.is_empty()).then_some(Ok(rest));
                }
                Err(error) => return Some(Err(TryChunksError(self.take(), error))),
            }
        }
    }
}

/// An error, and the values that were before it in its chunk.
#[derive(Clone, PartialEq, Eq)]
pub struct TryChunksError<T, E>(pub Vec<T>, pub E);

impl<T, E: fmt::Debug> fmt::Debug for TryChunksError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.1.fmt(f)
    }
}

impl<T, E: fmt::Display> fmt::Display for TryChunksError<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.1.fmt(f)
    }
}

impl<T, E: fmt::Debug + fmt::Display> core::error::Error for TryChunksError<T, E> {}
