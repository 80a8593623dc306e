//! Threads cannot be aborted, and the mirror's tasks are threads.

use await_me_maybe::mirror::tokio::task::{AbortHandle, JoinHandle, JoinSet};

fn handles(handle: &JoinHandle<u32>, other: &AbortHandle) {
    handle.abort(); //~
    other.abort(); //~
    let _ = (handle.is_finished(), handle.abort_handle().is_finished());
}

fn sets(mut set: JoinSet<u32>) {
    set.abort_all(); //~
    set.shutdown(); //~
    set.detach_all();
}

fn main() {
    let _ = (handles, sets);
}
