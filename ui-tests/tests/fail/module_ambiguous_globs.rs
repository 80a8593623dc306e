//! A name that two globs would bring is an error, not a guess.

mod asynchronous {
    pub struct Mutex;
}

mod standard {
    pub struct Mutex;
}

#[await_me_maybe::maybe_async(replace(crate::asynchronous = crate::standard))]
mod api {
    use crate::asynchronous::*;

    macro_rules! make {
        ($name:ident) => {
            pub struct $name;
        };
    }

    make!(Made);

    pub async fn get() -> Made {
        let _ = Mutex; //~
        Made
    }
}

fn main() {
    let _ = api::blocking::get();
}
