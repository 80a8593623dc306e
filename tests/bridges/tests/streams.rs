//! Iterators as streams and streams as iterators.

#![cfg(feature = "stream")]

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

use await_me_maybe::blocking::{block_on, iter_from_stream};
use await_me_maybe::{BlockingStream, stream_from_blocking};
use await_me_maybe_bridges::{in_child, panic_text, payload};
use futures::stream::{self, FusedStream as _, Stream, StreamExt as _};

/// An executor that no feature of ours drives.
fn run<F: Future>(future: F) -> F::Output {
    smol::block_on(future)
}

fn poll_once<S: Stream + Unpin>(stream: &mut S) -> Poll<Option<S::Item>> {
    Pin::new(stream).poll_next(&mut Context::from_waker(Waker::noop()))
}

/// Counts up, and says what it does.
struct Counting {
    number: usize,
    made: Arc<AtomicUsize>,
    dropped: Sender<()>,
}

impl Iterator for Counting {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.number += 1;
        self.made.fetch_add(1, Ordering::SeqCst);
        Some(self.number)
    }
}

impl Drop for Counting {
    fn drop(&mut self) {
        let _ = self.dropped.send(());
    }
}

fn counting(capacity: usize) -> (BlockingStream<usize>, Arc<AtomicUsize>, Receiver<()>) {
    let made = Arc::new(AtomicUsize::new(0));
    let (dropped, drops) = channel();
    let stream = stream_from_blocking(capacity, {
        let made = Arc::clone(&made);
        move || Counting {
            number: 0,
            made,
            dropped,
        }
    });
    (stream, made, drops)
}

/// Waits until it has reached the number, and then to see whether it goes on.
fn settles_at(made: &AtomicUsize, expected: usize) {
    while made.load(Ordering::SeqCst) < expected {
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(Duration::from_millis(30));
    assert_eq!(made.load(Ordering::SeqCst), expected);
}

in_child! {
    fn all_items_in_order_and_then_the_end() {
        for capacity in [0, 1, 2, 1_000] {
            let mut stream = stream_from_blocking(capacity, || 0..100);
            let found: Vec<u32> = run(stream.by_ref().collect());
            assert_eq!(found, (0..100).collect::<Vec<_>>());
            assert!(stream.is_terminated());
            assert_eq!(run(stream.next()), None);
            assert_eq!(run(stream.next()), None);
        }
        let empty = stream_from_blocking(1, Vec::<u8>::new);
        assert_eq!(run(empty.collect::<Vec<_>>()), []);
    }

    fn on_a_thread_that_the_iterator_never_leaves() {
        // Neither the iterator nor its captures are `Send`.
        let numbers = stream_from_blocking(2, || {
            let shared = std::rc::Rc::new(thread::current().id());
            (0..3).map(move |_| (*shared, thread::current().id()))
        });
        for (made, asked) in run(numbers.collect::<Vec<_>>()) {
            assert_eq!(made, asked);
            assert_ne!(made, thread::current().id());
        }
    }

    fn an_idle_consumer_stops_the_producer() {
        for capacity in [1, 3] {
            let (mut stream, made, _drops) = counting(capacity);
            settles_at(&made, 0);
            assert_eq!(run(stream.next()), Some(1));
            settles_at(&made, 1 + capacity);
            assert_eq!(run(stream.next()), Some(2));
            assert_eq!(run(stream.next()), Some(3));
            settles_at(&made, 3 + capacity);
        }
    }

    fn with_no_capacity_it_works_while_somebody_waits() {
        let (mut stream, made, _drops) = counting(0);
        settles_at(&made, 0);
        for number in 1..4 {
            assert_eq!(run(stream.next()), Some(number));
            settles_at(&made, number);
        }
        // Asked once however often it is polled.
        while poll_once(&mut stream).is_pending() {}
        settles_at(&made, 4);
    }

    fn dropped_it_stops() {
        let (mut stream, made, drops) = counting(3);
        assert_eq!(run(stream.next()), Some(1));
        settles_at(&made, 4);
        drop(stream);
        drops.recv().unwrap();
        assert_eq!(made.load(Ordering::SeqCst), 4);

        let (stream, made, drops) = counting(3);
        drop(stream);
        // Never polled: there has been no iterator.
        assert!(drops.recv().is_err());
        assert_eq!(made.load(Ordering::SeqCst), 0);
    }

    fn dropped_while_it_works_it_stops_after_that_item() {
        let (asked, asks) = channel();
        let (go, waits) = channel::<()>();
        let (dropped, drops) = channel::<()>();
        let mut stream = stream_from_blocking(5, move || {
            let until_dropped = dropped;
            std::iter::from_fn(move || {
                let _ = &until_dropped;
                asked.send(()).unwrap();
                waits.recv().ok()
            })
        });
        assert!(poll_once(&mut stream).is_pending());
        asks.recv().unwrap();
        drop(stream);
        go.send(()).unwrap();
        assert!(drops.recv().is_err());
        assert!(asks.recv().is_err(), "it has been asked again");
    }

    fn an_end_means_that_the_iterator_is_gone() {
        let (made, (dropped, drops)) = (Arc::default(), channel());
        let counting = Counting { number: 0, made, dropped };
        let stream = stream_from_blocking(5, || counting.take(3));
        assert_eq!(run(stream.collect::<Vec<_>>()), [1, 2, 3]);
        drops.try_recv().unwrap();
    }

    fn errors_are_moved() {
        let errors = || [Ok(1), Err(std::io::Error::from_raw_os_error(2)), Ok(3)];
        let items: Vec<_> = run(stream_from_blocking(1, errors).collect());
        assert_eq!(items[1].as_ref().unwrap_err().raw_os_error(), Some(2));
        assert_eq!(*items[2].as_ref().unwrap(), 3);

        let mut items = iter_from_stream(stream::iter(errors()));
        assert_eq!(items.next().unwrap().unwrap(), 1);
        assert_eq!(items.next().unwrap().unwrap_err().raw_os_error(), Some(2));
        assert_eq!(items.next().unwrap().unwrap(), 3);
        assert!(items.next().is_none());
    }

    fn a_panic_crosses_from_everywhere_behind_the_items_before() {
        struct Bomb(u8);
        impl Drop for Bomb {
            fn drop(&mut self) {
                std::panic::panic_any(self.0);
            }
        }
        fn after<T>(items: usize, mut stream: BlockingStream<T>, number: u8) {
            for _ in 0..items {
                assert!(run(stream.next()).is_some());
            }
            let payload = payload(|| run(stream.next()));
            assert_eq!(payload.downcast_ref(), Some(&number));
            // It is over.
            assert!(stream.is_terminated());
            assert!(run(stream.next()).is_none());
        }

        for capacity in [0, 1, 9] {
            let in_closure = stream_from_blocking(capacity, || -> Vec<u8> { std::panic::panic_any(1_u8) });
            after(0, in_closure, 1);
            let in_next = stream_from_blocking(capacity, || (0..5).inspect(|number| {
                if *number == 2 {
                    std::panic::panic_any(2_u8);
                }
            }));
            after(2, in_next, 2);
            let in_drop = stream_from_blocking(capacity, || {
                let bomb = Bomb(3);
                (0..2).inspect(move |_| { let _ = &bomb; })
            });
            after(2, in_drop, 3);
        }
    }

    fn a_panic_that_nobody_hears_does_no_harm() {
        let (asked, asks) = channel();
        let (go, waits) = channel::<()>();
        let mut stream = stream_from_blocking(1, move || {
            std::iter::from_fn(move || -> Option<u8> {
                asked.send(()).unwrap();
                let _ = waits.recv();
                panic!("unheard");
            })
        });
        assert!(poll_once(&mut stream).is_pending());
        asks.recv().unwrap();
        drop(stream);
        drop(go);
        assert!(asks.recv().is_err());
    }

    fn two_that_are_drained_together_do_not_wait_for_each_other() {
        let zipped = stream_from_blocking(1, || 0..100).zip(stream_from_blocking(0, || 100..200));
        assert_eq!(run(zipped.count()), 100);
    }

    fn as_an_iterator_it_moves_when_asked() {
        let made = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&made);
        let mut numbers = iter_from_stream(stream::unfold(0, move |number| {
            count.fetch_add(1, Ordering::SeqCst);
            async move { Some((number, number + 1)) }
        }));
        assert_eq!(numbers.size_hint(), (0, None));
        settles_at(&made, 0);
        assert_eq!(numbers.next(), Some(0));
        assert_eq!(numbers.next(), Some(1));
        settles_at(&made, 2);
    }

    fn as_an_iterator_it_is_dropped_at_its_end() {
        struct Last<'a>(&'a Mutex<u8>);
        impl Drop for Last<'_> {
            fn drop(&mut self) {
                *self.0.lock().unwrap() += 1;
            }
        }
        let dropped = Mutex::new(0);
        let numbers = || {
            let last = Last(&dropped);
            stream::iter(0..2).inspect(move |_| { let _ = &last; })
        };

        let mut ends = iter_from_stream(numbers());
        assert_eq!(ends.size_hint(), (2, Some(2)));
        assert_eq!(ends.by_ref().collect::<Vec<_>>(), [0, 1]);
        assert_eq!(*dropped.lock().unwrap(), 1);
        assert_eq!(ends.next(), None);
        assert_eq!(ends.size_hint(), (0, Some(0)));
        drop(ends);
        assert_eq!(*dropped.lock().unwrap(), 1);

        let mut early = iter_from_stream(numbers());
        assert_eq!(early.next(), Some(0));
        drop(early);
        assert_eq!(*dropped.lock().unwrap(), 2);
    }

    fn as_an_iterator_it_panics_once() {
        let mut numbers = iter_from_stream(stream::iter(0..3).inspect(|number| {
            if *number == 1 {
                std::panic::panic_any(7_u8);
            }
        }));
        assert_eq!(numbers.next(), Some(0));
        assert_eq!(payload(|| numbers.next()).downcast_ref(), Some(&7_u8));
        assert_eq!(numbers.next(), None);
    }

    fn as_an_iterator_it_refuses_to_stop_an_executor_and_goes_on_elsewhere() {
        let mut numbers = iter_from_stream(stream::iter(0..3));
        assert_eq!(numbers.next(), Some(0));
        let text = block_on(async { panic_text(|| numbers.next()) });
        assert!(text.contains("call the blocking twin"), "{text}");
        assert_eq!(thread::spawn(move || numbers.collect::<Vec<_>>()).join().unwrap(), [1, 2]);
    }

    fn there_and_back_again() {
        let there = stream_from_blocking(3, || iter_from_stream(stream_from_blocking(2, || 0..50)));
        let back = iter_from_stream(there);
        assert_eq!(back.collect::<Vec<_>>(), (0..50).collect::<Vec<_>>());
    }

    fn a_hundred_at_once() {
        let all = (0..100).map(|first| stream_from_blocking(1, move || first..first + 10));
        let mut found: Vec<usize> = run(stream::select_all(all).collect());
        found.sort_unstable();
        let mut expected: Vec<_> = (0..100).flat_map(|first| first..first + 10).collect();
        expected.sort_unstable();
        assert_eq!(found, expected);
    }

    fn the_consumer_is_woken_while_it_sleeps() {
        let slow = || (0..3).inspect(|_| thread::sleep(Duration::from_millis(20)));
        let mut stream = pin!(stream_from_blocking(1, slow));
        for number in 0..3 {
            assert_eq!(run(stream.next()), Some(number));
        }
    }
}

#[cfg(feature = "tokio")]
in_child! {
    fn a_stream_that_needs_tokio() {
        use tokio::time::sleep;

        /// Needs its runtime to the last.
        struct SaysGoodbye(tokio::sync::mpsc::UnboundedSender<()>);
        impl Drop for SaysGoodbye {
            fn drop(&mut self) {
                let sender = self.0.clone();
                tokio::spawn(async move { sender.send(()) });
            }
        }

        for asked in [1, 2, 9] {
            let (sender, mut goodbye) = tokio::sync::mpsc::unbounded_channel();
            let last = SaysGoodbye(sender);
            let ticks = stream::iter(0..2).then(move |number| {
                let _ = &last;
                async move {
                    sleep(Duration::from_millis(1)).await;
                    number
                }
            });
            assert_eq!(iter_from_stream(ticks).take(asked).count(), asked.min(2));
            assert_eq!(block_on(goodbye.recv()), Some(()));
        }
    }

    fn threads_for_blocking_code_of_tokio() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let count = runtime.block_on(async {
            let items = stream_from_blocking(4, || 0..10);
            tokio::task::spawn_blocking(|| iter_from_stream(items).count()).await
        });
        assert_eq!(count.unwrap(), 10);
        runtime.block_on(async {
            let items: Vec<u8> = stream_from_blocking(4, || 0..10).collect().await;
            assert_eq!(items.len(), 10);
        });
    }
}
