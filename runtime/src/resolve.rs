//! `Resolve`: what can be awaited in a blocking twin.

/// What can be awaited in a blocking twin: a closure without arguments, a
/// [`Deferred`](crate::blocking::Deferred), a stored [`Thunk`](crate::blocking::Thunk), and
/// `Maybe`.
///
/// It stands for `Future` there: work that is still to do, and its `Output`. A twin whose async
/// half takes a future takes a `Resolve`, to which a closure can be given.
///
/// ```
/// use await_me_maybe::blocking::Resolve;
///
/// async fn or_else(value: Option<u32>, default: impl Future<Output = u32>) -> u32 {
///     match value {
///         Some(value) => value,
///         None => default.await,
///     }
/// }
///
/// fn or_else_blocking(value: Option<u32>, default: impl Resolve<Output = u32>) -> u32 {
///     match value {
///         Some(value) => value,
///         None => default.resolve(),
///     }
/// }
///
/// assert_eq!(or_else_blocking(None, || 1), 1);
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// assert_eq!(or_else(None, async { 1 }).await, 1);
/// # });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be awaited in the blocking twin",
    label = "expected a thunk: a closure `|| ..` that returns the value, or a future made in this twin",
    note = "if a function annotated elsewhere has made it, list that function with `#[maybe_async(twins(..))]`; else await the call where it stands, or inside an `async` block"
)]
pub trait Resolve {
    /// What comes out of it.
    type Output;

    /// Does the work.
    ///
    /// # Panics
    ///
    /// If the work was done before, through a `&mut`, or if this is a `Maybe` that holds a future.
    ///
    /// ```
    /// use await_me_maybe::blocking::Resolve;
    ///
    /// fn twice(work: impl Resolve<Output = u32>) -> u32 {
    ///     2 * work.resolve()
    /// }
    ///
    /// assert_eq!(twice(|| 2), 4);
    /// ```
    fn resolve(self) -> Self::Output;
}

#[diagnostic::do_not_recommend]
impl<T, F: FnOnce() -> T> Resolve for F {
    type Output = T;

    #[inline]
    fn resolve(self) -> T {
        self()
    }
}

/// `x.await`. The output is a parameter of its own, so that a fault is one error.
#[inline]
#[track_caller]
pub fn resolve<R: Resolve<Output = O>, O>(thunk: R) -> O {
    thunk.resolve()
}

/// `async { .. }.await`: a closure, so that `?` and `return` stay inside and captures are dropped
/// where the block ends.
#[allow(
    clippy::inline_always,
    reason = "without it debug builds of every twin would slow down"
)]
#[inline(always)]
pub fn run<R>(block: impl FnOnce() -> R) -> R {
    block()
}
