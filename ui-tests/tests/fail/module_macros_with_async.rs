//! What a macro of the module makes of async code is not lowered.

#[await_me_maybe::maybe_async]
mod api {
    macro_rules! getter {
        ($name:ident) => {
            pub async fn $name() -> u8 {
                1
            }
        };
    }

    getter!(level); //~

    macro_rules! awaited {
        ($e:expr) => {
            $e.await
        };
    }

    macro_rules! later {
        ($e:expr) => {
            async { $e }
        };
    }

    pub async fn get() -> u8 {
        let _never = later!(1); //~
        awaited!(level()) //~
    }
}

fn main() {
    let _ = api::blocking::get();
}
