//! Nothing to make a twin of.

#[await_me_maybe::maybe_async]
mod plain { //~
    pub struct Error;

    pub fn get() -> Error {
        Error
    }

    pub mod nested {
        pub use super::Error;
    }
}

#[await_me_maybe::maybe_async]
mod empty {} //~

fn main() {
    let _ = plain::nested::Error;
    plain::get();
}
