//! The runtime that `block_on` gives to futures that need tokio.

#![cfg(feature = "tokio")]

use std::future::poll_fn;
use std::io::ErrorKind;
use std::sync::mpsc::channel;
use std::sync::{Arc, Barrier};
use std::task::Poll;
use std::thread;
use std::time::{Duration, Instant};

use await_me_maybe::blocking::{block_on, try_block_on};
use await_me_maybe_bridges::{in_child, panic_text};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::{block_in_place, spawn_blocking};
use tokio::time::sleep;

const SHORT: Duration = Duration::from_millis(20);
/// Longer than any test may take.
const LONG: Duration = Duration::from_secs(600);

fn multi_thread() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap()
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Of the runtime that drives it.
fn here() -> impl Future<Output = tokio::runtime::Id> {
    poll_fn(|_| Poll::Ready(Handle::current().id()))
}

/// A timer, a task and a socket.
async fn needs_a_runtime() -> u8 {
    let start = Instant::now();
    sleep(SHORT).await;
    assert!(start.elapsed() >= SHORT);

    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        socket.write_all(&[7]).await.unwrap();
    });
    let byte = TcpStream::connect(address)
        .await
        .unwrap()
        .read_u8()
        .await
        .unwrap();
    server.await.unwrap();
    byte
}

in_child! {
    fn on_a_plain_thread() {
        assert_eq!(block_on(needs_a_runtime()), 7);
        assert_eq!(thread::spawn(|| block_on(needs_a_runtime())).join().unwrap(), 7);
        // The runtime is none of the thread's own.
        assert!(Handle::try_current().is_err());
    }

    fn which_is_made_once() {
        let all_start = Arc::new(Barrier::new(50));
        let threads: Vec<_> = (0..50)
            .map(|_| {
                let all_start = Arc::clone(&all_start);
                thread::spawn(move || {
                    all_start.wait();
                    block_on(here())
                })
            })
            .collect();
        let first = block_on(here());
        for thread in threads {
            assert_eq!(thread.join().unwrap(), first);
        }
        assert_eq!(block_on(async { Handle::current().metrics().num_workers() }), 2);
    }

    fn which_keeps_what_was_spawned() {
        let tasks = block_on(async { [tokio::spawn(async { sleep(SHORT).await; 7 })] });
        let [value] = tasks.map(block_on);
        assert_eq!(value.unwrap(), 7);
    }

    fn on_threads_for_blocking_code_of_a_multi_threaded_runtime() {
        let runtime = multi_thread();
        let outer = runtime.handle().id();
        runtime.block_on(async {
            assert_eq!(spawn_blocking(|| block_on(here())).await.unwrap(), outer);
            assert_eq!(spawn_blocking(|| block_on(needs_a_runtime())).await.unwrap(), 7);
            tokio::spawn(async move {
                assert_eq!(block_in_place(|| block_on(here())), outer);
                assert_eq!(block_in_place(|| block_on(needs_a_runtime())), 7);
            })
            .await
            .unwrap();
            assert_eq!(block_in_place(|| block_on(here())), outer);
        });
        let _entered = runtime.enter();
        assert_eq!(block_on(here()), outer);
        assert_eq!(block_on(needs_a_runtime()), 7);
    }

    fn on_threads_for_blocking_code_of_a_runtime_of_the_current_thread() {
        let runtime = current_thread();
        let byte = runtime.block_on(async {
            spawn_blocking(|| block_on(needs_a_runtime())).await.unwrap()
        });
        assert_eq!(byte, 7);
    }

    fn also_if_nobody_drives_that_any_more() {
        let runtime = current_thread();
        let tasks = runtime.block_on(async { [spawn_blocking(|| block_on(needs_a_runtime()))] });
        while !tasks[0].is_finished() {
            thread::sleep(SHORT);
        }
        let _entered = runtime.enter();
        assert_eq!(block_on(needs_a_runtime()), 7);
    }

    fn inside_block_in_place_inside_block_on() {
        let value = block_on(async { block_in_place(|| block_on(needs_a_runtime())) });
        assert_eq!(value, 7);
        let value = block_on(async {
            tokio::spawn(async { block_in_place(|| block_on(needs_a_runtime())) }).await
        });
        assert_eq!(value.unwrap(), 7);
    }

    fn shut_down_before() {
        let runtime = multi_thread();
        let handle = runtime.handle().clone();
        drop(runtime);
        let _entered = handle.enter();

        let error = try_block_on(sleep(LONG)).unwrap_err();
        assert!(error.is_shut_down() && !error.is_nested());
        let text = panic_text(|| block_on(sleep(LONG)));
        assert_eq!(text, error.to_string());
        assert!(text.contains("has been shut down; call `block_on`"), "{text}");
        // What does not need it works, and what does says so.
        assert_eq!(block_on(async { 1 }), 1);
        let bound = block_on(TcpListener::bind("127.0.0.1:0"));
        assert_eq!(bound.unwrap_err().kind(), ErrorKind::Other);
        assert!(block_on(async { tokio::spawn(async {}).await }).unwrap_err().is_cancelled());
    }

    fn shut_down_while_it_waits_for_a_timer() {
        let runtime = multi_thread();
        let (sender, result) = channel();
        let (started, starts) = channel();
        runtime.spawn_blocking(move || {
            sender.send(try_block_on(async {
                started.send(()).unwrap();
                sleep(LONG).await;
            })).unwrap();
        });
        starts.recv().unwrap();
        runtime.shutdown_background();
        assert!(result.recv().unwrap().unwrap_err().is_shut_down());
    }

    fn shut_down_while_it_waits_for_a_task() {
        let runtime = multi_thread();
        let (sender, result) = channel();
        let (started, starts) = channel();
        runtime.spawn_blocking(move || {
            sender.send(block_on(async {
                let task = tokio::spawn(sleep(LONG));
                started.send(()).unwrap();
                task.await
            })).unwrap();
        });
        starts.recv().unwrap();
        runtime.shutdown_background();
        assert!(result.recv().unwrap().unwrap_err().is_cancelled());
    }

    fn shut_down_while_it_waits_for_a_socket() {
        let runtime = multi_thread();
        let (sender, result) = channel();
        let (started, starts) = channel();
        runtime.spawn_blocking(move || {
            sender.send(block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
                started.send(()).unwrap();
                listener.accept().await
            })).unwrap();
        });
        starts.recv().unwrap();
        runtime.shutdown_background();
        assert_eq!(result.recv().unwrap().unwrap_err().kind(), ErrorKind::Other);
    }

    fn a_runtime_of_the_current_thread_that_is_shut_down_does_no_harm() {
        let runtime = current_thread();
        let handle = runtime.handle().clone();
        drop(runtime);
        let _entered = handle.enter();
        assert_eq!(block_on(needs_a_runtime()), 7);
    }
}
