//! `.await` around operators, indexes, assignments, ranges, casts and literals, in the order of
//! evaluation that Rust has for each.
#![allow(
    clippy::cast_lossless,
    clippy::cast_sign_loss,
    clippy::match_bool,
    clippy::range_plus_one,
    clippy::unused_async,
    reason = "every operator is written out here"
)]

use std::ops::{Add, AddAssign, Deref, DerefMut, Index, IndexMut, Neg, Not, RangeInclusive};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log};

/// Logs what is done with it.
#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]
struct Loud(i32);

impl Add for Loud {
    type Output = Loud;

    fn add(self, other: Loud) -> Loud {
        log(format!("{} + {}", self.0, other.0));
        Loud(self.0 + other.0)
    }
}

impl AddAssign for Loud {
    fn add_assign(&mut self, other: Loud) {
        log(format!("{} += {}", self.0, other.0));
        self.0 += other.0;
    }
}

impl Neg for Loud {
    type Output = Loud;

    fn neg(self) -> Loud {
        log(format!("-{}", self.0));
        Loud(-self.0)
    }
}

impl Not for Loud {
    type Output = bool;

    fn not(self) -> bool {
        log(format!("!{}", self.0));
        self.0 == 0
    }
}

#[derive(Debug, PartialEq)]
struct Row(Vec<i32>);

impl Index<i32> for Row {
    type Output = i32;

    fn index(&self, index: i32) -> &i32 {
        log(format!("index {index}"));
        &self.0[index as usize]
    }
}

impl IndexMut<i32> for Row {
    fn index_mut(&mut self, index: i32) -> &mut i32 {
        log(format!("index_mut {index}"));
        &mut self.0[index as usize]
    }
}

struct Cell(Row);

impl Deref for Cell {
    type Target = Row;

    fn deref(&self) -> &Row {
        log("deref");
        &self.0
    }
}

impl DerefMut for Cell {
    fn deref_mut(&mut self) -> &mut Row {
        log("deref_mut");
        &mut self.0
    }
}

#[maybe_async]
async fn loud(n: i32) -> Loud {
    log(format!("loud {n}"));
    Loud(n)
}

#[maybe_async]
async fn number(n: i32) -> i32 {
    log(format!("number {n}"));
    n
}

#[maybe_async]
async fn overloaded() -> (Loud, bool, bool) {
    let mut sum = loud(1).await + loud(2).await + loud(3).await;
    sum += loud(4).await;
    sum += -loud(5).await + loud(6).await;
    let not = !loud(0).await;
    let compared =
        loud(1).await < loud(2).await && loud(3).await == loud(3).await || number(9).await > 1;
    (sum, not, compared)
}

#[test]
fn overloaded_operators() {
    let (value, log) = both(overloaded(), overloaded_blocking);
    assert_eq!(value, (Loud(11), true, true));
    assert_eq!(log.len(), 18, "{log:?}");
}

#[maybe_async]
async fn assigned(mut row: Row) -> Row {
    row[number(0).await] = number(1).await;
    row[number(1).await] += number(2).await;
    row[number(0).await] = row[number(1).await] + number(3).await;
    let mut cell = Cell(row);
    cell[number(2).await] = number(4).await;
    cell[number(2).await] *= number(5).await;
    *cell.index_mut(number(1).await) -= number(6).await;
    cell.0
}

#[test]
fn assignments_to_indexes() {
    let (value, log) = both(assigned(Row(vec![0; 3])), || {
        assigned_blocking(Row(vec![0; 3]))
    });
    assert_eq!(value, Row(vec![5, -4, 20]));
    assert_eq!(log[..2], ["number 1", "number 0"]);
}

#[maybe_async]
async fn compound(mut n: i32, list: &mut [i32]) -> i32 {
    // The right side first, as for all primitive types.
    n += number(n).await;
    n -= number(1).await;
    n = n * number(2).await - n;
    n <<= number(1).await;
    list[number(1).await as usize] += number(7).await;
    list[{
        n += 1;
        0
    }] = number(n).await;
    (list[0], n) = (number(n + 1).await, number(n + 2).await);
    [list[1], _] = [number(8).await, number(9).await];
    n
}

#[test]
fn compound_assignments() {
    let (mut one, mut two) = ([0; 2], [0; 2]);
    let (value, log) = both(compound(3, &mut one), || compound_blocking(3, &mut two));
    assert_eq!(value, 13);
    assert_eq!((one, log.len()), (two, 11));
}

#[maybe_async]
async fn mutable(n: &mut i32) -> &mut i32 {
    log(format!("mutable {n}"));
    n
}

#[maybe_async]
async fn through_references(mut n: i32) -> i32 {
    *mutable(&mut n).await = number(1).await;
    *mutable(&mut n).await += number(2).await;
    let reference = &mut *mutable(&mut n).await;
    *reference += 1;
    let copied = *mutable(&mut n).await;
    let shared = &number(5).await;
    let exclusive = &mut number(6).await;
    *exclusive += 1;
    copied + *shared + *exclusive
}

#[test]
fn references_to_awaited_values() {
    let (value, log) = both(through_references(0), || through_references_blocking(0));
    assert_eq!(value, 16);
    assert_eq!(
        log,
        [
            "number 1",
            "mutable 0",
            "number 2",
            "mutable 1",
            "mutable 3",
            "mutable 4",
            "number 5",
            "number 6"
        ]
    );
}

#[maybe_async]
async fn ranges() -> (Vec<i32>, RangeInclusive<i32>, usize) {
    let mut all = Vec::new();
    for n in number(1).await..number(3).await {
        all.push(n);
    }
    all.extend(&[1, 2, 3, 4][number(1).await as usize..]);
    all.extend(&[1, 2, 3, 4][..number(1).await as usize]);
    all.extend(number(7).await..=number(8).await);
    let inside = (number(0).await..number(5).await).contains(&number(3).await);
    let range = number(1).await..=number(2).await + 1;
    (all, range, usize::from(inside))
}

#[maybe_async]
async fn casts() -> (u64, u8, f64, bool) {
    let first = number(3).await as u64 + number(4).await as u64;
    let second = number(300).await as u8;
    let third = number(5).await as f64 / 2.0;
    (first, second, third, 'a' > number(1).await as u8 as char)
}

#[test]
fn ranges_and_casts() {
    let (value, log) = both(ranges(), ranges_blocking);
    assert_eq!(value, (vec![1, 2, 2, 3, 4, 1, 7, 8], 1..=3, 1));
    assert_eq!(log.len(), 11);
    assert_eq!(both(casts(), casts_blocking).0, (7, 44, 2.5, true));
}

#[derive(Debug, Default, PartialEq)]
struct Options {
    one: i32,
    two: Loud,
    three: Vec<i32>,
    four: [i32; 2],
}

#[maybe_async]
async fn defaults(n: i32) -> Options {
    log("defaults");
    Options {
        one: n,
        ..Options::default()
    }
}

#[maybe_async]
async fn literals() -> (Options, Options, [[i32; 2]; 2], (i32,)) {
    let two = loud(2).await;
    let first = Options {
        three: vec![number(3).await, number(4).await],
        one: number(1).await,
        two,
        ..defaults(9).await
    };
    let second = Options {
        four: [number(5).await; 2],
        ..defaults(number(8).await).await
    };
    let arrays = [[number(1).await, 2], [3, number(4).await]];
    (first, second, arrays, (number(7).await,))
}

#[test]
fn literals_and_updates() {
    let ((first, second, arrays, single), log) = both(literals(), literals_blocking);
    assert_eq!(
        (first.one, first.two, first.three),
        (1, Loud(2), vec![3, 4])
    );
    assert_eq!((second.one, second.four), (8, [5, 5]));
    assert_eq!((arrays, single), ([[1, 2], [3, 4]], (7,)));
    assert_eq!(
        log,
        [
            "loud 2", "number 3", "number 4", "number 1", "defaults", "number 5", "number 8",
            "defaults", "number 1", "number 4", "number 7"
        ]
    );
}

#[maybe_async]
async fn branch(n: i32) -> i32 {
    number(n).await
}

#[maybe_async(twins(branch))]
async fn left_of_operators(first: bool) -> bool {
    if first { branch(1) } else { branch(2) }.await == 1 && first
        || match first {
            true => branch(3),
            false => branch(4),
        }
        .await
            > 3
}

#[maybe_async(twins(branch))]
async fn statements_that_start_with_blocks(first: bool) -> i32 {
    if first { branch(1) } else { branch(2) }.await;
    { branch(3) }.await;
    match first {
        true => branch(5),
        false => branch(6),
    }
    .await
    .clone_into(&mut 0);
    { branch(4) }.await - 1
}

#[test]
fn branches_on_the_left() {
    assert!(both(left_of_operators(true), || left_of_operators_blocking(true)).0);
    assert!(
        both(left_of_operators(false), || left_of_operators_blocking(
            false
        ))
        .0
    );
    let (value, log) = both(statements_that_start_with_blocks(false), || {
        statements_that_start_with_blocks_blocking(false)
    });
    assert_eq!(value, 3);
    assert_eq!(log, ["number 2", "number 3", "number 6", "number 4"]);
}

#[maybe_async]
async fn chained(word: &str) -> String {
    let guard = Guard::new("chained");
    give(word.to_owned())
        .await
        .replace(&give("a".to_owned()).await, &give("b".to_owned()).await)
        .repeat(number(2).await as usize)
        .split_at(number(1).await as usize)
        .0
        .to_owned()
        + &give(guard.name().to_owned()).await[..number(2).await as usize]
}

#[test]
fn chains() {
    let (value, log) = both(chained("abc"), || chained_blocking("abc"));
    assert_eq!(value, "bch");
    assert_eq!(log.len(), 8);
}

#[maybe_async]
async fn in_an_unsafe_block(n: i32) -> i32 {
    #[allow(unsafe_code)]
    let value = unsafe { dangerous(n).await };
    #[allow(unsafe_code)]
    unsafe {
        dangerous(value).await
    }
}

#[allow(unsafe_code, clippy::missing_safety_doc)]
#[maybe_async]
async unsafe fn dangerous(n: i32) -> i32 {
    number(n).await + 1
}

#[test]
fn unsafe_code_stays_unsafe() {
    assert_eq!(
        both(in_an_unsafe_block(1), || in_an_unsafe_block_blocking(1)).0,
        3
    );
    #[allow(unsafe_code)]
    let pointer: unsafe fn(i32) -> i32 = dangerous_blocking;
    #[allow(unsafe_code)]
    let value = unsafe { pointer(1) };
    assert_eq!(value, 2);
}
