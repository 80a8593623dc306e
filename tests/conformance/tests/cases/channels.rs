// Included by `futures_channels.rs`, once for each half.

use std::sync::Arc;

use await_me_maybe_conformance::halves::Log;
use library::channel::{mpsc, oneshot};
use library::lock::{Mutex, MutexGuard};
use library::{SinkExt, StreamExt as _};
use runtime::sync::{broadcast, mpsc as tokio_mpsc, watch};
use streams::wrappers::{BroadcastStream, ReceiverStream, UnboundedReceiverStream, WatchStream};

cases! {
    fn room_in_a_bounded_channel(log) {
        for buffer in 0..3 {
            let (mut sender, mut receiver) = mpsc::channel(buffer);
            for n in 0..5 {
                match sender.try_send(n) {
                    Ok(()) => log.push(format!("sent {n}")),
                    Err(error) => log.push(format!("{error} {error:?} {}", error.is_full())),
                }
            }
            log.value(receiver.try_recv());
            log.value(sender.try_send(9).is_ok());
            log.value(sender.try_send(10).map_err(mpsc::TrySendError::into_inner));
            drop(sender);
            wait!(steps(log, 6, receiver));
        }
    }

    fn room_of_each_sender(log) {
        let (mut first, mut receiver) = mpsc::channel(1);
        let mut second = first.clone();
        log.value(first.same_receiver(&second));
        log.value(second.is_connected_to(&receiver));
        for sender in [&mut first, &mut second] {
            log.value((sender.try_send(1).is_ok(), sender.try_send(2).is_ok()));
        }
        // Who has parked first goes on first.
        log.value(receiver.try_recv());
        log.value((first.try_send(3).is_ok(), second.try_send(4).is_ok()));
        log.value(receiver.try_recv());
        log.value((first.try_send(5).is_ok(), second.try_send(6).is_ok()));
        let third = first.clone();
        drop((first, second));
        log.value(third.is_closed());
        drop(third);
        wait!(steps(log, 4, receiver));
    }

    fn closed_by_the_receiver(log) {
        let (mut sender, mut receiver) = mpsc::channel(2);
        log.value(wait!(sender.send(1)));
        receiver.close();
        log.value(wait!(sender.send(2)));
        log.value(wait!(sender.flush()));
        log.value(sender.is_closed());
        let error = sender.try_send(3).unwrap_err();
        log.push(format!("{error} {}", error.is_disconnected()));
        log.push(error.into_send_error().to_string());
        log.value(wait!(receiver.recv()));
        log.value(wait!(receiver.recv()));
        log.value(receiver.try_recv());
        drop(receiver);
        let (mut sender, receiver) = mpsc::channel::<u8>(2);
        log.value(wait!(sender.feed(1)));
        drop(receiver);
        log.value(wait!(sender.feed(2)));
        log.value(wait!(sender.flush()));
    }

    fn closed_by_senders(log) {
        let (mut sender, mut receiver) = mpsc::channel(2);
        let mut other = sender.clone();
        log.value(receiver.try_recv());
        log.value(wait!(sender.send(1)));
        log.value(wait!(SinkExt::<u8>::close(&mut sender)));
        log.value(wait!(sender.send(2)));
        log.value((sender.is_closed(), other.is_closed()));
        log.value(wait!(other.send(3)));
        other.close_channel();
        log.value(wait!(other.send(4)));
        wait!(steps(log, 4, receiver.by_ref()));
        log.value(receiver.try_recv().map_err(|error| error.to_string()));
        log.value(wait!(receiver.recv()).map_err(|error| error.to_string()));
    }

    fn unbounded(log) {
        let (sender, mut receiver) = mpsc::unbounded();
        for n in 0..3 {
            log.value(sender.unbounded_send(n).is_ok());
        }
        log.value((sender.len(), sender.is_empty()));
        let mut other = sender.clone();
        log.value(wait!(other.send(3)));
        log.value(wait!((&sender).send(4)));
        log.value(sender.same_receiver(&other));
        other.disconnect();
        log.value(wait!(other.send(5)));
        log.value(receiver.try_recv());
        log.value(wait!(receiver.next()));
        drop((sender, other));
        wait!(steps(log, 5, receiver));
        let (sender, receiver) = mpsc::unbounded();
        drop(receiver);
        let error = sender.unbounded_send("lost").unwrap_err();
        log.push(error.to_string());
        log.value(error.into_inner());
    }

    fn from_one_side_to_the_other(log) {
        for buffer in [0, 1, 7] {
            let (mut sender, receiver) = mpsc::channel(buffer);
            let (sum, sent) = together!(
                wait!(receiver.fold(0, |sum, n| work! { sum * 2 + n })),
                {
                    let mut sent = 0;
                    for n in 0..20 {
                        wait!(sender.send(n)).unwrap();
                        sent += 1;
                    }
                    drop(sender);
                    sent
                }
            );
            log.value((sum, sent));
        }
        let (mut sender, mut receiver) = mpsc::channel(0);
        let (first, refused) = together!(
            {
                let first = wait!(receiver.next());
                drop(receiver);
                first
            },
            {
                let mut refused = None;
                for n in 0..9 {
                    if let Err(error) = wait!(sender.send(n)) {
                        refused = Some(error);
                        break;
                    }
                }
                refused
            }
        );
        log.value((first, refused));
    }

    fn receivers_are_streams(log) {
        let (sender, receiver) = mpsc::unbounded();
        let items = library::stream::iter([Ok(1), Ok(2), Ok(3)]);
        log.value(wait!(items.forward(sender)));
        let odd = receiver.filter(|n| {
            let odd = n % 2 == 1;
            work! { odd }
        });
        log.value(wait!(odd.collect::<Vec<_>>()));
    }

    fn one_value(log) {
        let (sender, receiver) = oneshot::channel();
        log.value((sender.is_canceled(), sender.is_connected_to(&receiver)));
        log.value(sender.send(1));
        log.value(received!(receiver));
        let (sender, mut receiver) = oneshot::channel();
        log.value(receiver.try_recv());
        log.value(sender.send(2));
        log.value(receiver.try_recv());
        log.value(receiver.try_recv());
        let (sender, mut receiver) = oneshot::channel();
        log.value(sender.send(3));
        log.value(received!(&mut receiver));
    }

    fn one_value_later(log) {
        let (sender, receiver) = oneshot::channel();
        log.value(together!(received!(receiver), sender.send(1)));
        let (mut sender, receiver) = oneshot::channel::<u8>();
        let (received, canceled) = together!(
            {
                drop(receiver);
                "dropped"
            },
            {
                wait!(sender.cancellation());
                sender.is_canceled()
            }
        );
        log.value((received, canceled));
    }

    fn canceled(log) {
        let (sender, receiver) = oneshot::channel::<u8>();
        drop(sender);
        log.value(received!(receiver).map_err(|error| error.to_string()));
        let (sender, receiver) = oneshot::channel();
        drop(receiver);
        log.value(sender.is_canceled());
        log.value(sender.send("lost"));
        let (sender, mut receiver) = oneshot::channel();
        receiver.close();
        log.value(sender.send("refused"));
        log.value(receiver.try_recv());
        log.value(received!(receiver));
        let (sender, mut receiver) = oneshot::channel();
        log.value(sender.send("sent before"));
        receiver.close();
        log.value(received!(receiver));
    }

    fn locked(log) {
        let lock = Arc::new(Mutex::new(vec![1]));
        wait!(lock.lock()).push(2);
        let owned = wait!(Arc::clone(&lock).lock_owned());
        log.value(&*owned);
        log.value((lock.try_lock().is_some(), lock.try_lock_owned().is_some()));
        drop(owned);
        let mut last = MutexGuard::map(wait!(lock.lock()), |list| list.last_mut().unwrap());
        *last += 10;
        drop(last);
        log.value(lock.try_lock().as_deref());
        let (first, second) = (&lock, &lock);
        together!(
            {
                for _ in 0..50 {
                    wait!(first.lock()).push(0);
                }
            },
            {
                for _ in 0..50 {
                    let mut list = wait!(second.lock());
                    let last = list.pop();
                    list.extend(last.into_iter().chain([0]));
                }
            }
        );
        let mut list = Arc::into_inner(lock).unwrap();
        list.get_mut().push(3);
        log.value(list.into_inner().len());
    }

    fn streams_of_tokio(log) {
        let (sender, receiver) = tokio_mpsc::channel(3);
        log.value(wait!(sender.send(1)).is_ok());
        log.value(wait!(sender.send(2)).is_ok());
        drop(sender);
        wait!(steps(log, 3, ReceiverStream::new(receiver)));
        let (sender, receiver) = tokio_mpsc::unbounded_channel();
        log.value(sender.send(1).is_ok());
        let mut items = UnboundedReceiverStream::from(receiver);
        items.close();
        log.value(sender.send(2).is_ok());
        wait!(steps(log, 2, items));
        let (sender, receiver) = broadcast::channel(2);
        for n in 0..4 {
            log.value(sender.send(n).is_ok());
        }
        drop(sender);
        wait!(steps(log, 4, BroadcastStream::new(receiver)));
        let (sender, receiver) = watch::channel(0);
        let mut now = WatchStream::new(receiver.clone());
        let mut changes = WatchStream::from_changes(receiver);
        log.value(wait!(now.next()));
        log.value(sender.send(1).is_ok());
        log.value(sender.send(2).is_ok());
        drop(sender);
        wait!(steps(log, 2, now));
        log.value(wait!(changes.next()));
        log.value(wait!(changes.next()));
    }

    fn adaptors_of_tokio_stream(log) {
        use streams::StreamExt;

        let numbers = StreamExt::then(streams::iter([1, 2]), |n| work! { n * 10 });
        wait!(steps(log, 3, library::StreamExt::boxed(numbers)));
        let mut results = streams::iter([Ok(1), Err("fault"), Ok(2)]);
        log.value(wait!(StreamExt::try_next(&mut results)));
        log.value(wait!(StreamExt::try_next(&mut results)));
        wait!(steps(log, 2, streams::once(1)));
        wait!(steps(log, 1, streams::empty::<u8>()));
    }
}
