//! The module that holds the twins needs a name.

use await_me_maybe::maybe_async;

#[maybe_async]
mod module {
    pub mod blocking { //~
        pub fn own() {}
    }

    pub async fn get() {}
}

#[maybe_async]
mod function {
    pub async fn blocking() {} //~

    pub async fn other() {}
}

#[maybe_async]
mod import {
    use crate::function as blocking; //~

    pub async fn get() {
        blocking::other().await;
    }
}

#[maybe_async(name = sync)]
mod named {
    #[allow(non_camel_case_types)]
    pub struct sync; //~

    pub mod blocking {
        pub fn own() {}
    }

    pub async fn get() {}
}

#[maybe_async]
mod outer {
    pub mod nested {
        pub mod blocking { //~
            pub fn own() {}
        }

        pub async fn get() {}
    }
}

fn main() {
    named::blocking::own();
}
