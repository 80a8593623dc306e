//! `Pending`: the thunks, which are all awaited in the same way.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::pin::Pin;

use crate::deferred::Deferred;
use crate::resolve::Resolve;
use crate::thunk::Thunk;

/// Work that has not been waited for: a call that returns one has not run it, which the witness
/// has to notice.
pub trait Pending {}

// An impl of `Resolve` for every `Thunk` would overlap with the one for closures, as would one for
// every `Pin<Box<G>>`: so each type is listed.
macro_rules! pending {
    ($($(#[$attr:meta])* <$T:ident $(: $Bound:ident)?> $Pending:ty;)*) => {$(
        $(#[$attr])*
        impl<$T> Pending for $Pending {}

        $(#[$attr])*
        #[diagnostic::do_not_recommend]
        impl<$T $(: $Bound)?> Resolve for $Pending {
            type Output = <Self as Thunk>::Output;

            #[inline]
            #[track_caller]
            fn resolve(mut self) -> Self::Output {
                Pin::new(&mut self).run()
            }
        }
    )*};
}

pending! {
    <F: Resolve> Deferred<F>;
    <F: Resolve> &mut Deferred<F>;
    <F: Resolve> Pin<&mut Deferred<F>>;
    <F: Resolve> &mut Pin<&mut Deferred<F>>;
    #[cfg(feature = "alloc")]
    <F: Resolve> Box<Deferred<F>>;
    #[cfg(feature = "alloc")]
    <F: Resolve> &mut Box<Deferred<F>>;
    #[cfg(feature = "alloc")]
    <F: Resolve> Pin<Box<Deferred<F>>>;
    #[cfg(feature = "alloc")]
    <F: Resolve> &mut Pin<Box<Deferred<F>>>;
}

#[cfg(feature = "mirror-futures")]
pending! {
    <T> crate::mirror::futures::future::Ready<T>;
    <T> &mut crate::mirror::futures::future::Ready<T>;
    <T> Pin<&mut crate::mirror::futures::future::Ready<T>>;
    <T> Pin<Box<crate::mirror::futures::future::Ready<T>>>;
}

// `dyn Thunk` with each set of auto traits is a type of its own.
macro_rules! pending_dyn {
    ($([$($auto:ident)*])*) => {
        pending! {$(
            <T> Pin<&mut (dyn Thunk<Output = T> $(+ $auto)* + '_)>;
            <T> &mut Pin<&mut (dyn Thunk<Output = T> $(+ $auto)* + '_)>;
            #[cfg(feature = "alloc")]
            <T> Pin<Box<dyn Thunk<Output = T> $(+ $auto)* + '_>>;
            #[cfg(feature = "alloc")]
            <T> &mut Pin<Box<dyn Thunk<Output = T> $(+ $auto)* + '_>>;
        )*}
    };
}

macro_rules! pending_dyn_unpin {
    ($([$($auto:ident)*])*) => {
        pending! {$(
            <T> &mut (dyn Thunk<Output = T> $(+ $auto)* + '_);
            #[cfg(feature = "alloc")]
            <T> Box<dyn Thunk<Output = T> $(+ $auto)* + '_>;
            #[cfg(feature = "alloc")]
            <T> &mut Box<dyn Thunk<Output = T> $(+ $auto)* + '_>;
        )*}
    };
}

pending_dyn!([] [Send] [Sync] [Send Sync] [Unpin] [Send Unpin] [Sync Unpin] [Send Sync Unpin]);
pending_dyn_unpin!([Unpin] [Send Unpin] [Sync Unpin] [Send Sync Unpin]);

/// Makes a `Thunk` of the mirror a future that is a value: awaited by value, by reference, boxed
/// and pinned.
#[cfg(feature = "mirror-sync")]
#[cfg_attr(
    not(feature = "mirror-tokio"),
    allow(unused_macros, reason = "each mirror has its values")
)]
macro_rules! pending_value {
    ([$($generics:tt)*] $Value:ty) => {
        $crate::pending::pending_value!(@each [$($generics)*]
            $Value,
            &mut $Value,
            core::pin::Pin<&mut $Value>,
            &mut core::pin::Pin<&mut $Value>,
            std::boxed::Box<$Value>,
            &mut std::boxed::Box<$Value>,
            core::pin::Pin<std::boxed::Box<$Value>>,
            &mut core::pin::Pin<std::boxed::Box<$Value>>
        );
    };
    (@each $generics:tt $($Pending:ty),*) => {
        $($crate::pending::pending_value!(@one $generics $Pending);)*
    };
    (@one [$($generics:tt)*] $Pending:ty) => {
        impl<$($generics)*> $crate::pending::Pending for $Pending {}

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::resolve::Resolve for $Pending {
            type Output = <Self as $crate::thunk::Thunk>::Output;

            #[track_caller]
            fn resolve(mut self) -> Self::Output {
                $crate::thunk::Thunk::run(core::pin::Pin::new(&mut self))
            }
        }
    };
}

#[cfg(feature = "mirror-sync")]
#[cfg_attr(
    not(feature = "mirror-tokio"),
    allow(unused_imports, reason = "each mirror has its values")
)]
pub(crate) use pending_value;
