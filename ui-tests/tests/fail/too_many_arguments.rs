//! A call that is awaited later takes its arguments along, up to twelve of them.

use await_me_maybe::maybe_async;

#[maybe_async]
#[allow(clippy::too_many_arguments)]
async fn sum(a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8, h: u8, i: u8, j: u8, k: u8, l: u8, m: u8) -> u8 {
    if m > 0 {
        let later = sum(a, b, c, d, e, f, g, h, i, j, k, l, 0); //~
        return Box::pin(later).await;
    }
    a + b + c + d + e + f + g + h + i + j + k + l
}

fn main() {
    let _ = sum(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    sum_blocking(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
}
