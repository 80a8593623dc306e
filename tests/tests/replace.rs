//! `replace(from = to)`: paths that are others in the twin.
#![allow(
    clippy::unused_async,
    reason = "both forms of a library have the same functions"
)]

#[path = "replace/libraries.rs"]
mod libraries;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log, take_log};
use libraries::{net, sync_net};

/// What each half gives, in words that are equal.
fn shown<T: std::fmt::Debug>(value: T) -> String {
    format!("{value:?}").replace("SyncStream", "Stream")
}

#[maybe_async(replace(net = sync_net), keep(read))]
async fn whole_module(n: u32) -> Result<net::Stream, net::Error> {
    let mut stream = net::Stream::open(n).await?;
    let host = net::lookup::<u8>(7).await + net::port();
    log(format!("{} {host}", net::lookup(stream.read().await).await));
    stream.0 += net::deep::find(1_u8).await;
    Ok(stream)
}

#[test]
fn types_errors_and_calls_of_a_module() {
    let (value, log) = both(async { shown(whole_module(1).await) }, || {
        shown(whole_module_blocking(1))
    });
    assert_eq!(value, "Ok(Stream(3))");
    assert_eq!(
        log,
        ["open 1", "give 7", "give 2", "give 2", "2 87", "give 1"]
    );
    let fails = both(async { shown(whole_module(9).await) }, || {
        shown(whole_module_blocking(9))
    });
    assert_eq!(fails.0, "Err(Error(9))");
    let _: Result<sync_net::SyncStream, sync_net::Error> = whole_module_blocking(1);
}

#[maybe_async(replace(net = sync_net, net::Stream::open = at_once, net::Stream = SyncOnly))]
async fn longest_rule(n: u32) -> Result<String, net::Error> {
    let stream = net::Stream::open(n).await?;
    let idle = net::Stream::idle();
    Ok(format!("{} {}", stream.0, idle.0))
}

struct SyncOnly(u32);

impl SyncOnly {
    const fn idle() -> Self {
        // Seen in the twin alone.
        Self(40)
    }
}

fn at_once(n: u32) -> Result<SyncOnly, sync_net::Error> {
    let stream = sync_net::Stream::open(n)?;
    Ok(SyncOnly(stream.0 + 100))
}

#[test]
fn the_longest_rule_wins() {
    let asynchronous = futures::executor::block_on(longest_rule(1));
    assert_eq!(asynchronous, Ok("1 0".to_owned()));
    assert_eq!(longest_rule_blocking(1), Ok("101 40".to_owned()));
}

mod swapped {
    pub(crate) mod a {
        pub(crate) fn name() -> &'static str {
            "a"
        }
    }

    pub(crate) mod b {
        pub(crate) fn name() -> &'static str {
            "b"
        }
    }
}

/// What a rule has put there is not replaced again.
#[maybe_async(replace(swapped::a = swapped::b, swapped::b = swapped::a))]
async fn swap() -> [&'static str; 2] {
    [swapped::a::name(), swapped::b::name()]
}

#[test]
fn rules_can_swap() {
    assert_eq!(futures::executor::block_on(swap()), ["a", "b"]);
    assert_eq!(swap_blocking(), ["b", "a"]);
}

#[derive(Debug, PartialEq)]
enum Reply {
    Now(u32),
    Late { after: u32 },
    Never,
}

#[derive(Debug, PartialEq)]
enum SyncReply {
    Now(u32),
    Late { after: u32 },
    Never,
}

const START: u32 = 1;
const SYNC_START: u32 = 2;

struct Fields {
    reply: u32,
}

#[maybe_async(replace(Reply = SyncReply, START = SYNC_START, reply = sync_reply))]
async fn patterns(kind: u32) -> (u32, String) {
    let value = match kind {
        START => Reply::Now(reply(START).await),
        2..=3 => Reply::Late { after: kind },
        _ => Reply::Never,
    };
    let number = match &value {
        Reply::Now(n) => *n,
        Reply::Late { after } => *after,
        Reply::Never => 0,
    };
    // The names of fields and methods are no paths.
    let fields = Fields { reply: number };
    let Fields { reply: inner } = fields;
    let late = matches!(value, Reply::Late { after: START..=9 });
    if let Some(START) = Some(kind) {
        log("start");
    }
    (inner, format!("{late} Reply"))
}

async fn reply(n: u32) -> u32 {
    n * 10
}

fn sync_reply(n: u32) -> u32 {
    n * 10
}

#[test]
fn patterns_and_literals() {
    assert_eq!(
        both(patterns(3), || patterns_blocking(3)).0,
        (3, "true Reply".to_owned())
    );
    assert_eq!(
        both(patterns(9), || patterns_blocking(9)).0,
        (0, "false Reply".to_owned())
    );
    // A constant in a pattern is the one of the half.
    let asynchronous = futures::executor::block_on(patterns(1));
    assert_eq!(asynchronous, (10, "false Reply".to_owned()));
    assert_eq!(take_log(), ["start"]);
    assert_eq!(patterns_blocking(2), (20, "false Reply".to_owned()));
    assert_eq!(take_log(), ["start"]);
    assert_eq!(patterns_blocking(1), (0, "false Reply".to_owned()));
    assert_eq!(take_log(), [""; 0]);
}

#[maybe_async(replace(net::Stream = sync_net::SyncStream, net::deep = sync_net::deep, net::lookup = sync_net::lookup), keep(find))]
async fn imports() -> Vec<u32> {
    use net::{Stream, deep::*, lookup as ask, port};
    use net::{deep as all, deep::find as search};
    let stream = Stream::open(1).await.map_or(0, |stream| stream.0);
    vec![
        stream,
        ask(2_u8).await,
        find_all(&[3, 4]).await + find(0_u8).await,
        all::find(5_u8).await,
        search(6_u8).await,
        port(),
    ]
}

async fn find_all(numbers: &[u8]) -> u32 {
    let mut sum = 0;
    for &number in numbers {
        sum += net::deep::find(number).await;
    }
    sum
}

fn find_all_blocking(numbers: &[u8]) -> u32 {
    numbers.iter().map(|&n| sync_net::deep::find(n)).sum()
}

#[test]
fn imports_keep_their_names() {
    let (value, log) = both(imports(), imports_blocking);
    assert_eq!(value, [1, 2, 7, 5, 6, 80]);
    let effects = [
        "open 1", "give 2", "give 3", "give 4", "give 0", "give 5", "give 6",
    ];
    assert_eq!(log, effects);
}

fn name<T>(_: &T) -> &'static str {
    std::any::type_name::<T>()
}

/// A rule with `::` is one for paths with `::`.
#[maybe_async(replace(::std::vec::Vec = ::std::collections::VecDeque, net::port = ::std::process::id))]
async fn roots() -> Vec<&'static str> {
    use net::{LIMIT, port};
    let _: u32 = LIMIT + port();
    vec![
        name(&::std::vec::Vec::<u8>::new()),
        name(&std::vec::Vec::<u8>::new()),
        name(&<::std::vec::Vec<u8>>::new()),
    ]
}

#[test]
fn leading_colons() {
    let vec = "alloc::vec::Vec<u8>";
    let deque = "alloc::collections::vec_deque::VecDeque<u8>";
    assert_eq!(futures::executor::block_on(roots()), [vec, vec, vec]);
    assert_eq!(roots_blocking(), [deque, vec, deque]);
}

/// A macro whose arguments are no expressions.
macro_rules! object {
    ($($key:ident: $value:expr),* => $ty:ty) => {{
        let values: Vec<$ty> = vec![$($value),*];
        (concat!($(stringify!($key), " "),*), values)
    }};
}

#[maybe_async(replace(net = sync_net, port = sync_port))]
async fn in_macros() -> (&'static str, Vec<u32>, String) {
    let port = |n: u32| Fields { reply: n };
    let (keys, values) = object!(net: net::port(), port: 1 + port(2).reply => u32);
    let text = format!(
        "net::lookup {} {port:?}",
        net::lookup(1_u8).await,
        port = net::LIMIT..net::LIMIT,
    );
    (keys, values, text)
}

fn sync_port(n: u32) -> Fields {
    // Named by the twin alone, although the async half has a variable of that name: a rule of
    // one segment does not look for what shadows it.
    Fields { reply: n + 100 }
}

#[test]
fn arguments_of_macros() {
    let expected = |port| ("net port ", vec![80, port], "net::lookup 1 5..5".to_owned());
    assert_eq!(futures::executor::block_on(in_macros()), expected(3));
    assert_eq!(in_macros_blocking(), expected(103));
}
