//! The twin hides none of what rustc says of the author's own code, and says nothing twice.
#![deny(dead_code, unused_imports, unused_variables, unused_macros)]

#[await_me_maybe::maybe_async]
pub mod api {
    use std::collections::HashMap; //~
    use std::fmt;

    fn nobody_calls_this() {} //~

    fn called() -> u8 {
        1
    }

    async fn nobody_awaits_this() {} //~

    struct NeverMade; //~

    const UNUSED: u8 = 1; //~

    macro_rules! unused { //~
        () => {};
    }

    pub struct Client {
        unread: u8, //~
    }

    impl Client {
        pub fn new() -> Self {
            Self { unread: 1 }
        }

        pub async fn get(&self) -> u8 {
            let unused = 2; //~
            called()
        }
    }

    impl fmt::Display for Client {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("client")
        }
    }

    mod nested {
        pub fn nobody_calls_this_either() {} //~

        pub async fn level() {} //~
    }
}

fn main() {
    let client = api::blocking::Client::new();
    client.get();
}
