//! Members of one half, where both halves stand on one type.

use await_me_maybe::maybe_async;

struct Client;

#[maybe_async]
impl Client {
    #[only_async]
    async fn connect(&self) {}

    #[only_blocking]
    fn connect(&self) {} //~

    #[only_async]
    const PORT: u16 = 1;

    #[only_blocking]
    const PORT: u16 = 2; //~

    const HALF: u8 = if is_async!() { 1 } else { 2 }; //~

    fn half() -> bool {
        is_async!() //~
    }

    fn parameter(#[only_async] _: u8) {} //~

    async fn get(&self) {
        self.connect().await;
    }

    #[only_blocking]
    fn flush(&self) {
        self.get(); //~
        let _ = Self::get(self); //~
        self.get_blocking();
    }

    async fn late(&self) {
        if is_async!() {
            self.get().await;
        } else {
            let _ = self.get(); //~
        }
    }
}

fn main() {
    Client.flush();
    Client.connect_blocking(); //~
}
