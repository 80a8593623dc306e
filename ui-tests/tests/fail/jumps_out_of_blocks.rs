//! Nothing jumps out of an async block, in either half.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn jumps(list: &[u8]) -> u8 {
    'outer: for &n in list {
        async {
            if n == 1 {
                break 'outer; //~ //~ //~
            }
            continue; //~ //~
        }
        .await;
    }
    1
}

fn main() {
    let _ = jumps(&[]);
    jumps_blocking(&[]);
}
