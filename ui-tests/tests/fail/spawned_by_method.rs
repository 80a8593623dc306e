//! A runtime that is asked by a method to run something.

use await_me_maybe::maybe_async;
use tokio::runtime::Handle;

async fn fetch() {}

#[maybe_async]
async fn block(runtime: &Handle) {
    runtime.spawn(async { println!("runs") }); //~
}

struct Client {
    runtime: Handle,
}

// A member that exists once takes futures in both halves.
#[maybe_async]
impl Client {
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        self.runtime.spawn(task);
    }

    async fn start(&self) {
        self.spawn(async { println!("runs") }); //~
    }
}

pub struct Runtime;

impl Runtime {
    fn spawn(&self, task: impl Future<Output = ()>) {
        drop(task);
    }
}

#[maybe_async]
mod api {
    use super::Runtime;

    pub struct Pool(pub Runtime);

    impl Pool {
        pub async fn spawn(&self, number: u8) -> u8 {
            number
        }
    }

    // Another type's method of the same name.
    pub async fn start(pool: &Pool) -> u8 {
        pool.0.spawn(async { println!("runs") }); //~
        pool.spawn(1).await
    }
}

// It is not a method of one's own: what it would be given is no future.
#[maybe_async(keep(spawn))] //~
async fn kept(runtime: &Handle) {
    runtime.spawn(async { println!("runs") });
}

fn main() {
    let _ = (block, fetch(), Client::start, Client::start_blocking);
    let _: fn(&Handle) = block_blocking;
    let _: fn(&Handle) = kept_blocking;
    let _ = (kept, api::start, api::blocking::start);
}
