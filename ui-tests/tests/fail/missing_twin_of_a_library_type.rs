//! Types of libraries know nothing of twins either.

use await_me_maybe::maybe_async;
use tokio::sync::{Mutex, mpsc};

#[maybe_async]
async fn locks(value: &Mutex<u8>) -> u8 {
    *value.lock().await //~
}

#[maybe_async]
async fn receives(numbers: &mut mpsc::Receiver<u8>) -> Option<u8> {
    numbers.recv().await //~
}

fn main() {
    let value = Mutex::new(1);
    let (_, mut numbers) = mpsc::channel(1);
    let _ = (locks(&value), receives(&mut numbers));
    locks_blocking(&value);
    receives_blocking(&mut numbers);
}
