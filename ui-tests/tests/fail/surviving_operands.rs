//! A kept callee that is still async, where its value is used at once. What is matched may have its
//! type from the patterns, so rustc says it of each.

use await_me_maybe::maybe_async;

struct Page {
    text: String,
}

async fn page() -> Page {
    Page { text: String::new() }
}

async fn list() -> Vec<u8> {
    vec![1]
}

async fn flag() -> bool {
    true
}

async fn number() -> i32 {
    1
}

async fn fallible() -> Result<u8, String> {
    Ok(1)
}

#[maybe_async(keep(list))]
async fn receiver() -> usize {
    list().await.len() //~
}

#[maybe_async(keep(page))]
async fn field() -> String {
    page().await.text //~
}

#[maybe_async(keep(list))]
async fn index() -> u8 {
    list().await[0] //~
}

#[maybe_async(keep(number))]
async fn left_operand() -> i32 {
    number().await + 1 //~
}

#[maybe_async(keep(number))]
async fn right_operand() -> i32 {
    1 + number().await //~
}

#[maybe_async(keep(number))]
async fn compared() -> bool {
    number().await == 1 //~
}

#[maybe_async(keep(flag))]
async fn negated() -> bool {
    !flag().await //~
}

#[maybe_async(keep(list))]
async fn iterated() -> u8 {
    let mut sum = 0;
    for n in list().await { //~
        sum += n;
    }
    sum
}

#[maybe_async(keep(fallible))]
async fn tried() -> Result<u8, String> {
    let n = fallible().await?; //~
    Ok(n)
}

#[maybe_async(keep(flag))]
async fn condition() -> u8 {
    if flag().await { 1 } else { 2 } //~
}

#[maybe_async(keep(flag))]
async fn loop_condition() {
    while flag().await {} //~
}

#[maybe_async(keep(fallible))]
async fn matched() -> u8 {
    match fallible().await {
        Ok(n) => n, //~
        Err(_) => 0, //~
    }
}

#[maybe_async(keep(fallible))]
async fn matched_by_if() -> u8 {
    if let Ok(n) = fallible().await { n } else { 0 } //~
}

#[maybe_async(keep(number))]
async fn cast() -> u8 {
    number().await as u8 //~
}

#[maybe_async(keep(number))]
async fn called() -> u8 {
    number().await.try_into().unwrap_or(0) //~
}

#[maybe_async(keep(number))]
async fn ranged() -> usize {
    (0..number().await).count() //~
}

fn main() {
    let _ = (receiver(), field(), index(), left_operand(), right_operand(), compared());
    let _ = (negated(), iterated(), tried(), condition(), loop_condition(), matched());
    let _ = (matched_by_if(), cast(), called(), ranged());
    receiver_blocking();
    field_blocking();
    index_blocking();
    left_operand_blocking();
    right_operand_blocking();
    compared_blocking();
    negated_blocking();
    iterated_blocking();
    let _ = tried_blocking();
    condition_blocking();
    loop_condition_blocking();
    matched_blocking();
    matched_by_if_blocking();
    cast_blocking();
    called_blocking();
    ranged_blocking();
}
