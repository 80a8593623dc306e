use core::pin::Pin;
use core::task::{Context, Poll};

/// Is ready the second time it is asked.
#[derive(Default)]
pub(super) struct Yield {
    is_second: bool,
}

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.is_second {
            return Poll::Ready(());
        }
        self.is_second = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
