//! Marks that say nothing, or too much.

use await_me_maybe::maybe_async;

#[maybe_async]
#[only_async] //~
async fn alone() {}

#[maybe_async]
async fn marks() {
    #[only_async(x)] //~
    let _a = 1;
    #[only_blocking = "x"] //~
    let _b = 1;
    #[only_async]
    #[only_blocking] //~
    let _c = 1;
    #[only_async]
    #[only_async] //~
    let _d = 1;
    #[only_async]
    {
        #[only_blocking] //~
        let _e = 1;
    }
    #[only_blocking]
    {
        #[only_async] //~
        let _f = 1;
    }
    if is_async!() {
        #[only_blocking] //~
        let _g = 1;
    } else {
        #[only_async] //~
        let _h = 1;
    }
}

#[maybe_async]
mod api {
    #[only_async(x)] //~
    pub fn helper() {}

    #[only_async]
    pub fn outer() {
        #[only_blocking] //~
        let _e = 1;
    }

    #[only_async]
    #[only_blocking] //~
    pub fn neither() {}

    #[only_blocking]
    pub mod nested {} //~

    pub async fn get() {}
}

mod tree {
    use await_me_maybe::asynchronous::{only_async, only_blocking};

    #[only_async(x)] //~
    fn helper() {}

    #[only_blocking]
    fn other() {}
}

fn main() {}
