//! Items inside a body that hold async code of their own.

use await_me_maybe::maybe_async;

async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn makes_macro() -> u8 {
    macro_rules! get {
        () => {
            fetch().await //~
        };
    }
    get!() + get!()
}

#[maybe_async]
async fn makes_impl() -> u8 {
    struct Local;

    impl Local {
        async fn get(&self) -> u8 { //~
            1
        }
    }

    Local.get().await
}

#[maybe_async]
async fn makes_trait() -> u8 {
    trait Get {
        async fn get(&self) -> u8; //~
    }

    impl Get for u8 {
        async fn get(&self) -> u8 { //~
            *self
        }
    }

    1u8.get().await
}

#[maybe_async]
async fn makes_module() -> u8 {
    mod inner {
        pub(super) async fn get() -> u8 { //~
            1
        }
    }

    inner::get().await
}

fn main() {
    let _ = (makes_macro(), makes_impl(), makes_trait(), makes_module());
    makes_macro_blocking();
    makes_impl_blocking();
    makes_trait_blocking();
    makes_module_blocking();
}
