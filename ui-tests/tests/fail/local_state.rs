//! Statics inside a body that both halves have.

use std::cell::Cell;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use await_me_maybe::maybe_async;

#[maybe_async]
async fn counts() -> u32 {
    static CALLS: AtomicU32 = AtomicU32::new(0); //~
    // Nothing in these can change.
    static WORDS: [&str; 2] = ["one", "two"];
    static LIMITS: &[(u8, &str)] = &[(1, "a")];
    let _ = (WORDS, LIMITS);
    CALLS.fetch_add(1, Ordering::Relaxed)
}

#[maybe_async]
async fn each() -> u32 {
    thread_local! { //~
        static CALLS: Cell<u32> = const { Cell::new(0) };
    }
    CALLS.get()
}

#[maybe_async]
async fn nested() -> usize {
    fn remember(word: &str) -> usize {
        static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new()); //~
        let mut seen = SEEN.lock().unwrap();
        seen.push(word.to_owned());
        seen.len()
    }
    remember("word")
}

macro_rules! go {
    ($name:ident <- $($body:tt)*) => {
        let $name = { $($body)* };
    };
}

#[maybe_async]
async fn in_macros() -> u32 {
    let numbers = async_stream::stream! {
        static COUNT: AtomicU32 = AtomicU32::new(0); //~
        yield COUNT.fetch_add(1, Ordering::Relaxed);
    };
    drop(numbers);
    let listed = vec![{
        static LISTED: AtomicU32 = AtomicU32::new(0); //~
        LISTED.load(Ordering::Relaxed)
    }];
    go! { word <- static WORD: &'static str = "a"; WORD }
    go! { other <- static OTHER: AtomicU32 = AtomicU32::new(0); OTHER.load(Ordering::Relaxed) } //~
    listed[0] + other + word.len() as u32
}

#[maybe_async]
mod api {
    pub struct Client;

    impl Client {
        pub async fn get(&self) -> u32 {
            1
        }
    }

    // Not async, but of a type that exists twice.
    pub fn next(_: &Client) -> u32 {
        static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0); //~
        NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed)
    }
}

fn main() {
    let _ = (counts(), each(), nested(), in_macros(), api::next(&api::Client));
}
