//! What is not boxed already is resolved without a box.

#![cfg(feature = "alloc")]

use std::hint::black_box;

use allocation_counter::measure;
use await_me_maybe::{Maybe, await_me_maybe, await_me_maybe_blocking};
use futures::executor::block_on;

async fn seven(text: &str) -> usize {
    std::future::ready(()).await;
    text.len()
}

fn allocations(work: impl FnOnce() -> usize) -> u64 {
    // Thread-local state of the executor is made outside the measurement.
    block_on(async {});
    let mut value = 0;
    let counted = measure(|| value = black_box(work()));
    assert_eq!(value, 7);
    counted.count_total
}

#[test]
fn unboxed_forms_allocate_nothing() {
    let text = String::from("7 bytes");
    assert_eq!(allocations(|| block_on(await_me_maybe(7))), 0);
    assert_eq!(allocations(|| block_on(await_me_maybe(|| text.len()))), 0);
    assert_eq!(allocations(|| block_on(await_me_maybe(seven(&text)))), 0);
    assert_eq!(allocations(|| block_on(await_me_maybe(|| seven(&text)))), 0);
    assert_eq!(
        allocations(|| block_on(await_me_maybe(async || seven(&text).await))),
        0
    );
    assert_eq!(allocations(|| block_on(await_me_maybe(|| || || 7))), 0);
    assert_eq!(
        allocations(|| block_on(async { await_me_maybe!(seven(&text)) })),
        0
    );
    assert_eq!(allocations(|| await_me_maybe_blocking(|| text.len())), 0);
    assert_eq!(allocations(|| await_me_maybe_blocking!(|| text.len())), 0);
}

#[test]
fn boxed_forms_allocate_their_box_and_no_other() {
    let text = String::from("7 bytes");
    assert_eq!(
        allocations(|| block_on(await_me_maybe(Box::pin(seven(&text))))),
        1
    );
    assert_eq!(allocations(|| block_on(await_me_maybe(Maybe::value(7)))), 0);
    assert_eq!(
        allocations(|| block_on(await_me_maybe(Maybe::call(|| text.len())))),
        1
    );
    assert_eq!(
        allocations(|| block_on(await_me_maybe(Maybe::future(seven(&text))))),
        1
    );
    assert_eq!(
        allocations(|| Maybe::call(|| text.len()).blocking().unwrap_or(0)),
        1
    );
}
