//! An impl that has to exist twice, of a type and a trait that do not.

use std::fmt;

pub struct Outside;

#[await_me_maybe::maybe_async]
mod api {
    use super::{Outside, fmt};

    pub struct Client;

    impl Client {
        pub async fn get(&self) {}
    }

    impl Outside { //~
        pub async fn get(&self) {}
    }

    impl fmt::Display for Outside { //~
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let _ = Client;
            f.write_str("outside")
        }
    }

    impl AsyncIterator for Outside { //~
        async fn next(&self) {}
    }

    #[maybe_async(shared)]
    impl fmt::Debug for Outside {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let _ = Client;
            f.write_str("outside")
        }
    }

    use super::AsyncIterator;
}

pub trait AsyncIterator {
    #[allow(async_fn_in_trait)]
    async fn next(&self);
}

fn main() {
    println!("{:?}", Outside);
}
