//! Without a type to lead to, the function cannot know what to do.

use await_me_maybe::await_me_maybe_blocking;

async fn fetch() -> u8 {
    1
}

fn future() {
    let _ = await_me_maybe_blocking(async { 1 }); //~
}

fn call_of_async_fn() {
    let _ = await_me_maybe_blocking(fetch()); //~
}

fn async_closure() {
    let _ = await_me_maybe_blocking(async || 1); //~
}

fn main() {
    future();
    call_of_async_fn();
    async_closure();
}
