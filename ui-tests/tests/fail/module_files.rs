//! The file of a module is not among the tokens of the attribute: rustc says so twice itself.

#[await_me_maybe::maybe_async]
mod api {
    mod client; //~ //~ //~

    pub mod nested {
        mod server; //~ //~ //~
    }

    pub async fn get() -> u8 {
        1
    }
}

fn main() {
    let _: u8 = api::blocking::get();
}
