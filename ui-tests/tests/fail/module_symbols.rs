//! Two functions cannot have one symbol.

#[await_me_maybe::maybe_async]
mod api {
    pub struct Client;

    impl Client {
        pub async fn get(&self) {}

        #[unsafe(no_mangle)] //~
        pub extern "C" fn level(&self) {}
    }

    #[unsafe(no_mangle)] //~
    pub extern "C" fn free(client: &Client) {
        let _ = client;
    }

    #[unsafe(export_name = "other")] //~
    pub fn other() {
        let _ = Client;
    }

    #[maybe_async(twin)]
    #[unsafe(no_mangle)] //~
    pub static LEVEL: u8 = 0;

    #[unsafe(no_mangle)]
    pub extern "C" fn shared() {}
}

fn main() {
    api::blocking::free(&api::blocking::Client);
    api::blocking::shared();
}
