//! Marks belong into an annotated module, and `path` on one.

use await_me_maybe::maybe_async;

#[maybe_async(shared)] //~
async fn shared() {}

#[maybe_async(twin)] //~
async fn twin() {}

#[maybe_async(path = crate::api)] //~
async fn path() {}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(shared)] //~
    async fn get(&self) {}
}

#[maybe_async(shared)] //~
mod api {
    pub async fn get() {}
}

#[maybe_async(suffix = _sync)] //~
mod suffixed {
    pub async fn get() {}
}

#[maybe_async(path = crate::pathed, path = crate::pathed)] //~
mod pathed {
    pub async fn get() {}
}

#[maybe_async(path = "crate::text")] //~
mod text {
    pub async fn get() {}
}

fn main() {
    shared_blocking();
    twin_blocking();
    path_blocking();
    Client.get_blocking();
    api::blocking::get();
    suffixed::blocking::get();
    pathed::blocking::get();
    text::blocking::get();
}
