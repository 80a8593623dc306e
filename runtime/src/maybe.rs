//! `Maybe`: the form to store when it is not known yet whether there is something to await.

use alloc::boxed::Box;
use core::fmt;
use core::future::{Future, IntoFuture};
use core::pin::Pin;
use core::task::{Context, Poll};

use crate::resolve::Resolve;

macro_rules! maybe {
    ($(#[$attr:meta])* $Maybe:ident, $Inner:ident, $(#[$future_attr:meta])* $MaybeFuture:ident $(, $Send:ident)?) => {
        $(#[$attr])*
        #[must_use = "it does nothing unless it is awaited"]
        pub struct $Maybe<'a, T>($Inner<'a, T>);

        enum $Inner<'a, T> {
            Value(T),
            Call(Box<dyn FnOnce() -> T + 'a $(+ $Send)?>),
            Future(Pin<Box<dyn Future<Output = T> + 'a $(+ $Send)?>>),
        }

        impl<'a, T> $Maybe<'a, T> {
            /// One that is there already. It stores nothing but the value.
            ///
            /// ```
            #[doc = concat!("use await_me_maybe::", stringify!($Maybe), ";")]
            ///
            #[doc = concat!("const ONE: ", stringify!($Maybe), "<'_, u32> = ", stringify!($Maybe), "::value(1);")]
            /// assert_eq!(ONE.blocking().unwrap(), 1);
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            /// assert_eq!(ONE.await, 1);
            /// # });
            /// ```
            pub const fn value(value: T) -> Self {
                Self($Inner::Value(value))
            }

            /// One that a call gives, which is made when it is awaited or asked for.
            ///
            /// ```
            #[doc = concat!("use await_me_maybe::", stringify!($Maybe), ";")]
            ///
            /// let name = String::from("me");
            #[doc = concat!("let len = || ", stringify!($Maybe), "::call(|| name.len());")]
            /// assert_eq!(len().blocking().unwrap(), 2);
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            /// assert_eq!(len().await, 2);
            /// # });
            /// ```
            pub fn call(callable: impl FnOnce() -> T + 'a $(+ $Send)?) -> Self {
                Self($Inner::Call(Box::new(callable)))
            }

            /// One that a future gives, or anything that turns into one. Blocking code cannot have
            /// it.
            ///
            /// An async closure is called first: `future(closure())`, or, to call it when it is
            /// awaited, `future(async { closure().await })`.
            ///
            /// ```
            #[doc = concat!("use await_me_maybe::", stringify!($Maybe), ";")]
            ///
            #[doc = concat!("assert!(", stringify!($Maybe), "::future(async { 1 }).blocking().is_err());")]
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            #[doc = concat!("assert_eq!(", stringify!($Maybe), "::future(async { 1 }).await, 1);")]
            /// # });
            /// ```
            pub fn future<F>(future: F) -> Self
            where
                F: IntoFuture<Output = T>,
                F::IntoFuture: 'a $(+ $Send)?,
            {
                Self($Inner::Future(Box::pin(future.into_future())))
            }

            /// Whether it holds a future, so that only async code can have the value.
            ///
            /// ```
            #[doc = concat!("use await_me_maybe::", stringify!($Maybe), ";")]
            ///
            #[doc = concat!("assert!(!", stringify!($Maybe), "::call(|| 1).is_future());")]
            #[doc = concat!("assert!(", stringify!($Maybe), "::future(async { 1 }).is_future());")]
            /// ```
            #[must_use]
            pub const fn is_future(&self) -> bool {
                matches!(self.0, $Inner::Future(_))
            }

            /// The value, in blocking code.
            ///
            /// # Errors
            ///
            /// Itself, unchanged, if it holds a future.
            ///
            /// ```
            #[doc = concat!("use await_me_maybe::", stringify!($Maybe), ";")]
            ///
            #[doc = concat!("let value: Result<u32, _> = ", stringify!($Maybe), "::from(1).blocking();")]
            /// assert_eq!(value.unwrap(), 1);
            ///
            #[doc = concat!("let future = ", stringify!($Maybe), "::future(async { 2 }).blocking().unwrap_err();")]
            /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
            /// assert_eq!(future.await, 2);
            /// # });
            /// ```
            pub fn blocking(self) -> Result<T, Self> {
                match self.0 {
                    $Inner::Value(value) => Ok(value),
                    $Inner::Call(callable) => Ok(callable()),
                    $Inner::Future(_) => Err(self),
                }
            }

            #[track_caller]
            pub(crate) fn take(self) -> T {
                match self.blocking() {
                    Ok(value) => value,
                    Err(_) => panic!(concat!(
                        "this `", stringify!($Maybe), "` holds a future, which blocking code does not wait for; ask with `",
                        stringify!($Maybe), "::blocking`"
                    )),
                }
            }
        }

        impl<T> From<T> for $Maybe<'_, T> {
            fn from(value: T) -> Self {
                Self::value(value)
            }
        }

        impl<T: fmt::Debug> fmt::Debug for $Maybe<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match &self.0 {
                    $Inner::Value(value) => f.debug_tuple("Value").field(value).finish(),
                    $Inner::Call(_) => f.write_str("Call(..)"),
                    $Inner::Future(_) => f.write_str("Future(..)"),
                }
            }
        }

        impl<'a, T> IntoFuture for $Maybe<'a, T> {
            type Output = T;
            type IntoFuture = $MaybeFuture<'a, T>;

            fn into_future(self) -> Self::IntoFuture {
                $MaybeFuture(Some(self.0))
            }
        }

        /// In a blocking twin, `maybe.await`.
        ///
        /// # Panics
        ///
        /// If it holds a future.
        #[diagnostic::do_not_recommend]
        impl<T> Resolve for $Maybe<'_, T> {
            type Output = T;

            #[track_caller]
            fn resolve(self) -> T {
                self.take()
            }
        }

        $(#[$future_attr])*
        ///
        /// # Panics
        ///
        /// If it is polled after completion.
        #[must_use = "futures do nothing unless polled"]
        pub struct $MaybeFuture<'a, T>(Option<$Inner<'a, T>>);

        // The value is moved out, never pinned.
        impl<T> Unpin for $MaybeFuture<'_, T> {}

        impl<T> fmt::Debug for $MaybeFuture<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($MaybeFuture)).finish_non_exhaustive()
            }
        }

        impl<T> Future for $MaybeFuture<'_, T> {
            type Output = T;

            fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
                if let Some($Inner::Future(future)) = &mut self.0 {
                    let poll = future.as_mut().poll(context);
                    if poll.is_ready() {
                        self.0 = None;
                    }
                    return poll;
                }
                match self.0.take() {
                    Some($Inner::Value(value)) => Poll::Ready(value),
                    Some($Inner::Call(callable)) => Poll::Ready(callable()),
                    Some($Inner::Future(_)) | None => panic!("polled after completion"),
                }
            }
        }
    };
}

maybe! {
    /// A value, a callable that gives one, or a future of one, under a single name: to store
    /// callbacks in a registry, or to return either from a function.
    ///
    /// What it holds is `Send`; [`LocalMaybe`] is for the rest. To share a registry of them, put it
    /// behind a mutex. `.await` resolves it in async code, [`blocking`](Self::blocking) in blocking
    /// code, `.await` also in a blocking twin, where one that holds a future panics.
    ///
    /// ```
    /// use await_me_maybe::Maybe;
    /// use std::collections::HashMap;
    ///
    /// let mut registry: HashMap<&str, Maybe<'_, u32>> = HashMap::new();
    /// registry.insert("value", 1.into());
    /// registry.insert("call", Maybe::call(|| 2));
    /// registry.insert("future", Maybe::future(async { 3 }));
    ///
    /// assert_eq!(registry.remove("value").unwrap().blocking().unwrap(), 1);
    /// assert!(registry.remove("future").unwrap().blocking().is_err());
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// assert_eq!(registry.remove("call").unwrap().await, 2);
    /// # });
    /// ```
    Maybe, Inner,
    /// The future of a [`Maybe`].
    MaybeFuture, Send
}

maybe! {
    /// [`Maybe`] of what is not `Send`.
    ///
    /// ```
    /// use await_me_maybe::LocalMaybe;
    /// use std::rc::Rc;
    ///
    /// let shared = Rc::new(1);
    /// let maybe = LocalMaybe::call(move || *shared);
    /// assert_eq!(maybe.blocking().unwrap(), 1);
    /// ```
    LocalMaybe, LocalInner,
    /// The future of a [`LocalMaybe`].
    LocalMaybeFuture
}
