//! Modules are not supported yet.

use await_me_maybe::maybe_async;

#[maybe_async]
mod api { //~
    pub async fn fetch() -> u8 {
        1
    }
}

fn main() {
    let _ = api::fetch();
}
