//! `Ready`: futures that need not be polled.

/// A future that is known to be ready at once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be ready at once",
    label = "only `core::future::ready` is",
    note = "a function of your own of that name is listed with `#[maybe_async(twins(ready))]`"
)]
pub trait Ready {
    /// What is ready.
    type Output;

    /// The value.
    fn into_value(self) -> Self::Output;
}

impl<T> Ready for core::future::Ready<T> {
    type Output = T;

    #[inline]
    fn into_value(self) -> T {
        self.into_inner()
    }
}

/// `ready(v).await`. The output is a parameter of its own, so that a fault is one error.
#[inline]
pub fn ready_value<R: Ready<Output = T>, T>(ready: R) -> T {
    ready.into_value()
}
