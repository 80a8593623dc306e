//! The twin does not have what is implemented outside of the module.

#[await_me_maybe::maybe_async]
mod api {
    pub struct Client;

    impl Client {
        pub async fn get(&self) -> u8 {
            1
        }
    }

}

impl api::Client {
    fn helper(&self) -> u8 {
        1
    }
}

fn main() {
    api::blocking::Client.helper(); //~
}
