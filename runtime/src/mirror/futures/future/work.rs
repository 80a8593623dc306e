//! What the adaptors do when they are awaited.

use core::marker::PhantomData;

use super::try_ext::TryFuture;
use crate::resolve::Resolve;

macro_rules! works {
    ($($Work:ident: [$($bound:tt)*] $([$T:ident])? FnOnce($Argument:ty) $(-> $Result:ty)? => $Output:ty, |$work:ident, $f:ident| $value:expr;)*) => {$(
        /// See the adaptor.
        pub struct $Work<R, F> {
            pub(super) work: R,
            pub(super) f: F,
        }

        #[diagnostic::do_not_recommend]
        impl<R: $($bound)*, F: FnOnce($Argument) $(-> $Result)?, $($T)?> Resolve for $Work<R, F> {
            type Output = $Output;

            #[track_caller]
            fn resolve(self) -> Self::Output {
                let ($work, $f) = (self.work, self.f);
                $value
            }
        }
    )*};
}

works! {
    Map: [Resolve] [T] FnOnce(R::Output) -> T => T, |work, f| f(work.resolve());
    Inspect: [Resolve] FnOnce(&R::Output) => R::Output, |work, f| {
        let output = work.resolve();
        f(&output);
        output
    };
    MapOk: [TryFuture] [T] FnOnce(R::Ok) -> T => Result<T, R::Error>, |work, f| work.resolve().map(f);
    MapErr: [TryFuture] [E] FnOnce(R::Error) -> E => Result<R::Ok, E>, |work, f| work.resolve().map_err(f);
    AndThen: [TryFuture] [T] FnOnce(R::Ok) -> Result<T, R::Error> => Result<T, R::Error>, |work, f| work.resolve().and_then(f);
    OrElse: [TryFuture] [E] FnOnce(R::Error) -> Result<R::Ok, E> => Result<R::Ok, E>, |work, f| work.resolve().or_else(f);
    InspectOk: [TryFuture] FnOnce(&R::Ok) => R::Output, |work, f| work.resolve().inspect(f);
    InspectErr: [TryFuture] FnOnce(&R::Error) => R::Output, |work, f| work.resolve().inspect_err(f);
    UnwrapOrElse: [TryFuture] FnOnce(R::Error) -> R::Ok => R::Ok, |work, f| work.resolve().unwrap_or_else(f);
}

/// See [`map_ok_or_else`](super::TryFutureExt::map_ok_or_else).
pub struct MapOkOrElse<R, E, F> {
    pub(super) work: R,
    pub(super) err: E,
    pub(super) ok: F,
}

#[diagnostic::do_not_recommend]
impl<R, E, F, T> Resolve for MapOkOrElse<R, E, F>
where
    R: TryFuture,
    E: FnOnce(R::Error) -> T,
    F: FnOnce(R::Ok) -> T,
{
    type Output = T;

    #[track_caller]
    fn resolve(self) -> T {
        self.work.resolve().map_or_else(self.err, self.ok)
    }
}

macro_rules! conversions {
    ($($Work:ident<$($T:ident)?>: [$($bound:tt)*] => $Output:ty, |$work:ident| $value:expr;)*) => {$(
        /// See the adaptor.
        pub struct $Work<R, T>(R, PhantomData<fn() -> T>);

        impl<R, T> $Work<R, T> {
            pub(super) fn new(work: R) -> Self {
                Self(work, PhantomData)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<R: $($bound)*, $($T)?> Resolve for $Work<R, $($T)?> {
            type Output = $Output;

            #[track_caller]
            fn resolve(self) -> Self::Output {
                let $work = self.0;
                $value
            }
        }
    )*};
}

conversions! {
    MapInto<T>: [Resolve<Output: Into<T>>] => T, |work| work.resolve().into();
    OkInto<T>: [TryFuture<Ok: Into<T>>] => Result<T, R::Error>, |work| work.resolve().map(Into::into);
    ErrInto<T>: [TryFuture<Error: Into<T>>] => Result<R::Ok, T>, |work| work.resolve().map_err(Into::into);
    OkUnderError<T>: [Resolve] => Result<R::Output, T>, |work| Ok(work.resolve());
}

/// See [`flatten`](super::FutureExt::flatten).
pub struct Flatten<R>(pub(super) R);

#[diagnostic::do_not_recommend]
impl<R: Resolve<Output: Resolve>> Resolve for Flatten<R> {
    type Output = <R::Output as Resolve>::Output;

    #[track_caller]
    fn resolve(self) -> Self::Output {
        self.0.resolve().resolve()
    }
}

/// See [`try_flatten`](super::TryFutureExt::try_flatten).
pub struct TryFlatten<R>(pub(super) R);

#[diagnostic::do_not_recommend]
impl<R: TryFuture<Ok: TryFuture<Error = R::Error>>> Resolve for TryFlatten<R> {
    type Output = Result<<R::Ok as TryFuture>::Ok, R::Error>;

    #[track_caller]
    fn resolve(self) -> Self::Output {
        self.0.resolve()?.resolve()
    }
}

/// See [`catch_unwind`](super::FutureExt::catch_unwind).
#[cfg(feature = "std")]
pub struct CatchUnwind<R>(pub(super) R);

#[cfg(feature = "std")]
#[diagnostic::do_not_recommend]
impl<R: Resolve + core::panic::UnwindSafe> Resolve for CatchUnwind<R> {
    type Output = Result<R::Output, alloc::boxed::Box<dyn core::any::Any + Send>>;

    fn resolve(self) -> Self::Output {
        std::panic::catch_unwind(|| self.0.resolve())
    }
}

/// See [`flatten_stream`](super::FutureExt::flatten_stream).
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct FlattenStream<R: Resolve>(Later<R, R::Output>);

enum Later<R, I> {
    Work(R),
    Empty,
    Items(I),
}

impl<R: Resolve> FlattenStream<R> {
    pub(super) fn new(work: R) -> Self {
        Self(Later::Work(work))
    }
}

impl<R: Resolve<Output: Iterator>> Iterator for FlattenStream<R> {
    type Item = <R::Output as Iterator>::Item;

    fn next(&mut self) -> Option<Self::Item> {
        if let Later::Work(_) = self.0 {
            if let Later::Work(work) = core::mem::replace(&mut self.0, Later::Empty) {
                self.0 = Later::Items(work.resolve());
            }
        }
        match &mut self.0 {
            Later::Items(items) => {
                let item = items.next();
                if item.is_none() {
                    self.0 = Later::Empty;
                }
                item
            }
            _ => None,
        }
    }
}
