//! What belongs to the async half alone is not in the other, whichever way it is asked for.

#[await_me_maybe::maybe_async]
mod api {
    #[only_async]
    pub async fn stream() {}

    #[only_async]
    pub struct Socket;

    pub async fn get() {
        stream().await; //~
    }

    pub async fn socket() {
        let _ = Socket; //~
    }
}

/// The same beside a macro whose names are not known.
#[await_me_maybe::maybe_async]
mod with_macro {
    macro_rules! make {
        ($name:ident) => {
            pub struct $name;
        };
    }

    make!(Made);

    #[only_async]
    pub async fn stream() {}

    #[only_async]
    pub struct Socket;

    pub async fn get() {
        let _ = Made;
    }

    pub async fn inside() {
        stream().await; //~
    }
}

fn main() {
    api::blocking::stream(); //~
    with_macro::blocking::stream(); //~ //~
    let _ = with_macro::blocking::Socket; //~
    let _ = with_macro::blocking::Made;
}
