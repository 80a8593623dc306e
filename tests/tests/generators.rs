//! `stream!` and `try_stream!`: lazy iterators in the twin.
#![allow(
    clippy::elidable_lifetime_names,
    clippy::let_underscore_future,
    clippy::manual_assert,
    clippy::semicolon_if_nothing_returned,
    reason = "bodies as they come"
)]

use std::pin::pin;

use async_stream::{stream, try_stream};
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{
    Guard, both, both_panic, even, even_blocking, give, give_blocking, log,
};
use futures::StreamExt as _;

/// Nothing runs before the first item is asked for, and each item runs as far as its `yield`.
#[maybe_async(keep(next))]
async fn lazy() -> Vec<Option<u32>> {
    let numbers = stream! {
        log("started");
        yield 1;
        log("between");
        let two = give(2).await;
        yield two;
        log("at the end");
    };
    let mut numbers = pin!(numbers);
    log("made");
    let mut found = vec![numbers.next().await];
    log("one");
    found.push(numbers.next().await);
    found.push(numbers.next().await);
    found.push(numbers.next().await);
    found
}

#[test]
fn laziness() {
    let (value, log) = both(lazy(), lazy_blocking);
    assert_eq!(value, [Some(1), Some(2), None, None]);
    let order = ["made", "started", "one", "between", "give 2", "at the end"];
    assert_eq!(log, order);
}

#[maybe_async(keep(collect))]
async fn infinite(from: u64) -> Vec<u64> {
    let fibonacci = stream! {
        let (mut a, mut b) = (from, from);
        loop {
            yield a;
            log(format!("after {a}"));
            (a, b) = (b, a + b);
        }
    };
    fibonacci.take(5).collect::<Vec<_>>().await
}

#[test]
fn endless() {
    let (value, log) = both(infinite(1), || infinite_blocking(1));
    assert_eq!(value, [1, 1, 2, 3, 5]);
    assert_eq!(log, ["after 1", "after 1", "after 2", "after 3"]);
}

/// `yield` wherever an expression can stand.
#[maybe_async(keep(collect))]
async fn positions(words: &[&str], offset: &mut u32) -> Vec<String> {
    let items = stream! {
        'words: for (index, word) in words.iter().enumerate() {
            for letter in word.chars() {
                match letter {
                    ' ' => continue 'words,
                    '!' => break 'words,
                    'a' => yield "match".to_owned(),
                    other => {
                        if let Some(digit) = other.to_digit(10) {
                            yield format!("digit {}", give(digit).await);
                        } else if index == 0 {
                            let () = yield other.to_string();
                        } else {
                            yield {
                                *offset += 1;
                                format!("{other}{offset}")
                            };
                        }
                    }
                }
            }
            let last = loop {
                yield "loop".to_owned();
                break *word;
            };
            yield last.to_owned();
        }
        while *offset < 5 {
            *offset += give(2).await;
            yield format!("while {offset}");
        }
        assert_eq!(yield "in a macro".to_owned(), ());
    };
    items.collect().await
}

#[test]
fn everywhere() {
    let words = ["xa", "7b ", "c", "!", "d"];
    let expected = [
        "x",
        "match",
        "loop",
        "xa",
        "digit 7",
        "b1",
        "c2",
        "loop",
        "c",
        "while 4",
        "while 6",
        "in a macro",
    ];
    let (mut left, mut right) = (0, 0);
    let (value, _) = both(positions(&words, &mut left), || {
        positions_blocking(&words, &mut right)
    });
    assert_eq!(value, expected);
    assert_eq!((left, right), (6, 6));
}

#[derive(Debug, PartialEq)]
struct Odd(String);

impl From<String> for Odd {
    fn from(text: String) -> Self {
        Self(text)
    }
}

#[maybe_async(keep(collect))]
async fn fallible(numbers: Vec<u32>) -> Vec<Result<u32, Odd>> {
    let items = try_stream! {
        let _guard = Guard::new("body");
        for number in numbers {
            yield even(number).await?;
            // In a closure it is the closure's own.
            let half = |n: u32| -> Result<u32, String> { Ok(n.checked_sub(2).ok_or("small")? / 2) };
            yield half(number)?;
            let block: Result<u32, String> = async { Ok(even(number).await? + 1) }.await;
            yield block?;
        }
        log("end");
    };
    items.collect::<Vec<_>>().await
}

#[test]
fn errors_end_it() {
    let (value, log) = both(fallible(vec![2, 3, 4]), || fallible_blocking(vec![2, 3, 4]));
    assert_eq!(value[..3], [Ok(2), Ok(0), Ok(3)]);
    assert_eq!(value.len(), 4);
    assert!(value[3].is_err());
    assert_eq!(log, ["even 2?", "even 2?", "even 3?", "drop body"]);
    let (value, log) = both(fallible(vec![4]), || fallible_blocking(vec![4]));
    assert_eq!(value, [Ok(4), Ok(1), Ok(5)]);
    assert_eq!(log, ["even 4?", "even 4?", "end", "drop body"]);
    let (value, _) = both(fallible(vec![0]), || fallible_blocking(vec![0]));
    assert_eq!(value, [Ok(0), Err(Odd("small".to_owned()))]);
}

/// In `stream!` an error is an item too, if the items are results.
#[maybe_async(keep(collect))]
async fn results(stop: bool) -> Vec<Result<u32, String>> {
    let items = stream! {
        yield Ok(even(2).await?);
        if stop {
            return;
        }
        yield Err("by hand".to_owned());
        yield Ok(even(give(3).await).await?);
        yield Ok(4);
    };
    items.collect().await
}

#[test]
fn early_ends() {
    let (value, _) = both(results(true), || results_blocking(true));
    assert_eq!(value, [Ok(2)]);
    let (value, _) = both(results(false), || results_blocking(false));
    assert_eq!(value.len(), 3);
    assert_eq!(value[1], Err("by hand".to_owned()));
}

/// What the body holds is dropped with it, in the same order.
#[maybe_async(keep(next))]
async fn dropped_early(times: u8) -> u8 {
    let captured = Guard::new("captured");
    let unused = Guard::new("outside");
    let mut items = Box::pin(stream! {
        let _outer = Guard::new("outer");
        for name in ["a", "b"] {
            let _inner = Guard::new(name);
            let _ = (give(1).await, Guard::new("temporary"));
            yield Guard::new("item");
        }
        drop(captured);
        let _last = Guard::new("last");
    });
    let mut count = 0;
    for _ in 0..times {
        if let Some(item) = items.next().await {
            log(format!("got {}", item.name()));
            count += 1;
        }
    }
    log("dropping");
    drop(items);
    log(unused.name());
    count
}

#[test]
fn drops() {
    for times in 0..4 {
        let (value, log) = both(dropped_early(times), || dropped_early_blocking(times));
        assert_eq!(value, times.min(2));
        assert_eq!(
            log.iter().filter(|entry| *entry == "drop captured").count(),
            1
        );
        assert_eq!(log.last().map(String::as_str), Some("drop outside"));
    }
}

#[maybe_async(keep(next))]
async fn panicking(asked: u32) -> Option<u32> {
    let items = stream! {
        let _guard = Guard::new("body");
        yield 1;
        if give(true).await {
            panic!("in the body");
        }
        yield 2;
    };
    let mut items = pin!(items);
    let mut last = items.next().await;
    for _ in 0..asked {
        last = items.next().await;
    }
    last
}

#[test]
fn panics() {
    let (text, log) = both_panic(panicking(1), || panicking_blocking(1));
    assert_eq!(text, "in the body");
    assert_eq!(log, ["give true", "drop body"]);
}

/// Asked once more after it has panicked.
#[test]
fn panics_again() {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    #[maybe_async(keep(next))]
    async fn again() -> (bool, String) {
        let items = stream! {
            yield 1;
            panic!("once");
        };
        let mut items = pin!(items);
        items.next().await;
        let mut ask = || {
            #[only_async]
            let asked = futures::executor::block_on(items.next());
            #[only_blocking]
            let asked = items.next();
            asked
        };
        let first = catch_unwind(AssertUnwindSafe(&mut ask)).is_err();
        let second = catch_unwind(AssertUnwindSafe(&mut ask));
        let text = match second {
            Ok(item) => format!("{item:?}"),
            Err(payload) => payload.downcast_ref::<&str>().unwrap().to_string(),
        };
        (first, text)
    }
    let found = again_blocking();
    let expected = std::thread::spawn(|| {
        let mut made = Box::pin(again());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match made.as_mut().poll(&mut context) {
            std::task::Poll::Ready(value) => value,
            std::task::Poll::Pending => panic!("nothing here waits"),
        }
    });
    assert_eq!(found, expected.join().unwrap());
    assert!(found.0);
}

#[maybe_async(keep(collect))]
async fn nested() -> Vec<u32> {
    let outer = stream! {
        for start in [10, 20] {
            let inner = stream! {
                yield start + give(1).await;
                log("inner goes on");
                yield start + 2;
            };
            for await number in inner {
                if number == 12 {
                    continue;
                }
                yield number;
                if number == 21 {
                    break;
                }
            }
            log("inner is done");
        }
        for await word in futures_of(3) {
            yield word;
        }
    };
    outer.collect().await
}

/// Written by hand in both forms.
fn futures_of(count: u32) -> Numbers {
    Numbers(0..count)
}

struct Numbers(std::ops::Range<u32>);

impl futures::Stream for Numbers {
    type Item = u32;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<u32>> {
        std::task::Poll::Ready(self.0.next())
    }
}

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.0.next()
    }
}

#[test]
fn inside_one_another() {
    let (value, log) = both(nested(), nested_blocking);
    assert_eq!(value, [11, 21, 0, 1, 2]);
    let order = [
        "give 1",
        "inner goes on",
        "inner is done",
        "give 1",
        "inner is done",
    ];
    assert_eq!(log, order);
}

/// The temporaries of what is walked are gone before the first item.
#[maybe_async(keep(collect))]
async fn temporaries() -> Vec<u32> {
    let items = stream! {
        for await number in futures_of(Guard::new("count").name().len() as u32 - 4) {
            log("item");
            yield number;
        }
    };
    items.collect().await
}

#[test]
fn temporaries_of_a_loop() {
    let (value, log) = both(temporaries(), temporaries_blocking);
    assert_eq!(value, [0]);
    assert_eq!(log, ["drop count", "item"]);
}

/// Closures, async blocks and async functions in a body, as in any other.
#[maybe_async(keep(collect), twins(one))]
async fn inner_code(words: &[u32]) -> Vec<u32> {
    async fn local(n: u32) -> u32 {
        give(n).await + 1
    }
    let add = async |n: u32| give(n).await + 2;
    let items = stream! {
        let later = one(7);
        log("made");
        yield add(1).await;
        yield async { give(words.len()).await as u32 }.await;
        yield words.iter().map(|n| n * 2).sum();
        yield local(8).await;
        yield later.await;
        let futures = vec![one(4), one(5)];
        for future in futures {
            yield future.await;
        }
    };
    items.collect().await
}

#[maybe_async]
async fn one(n: u32) -> u32 {
    give(n).await
}

#[test]
fn bodies_are_lowered() {
    let (value, log) = both(inner_code(&[1, 2]), || inner_code_blocking(&[1, 2]));
    assert_eq!(value, [3, 2, 6, 9, 7, 4, 5]);
    assert_eq!(log[..3], ["made", "give 1", "give 2"]);
}

/// Items that are futures wait to be awaited.
#[maybe_async(keep(next), twins(one))]
async fn futures_as_items() -> u32 {
    let items = stream! {
        yield one(1);
        yield one(2);
    };
    let mut items = pin!(items);
    let (Some(first), Some(second)) = (items.next().await, items.next().await) else {
        unreachable!("there are two");
    };
    log("made");
    second.await * 10 + first.await
}

#[test]
fn futures_are_items() {
    let (value, log) = both(futures_as_items(), futures_as_items_blocking);
    assert_eq!(value, 21);
    assert_eq!(log, ["made", "give 2", "give 1"]);
}

/// Without an item nothing says what the items are.
#[maybe_async(keep(count))]
async fn empty() -> usize {
    let nothing = stream! {
        log("ran");
    };
    let none = async_stream::stream!();
    nothing.count().await + none.count().await
}

#[test]
fn without_items() {
    let (value, log) = both(empty(), empty_blocking);
    assert_eq!((value, log.len()), (0, 1));
}

fn send<T: Send>(value: T) -> T {
    value
}

/// The twin can be sent where the async one can.
#[maybe_async(keep(collect))]
async fn sent(text: &str) -> Vec<String> {
    let items = send(stream! {
        let owned = text.to_owned();
        yield owned.clone();
        yield give(owned).await;
    });
    items.collect().await
}

#[test]
fn sending() {
    let (value, _) = both(send(sent("a")), || sent_blocking("a"));
    assert_eq!(value, ["a", "a"]);
}

/// In a parameter of another macro, and in brackets of all kinds.
#[maybe_async(keep(collect))]
async fn brackets() -> Vec<Vec<u8>> {
    vec![
        stream!(yield 1; yield 2;).collect().await,
        async_stream::stream![yield give(3).await].collect().await,
        {
            let inner = ::async_stream::stream! { yield 4 };
            inner.collect().await
        },
    ]
}

#[test]
fn any_brackets() {
    let (value, _) = both(brackets(), brackets_blocking);
    assert_eq!(value, [vec![1, 2], vec![3], vec![4]]);
}

/// Code for one half in a body.
#[maybe_async(keep(collect))]
async fn halves() -> Vec<&'static str> {
    let items = stream! {
        #[only_async]
        yield "async";
        #[only_blocking]
        yield "blocking";
        if is_async!() {
            let _: futures::future::Ready<()> = futures::future::ready(());
            yield "a";
        } else {
            let _: u8 = 0;
            yield "b";
        }
        for await _ in futures_of(1) {
            #[only_async]
            yield "in a loop";
        }
    };
    items.collect().await
}

#[test]
fn parts_for_one_half() {
    let found = futures::executor::block_on(halves());
    assert_eq!(found, ["async", "a", "in a loop"]);
    assert_eq!(halves_blocking(), ["blocking", "b"]);
}

/// Types in a body are those of the twin.
#[maybe_async(keep(next))]
async fn typed() -> u32 {
    let items = stream! {
        let future: std::pin::Pin<Box<dyn Future<Output = u32>>> = Box::pin(async { give(5).await });
        yield future;
    };
    let mut items = pin!(items);
    match items.next().await {
        Some(future) => future.await,
        None => 0,
    }
}

#[test]
fn types_in_bodies() {
    assert_eq!(both(typed(), typed_blocking).0, 5);
}

/// Functions that hand out streams.
#[maybe_async]
fn ticks(count: u32) -> impl futures::Stream<Item = u32> {
    stream! {
        for n in 0..count {
            yield give(n).await;
        }
    }
}

struct Pages<'a> {
    words: &'a [&'a str],
}

#[maybe_async]
impl Pages<'_> {
    async fn page(&self, index: usize) -> Result<String, String> {
        let word = self.words.get(index).copied().ok_or("none")?;
        Ok(give(word).await.to_owned())
    }

    fn all(&self) -> impl futures::Stream<Item = Result<String, String>> + '_ {
        log("called");
        try_stream! {
            for index in 0.. {
                yield self.page(index).await?;
            }
        }
    }

    fn boxed<'s>(&'s self, prefix: String) -> futures::stream::BoxStream<'s, String> {
        Box::pin(stream! {
            for await page in self.all() {
                let Ok(page) = page else { return };
                yield format!("{prefix}{page}");
            }
        })
    }

    async fn joined(&self) -> Result<String, String> {
        let mut text = String::new();
        let mut pages = pin!(self.boxed("-".to_owned()));
        while let Some(page) = pages.next().await {
            text.push_str(&page);
        }
        let length = text.len();
        let own = stream! {
            yield length;
            yield 0;
        };
        futures::pin_mut!(own);
        assert!(own.next().await.is_some());
        Ok(text)
    }
}

#[test]
fn functions() {
    let (value, log) = both(ticks(2).collect::<Vec<_>>(), || {
        ticks_blocking(2).collect::<Vec<_>>()
    });
    assert_eq!(value, [0, 1]);
    assert_eq!(log, ["give 0", "give 1"]);
    let pages = Pages { words: &["a", "b"] };
    let (value, log) = both(pages.joined(), || pages.joined_blocking());
    assert_eq!(value, Ok("-a-b".to_owned()));
    assert_eq!(log, ["called", "give a", "give b"]);
    let (value, _) = both(
        async { send(pages.all()).collect::<Vec<_>>().await },
        || send(pages.all_blocking()).collect(),
    );
    assert_eq!(value[2], Err("none".to_owned()));
}
