//! `block_on` beside those of pollster and `futures`.
//!
//! By itself the package measures it without features. With `--features` of the library, such as
//! `await-me-maybe/tokio`, it measures what these make of it.

use std::future::{Future, poll_fn, ready};
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::thread;

use divan::Bencher;
use futures::channel::oneshot;

await_me_maybe_benches::bench!();

/// Pending once, woken by its own poll.
struct Yield(bool);

impl Future for Yield {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }
}

/// Polls until another thread has sent.
async fn answered(asks: &std::sync::mpsc::Sender<oneshot::Sender<u64>>) -> u64 {
    let (sender, receiver) = oneshot::channel();
    asks.send(sender).expect("the other thread answers");
    let mut receiver = pin!(receiver);
    poll_fn(|context| receiver.as_mut().poll(context))
        .await
        .expect("it answers")
}

macro_rules! executors {
    ($($name:ident: $block_on:path;)*) => {$(
        #[divan::bench_group]
        mod $name {
            use super::*;

            #[divan::bench]
            fn that_is_ready() -> u64 {
                $block_on(ready(black_box(1)))
            }

            #[divan::bench]
            fn that_yields() {
                $block_on(Yield(false));
            }

            #[divan::bench]
            fn that_another_thread_wakes(bencher: Bencher<'_, '_>) {
                let (asks, asked) = std::sync::mpsc::channel::<oneshot::Sender<u64>>();
                let answers = thread::spawn(move || {
                    for sender in asked {
                        let _ = sender.send(1);
                    }
                });
                bencher.bench_local(|| $block_on(answered(&asks)));
                drop(asks);
                answers.join().expect("the other thread ends");
            }
        }
    )*};
}

executors! {
    ours: await_me_maybe::blocking::block_on;
    futures_executor: futures::executor::block_on;
    pollster_executor: pollster::block_on;
}
