//! What goes along from one thread to another one.

/// What runs this on another thread in the span, and for the subscriber, of the caller.
pub(crate) fn carry<R>(run: impl FnOnce() -> R) -> impl FnOnce() -> R {
    #[cfg(feature = "tracing")]
    let run = within(tracing::Span::current(), run);
    run
}

/// A span alone would be entered in its own subscriber, while the events inside go to that of the
/// thread.
#[cfg(feature = "tracing")]
fn within<R>(span: tracing::Span, run: impl FnOnce() -> R) -> impl FnOnce() -> R {
    use tracing::dispatcher::{get_default, with_default};
    use tracing::subscriber::NoSubscriber;

    let dispatch = get_default(|dispatch| {
        // Nobody listens now; one who does later is not to be shut out.
        (!dispatch.is::<NoSubscriber>()).then(|| dispatch.clone())
    });
    move || match &dispatch {
        Some(dispatch) => with_default(dispatch, || span.in_scope(run)),
        None => run(),
    }
}
