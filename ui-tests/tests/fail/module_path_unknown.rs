//! A path from the crate's root may lead back into the module, whose own path is not known.

use await_me_maybe::maybe_async;

#[maybe_async]
mod api {
    use crate::api::Client as Alias; //~

    pub struct Client;

    impl Client {
        pub async fn get(&self) {}
    }

    pub struct Plain;

    pub fn plain() -> crate::api::Plain {
        Plain
    }

    pub async fn get() {
        let _ = Alias;
        crate::api::Client.get().await; //~
        println!("{}", crate::api::level().await); //~
    }

    pub async fn level() -> u8 {
        1
    }

    pub fn other() -> crate::v2::api::Client { //~
        crate::v2::api::Client //~
    }
}

mod v2 {
    pub mod api {
        pub struct Client;
    }
}

fn main() {
    api::blocking::get();
    api::blocking::plain();
    api::blocking::other();
}
