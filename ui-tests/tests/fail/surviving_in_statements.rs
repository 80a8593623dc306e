//! A kept callee that is still async: bound, assigned and thrown away.

use await_me_maybe::maybe_async;

async fn foreign(n: u8) -> u8 {
    n
}

async fn nothing() {}

#[maybe_async(keep(foreign))]
async fn bound() {
    let value = foreign(1).await; //~
    let _ = value;
}

#[maybe_async(keep(foreign))]
async fn bound_and_mutable() {
    let mut value = foreign(1).await;
    value += 1; //~
    let _ = value;
}

#[maybe_async(keep(foreign))]
async fn typed() {
    let value: u8 = foreign(1).await; //~
    let _ = value;
}

#[maybe_async(keep(foreign))]
async fn ignored() {
    let _ = foreign(1).await; //~
}

#[maybe_async(keep(nothing))]
async fn statement() {
    nothing().await; //~
}

#[maybe_async(keep(foreign))]
async fn assigned() -> u8 {
    let value;
    value = foreign(1).await;
    value //~
}

#[maybe_async(keep(foreign))]
async fn added(total: &mut u8) {
    *total += foreign(1).await; //~
}

#[maybe_async(keep(foreign))]
async fn destructured() -> u8 {
    let (value, _) = (foreign(1).await, 2);
    value //~
}

#[maybe_async(keep(foreign))]
async fn matched_by_let() -> u8 {
    let 1 = foreign(1).await else { return 0 }; //~
    1
}

#[maybe_async(keep(nothing))]
async fn in_a_loop() {
    for _ in 0..3 {
        nothing().await; //~
    }
}

fn main() {
    let _ = (bound(), bound_and_mutable(), typed(), ignored(), statement());
    let _ = (assigned(), added(&mut 1), destructured(), matched_by_let(), in_a_loop());
    bound_blocking();
    bound_and_mutable_blocking();
    typed_blocking();
    ignored_blocking();
    statement_blocking();
    assigned_blocking();
    added_blocking(&mut 1);
    destructured_blocking();
    matched_by_let_blocking();
    in_a_loop_blocking();
}
