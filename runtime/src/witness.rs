//! The witness: an awaited call that still returns a future in the twin does not compile.
//!
//! An integer literal decides. `awaited(v, 0)` asks for `T: Kind<?M, ?D>` where `?M` is the type
//! of the literal. For a plain value one impl fits, so `?M` is `u8`. For a future two fit, nothing
//! follows, and the literal falls back to `i32`, for which the error below is written. Nothing is
//! learnt about `T`, so what the author's code infers is left alone.

#![allow(
    clippy::inline_always,
    reason = "without it debug builds of every twin would slow down"
)]

use core::future::IntoFuture;

use crate::pending::Pending;

/// Why an impl of [`Kind`] fits.
pub struct Any;
/// See [`Any`].
pub struct Future;
/// See [`Any`].
pub struct Thunk;
/// See [`Any`].
pub struct Diverged;

/// Names `!`, which has no name on stable.
pub trait Returns {
    /// What it returns.
    type Type;
}

impl<R> Returns for fn() -> R {
    type Type = R;
}

type Never = <fn() -> ! as Returns>::Type;

/// One impl fits every type; a second one fits what has not been waited for.
pub trait Kind<M, D> {}

impl<T> Kind<u8, Any> for T {}
// `IntoFuture`, not `Future`: a request builder that was never sent is noticed too.
impl<T: IntoFuture> Kind<i32, Future> for T {}
impl<T: Pending> Kind<i32, Thunk> for T {}
// The type of an expression that never returns falls back to `()` or `!` at the same moment as
// the literal does.
impl Kind<i32, Diverged> for () {}
impl Kind<i32, Diverged> for Never {}

/// What the type of the literal says about `T`.
#[diagnostic::on_unimplemented(
    message = "`{T}` has to be awaited: this call is still async in the blocking twin",
    label = "nothing here can wait for it, so it would do nothing",
    note = "give the called function a blocking twin with `#[maybe_async]`, or write the blocking variant of this code by hand under the twin's name"
)]
pub trait NotAFuture<T: ?Sized> {}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> NotAFuture<T> for u8 {}
// With a single impl rustc would take `u8` at once, and a future would pass.
#[diagnostic::do_not_recommend]
impl<T: ?Sized> NotAFuture<T> for u16 {}
#[diagnostic::do_not_recommend]
impl NotAFuture<()> for i32 {}
#[diagnostic::do_not_recommend]
impl NotAFuture<Never> for i32 {}

/// The value, which is not a future.
#[inline(always)]
pub fn awaited<T: Kind<M, D>, M: NotAFuture<T>, D>(value: T, _: M) -> T {
    value
}

/// The same beside a variable, which is then not moved.
#[inline(always)]
pub const fn check<T: Kind<M, D>, M: NotAFuture<T> + Copy, D>(_: &T, _: M) {}

/// The same where a value is thrown away in the async half.
#[diagnostic::on_unimplemented(
    message = "`{T}` is dropped without being awaited: nothing runs here, but the blocking twin may make the whole call",
    label = "dropped without being awaited",
    note = "write `.await`, or remove the call"
)]
pub trait NotDropped<T: ?Sized> {}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> NotDropped<T> for u8 {}
#[diagnostic::do_not_recommend]
impl<T: ?Sized> NotDropped<T> for u16 {}
#[diagnostic::do_not_recommend]
impl NotDropped<()> for i32 {}
#[diagnostic::do_not_recommend]
impl NotDropped<Never> for i32 {}

/// The value, which is not a future that nobody awaits.
#[inline(always)]
pub fn dropped<T: Kind<M, D>, M: NotDropped<T>, D>(value: T, _: M) -> T {
    value
}

/// The same for an operand, whose type is known: one error instead of two.
pub struct Awaited<T>(pub T);

/// Of two methods of one name the inherent one wins, where it exists: for futures.
pub trait Get<T> {
    /// The value, which is no thunk either: one may have methods and fields of its author's.
    fn __awaited<M: NotAFuture<T>, D>(self, _: M) -> T
    where
        T: Kind<M, D>;
}

impl<T> Get<T> for Awaited<T> {
    #[inline(always)]
    fn __awaited<M: NotAFuture<T>, D>(self, _: M) -> T
    where
        T: Kind<M, D>,
    {
        self.0
    }
}

/// What no future is.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has to be awaited: this call is still async in the blocking twin",
    label = "nothing here can wait for it, so it would do nothing",
    note = "give the called function a blocking twin with `#[maybe_async]`, or write the blocking variant of this code by hand under the twin's name"
)]
pub trait AlreadyAwaited {}

impl<T: IntoFuture> Awaited<T> {
    /// Chosen for futures, and then refused; `R` is free, so that no second error follows.
    pub fn __awaited<R>(self, _: i32) -> R
    where
        T: AlreadyAwaited,
    {
        loop {
            core::hint::spin_loop();
        }
    }
}
