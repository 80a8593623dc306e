//! Where the type of an awaited value comes from what follows, the twin finds it as well.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

#[maybe_async]
async fn load<T: Default>() -> T {
    T::default()
}

#[maybe_async]
async fn arms() -> u8 {
    match load().await {
        0u8 => 1,
        n => n,
    }
}

#[maybe_async]
async fn variants() -> u8 {
    match load().await {
        Some(n) => n,
        None => 2u8,
    }
}

#[maybe_async]
async fn condition() -> u8 {
    if load().await { 1 } else { 3 }
}

#[maybe_async]
async fn both_conditions(other: bool) -> u8 {
    if load().await || other && load().await {
        1
    } else {
        4
    }
}

#[maybe_async]
async fn loops() -> u8 {
    while load().await {}
    5
}

#[maybe_async]
async fn pattern() -> u8 {
    if let Some(n) = load().await { n } else { 6 }
}

#[maybe_async]
async fn bound() -> u8 {
    let later = load().await;
    let typed: u8 = later;
    typed + 7
}

fn main() {
    assert_eq!((block_on(arms()), arms_blocking()), (1, 1));
    assert_eq!((block_on(variants()), variants_blocking()), (2, 2));
    assert_eq!((block_on(condition()), condition_blocking()), (3, 3));
    assert_eq!(block_on(both_conditions(true)), 4);
    assert_eq!(both_conditions_blocking(true), 4);
    assert_eq!((block_on(loops()), loops_blocking()), (5, 5));
    assert_eq!((block_on(pattern()), pattern_blocking()), (6, 6));
    assert_eq!((block_on(bound()), bound_blocking()), (7, 7));
}
