//! A rule that nothing in the item matches is a typing error, or left over.

use await_me_maybe::maybe_async;

mod a {
    pub mod net {
        pub async fn get() -> u8 {
            1
        }
    }
}

mod b {
    pub fn get() -> u8 {
        1
    }
}

struct Fields {
    net: u8,
}

impl Fields {
    fn net(&self) -> u8 {
        self.net
    }
}

#[maybe_async(replace(
    a::nets = b, //~
    net = b, //~
    ::a::net = b, //~
    a::net::get::it = b, //~
    a::net = b
))]
async fn whole_paths() -> u8 {
    a::net::get().await
}

#[maybe_async(replace(a::net = b, a = b))] //~
async fn never_the_longest() -> u8 {
    a::net::get().await
}

#[maybe_async(replace(net = b))] //~
async fn fields_and_literals() -> u8 {
    let net = "net::get";
    let fields = Fields { net: 1 };
    println!("net::get {net} {}", fields.net);
    'net: loop {
        break 'net fields.net();
    }
}

#[maybe_async(replace(AsyncFn = Fn))] //~
async fn callbacks(f: impl AsyncFn() -> u8) -> u8 {
    f().await
}

fn main() {
    let _ = (whole_paths(), never_the_longest(), fields_and_literals(), callbacks(async || 1));
    let _ = (whole_paths_blocking(), never_the_longest_blocking(), b::get());
    let _ = (fields_and_literals_blocking(), callbacks_blocking(|| 1));
}
