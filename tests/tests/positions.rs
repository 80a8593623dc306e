//! `.await` in every place an expression can stand.
#![allow(
    clippy::double_parens,
    clippy::cast_possible_truncation,
    clippy::useless_vec,
    clippy::unused_async,
    reason = "odd spellings are what is tested"
)]

use std::fmt::Write as _;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};

#[derive(Debug, Clone, PartialEq, Default)]
struct Pair {
    left: u32,
    right: (u8, Vec<u32>),
}

#[maybe_async]
async fn pair(left: u32) -> Pair {
    Pair {
        left: give(left).await,
        right: (give(1).await, vec![give(2).await, give(3).await]),
    }
}

#[maybe_async]
impl Pair {
    async fn next(mut self) -> Self {
        self.left += give(1u32).await;
        self
    }

    async fn check(&self, limit: u32) -> Result<&Self, String> {
        if even(self.left).await? > limit {
            return Err("too much".to_owned());
        }
        Ok(self)
    }
}

#[maybe_async]
async fn chains() -> Result<usize, String> {
    let length = pair(1).await.next().await.check(2).await?.right.1.len();
    let name = even(2).await.map(|n| n + 1)?.to_string().len();
    let field = pair(3).await.next().await.right.0;
    Ok(length + name + usize::from(field))
}

#[test]
fn chains_of_methods_fields_and_questions() {
    let (value, log) = both(chains(), chains_blocking);
    assert_eq!(value, Ok(4));
    assert_eq!(
        log.join(" "),
        "give 1 give 1 give 2 give 3 give 1 even 2? even 2? \
         give 3 give 1 give 2 give 3 give 1"
    );
}

#[maybe_async]
async fn operators() -> (i64, bool, bool, u32) {
    let mut sum = -give(5i64).await + give(3).await * give(2).await - -give(1).await;
    sum += give(10).await;
    sum <<= give(1).await;
    let mut all = !give(false).await & give(true).await | give(false).await;
    all ^= give(true).await;
    // Neither right side is evaluated.
    let lazy = give(true).await || give(false).await;
    let lazier = give(false).await && give(true).await;
    let bits = !give(0u32).await >> 28;
    (
        sum,
        all,
        lazy && !lazier && give(1).await < give(2).await,
        bits,
    )
}

#[test]
fn operators_and_compound_assignments() {
    let (value, log) = both(operators(), operators_blocking);
    assert_eq!(value, (24, false, true, 15));
    assert_eq!(
        log.join(" ").replace("give ", ""),
        "5 3 2 1 10 1 false true false true true false 0 1 2"
    );
}

/// The right side of a compound assignment of integers is evaluated first; that of others last.
#[maybe_async]
async fn assignment_order() -> String {
    fn place<'a, T>(name: &str, of: &'a mut T) -> &'a mut T {
        log(name);
        of
    }
    let (mut number, mut text) = (1, String::new());
    *place("number", &mut number) += give(1).await;
    *place("text", &mut text) += &give("t".to_owned()).await;
    *place("plain", &mut number) = give(7).await;
    let mut list = [0, 0];
    list[give(1usize).await] = give(number).await;
    list[give(0usize).await] += give(3).await;
    format!("{number}{text}{list:?}")
}

#[test]
fn order_of_assignments() {
    let (value, log) = both(assignment_order(), assignment_order_blocking);
    assert_eq!(value, "7t[3, 7]");
    assert_eq!(
        log,
        [
            "give 1", "number", "text", "give t", "give 7", "plain", "give 7", "give 1", "give 3",
            "give 0"
        ]
    );
}

#[maybe_async]
async fn collections() -> (Vec<u32>, [u64; 3], (u8, char), Pair) {
    let list = vec![10, 20, 30, 40];
    let part = list[give(1usize).await..=give(2usize).await].to_vec();
    let one = vec![1, 2, 3][give(2).await];
    let range: Vec<u32> = (give(1).await..give(3).await).collect();
    let cast = give(300u32).await as u8 as char;
    let array = [
        give(1u8).await.into(),
        u64::from(give(2u8).await),
        give(3).await,
    ];
    let tuple = (give(4).await, cast);
    let literal = Pair {
        left: give(one).await + range[0],
        ..pair(9).await
    };
    (part, array, tuple, literal)
}

#[test]
fn collections_and_literals() {
    let (value, _) = both(collections(), collections_blocking);
    let rest = (1, vec![2, 3]);
    assert_eq!(
        value,
        (
            vec![20, 30],
            [1, 2, 3],
            (4, ','),
            Pair {
                left: 4,
                right: rest
            }
        )
    );
}

#[maybe_async]
async fn references() -> usize {
    let text = &give("ab".to_owned()).await;
    let shown: &str = &give("cde".to_owned()).await;
    let list = &mut vec![give(1).await];
    list.push(give(2).await);
    let inner = &pair(1).await.right.1[..];
    let deref = *Box::new(give(5usize).await) + *give(Box::new(1usize)).await;
    let Pair { ref right, .. } = pair(2).await;
    text.len() + shown.len() + list.len() + inner.len() + deref + right.1.len()
}

#[test]
fn references_extend_temporaries() {
    assert_eq!(
        both(references(), references_blocking).0,
        2 + 3 + 2 + 2 + 6 + 2
    );
}

fn apply<T, R>(value: T, f: impl FnOnce(T) -> R) -> R {
    f(value)
}

#[maybe_async]
async fn arguments(out: &mut Vec<u32>) -> Result<String, String> {
    out.push(give(u32::try_from(out.len()).unwrap_or(9)).await);
    out.extend(Some(give(8).await).into_iter().chain([give(9).await]));
    out.insert(0, even(even(even(4).await? - 2).await? + 2).await?);
    let applied = apply(give(2).await, |n| n + 1);
    let curried = apply(1, |n: u32| move |m: u32| n + m)(give(5).await);
    let text =
        String::from_utf8(vec![give(b'a').await, (give(b'b')).await]).map_err(|e| e.to_string())?;
    Ok(text + &(applied + curried).to_string() + give("!").await)
}

#[test]
fn arguments_and_nested_awaits() {
    let (mut one, mut two) = (vec![7], vec![7]);
    let (value, log) = both(arguments(&mut one), || arguments_blocking(&mut two));
    assert_eq!(value, Ok("ab9!".to_owned()));
    assert_eq!(one, [4, 7, 1, 8, 9]);
    assert_eq!(one, two);
    assert_eq!(log[3..6], ["even 4?", "even 2?", "even 4?"]);
}

/// A handle: awaited once to start it, once to wait for it. The twin is by hand.
async fn start(n: u32) -> impl Future<Output = u32> {
    log(format!("start {n}"));
    async move { give(n).await }
}

fn start_blocking(n: u32) -> impl FnOnce() -> u32 {
    log(format!("start {n}"));
    move || give_blocking(n)
}

#[maybe_async]
async fn twice() -> u32 {
    let direct = start(1).await.await;
    let handle = start(2).await;
    log("between");
    direct + (start(3).await).await + handle.await
}

#[test]
fn awaited_twice() {
    let (value, log) = both(twice(), twice_blocking);
    assert_eq!(value, 6);
    assert_eq!(
        log,
        [
            "start 1", "give 1", "start 2", "between", "start 3", "give 3", "give 2"
        ]
    );
}

/// Parentheses, attributes and comments in odd places; several forms of one path.
#[maybe_async]
#[rustfmt::skip]
async fn odd_spelling() -> Result<u32, String> {
    let a = ( ( give ( 1 ) ) ) . await;
    let b = (give)(2).await + (self::give)(3) /* here */ .await;
    let c = self::even
        (4)
        // and there
        .await
        ?;
    #[allow(unused_parens, reason = "an attribute on an awaited statement")]
    (give(5)).await;
    #[expect(clippy::unused_unit, reason = "an attribute on a block")]
    { () }
    let d = { give(6) }.await;
    Ok(a + b + c + d)
}

#[test]
fn spelling() {
    let (value, log) = both(odd_spelling(), odd_spelling_blocking);
    assert_eq!(value, Ok(16));
    assert_eq!(
        log,
        ["give 1", "give 2", "give 3", "even 4?", "give 5", "give 6"]
    );
}

/// A value that is moved out of, borrowed twice, and written to.
#[maybe_async]
async fn text(words: &[&str]) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    for word in words {
        write!(text, "{}", give(word).await)?;
        text.write_str(give("-").await)?;
    }
    Ok(text)
}

#[test]
fn question_of_another_error() {
    assert_eq!(
        both(text(&["a", "b"]), || text_blocking(&["a", "b"])).0,
        Ok("a-b-".to_owned())
    );
}
