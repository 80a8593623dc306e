//! Which future is awaited is decided where other things happen too.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn get(n: u8) -> u8 {
    n
}

#[maybe_async(twins(get))]
async fn labelled(n: u8) -> u8 {
    'choice: { //~
        if n > 1 {
            break 'choice get(1);
        }
        get(n)
    }
    .await
}

#[maybe_async(twins(get))]
fn early(n: u8, name: String) -> impl Future<Output = u8> {
    match name.as_str() {
        "" => return get(1), //~
        _ => get(n),
    }
}

fn main() {
    let _ = (labelled(1), early(1, String::new()));
    labelled_blocking(1);
    early_blocking(1, String::new());
}
