//! `Box::pin(e)` and `pin!(e)` of a value of which the macro does not know whether it is a stream
//! or a future: method resolution takes the first kind that fits, as in [`tag`](crate::tag).
//!
//! Input: `Box::pin(e)`; output, with the four traits in scope (`use .. as _`):
//!
//! ```text
//! match e { value => (&&&&of(&value)).__pinning().boxed(value) }
//! ```
//!
//! Input: `let s = pin!(e);`; output:
//!
//! ```text
//! let mut place = match e { value => (&&&&of(&value)).__pinning().place(value) };
//! let s = place.__pinned();
//! ```
//!
//! Input: `f(pin!(e))`; output:
//!
//! ```text
//! f((match e { value => (&&&&of(&value)).__pinning().place(value) }).__pinned())
//! ```
//!
//! | type of `e` | boxed | pinned |
//! |---|---|---|
//! | an iterator | `Box<E>` | `&mut E` |
//! | a thunk: `Deferred`, stored ones | `Pin<Box<E>>` | `Pin<&mut E>` |
//! | what can only be awaited by value: a closure, a parameter with a `Resolve` bound | `Pin<Box<Deferred<E>>>` | `Pin<&mut Deferred<E>>` |
//! | anything else | `Pin<Box<E>>` | `Pin<&mut E>` |
//!
//! A pinned stream has no `as_mut` of its own: the trait [`AsMutStream`] is to be in scope, too,
//! where `place` is.
//!
//! All of these coerce further to the forms with `dyn`. The type of `e` has to be known where it
//! stands, as for any method call; where it is not, it is taken for an iterator, which is an error
//! if it turns out to be none.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::ops::Deref;
use core::pin::Pin;

use crate::deferred::Deferred;
use crate::resolve::Resolve;
use crate::tag::Of;
use crate::thunk::Thunk;

pub use crate::tag::of;

/// Tried first.
pub trait StreamPinning {
    /// The kind.
    #[inline]
    fn __pinning(&self) -> IsStream {
        IsStream
    }
}

impl<I: Iterator> StreamPinning for &&&Of<I> {}

/// Tried second.
pub trait ThunkPinning {
    /// The kind.
    #[inline]
    fn __pinning(&self) -> IsOther {
        IsOther
    }
}

impl<G: Thunk> ThunkPinning for &&Of<G> {}

/// Tried third.
pub trait ResolvePinning {
    /// The kind.
    #[inline]
    fn __pinning(&self) -> IsResolve {
        IsResolve
    }
}

impl<R: Resolve> ResolvePinning for &Of<R> {}

/// Fits everything.
pub trait OtherPinning {
    /// The kind.
    #[inline]
    fn __pinning(&self) -> IsOther {
        IsOther
    }
}

impl<T> OtherPinning for Of<T> {}

/// An iterator, which is asked through `&mut`, pinned or not.
#[derive(Clone, Copy)]
pub struct IsStream;
/// Work that is awaited by value alone.
#[derive(Clone, Copy)]
pub struct IsResolve;
/// A thunk, or what this module knows nothing about.
#[derive(Clone, Copy)]
pub struct IsOther;

impl IsStream {
    /// `Box::pin(iterator)`
    #[cfg(feature = "alloc")]
    #[inline]
    pub fn boxed<I: Iterator>(self, iterator: I) -> Box<I> {
        Box::new(iterator)
    }

    /// `pin!(iterator)`, first step
    #[inline]
    pub fn place<I: Iterator>(self, iterator: I) -> StreamPlace<I> {
        StreamPlace(iterator)
    }
}

impl IsResolve {
    /// `Box::pin(work)`
    #[cfg(feature = "alloc")]
    #[inline]
    pub fn boxed<R: Resolve>(self, work: R) -> Pin<Box<Deferred<R>>> {
        Box::pin(Deferred::new(work))
    }

    /// `pin!(work)`, first step
    #[inline]
    pub fn place<R: Resolve>(self, work: R) -> Place<Deferred<R>> {
        Place(Deferred::new(work))
    }
}

impl IsOther {
    /// `Box::pin(value)`
    #[cfg(feature = "alloc")]
    #[inline]
    pub fn boxed<T>(self, value: T) -> Pin<Box<T>> {
        Box::pin(value)
    }

    /// `pin!(value)`, first step
    #[inline]
    pub fn place<T>(self, value: T) -> Place<T> {
        Place(value)
    }
}

/// What std's `Box::pin` gives of `()`.
#[diagnostic::on_unimplemented(
    message = "this is not the `Box` of std, whose `pin` the blocking twin can do without",
    label = "gives `{Self}`",
    note = "give it another name, or split this code with `#[only_async]` / `#[only_blocking]`"
)]
pub trait PinnedBox {}

#[diagnostic::do_not_recommend]
impl<B: Deref<Target = ()>> PinnedBox for Pin<B> {}

/// Refuses a `Box::pin` of the author's own.
#[inline(always)]
pub fn box_pin<R: PinnedBox>(_: impl FnOnce(()) -> R) {}

/// Where a pinned iterator lives.
pub struct StreamPlace<I>(I);

impl<I> StreamPlace<I> {
    /// `pin!(iterator)`, second step
    #[inline]
    pub fn __pinned(&mut self) -> &mut I {
        &mut self.0
    }
}

/// `as_mut` of what was a pinned stream, as of what is pinned still.
pub trait AsMutStream {
    /// What is asked.
    type Stream: ?Sized;

    /// The same for a shorter time.
    fn as_mut(&mut self) -> &mut Self::Stream;
}

impl<I: Iterator + ?Sized> AsMutStream for &mut I {
    type Stream = I;

    #[inline]
    fn as_mut(&mut self) -> &mut I {
        self
    }
}

/// Where a pinned value lives.
pub struct Place<T>(T);

impl<T> Place<T> {
    /// `pin!(value)`, second step
    #[inline]
    pub fn __pinned(&mut self) -> Pin<&mut T>
    where
        T: Movable,
    {
        Pin::new(&mut self.0)
    }
}

/// `Unpin`, which thunks are and futures need not be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be pinned in the blocking twin",
    label = "neither an iterator nor a thunk",
    note = "if a function annotated elsewhere has made it, list that function with `#[maybe_async(twins(..))]`; else await the call where it stands, or inside an `async` block"
)]
pub trait Movable: Unpin {}

#[diagnostic::do_not_recommend]
impl<T: Unpin> Movable for T {}
