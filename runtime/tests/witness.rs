//! The witness takes every value and changes nothing about what is inferred.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use await_me_maybe::__private::{Awaited, Get as _, awaited, check};

struct Numbers(Vec<u8>);

impl Numbers {
    fn collect<C: FromIterator<u8>>(&self) -> C {
        self.0.iter().copied().collect()
    }

    fn sum<S: std::iter::Sum<u8>>(&self) -> S {
        self.0.iter().copied().sum()
    }
}

fn parse<T: FromStr>(text: &str) -> Result<T, T::Err> {
    text.parse()
}

fn make<T: Default>() -> T {
    T::default()
}

fn into<T: From<u8>>(value: u8) -> T {
    value.into()
}

#[test]
fn types_that_are_known_later_flow_backwards() {
    let numbers = Numbers(vec![1, 2, 3]);

    let collected = awaited(numbers.collect(), 0);
    let other = numbers.collect();
    check(&other, 0);
    let expected: Vec<u8> = collected;
    assert_eq!(expected, [1, 2, 3]);
    let length = |numbers: Vec<u8>| numbers.len();
    assert_eq!(length(other), 3);

    let sum: u8 = awaited(numbers.sum(), 0);
    assert_eq!(sum, 6);

    let parsed: u16 = awaited(parse("7"), 0).unwrap();
    let matched = match awaited(parse("8"), 0) {
        Ok(number) => number,
        Err(_) => i64::from(parsed),
    };
    assert_eq!((parsed, matched), (7, 8));

    let wide = awaited(into(9), 0);
    let widened: u64 = wide;
    assert_eq!(widened, 9);

    let mut map = awaited(make(), 0);
    BTreeMap::insert(&mut map, "key", 1);
    assert_eq!(map["key"], 1);

    let mut pushed = vec![awaited(make(), 0)];
    pushed.push(awaited(make(), 0));
    let made: Vec<String> = pushed;
    assert_eq!(made, ["", ""]);
}

#[test]
fn the_literal_is_no_part_of_what_is_inferred() {
    // The type of this one is decided by its own fallback, not by that of the witness.
    let fallback = awaited(1, 0);
    assert_eq!(size_of_val(&fallback), size_of::<i32>());
    let float = awaited(1.0, 0);
    assert_eq!(size_of_val(&float), size_of::<f64>());
    let byte: u8 = awaited(1, 0);
    let word: u16 = awaited(1, 0);
    assert_eq!(u16::from(byte), word);
}

fn never(log: &RefCell<Vec<&str>>) -> ! {
    log.borrow_mut().push("never");
    std::panic::resume_unwind(Box::new(()))
}

#[test]
#[allow(unreachable_code, unused_variables, clippy::diverging_sub_expression)]
fn what_never_returns_may_stand_anywhere() {
    let log = RefCell::default();
    let calls: [&dyn Fn() -> u8; 4] = [
        &|| {
            awaited(never(&log), 0);
        },
        &|| {
            let unused = never(&log);
            check(&unused, 0);
            0
        },
        &|| {
            let Some(number) = None::<u8> else {
                awaited(never(&log), 0)
            };
            number
        },
        &|| match Some(1_u8) {
            Some(_) => awaited(never(&log), 0),
            None => 1,
        },
    ];
    for call in calls {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(call)).unwrap_err();
    }
    assert_eq!(log.take().len(), 4);
}

fn unit() {}

#[expect(clippy::unnecessary_wraps, reason = "the type is what is looked at")]
fn boxed() -> Option<Box<dyn Display>> {
    Some(Box::new(1))
}

fn closure() -> impl Fn(u8) -> u8 {
    |number| number + 1
}

fn pointer() -> fn(u8) -> u8 {
    fn next(number: u8) -> u8 {
        number + 1
    }
    next
}

fn callback() -> Box<dyn FnOnce() -> u8> {
    Box::new(|| 3)
}

#[test]
#[allow(
    clippy::let_unit_value,
    clippy::unit_arg,
    reason = "a twin allows them"
)]
fn values_of_every_kind_pass() {
    awaited(unit(), 0);
    let nothing = unit();
    check(&nothing, 0);
    assert_eq!(awaited(boxed(), 0).unwrap().to_string(), "1");
    assert_eq!(awaited(closure(), 0)(1), 2);
    assert_eq!(awaited(pointer(), 0)(1), 2);
    // A callback that is returned on purpose is a value, not a thunk.
    assert_eq!(awaited(callback(), 0)(), 3);
    let reference: &str = awaited("text", 0);
    let slice: &[u8] = awaited(&[1, 2], 0);
    assert_eq!((reference, slice), ("text", &[1, 2][..]));
    let many: (u8, [char; 2], Result<(), ()>) = awaited((1, ['a', 'b'], Ok(())), 0);
    assert_eq!(many, (1, ['a', 'b'], Ok(())));
}

trait Source {
    type Item: Debug;

    fn next(&mut self) -> Option<Self::Item>;
}

impl Source for std::ops::Range<u8> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        Iterator::next(self)
    }
}

fn generic<S: Source, T: Clone>(source: &mut S, value: &T) -> (String, T, impl Debug + use<S, T>) {
    let first = source.next();
    check(&first, 0);
    let second = awaited(source.next(), 0);
    (format!("{first:?}"), awaited(value.clone(), 0), second)
}

fn depth(levels: u8) -> impl Debug + 'static {
    let below: Box<dyn Debug> = match levels {
        0 => Box::new(()),
        _ => Box::new(awaited(depth(levels - 1), 0)),
    };
    below
}

#[test]
fn generics_and_recursion_pass() {
    let (first, value, second) = generic(&mut (1..9), &"clone");
    assert_eq!(
        (&*first, value, &*format!("{second:?}")),
        ("Some(1)", "clone", "Some(2)")
    );
    assert_eq!(format!("{:?}", depth(3)), "()");
}

fn pair() -> (u8, Option<String>) {
    (1, Some("two".to_owned()))
}

#[test]
fn every_pattern_can_stand_before_it() {
    let (one, Some(two)) = awaited(pair(), 0) else {
        unreachable!("it is `Some`")
    };
    let mut changed = pair();
    check(&changed, 0);
    changed.0 += 1;
    let (ref kept, _): (u8, _) = awaited(changed, 0);
    assert_eq!((one, &*two, *kept), (1, "two", 2));
}

struct Noted<'a>(&'a RefCell<Vec<&'static str>>, &'static str);

impl Drop for Noted<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push(self.1);
    }
}

#[test]
fn values_and_temporaries_are_dropped_as_if_it_were_not_there() {
    fn observe<'a>(log: &'a RefCell<Vec<&'static str>>, _: &Noted<'_>) -> Noted<'a> {
        Noted(log, "value")
    }

    let plain = RefCell::default();
    observe(&plain, &Noted(&plain, "temporary"));
    plain.borrow_mut().push("end");

    let witnessed = RefCell::default();
    awaited(observe(&witnessed, &Noted(&witnessed, "temporary")), 0);
    witnessed.borrow_mut().push("end");
    assert_eq!(plain.take(), witnessed.take());

    let value = observe(&plain, &Noted(&plain, "temporary"));
    check(&value, 0);
    plain.borrow_mut().push("end");
    drop(value);
    assert_eq!(plain.take(), ["temporary", "end", "value"]);
}

#[test]
fn an_operand_keeps_its_type() {
    let sum = Awaited(2_u8).__awaited(0) + Awaited(3).__awaited(0);
    assert_eq!(sum, 5);
    assert_eq!(Awaited("text").__awaited(0).len(), 4);
    let read = || -> Result<u8, std::num::ParseIntError> { Awaited(parse("4")).__awaited(0) };
    assert_eq!(read(), Ok(4));
    for (index, number) in Awaited([0, 1]).__awaited(0).into_iter().enumerate() {
        assert_eq!(index, number);
    }
}
