//! `OptionFuture`: work that may be missing.

use crate::pending::Pending;
use crate::resolve::Resolve;

/// Work that may be missing, and then gives `None`.
///
/// ```
/// use await_me_maybe::blocking::Resolve as _;
/// use await_me_maybe::mirror::futures::future::OptionFuture;
///
/// let mut work = Some(|| 1);
/// assert_eq!(OptionFuture::from(work.take()).resolve(), Some(1));
/// assert_eq!(OptionFuture::from(work).resolve(), None);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "a future does nothing unless it is awaited"]
pub struct OptionFuture<R>(Option<R>);

impl<R> From<Option<R>> for OptionFuture<R> {
    fn from(work: Option<R>) -> Self {
        Self(work)
    }
}

impl<R> Pending for OptionFuture<R> {}

#[diagnostic::do_not_recommend]
impl<R: Resolve> Resolve for OptionFuture<R> {
    type Output = Option<R::Output>;

    #[track_caller]
    fn resolve(self) -> Self::Output {
        self.0.map(Resolve::resolve)
    }
}
