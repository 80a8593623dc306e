//! A call that is awaited later evaluates its arguments at once and its body when it is awaited,
//! and takes the arguments that the call takes.

use std::cell::RefCell;

use await_me_maybe::__private::{
    Deferred, later0, later1, later2, later3, later4, later5, later6, later7, later8, later9,
    later10, later11, later12, resolve,
};
use futures::executor::block_on;

#[test]
fn every_arity_passes_its_arguments_in_order() {
    macro_rules! arity {
        ($($later:ident ($($number:literal)*);)*) => {$({
            let found = resolve($later(|$(_: [(); $number]),*| -> &'static [usize] { &[$($number),*] })
                .with($([(); $number]),*));
            let expected: &[usize] = &[$($number),*];
            assert_eq!(found, expected);
        })*};
    }

    arity! {
        later0 ();
        later1 (1);
        later2 (1 2);
        later3 (1 2 3);
        later4 (1 2 3 4);
        later5 (1 2 3 4 5);
        later6 (1 2 3 4 5 6);
        later7 (1 2 3 4 5 6 7);
        later8 (1 2 3 4 5 6 7 8);
        later9 (1 2 3 4 5 6 7 8 9);
        later10 (1 2 3 4 5 6 7 8 9 10);
        later11 (1 2 3 4 5 6 7 8 9 10 11);
        later12 (1 2 3 4 5 6 7 8 9 10 11 12);
    }
}

#[test]
fn arguments_now_and_the_body_later() {
    type Log = RefCell<Vec<&'static str>>;

    fn argument(log: &Log, name: &'static str) -> &'static str {
        log.borrow_mut().push(name);
        name
    }
    #[expect(clippy::unused_async, reason = "it is called as one")]
    async fn body(log: &Log, _: &str, _: &str) {
        log.borrow_mut().push("body");
    }
    fn body_blocking(log: &Log, _: &str, _: &str) {
        log.borrow_mut().push("body");
    }

    let asynchronous = Log::default();
    block_on(async {
        let log = &asynchronous;
        let future = body(log, argument(log, "a"), argument(log, "b"));
        drop(body(log, argument(log, "c"), argument(log, "d")));
        log.borrow_mut().push("made");
        future.await;
    });

    let log = &Log::default();
    let future = later3(body_blocking).with(log, argument(log, "a"), argument(log, "b"));
    drop(later3(body_blocking).with(log, argument(log, "c"), argument(log, "d")));
    log.borrow_mut().push("made");
    resolve(future);

    assert_eq!(asynchronous.take(), ["a", "b", "c", "d", "made", "body"]);
    assert_eq!(log.take(), ["a", "b", "c", "d", "made", "body"]);
}

fn sum(numbers: &[u8]) -> u8 {
    numbers.iter().sum()
}

fn push(numbers: &mut Vec<u8>, number: u8) -> usize {
    numbers.push(number);
    numbers.len()
}

#[expect(clippy::needless_pass_by_value, reason = "for the coercion")]
fn show(value: Box<dyn std::fmt::Display + '_>) -> String {
    value.to_string()
}

fn greet(name: impl Into<String>) -> String {
    name.into()
}

fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    if left.len() < right.len() {
        right
    } else {
        left
    }
}

fn optional<T: Default>(value: Option<T>) -> T {
    value.unwrap_or_default()
}

#[test]
fn arguments_are_coerced_and_reborrowed_as_in_a_call() {
    let mut numbers = vec![1, 2];
    assert_eq!(resolve(later1(sum).with(&numbers)), 3);
    assert_eq!(resolve(later1(sum).with(&[1, 2, 3])), 6);

    let reference = &mut numbers;
    let future = later2(push).with(reference, 3);
    assert_eq!(resolve(future), 3);
    reference.push(4);
    assert_eq!(numbers, [1, 2, 3, 4]);

    assert_eq!(resolve(later1(show).with(Box::new(1))), "1");
    assert_eq!(resolve(later1(greet).with("x")), "x");
    assert_eq!(resolve(later1(greet).with("x".to_owned())), "x");
    let owned = String::from("longer");
    assert_eq!(resolve(later2(longest).with("short", &owned)), "longer");
    let number: u16 = resolve(later1(optional).with(None));
    assert_eq!(number, 0);
    assert_eq!(resolve(later1(optional::<u8>).with(Some(2))), 2);
    let callback: fn(u8) -> u8 = |number| number + 1;
    assert_eq!(resolve(later1(callback).with(1)), 2);
    assert_eq!(resolve(later1(Some).with(1)), Some(1));
}

#[test]
fn one_path_is_one_type() {
    let mut future = later1(sum).with(&[1]);
    assert_eq!(resolve(&mut future), 1);
    future = later1(sum).with(&[2]);
    let other = if numbers_are_odd() {
        later1(sum).with(&[3])
    } else {
        later1(sum).with(&[4])
    };
    let all = vec![future, other, later1(sum).with(&[5])];
    assert_eq!(all.into_iter().map(resolve).collect::<Vec<_>>(), [2, 3, 5]);
}

fn numbers_are_odd() -> bool {
    std::hint::black_box(true)
}

struct Counter {
    inner: Inner,
}

struct Inner(u8);

impl Inner {
    fn add(&mut self, number: u8) -> u8 {
        self.0 += number;
        self.0
    }

    fn get(&self) -> u8 {
        self.0
    }

    fn take(self, number: u8) -> u8 {
        self.0 + number
    }
}

#[test]
fn methods_go_through_a_closure() {
    let mut counter = Counter { inner: Inner(1) };
    let future = later1(|number| counter.inner.add(number)).with(2);
    assert_eq!(resolve(future), 3);
    let future = later0(|| counter.inner.get()).with();
    assert_eq!(counter.inner.0, 3);
    assert_eq!(resolve(future), 3);
    assert_eq!(
        resolve(later1(|number| counter.inner.take(number)).with(1)),
        4
    );
}

#[test]
fn it_is_as_sendable_as_its_arguments() {
    fn spawn<T: Send + 'static>(future: Deferred<impl FnOnce() -> T + Send + 'static>) -> T {
        std::thread::spawn(|| resolve(future))
            .join()
            .expect("it does not panic")
    }

    assert_eq!(
        spawn(later1(greet).with("other thread".to_owned())),
        "other thread"
    );
}
