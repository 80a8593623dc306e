//! Locks and channels of the mirror of tokio, beside the locks that they wrap and the channels
//! that one would take from std in blocking code.

use std::hint::black_box;
use std::sync::mpsc as std_mpsc;
use std::thread;

use await_me_maybe::mirror::tokio::sync;
use divan::Bencher;

await_me_maybe_benches::bench!();

/// One thread has the lock to itself; four want it.
const THREADS: [usize; 2] = [1, 4];

#[divan::bench_group(threads = THREADS)]
mod mutex {
    use super::{Bencher, sync};

    #[divan::bench]
    fn mirror(bencher: Bencher<'_, '_>) {
        let mutex = sync::Mutex::new(0_u64);
        bencher.bench(|| *mutex.lock() += 1);
    }

    #[divan::bench]
    fn wrapped(bencher: Bencher<'_, '_>) {
        let mutex = parking_lot::Mutex::new(0_u64);
        bencher.bench(|| *mutex.lock() += 1);
    }
}

#[divan::bench_group(threads = THREADS)]
mod read_write_lock {
    use super::{Bencher, sync};

    #[divan::bench]
    fn mirror_read(bencher: Bencher<'_, '_>) {
        let lock = sync::RwLock::new(1_u64);
        bencher.bench(|| *lock.read());
    }

    #[divan::bench]
    fn wrapped_read(bencher: Bencher<'_, '_>) {
        let lock = parking_lot::RwLock::new(1_u64);
        bencher.bench(|| *lock.read());
    }

    #[divan::bench]
    fn mirror_write(bencher: Bencher<'_, '_>) {
        let lock = sync::RwLock::new(0_u64);
        bencher.bench(|| *lock.write() += 1);
    }

    #[divan::bench]
    fn wrapped_write(bencher: Bencher<'_, '_>) {
        let lock = parking_lot::RwLock::new(0_u64);
        bencher.bench(|| *lock.write() += 1);
    }
}

/// In and out on one thread: nobody waits.
#[divan::bench_group]
mod channel {
    use super::{Bencher, black_box, std_mpsc, sync};

    #[divan::bench]
    fn mirror(bencher: Bencher<'_, '_>) {
        let (sender, mut receiver) = sync::mpsc::channel(16);
        bencher.bench_local(|| {
            sender.send(black_box(1_u64)).expect("it is open");
            receiver.recv()
        });
    }

    #[divan::bench]
    fn std_of_the_same_size(bencher: Bencher<'_, '_>) {
        let (sender, receiver) = std_mpsc::sync_channel(16);
        bencher.bench_local(|| {
            sender.send(black_box(1_u64)).expect("it is open");
            receiver.recv()
        });
    }

    #[divan::bench]
    fn mirror_unbounded(bencher: Bencher<'_, '_>) {
        let (sender, mut receiver) = sync::mpsc::unbounded_channel();
        bencher.bench_local(|| {
            sender.send(black_box(1_u64)).expect("it is open");
            receiver.recv()
        });
    }

    #[divan::bench]
    fn std_unbounded(bencher: Bencher<'_, '_>) {
        let (sender, receiver) = std_mpsc::channel();
        bencher.bench_local(|| {
            sender.send(black_box(1_u64)).expect("it is open");
            receiver.recv()
        });
    }

    #[divan::bench]
    fn mirror_oneshot() -> u64 {
        let (sender, receiver) = sync::oneshot::channel();
        sender.send(black_box(1)).expect("it is open");
        receiver.blocking_recv().expect("it has been sent")
    }

    #[divan::bench]
    fn std_for_one_value() -> u64 {
        let (sender, receiver) = std_mpsc::sync_channel(1);
        sender.send(black_box(1)).expect("it is open");
        receiver.recv().expect("it has been sent")
    }
}

/// Ten thousand values to another thread, each end waiting for the other one.
#[divan::bench_group(sample_count = 20)]
mod across_threads {
    use super::{black_box, std_mpsc, sync, thread};

    const VALUES: u64 = 10_000;

    #[divan::bench]
    fn mirror() -> u64 {
        let (sender, mut receiver) = sync::mpsc::channel(16);
        let sends = thread::spawn(move || {
            (0..VALUES).for_each(|value| sender.send(value).expect("it is open"));
        });
        let sum = std::iter::from_fn(|| receiver.recv()).map(black_box).sum();
        sends.join().expect("it has sent");
        sum
    }

    #[divan::bench]
    fn std_of_the_same_size() -> u64 {
        let (sender, receiver) = std_mpsc::sync_channel(16);
        let sends = thread::spawn(move || {
            (0..VALUES).for_each(|value| sender.send(value).expect("it is open"));
        });
        let sum = receiver.iter().map(black_box).sum();
        sends.join().expect("it has sent");
        sum
    }
}
