//! `#[only_async]` and `#[only_blocking]`, wherever an attribute can stand.

#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "what stands in each place is written for the place"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, give, give_blocking, log, take_log};
use futures::executor::block_on;

/// What a half gives, and what it does.
fn async_half<T>(future: impl Future<Output = T>) -> (T, Vec<String>) {
    drop(take_log());
    (block_on(future), take_log())
}

fn blocking_half<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    drop(take_log());
    (work(), take_log())
}

macro_rules! halves {
    ($name:ident, $blocking:ident, $($value:expr, [$($log:expr),*]);*) => {
        let expected = [$(($value, Vec::from([$($log.to_owned()),*] as [String; _]))),*];
        assert_eq!([async_half($name()), blocking_half($blocking)], expected);
    };
}

#[maybe_async]
async fn lets() -> u8 {
    #[only_async]
    let a = give(1).await;
    #[only_blocking]
    let a = give(2).await + 10;
    #[only_blocking]
    let Some(_unused) = Some(3) else { return 0 };
    a
}

#[test]
fn let_statements() {
    halves!(lets, lets_blocking, 1, ["give 1"]; 12, ["give 2"]);
}

#[maybe_async]
async fn statements() -> Vec<u8> {
    let mut list = vec![0];
    let mut x;
    #[only_async]
    x = give(1).await;
    #[only_blocking]
    x = give(2).await;
    #[only_async]
    x += give(3).await;
    #[only_blocking]
    x -= give(1).await;
    #[only_async]
    list.push(x);
    #[only_blocking]
    list.insert(0, x);
    #[only_async]
    list[0] = give(9).await;
    #[only_blocking]
    *list.last_mut().unwrap() = 8;
    #[only_async]
    log("only async");
    #[only_blocking]
    log(format!("only {}", "blocking"));
    #[only_async]
    assert_eq!(list.len(), 2);
    #[only_blocking]
    drop(Guard::new("guard"));
    #[only_async]
    if x == 4 {
        list.push(4);
    }
    #[only_blocking]
    if x == 1 {
        list.push(1);
    } else {
        list.push(0);
    }
    #[only_async]
    match x {
        4 => list.push(5),
        _ => {}
    }
    #[only_async]
    for n in 6..8 {
        list.push(give(n).await);
    }
    #[only_blocking]
    while list.len() < 5 {
        list.push(7);
    }
    #[only_blocking]
    'outer: loop {
        loop {
            list.push(77);
            break 'outer;
        }
    }
    #[only_async]
    {
        list.push(10);
    }
    #[only_async]
    give(11).await;
    #[only_async]
    return list;
    #[only_blocking]
    list
}

#[test]
fn statements_of_any_kind() {
    halves!(
        statements, statements_blocking,
        vec![9, 4, 4, 5, 6, 7, 10],
        ["give 1", "give 3", "give 9", "only async", "give 6", "give 7", "give 11"];
        vec![1, 8, 1, 7, 7, 77],
        ["give 2", "give 1", "only blocking", "drop guard"]
    );
}

#[maybe_async]
async fn edges() -> (u8, bool, u16) {
    let mut x = 1;
    let y = &mut x;
    #[only_async]
    *y = give(2).await;
    #[only_async]
    (*y) *= 2;
    #[only_blocking]
    *y += 6;
    let mut pair = (0, [false]);
    #[only_async]
    pair.1[0] = !pair.1[0] && give(3).await == 3;
    let wide;
    #[only_async]
    wide = 0;
    #[only_blocking]
    (wide, _) = (x as u16 + 300, ());
    (x, pair.1[0], wide)
}

#[test]
fn the_whole_statement_and_not_its_left_edge() {
    halves!(
        edges, edges_blocking,
        (4, true, 0), ["give 2", "give 3"];
        (7, false, 307), []
    );
}

#[maybe_async]
async fn tails(n: u8) -> &'static str {
    let first = {
        #[only_async]
        {
            give(1).await
        }
        #[only_blocking]
        {
            give(2).await
        }
    };
    let second = {
        #[only_async]
        match n {
            _ => give(3).await,
        }
        #[only_blocking]
        if n == 0 { 4 } else { 5 }
    };
    #[only_async]
    {
        let _ = (first, second);
        "async"
    }
    #[only_blocking]
    {
        assert_eq!((first, second), (2, 4));
        "blocking"
    }
}

#[test]
fn two_tail_blocks() {
    assert_eq!(async_half(tails(0)).0, "async");
    assert_eq!(blocking_half(|| tails_blocking(0)).0, "blocking");
}

#[derive(Debug, PartialEq)]
struct Point {
    a: u8,
    b: u8,
}

fn sum(numbers: &[u8]) -> u8 {
    numbers.iter().sum()
}

#[maybe_async]
async fn lists() -> (Vec<u8>, [u8; 2], (u8, u8), u8, Point, String) {
    let list = vec![
        0,
        #[only_async]
        give(1).await,
        #[only_blocking]
        give(2).await,
    ];
    let array = [
        #[only_async]
        3,
        #[only_blocking]
        give(4).await,
        5,
    ];
    let tuple = (
        #[only_async]
        6,
        #[only_blocking]
        7,
        8,
    );
    let call = sum(
        #[only_async]
        &[1, 2],
        #[only_blocking]
        &[3],
    );
    let method = list.iter().fold(
        #[only_async]
        100,
        #[only_blocking]
        200,
        |sum, n| sum + n,
    );
    let point = Point {
        #[only_async]
        a: give(1).await,
        #[only_blocking]
        a: 2,
        #[only_blocking]
        b: 1,
        #[only_async]
        b: 0,
    };
    let text = format!(
        "{} {method} {last}",
        #[only_async]
        "x",
        #[only_blocking]
        give("y").await,
        last = call,
    );
    (list, array, tuple, call, point, text)
}

#[test]
fn elements_of_lists() {
    halves!(
        lists, lists_blocking,
        (vec![0, 1], [3, 5], (6, 8), 3, Point { a: 1, b: 0 }, "x 101 3".to_owned()),
        ["give 1", "give 1"];
        (vec![0, 2], [4, 5], (7, 8), 3, Point { a: 2, b: 1 }, "y 202 3".to_owned()),
        ["give 2", "give 4", "give y"]
    );
}

#[maybe_async]
async fn arms(n: u8) -> &'static str {
    match give(n).await {
        #[only_async]
        0 => "zero",
        #[only_blocking]
        0 => {
            log("zero");
            "nought"
        }
        #[only_async]
        n if n > 100 && give(n).await > 200 => "much",
        #[only_blocking]
        1 | 2 => "few",
        _ => "many",
    }
}

#[test]
fn arms_of_a_match() {
    let found = [0, 1, 201].map(|n| (async_half(arms(n)).0, blocking_half(|| arms_blocking(n)).0));
    assert_eq!(
        found,
        [("zero", "nought"), ("many", "few"), ("much", "many")]
    );
}

struct Pair {
    left: u8,
    right: u8,
}

#[maybe_async]
async fn patterns(pair: Pair) -> u8 {
    let Pair {
        #[only_async]
            left: it,
        #[only_blocking]
            right: it,
        ..
    } = pair;
    let Point {
        #[only_async]
        a,
        ..
    } = Point { a: 10, b: 20 };
    #[only_blocking]
    let a = 0;
    it + a
}

#[test]
fn fields_of_patterns() {
    let pair = || Pair { left: 1, right: 2 };
    assert_eq!(async_half(patterns(pair())).0, 11);
    assert_eq!(blocking_half(|| patterns_blocking(pair())).0, 2);
}

#[maybe_async]
async fn parameters<
    'a,
    #[only_async] 'b,
    T: ToString,
    #[only_async] U: Into<u8>,
    #[only_blocking] U: AsRef<str>,
    #[only_blocking] const N: usize,
>(
    first: &'a T,
    #[only_async] second: &'b u8,
    #[only_blocking] second: [u8; N],
    (third, _): (U, u8),
) -> String {
    #[only_async]
    let (second, third) = (*second, third.into());
    #[only_blocking]
    let (second, third) = (sum(&second), third.as_ref().to_owned());
    format!("{} {second} {third}", first.to_string())
}

#[test]
fn parameters_of_functions() {
    assert_eq!(async_half(parameters(&1, &2, (3, 0))).0, "1 2 3");
    let blocking = || parameters_blocking(&'x', [1, 2, 3], ("three", 0));
    assert_eq!(blocking_half(blocking).0, "x 6 three");
}

#[derive(Clone, Copy)]
struct Own(u8);

#[maybe_async]
impl Own {
    async fn receiver(#[only_async] &self, #[only_blocking] own: Self, n: u8) -> u8 {
        #[only_async]
        let own = self;
        own.0 + give(n).await
    }

    async fn associated(#[only_async] &self, n: u8) -> u8 {
        #[only_async]
        let n = n + self.0;
        give(n).await
    }
}

#[test]
fn receivers() {
    assert_eq!(async_half(Own(1).receiver(2)).0, 3);
    assert_eq!(blocking_half(|| Own::receiver_blocking(Own(3), 4)).0, 7);
    assert_eq!(async_half(Own(1).associated(2)).0, 3);
    assert_eq!(blocking_half(|| Own::associated_blocking(2)).0, 2);
}

// rustfmt forgets attributes in the types of function pointers.
#[rustfmt::skip]
#[maybe_async]
async fn closures() -> (u8, u8, u8) {
    let add = |#[only_async] a: u8, b: u8, #[only_blocking] (c, d): (u8, u8)| {
        #[only_async]
        let (c, d) = (a, 0);
        b + c + d
    };
    let pointer: fn(#[only_async] u8, #[only_blocking] (u8, u8)) -> u8 =
        |#[only_async] n, #[only_blocking] (n, _)| n;
    #[only_async]
    let (point, add) = (pointer(1), add(1, 2));
    #[only_blocking]
    let (point, add) = (pointer((2, 0)), add(1, (2, 3)));
    (point, add, late().await)
}

#[maybe_async]
async fn late() -> u8 {
    let late = async |#[only_async] &n: &u8, #[only_blocking] [n, _]: [u8; 2]| give(n).await;
    #[only_async]
    let n = late(&3).await;
    #[only_blocking]
    let n = late([4, 5]).await;
    n
}

#[test]
fn parameters_of_closures_and_pointers() {
    halves!(
        closures, closures_blocking,
        (1, 3, 3), ["give 3"];
        (2, 6, 4), ["give 4"]
    );
}

#[maybe_async]
async fn items() -> (u8, &'static str) {
    #[only_blocking]
    use std::convert::Into as _;
    #[only_async]
    use std::convert::identity as pass;
    #[only_async]
    const NAME: &str = "async";
    #[only_blocking]
    const NAME: &str = "blocking";
    #[only_async]
    async fn number() -> u8 {
        give(pass(1)).await
    }
    #[only_blocking]
    fn number() -> u8 {
        2_u8.into()
    }
    struct Inner {
        #[only_async]
        a: u8,
        #[only_blocking]
        b: (u8,),
    }
    struct Two(#[only_async] u8, #[only_blocking] u16);
    enum Kind {
        #[only_async]
        One(u8),
        #[only_blocking]
        Other { b: u8 },
    }
    impl Inner {
        #[only_async]
        fn get(&self) -> u8 {
            self.a
        }
        #[only_blocking]
        fn get(&self) -> u8 {
            self.b.0
        }
    }
    trait Named {
        #[only_async]
        const N: u8;
        #[only_blocking]
        fn n(&self) -> u8;
    }
    impl Named for Inner {
        #[only_async]
        const N: u8 = 1;
        #[only_blocking]
        fn n(&self) -> u8 {
            2
        }
    }
    #[only_async]
    let (number, two) = (number().await, Two(1).0);
    #[only_blocking]
    let (number, two) = (number(), Two(2).0 as u8);
    let inner = Inner {
        #[only_async]
        a: number,
        #[only_blocking]
        b: (number,),
    };
    #[only_async]
    let (kind, n) = (Kind::One(two), Inner::N);
    #[only_blocking]
    let (kind, n) = (Kind::Other { b: two }, inner.n());
    let two = match kind {
        #[only_async]
        Kind::One(n) => n,
        #[only_blocking]
        Kind::Other { b } => b,
    };
    (inner.get() * 100 + two * 10 + n, NAME)
}

#[test]
fn items_inside_bodies() {
    halves!(items, items_blocking, (111, "async"), ["give 1"]; (222, "blocking"), []);
}

#[maybe_async]
async fn values() -> (u8, u8) {
    let first = (
        #[only_async]
        give(1).await,
        #[only_blocking]
        2,
    )
        .0;
    let second = async {
        #[only_async]
        log("in the block");
        #[only_blocking]
        return 7;
        #[only_async]
        give(8).await
    };
    (first, second.await)
}

#[test]
fn inside_async_blocks() {
    halves!(values, values_blocking, (1, 8), ["give 1", "in the block", "give 8"]; (2, 7), []);
}

#[maybe_async]
async fn configured() -> Vec<u8> {
    let mut list = Vec::new();
    #[cfg(all())]
    #[only_async]
    list.push(1);
    #[only_async]
    #[cfg(any())]
    list.push(this_does_not_exist().await);
    #[cfg(not(all()))]
    #[only_blocking]
    list.push(this_does_not_exist());
    #[allow(clippy::vec_init_then_push)]
    #[only_blocking]
    #[cfg(all())]
    list.push(2);
    list
}

#[test]
fn with_cfg() {
    halves!(configured, configured_blocking, vec![1], []; vec![2], []);
}
