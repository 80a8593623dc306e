//! What `as_mut()` and its kin give: a view, of which nobody can tell when it is dropped.

use core::pin::Pin;

/// A reference, or what holds nothing else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is made before the future is awaited, and the twin may drop it after the work",
    label = "this is more than a reference",
    note = "put all of this into an `async` block, or write an `async fn`"
)]
pub trait View {}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> View for &T {}
#[diagnostic::do_not_recommend]
impl<T: ?Sized> View for &mut T {}
#[diagnostic::do_not_recommend]
impl<P: View> View for Pin<P> {}
#[diagnostic::do_not_recommend]
impl<V: View> View for Option<V> {}
#[diagnostic::do_not_recommend]
impl<V: View, E: View> View for Result<V, E> {}

/// The receiver of a call that a function ends with, and whose future it returns. (Of a parameter
/// of a function rustc would say that it could be borrowed.)
pub struct Viewed<V>(pub V);

impl<V> Viewed<V> {
    /// The receiver.
    #[inline]
    pub fn __view(self) -> V
    where
        V: View,
    {
        self.0
    }
}
