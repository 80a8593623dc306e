//! What stands above the annotated module or item sees both halves.

mod tree {
    use await_me_maybe::blocking::maybe_async;

    #[derive(Clone)]
    #[maybe_async]
    pub struct Above {
        #[only_async]
        pub only: u8, //~ //~
        #[only_blocking]
        pub here: u8,
    }

    #[maybe_async]
    #[derive(Clone)]
    pub struct Below {
        #[only_async]
        pub only: u8,
        #[only_blocking]
        pub here: u8,
    }
}

fn main() {
    let _ = tree::Below { here: 1 }.clone();
}
