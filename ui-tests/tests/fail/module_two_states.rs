//! A static that is repeated without a word would be two.

use std::sync::Mutex;

#[await_me_maybe::maybe_async]
mod api {
    use super::Mutex;

    pub struct Client;

    impl Client {
        pub async fn get(&self) {}
    }

    pub fn label(client: &Client) -> &'static str {
        let _ = client;
        "client"
    }

    fn described() -> usize {
        label(&Client).len()
    }

    static CLIENTS: Mutex<Vec<Client>> = Mutex::new(Vec::new()); //~

    static CALL: fn() -> usize = described; //~

    thread_local! { //~
        static CURRENT: std::cell::RefCell<Option<Client>> = const { std::cell::RefCell::new(None) };
    }

    std::thread_local! { //~
        static LEVEL: usize = described();
    }

    macro_rules! global {
        (static ref $name:ident: $ty:ty = $value:expr;) => {
            static $name: std::sync::LazyLock<$ty> = std::sync::LazyLock::new(|| $value);
        };
    }

    global! { //~
        static ref LAZY: Client = Client;
    }

    #[maybe_async(twin)]
    static EACH: Mutex<Vec<Client>> = Mutex::new(Vec::new());

    #[maybe_async(shared)]
    static ONE: Mutex<Vec<Client>> = Mutex::new(Vec::new());

    static PLAIN: Mutex<u8> = Mutex::new(0);

    pub async fn all() -> usize {
        let level = LEVEL.with(|level| *level);
        CURRENT.with(|current| current.borrow().is_some());
        let _ = &*LAZY;
        level + CALL() + CLIENTS.lock().unwrap().len() + EACH.lock().unwrap().len()
    }

    pub fn one() -> (usize, u8) {
        (ONE.lock().unwrap().len(), *PLAIN.lock().unwrap())
    }
}

fn main() {
    api::blocking::all();
    api::blocking::one();
}
