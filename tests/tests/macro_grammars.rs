//! `.await` in macros whose arguments are no list of expressions.
#![allow(
    clippy::cast_lossless,
    clippy::cast_sign_loss,
    clippy::deref_addrof,
    clippy::useless_vec,
    reason = "programs as odd as a sceptic would write them"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking};

macro_rules! map {
    ($($key:expr => $value:expr),* $(,)?) => {
        vec![$(($key, $value)),*]
    };
}

macro_rules! each {
    ($($pat:pat = $value:expr => $block:block)*) => {
        $(if let $pat = $value $block)*
    };
}

macro_rules! sum {
    ($($name:ident = $value:expr);* $(;)?) => {
        0 $(+ $value)*
    };
}

macro_rules! all {
    ($($name:ident),*; $value:expr) => {{
        $(let $name = $value;)*
        0 $(+ $name)*
    }};
}

macro_rules! with {
    (|$name:ident| $value:expr) => {{
        let $name = 3;
        $value
    }};
}

macro_rules! attributed {
    (#[$meta:meta] @ $value:expr) => {
        $value
    };
}

macro_rules! labelled {
    ($label:lifetime: $value:expr) => {
        $label: loop {
            break $label $value;
        }
    };
}

macro_rules! range {
    ($from:expr; .. $to:expr) => {
        $from..$to
    };
}

macro_rules! convert {
    (to $ty:ty, $value:expr) => {
        <$ty>::from($value)
    };
    ($value:expr, as $ty:ty) => {
        $value as $ty
    };
}

struct Outer {
    inner: Inner,
}

struct Inner;

impl Inner {
    async fn get(&self, n: u32) -> u32 {
        give(n).await
    }

    fn get_blocking(&self, n: u32) -> u32 {
        give_blocking(n)
    }
}

#[maybe_async]
async fn values(outer: &Outer, list: &[u32]) -> Result<Vec<u32>, String> {
    let mut out = Vec::new();
    for (_, value) in map! {
        give("k").await => give(1).await,
        "field" => outer.inner.get(2).await,
        "unary" => !give(true).await as u32,
        "sum" => 2 * give(3).await + give(4).await,
        "if" => if give(true).await { give(5).await } else { 0 },
        "match" => match give(6).await { 6 => give(7).await, n => n },
        "borrowed" => *&mut give(8).await,
        "turbofish" => give::<u8>(9).await as u32,
        "goes on" => give("x").await.len().pow(2) as u32,
        "in a macro" => vec![give(10).await, 1][0],
        "fallible" => even(2).await?,
    } {
        out.push(value);
    }
    each! {
        Some(x) = Some(give(11).await) => { out.push(x + give(12).await); }
        Ok(y) = even(4).await => { out.push(y); }
    }
    out.push(sum!(a = give(13).await; b = outer.inner.get(14).await;));
    out.push(all!(p, q; give(15).await));
    out.push(with!(|x| give(x).await));
    out.push(attributed!(#[inline] @ (give)(16).await));
    out.push(labelled!('a: give(17).await));
    out.extend(range!(give(1).await; ..give(3).await));
    out.push(convert!(to u32, give(18u8).await) + convert!(give(19).await, as u32));
    out.push(map!["indexed" => list[give(0usize).await]][0].1);
    Ok(out)
}

#[test]
fn operands() {
    let outer = Outer { inner: Inner };
    let (value, log) = both(values(&outer, &[5]), || values_blocking(&outer, &[5]));
    let expected = [
        1, 2, 0, 10, 5, 7, 8, 9, 1, 10, 2, 23, 4, 27, 30, 3, 16, 17, 1, 2, 37, 5,
    ];
    assert_eq!(value, Ok(expected.to_vec()));
    assert_eq!(log[..3], ["give k", "give 1", "give 2"]);
}
