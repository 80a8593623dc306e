//! Types that are decided elsewhere: the witness around an awaited value must not get in the way.
#![allow(
    clippy::match_single_binding,
    clippy::unused_async,
    reason = "only the types of these functions matter"
)]

use std::collections::{BTreeMap, HashSet};
use std::fmt::{Debug, Display};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, both_panic, give, give_blocking};

#[maybe_async]
async fn make<T: Default>() -> T {
    T::default()
}

#[maybe_async]
async fn collect<C: FromIterator<u32>>(to: u32) -> C {
    (1..=to).collect()
}

#[maybe_async]
async fn parse<T: std::str::FromStr>(text: &str) -> Result<T, T::Err> {
    text.parse()
}

#[maybe_async]
async fn convert<A: Into<B>, B>(value: A) -> B {
    value.into()
}

#[maybe_async]
async fn sum<T: std::iter::Sum<u32>>(list: &[u32]) -> T {
    list.iter().copied().sum()
}

#[maybe_async]
async fn later() -> Result<(usize, usize, i64, u64), Box<dyn std::error::Error>> {
    let list = collect(3).await;
    let set = collect(2).await;
    let number = parse("7").await?;
    let total = make().await;
    let text = convert("ab").await;
    // Only here is it said what they are.
    let length = Vec::<u32>::len(&list);
    let size = HashSet::<u32>::len(&set);
    let total: u32 = std::cmp::max(sum(&list).await, total);
    let _: &String = &text;
    Ok((length + text.len(), size, number, total.into()))
}

#[test]
fn typed_later() {
    let run = |result: Result<_, Box<dyn std::error::Error>>| result.map_err(|e| e.to_string());
    let (value, _) = both(async { run(later().await) }, || run(later_blocking()));
    assert_eq!(value, Ok((5, 2, 7, 6)));
}

struct Typed {
    map: BTreeMap<u8, Option<String>>,
    text: Box<str>,
}

fn takes(number: u16, text: &str) -> String {
    format!("{number}{text}")
}

#[maybe_async]
async fn by_context(flag: bool) -> Result<String, std::num::ParseIntError> {
    let typed: u64 = convert(1u32).await;
    let field = Typed {
        map: make().await,
        text: convert("t").await,
    };
    let argument = takes(parse("5").await?, convert::<_, &str>("x").await);
    let method = parse::<u8>("6")
        .await?
        .checked_add(make().await)
        .unwrap_or(0);
    let list: Vec<i8> = vec![make().await, parse("-1").await?];
    let branch: u32 = if flag {
        make().await
    } else {
        sum(&[1, 2]).await
    };
    let matched: Option<char> = match parse::<u32>("65").await? {
        n => char::from_u32(n),
    };
    let closure = |n: u32| n + 1;
    let called = closure(make().await);
    let tuple: (u8, String) = (make().await, make().await);
    let mut assigned: Vec<u16>;
    assigned = make().await;
    assigned.push(make().await);
    let reference: &[u32] = &collect::<Vec<_>>(2).await;
    let chain = collect::<Vec<u32>>(3)
        .await
        .into_iter()
        .map(u64::from)
        .sum::<u64>();
    let compared = 3 == sum::<u32>(&[3]).await && make::<bool>().await == make().await;
    Ok(format!(
        "{typed}{:?}{}{argument}{method}{list:?}{branch}{matched:?}{called}{tuple:?}{assigned:?}{reference:?}{chain}{compared}",
        field.map, field.text
    ))
}

#[test]
fn typed_by_context() {
    let (value, _) = both(by_context(false), || by_context_blocking(false));
    assert_eq!(
        value,
        Ok("1{}t5x6[0, -1]3Some('A')1(0, \"\")[0][1, 2]6true".to_owned())
    );
}

/// Integer literals fall back to `i32` in both halves.
#[maybe_async]
async fn literals() -> (usize, String) {
    let integer = give(7).await;
    let float = give(0.5).await;
    let size = std::mem::size_of_val(&integer) + std::mem::size_of_val(&float);
    let list = [give(1).await, 2];
    (
        size + std::mem::size_of_val(&list),
        format!("{integer}{float}"),
    )
}

#[test]
fn literals_fall_back() {
    assert_eq!(
        both(literals(), literals_blocking).0,
        (4 + 8 + 8, "70.5".to_owned())
    );
}

trait Animal: Debug {
    fn name(&self) -> String {
        format!("{self:?}")
    }
}

#[derive(Debug, PartialEq)]
struct Dog;

impl Animal for Dog {}

type Callback = Box<dyn Fn(u32) -> u32>;

/// Values that look like functions or thunks, and are given back on purpose.
#[maybe_async]
async fn boxed(n: u32) -> Option<Box<dyn Animal>> {
    (n > 0).then(|| Box::new(Dog) as _)
}

#[maybe_async]
async fn callable(by: u32) -> Callback {
    Box::new(move |n| n * by)
}

#[maybe_async]
async fn closure(by: u32) -> impl FnOnce(u32) -> u32 + Clone {
    move |n| n + by
}

#[maybe_async]
async fn pointer() -> fn(u32) -> u32 {
    |n| n + 100
}

#[maybe_async]
async fn shown() -> impl Display {
    "shown"
}

#[maybe_async]
async fn unit() {}

#[maybe_async]
async fn uses() -> String {
    let animal: Option<Box<dyn Animal>> = boxed(1).await;
    let names = [animal, boxed(0).await].map(|animal| animal.map(|animal| animal.name()));
    let callback = callable(2).await;
    let once = closure(3).await;
    let again = once.clone();
    let pointer = pointer().await;
    let text = shown().await;
    unit().await;
    let nothing = unit().await;
    let () = unit().await;
    let unit = (unit().await,);
    let direct = callable(5).await(1) + (closure(6).await)(1);
    format!(
        "{names:?}{}{}{}{}{text}{nothing:?}{unit:?}{direct}",
        callback(1),
        once(1),
        again(2),
        pointer(1)
    )
}

#[test]
fn values_that_look_like_thunks() {
    let (value, _) = both(uses(), uses_blocking);
    assert_eq!(value, "[Some(\"Dog\"), None]245101shown()((),)12");
}

/// `!`: on its own, bound, in a branch, and as the end of a function that gives something else.
#[maybe_async]
async fn never(why: &str) -> ! {
    panic!("{why}")
}

#[maybe_async]
async fn diverges(n: Option<u32>) -> u32 {
    let Some(n) = n else { never("none").await };
    let small: u32 = match n {
        0 => never("zero").await,
        1 => {
            never("one").await;
        }
        n => n,
    };
    if small == 3 {
        never("three").await;
    }
    if small > 3 {
        never("large").await
    } else {
        small
    }
}

#[test]
fn never_types() {
    assert_eq!(both(diverges(Some(2)), || diverges_blocking(Some(2))).0, 2);
    for (n, text) in [
        (None, "none"),
        (Some(0), "zero"),
        (Some(1), "one"),
        (Some(3), "three"),
        (Some(4), "large"),
    ] {
        assert_eq!(both_panic(diverges(n), || diverges_blocking(n)).0, text);
    }
}

/// Opaque types that contain themselves by way of the witness, and associated types.
#[maybe_async]
async fn recursive(n: u32) -> impl Sized + Debug {
    if n == 0 {
        return 0;
    }
    let deeper = format!("{:?}", give(n).await);
    deeper.len()
}

#[maybe_async]
async fn associated<I: Iterator>(mut list: I) -> (Option<I::Item>, Option<I::Item>)
where
    I::Item: Clone + Display,
{
    let first = list.next();
    let given = match first.clone() {
        Some(item) => Some(give(item).await),
        None => None,
    };
    (first, given)
}

#[test]
fn opaque_and_associated_types() {
    fn run(value: impl Debug) -> String {
        format!("{value:?}")
    }
    let (value, _) = both(
        async { run(recursive(10).await) + &run(associated(1..3).await) },
        || run(recursive_blocking(10)) + &run(associated_blocking(1..3)),
    );
    assert_eq!(value, "2(Some(1), Some(1))");
}
