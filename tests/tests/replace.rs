//! `replace(from = to)`: paths that are others in the twin.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log, take_log};

/// A library in two modules, as there are many.
mod net {
    use await_me_maybe_tests::{give, log, pause};

    pub(crate) const LIMIT: u32 = 5;

    #[derive(Debug, PartialEq)]
    pub(crate) struct Stream(pub(crate) u32);

    impl Stream {
        pub(crate) async fn open(n: u32) -> Result<Self, Error> {
            log(format!("open {n}"));
            pause().await;
            if n > LIMIT {
                Err(Error(n))
            } else {
                Ok(Self(n))
            }
        }

        pub(crate) const fn idle() -> Self {
            Self(0)
        }

        pub(crate) async fn read(&mut self) -> u32 {
            self.0 += 1;
            give(self.0).await
        }
    }

    #[derive(Debug, PartialEq)]
    pub(crate) struct Error(pub(crate) u32);

    pub(crate) trait Peer {
        async fn name(&self) -> String;
    }

    impl Peer for u32 {
        async fn name(&self) -> String {
            format!("async {self}")
        }
    }

    pub(crate) async fn lookup<T: Copy + Into<u32>>(host: T) -> u32 {
        give(host.into()).await
    }

    pub(crate) fn port() -> u32 {
        80
    }

    pub(crate) mod deep {
        pub(crate) use super::lookup as find;
    }
}

mod sync_net {
    use await_me_maybe_tests::{give_blocking, log};

    pub(crate) const LIMIT: u32 = 5;

    #[derive(Debug, PartialEq)]
    pub(crate) struct SyncStream(pub(crate) u32);

    pub(crate) use SyncStream as Stream;

    impl SyncStream {
        pub(crate) fn open(n: u32) -> Result<Self, Error> {
            log(format!("open {n}"));
            if n > LIMIT {
                Err(Error(n))
            } else {
                Ok(Self(n))
            }
        }

        pub(crate) fn read(&mut self) -> u32 {
            self.0 += 1;
            give_blocking(self.0)
        }
    }

    #[derive(Debug, PartialEq)]
    pub(crate) struct Error(pub(crate) u32);

    pub(crate) trait Peer {
        fn name(&self) -> String;
    }

    impl Peer for u32 {
        fn name(&self) -> String {
            format!("async {self}")
        }
    }

    pub(crate) fn lookup<T: Copy + Into<u32>>(host: T) -> u32 {
        give_blocking(host.into())
    }

    pub(crate) fn port() -> u32 {
        80
    }

    pub(crate) mod deep {
        pub(crate) use super::lookup as find;
    }
}

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
    log(format!("open {n}"));
    Ok(SyncOnly(n + 100))
}

#[test]
fn the_longest_rule_wins() {
    let asynchronous = futures::executor::block_on(longest_rule(1));
    assert_eq!(asynchronous, Ok("1 0".to_owned()));
    assert_eq!(longest_rule_blocking(1), Ok("101 40".to_owned()));
}

mod swapped {
    pub(crate) fn note() {
        await_me_maybe_tests::log("note");
    }

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

/// A rule with `::` is one for paths with `::`.
#[maybe_async(replace(::std::vec::Vec = ::std::collections::VecDeque, net::port = ::std::process::id))]
async fn roots() -> Vec<&'static str> {
    use net::{LIMIT, port};
    let _: u32 = LIMIT + port();
    fn name<T>(_: &T) -> &'static str {
        std::any::type_name::<T>()
    }
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

struct Pool(Vec<u32>);
struct SyncPool(Vec<u32>);

impl Pool {
    async fn take(&mut self) -> Option<u32> {
        self.0.pop()
    }
}

impl SyncPool {
    fn take(&mut self) -> Option<u32> {
        self.0.pop()
    }
}

/// The impl goes on the replaced type.
#[maybe_async(replace(Pool = SyncPool), keep(take))]
impl Pool {
    async fn take_two(&mut self) -> Option<[u32; 2]> {
        Some([self.take().await?, self.take().await?])
    }

    async fn sum(pools: &mut [Pool]) -> u32 {
        let mut sum = 0;
        for pool in pools {
            sum += pool.take().await.unwrap_or_default();
        }
        sum + Pool::fixed().await
    }

    async fn fixed() -> u32 {
        1000
    }
}

impl SyncPool {
    const fn fixed() -> u32 {
        1000
    }
}

#[test]
fn inherent_impls_of_replaced_types() {
    let value = both(async { Pool(vec![1, 2]).take_two().await }, || {
        SyncPool(vec![1, 2]).take_two_blocking()
    });
    assert_eq!(value.0, Some([2, 1]));
    let value = both(async { Pool::sum(&mut [Pool(vec![3])]).await }, || {
        SyncPool::sum_blocking(&mut [SyncPool(vec![3])])
    });
    assert_eq!(value.0, 1003);
}

/// A replaced trait has methods of the same names.
#[maybe_async(replace(net::Peer = sync_net::Peer))]
impl net::Peer for Fields {
    async fn name(&self) -> String {
        if self.reply == 0 {
            return "zero".to_owned();
        }
        let less = Fields {
            reply: self.reply - 1,
        };
        format!(
            "{} + {}",
            Box::pin(<Fields as net::Peer>::name(&less)).await,
            <u32 as net::Peer>::name(&1).await
        )
    }
}

#[test]
fn impls_of_replaced_traits() {
    let (value, _) = both(
        async { net::Peer::name(&Fields { reply: 2 }).await },
        || sync_net::Peer::name(&Fields { reply: 2 }),
    );
    assert_eq!(value, "zero + async 1 + async 1");
}

/// An awaited trait that is not replaced is still renamed.
#[maybe_async(replace(Pool = SyncPool))]
trait Drain {
    async fn drain(&mut self, from: &mut Pool) -> u32;
}

#[maybe_async(replace(Pool = SyncPool), keep(take))]
impl Drain for u32 {
    async fn drain(&mut self, from: &mut Pool) -> u32 {
        while let Some(n) = from.take().await {
            *self += n;
        }
        *self
    }
}

#[test]
fn traits_that_name_replaced_types() {
    let (value, _) = both(async { 1.drain(&mut Pool(vec![2, 3])).await }, || {
        1.drain_blocking(&mut SyncPool(vec![2, 3]))
    });
    assert_eq!(value, 6);
}

#[maybe_async(replace(net = sync_net))]
fn returns_a_future(n: u8) -> impl Future<Output = Result<u32, net::Error>> {
    let double = n * 2;
    async move {
        if double > 100 {
            return Err(net::Error(double.into()));
        }
        Ok(net::lookup(double).await)
    }
}

#[maybe_async(replace(net = sync_net))]
fn hands_on(n: u8) -> impl Future<Output = u32> {
    let double = n * 2;
    net::lookup(double)
}

#[test]
fn functions_that_return_futures() {
    let (value, log) = both(returns_a_future(2), || {
        returns_a_future_blocking(2).map_err(|error| net::Error(error.0))
    });
    assert_eq!(value, Ok(4));
    assert_eq!(log, ["give 4"]);
    assert_eq!(both(hands_on(2), || hands_on_blocking(2)).0, 4);
}

/// Replaced functions may well be plain ones.
#[maybe_async(replace(net = sync_net, swapped::note = sync_note), keep(note))]
async fn plain_calls() -> (u32, u32) {
    let port = net::port();
    let shown = net::port();
    swapped::note();
    let _ = net::Stream(1);
    log(format!("{shown}"));
    (port, Some(net::port()).map_or(0, |port| port + 1))
}

fn sync_note() {
    log("note");
}

#[test]
fn calls_that_are_not_awaited_stay() {
    let (value, log) = both(plain_calls(), plain_calls_blocking);
    assert_eq!(value, (80, 81));
    assert_eq!(log, ["note", "80"]);
}

/// `$crate` and whole paths of a macro.
macro_rules! looked_up {
    ($name:ident, $from:path, $to:path) => {
        #[maybe_async(replace($from = $to, $crate::net::LIMIT = $crate::sync_net::LIMIT))]
        async fn $name() -> u32 {
            $from(1_u8).await + $crate::net::LIMIT
        }
    };
}

looked_up!(looked_up, net::lookup, sync_net::lookup);

#[test]
fn rules_made_by_a_macro() {
    assert_eq!(both(looked_up(), looked_up_blocking).0, 6);
}
