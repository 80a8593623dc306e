//! A replaced call that is thrown away would run in the twin alone.

use await_me_maybe::maybe_async;

mod net {
    pub async fn get(n: u8) -> u8 {
        n
    }

    pub fn note() {}

    pub struct Client;

    impl Client {
        pub async fn open() -> Self {
            Self
        }
    }
}

mod sync_net {
    pub fn get(n: u8) -> u8 {
        n
    }

    pub fn note() {}

    pub struct Client;

    impl Client {
        pub fn open() -> Self {
            Self
        }
    }
}

#[maybe_async(replace(net = sync_net))]
async fn discarded(condition: bool) {
    net::get(1); //~
    let _ = net::get(2); //~
    let _: _ = net::get(3); //~
    drop(net::get(4)); //~
    std::mem::drop((net::get(5), 1)); //~
    _ = net::get(6); //~
    let _ = &net::get(7); //~
    let _ = if condition { net::get(8) } else { net::get(9) }; //~ //~
    let _ = match condition {
        true => Box::pin(net::get(10)), //~
        false => Box::pin(net::get(11)), //~
    };
    let never_named = net::get(12); //~
    let _ = <net::Client>::open(); //~
    let _ = async {
        net::note(); //~
    };
}

#[maybe_async(replace(net::get = sync_net::get, net::Client = sync_net::Client))]
async fn imported() {
    use net::{Client, get as ask};
    ask(1); //~
    drop(Client::open()); //~
}

#[maybe_async(replace(net::get = other_name))]
async fn by_its_own_name() {
    let _ = net::get(1); //~
}

fn other_name(n: u8) -> u8 {
    n
}

fn main() {
    let _ = (discarded(true), imported(), by_its_own_name(), other_name(1));
    sync_net::get(1);
    sync_net::note();
    sync_net::Client::open();
    discarded_blocking(true);
    imported_blocking();
    by_its_own_name_blocking();
}
