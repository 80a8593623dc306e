//! A kept callee that is still async: passed on, and put into a value.

use await_me_maybe::maybe_async;

async fn foreign(n: u8) -> u8 {
    n
}

fn take<T>(_: T) {}

struct Pair<T> {
    one: T,
    two: u8,
}

#[maybe_async(keep(foreign))]
async fn argument() {
    take(foreign(1).await); //~
}

#[maybe_async(keep(foreign))]
async fn argument_of_method(list: &mut Vec<u8>) {
    list.push(foreign(1).await); //~
}

#[maybe_async(keep(foreign))]
async fn argument_of_macro() {
    println!("{}", foreign(1).await); //~
}

#[maybe_async(keep(foreign))]
async fn asserted() {
    assert_eq!(foreign(1).await, 1); //~ //~
}

#[maybe_async(keep(foreign))]
async fn in_vec() -> usize {
    let list = vec![foreign(1).await, foreign(2).await]; //~ //~
    list.len()
}

#[maybe_async(keep(foreign))]
async fn in_array() -> usize {
    let list = [foreign(1).await]; //~
    list.len()
}

#[maybe_async(keep(foreign))]
async fn in_struct() -> u8 {
    let pair = Pair { one: foreign(1).await, two: 2 }; //~
    pair.two
}

#[maybe_async(keep(foreign))]
async fn in_option() -> bool {
    Some(foreign(1).await).is_some() //~
}

#[maybe_async(keep(foreign))]
async fn borrowed() {
    take(&foreign(1).await); //~
}

#[maybe_async(keep(foreign))]
async fn of_a_closure() {
    let callback = async || foreign(1).await; //~
    callback().await; //~
}

#[maybe_async(keep(foreign))]
async fn of_a_block() {
    let later = async { foreign(1).await }; //~
    take(later.await);
}

#[maybe_async(keep(foreign))]
async fn nested() {
    take(Some(foreign(foreign(1).await).await)); //~
}

fn main() {
    let _ = (argument(), argument_of_method(&mut vec![]), argument_of_macro(), asserted());
    let _ = (in_vec(), in_array(), in_struct(), in_option(), borrowed());
    let _ = (of_a_closure(), of_a_block(), nested(), Pair { one: 1, two: 2 }.one);
    argument_blocking();
    argument_of_method_blocking(&mut vec![]);
    argument_of_macro_blocking();
    asserted_blocking();
    in_vec_blocking();
    in_array_blocking();
    in_struct_blocking();
    in_option_blocking();
    borrowed_blocking();
    of_a_closure_blocking();
    of_a_block_blocking();
    nested_blocking();
}
