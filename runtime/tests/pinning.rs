//! `Box::pin` and `pin!` of what may be a stream or a future.

#![cfg(feature = "alloc")]

use std::fmt::Debug;
use std::pin::Pin;

use await_me_maybe::__private::{Deferred, resolve};
use await_me_maybe::blocking::{Resolve, Thunk, lazy};

type BoxIterator<'a, T> = Box<dyn Iterator<Item = T> + Send + 'a>;
type BoxThunk<'a, T> = Pin<Box<dyn Thunk<Output = T> + Send + 'a>>;

/// As twins write it.
macro_rules! kind_of {
    ($value:expr, $method:ident) => {
        match $value {
            value => {
                #[allow(unused_imports)]
                use await_me_maybe::__private::pinning::{
                    OtherPinning as _, ResolvePinning as _, StreamPinning as _, ThunkPinning as _,
                };
                (&&&&await_me_maybe::__private::pinning::of(&value))
                    .__pinning()
                    .$method(value)
            }
        }
    };
}

macro_rules! boxed {
    ($value:expr) => {
        kind_of!($value, boxed)
    };
}

macro_rules! place {
    ($value:expr) => {
        kind_of!($value, place)
    };
}

fn unsized_stream<'a, T: 'a>(items: impl Iterator<Item = T> + Send + 'a) -> BoxIterator<'a, T> {
    boxed!(items)
}

fn unsized_thunk<'a, T: 'a>(work: impl Resolve<Output = T> + Send + 'a) -> BoxThunk<'a, T> {
    boxed!(work)
}

#[test]
fn concrete_iterators_are_boxed_as_they_are() {
    let mut boxed: Box<std::vec::IntoIter<u8>> = boxed!(vec![1, 2].into_iter());
    assert_eq!(boxed.next(), Some(1));
    let texts = ["a".to_owned(), "b".to_owned()];
    let borrowed: BoxIterator<'_, &str> = boxed!(texts.iter().map(String::as_str));
    assert_eq!(borrowed.collect::<Vec<_>>(), ["a", "b"]);
}

#[test]
fn thunks_are_boxed_as_they_are() {
    let boxed: Pin<Box<Deferred<_>>> = boxed!(lazy(|| 1));
    assert_eq!(resolve(boxed), 1);
    let text = "text".to_owned();
    let borrowed: BoxThunk<'_, usize> = boxed!(lazy(|| text.len()));
    let again: BoxThunk<'_, usize> = boxed!(borrowed);
    assert_eq!(resolve(again), 4);
}

#[test]
fn parameters_go_by_their_bounds() {
    fn twice<I: Iterator<Item = u8>, R: Resolve<Output = u8>>(items: I, work: R) -> (u8, u8) {
        let items = boxed!(items);
        let mut work = boxed!(work);
        (items.sum(), resolve(&mut work))
    }

    fn by_where_clause<I>(items: I) -> impl Iterator<Item: Debug>
    where
        I: IntoIterator<Item: Debug>,
    {
        boxed!(items.into_iter())
    }

    assert_eq!(twice([1, 2].into_iter(), || 4), (3, 4));
    assert_eq!(twice(unsized_stream([1].into_iter()), lazy(|| 4)), (1, 4));
    assert_eq!(by_where_clause(Some(1)).count(), 1);
    assert_eq!(resolve(unsized_thunk(|| "thunk")), "thunk");
}

#[test]
fn opaque_types_and_closures() {
    fn items() -> impl Iterator<Item = u8> + Send {
        0..3
    }

    fn work() -> impl Resolve<Output = u8> + Send {
        lazy(|| 5)
    }

    let stored: Vec<BoxIterator<'static, u8>> = vec![boxed!(items()), boxed!(Some(7).into_iter())];
    assert_eq!(
        stored.into_iter().flatten().collect::<Vec<_>>(),
        [0, 1, 2, 7]
    );
    let stored: Vec<BoxThunk<'static, u8>> = vec![boxed!(work()), boxed!(|| 6)];
    assert_eq!(stored.into_iter().map(resolve).collect::<Vec<_>>(), [5, 6]);
    let mut counter = 0;
    resolve(boxed!(|| counter += 1));
    assert_eq!(counter, 1);
}

/// What is neither, is pinned as ever.
#[test]
fn other_values() {
    let text: Pin<Box<&str>> = boxed!("text");
    assert_eq!(*text, "text");
    let mut place = place!(5);
    let mut pinned: Pin<&mut i32> = place.__pinned();
    *pinned += 1;
    assert_eq!(*pinned, 6);
}

/// The types of items and of outputs are found later, as without the dispatch.
#[test]
fn inference_goes_on() {
    let mut empty = boxed!(Vec::new().into_iter());
    let first: Option<u16> = empty.next();
    assert_eq!(first, None);
    let parsed = boxed!(lazy(|| "7".parse().unwrap()));
    let number: u16 = resolve(parsed);
    assert_eq!(number, 7);
    let numbers: BoxIterator<'_, u64> = boxed!((0..).map(|n| n * 2).take(2));
    assert_eq!(numbers.collect::<Vec<_>>(), [0, 2]);
    let chosen: BoxIterator<'_, u8> = if first.is_some() {
        boxed!([].into_iter())
    } else {
        boxed!(std::iter::once(1))
    };
    assert_eq!(chosen.count(), 1);
}

/// `dyn` where the type is expected from outside of a constructor, a function or a field.
#[test]
fn coerces_inside_of_calls() {
    struct Stored<'a> {
        items: Option<BoxIterator<'a, u8>>,
        work: Result<BoxThunk<'a, u8>, String>,
    }

    fn stored(count: u8) -> Result<Stored<'static>, String> {
        if count == 0 {
            return Err("nothing to count".to_owned());
        }
        Ok(Stored {
            items: Some(boxed!(0..count)),
            work: Ok(boxed!(lazy(move || count))),
        })
    }

    fn count(items: BoxIterator<'_, u8>) -> usize {
        items.count()
    }

    assert!(stored(0).is_err());
    let stored = stored(3).unwrap();
    assert_eq!(stored.items.map(count), Some(3));
    assert_eq!(stored.work.map(resolve), Ok(3));
    assert_eq!(count(boxed!(std::iter::repeat_n(1, 2))), 2);
}

#[test]
fn pinned_places() {
    fn sum<I: Iterator<Item = u8>>(items: I) -> u8 {
        let mut place = place!(items);
        let items: &mut I = place.__pinned();
        items.next().unwrap() + items.next().unwrap()
    }

    fn run<R: Resolve<Output = u8>>(work: R) -> u8 {
        let mut place = place!(work);
        let mut work = place.__pinned();
        resolve(work.as_mut())
    }

    fn run_dyn(work: Pin<&mut dyn Thunk<Output = u8>>) -> u8 {
        resolve(work)
    }

    fn take(items: &mut dyn Iterator<Item = u8>) -> Option<u8> {
        items.next()
    }

    assert_eq!(sum(1..4), 3);
    assert_eq!(run(|| 3), 3);
    assert_eq!(run(lazy(|| 4)), 4);
    assert_eq!(run_dyn(place!(lazy(|| 5)).__pinned()), 5);
    assert_eq!(run_dyn(place!(|| 6).__pinned()), 6);
    assert_eq!(take(place!(7..9).__pinned()), Some(7));
}

/// `as_mut` gives the iterator again and again, behind any pointer.
#[test]
fn as_mut_of_streams() {
    use await_me_maybe::__private::pinning::AsMutStream as _;

    fn first(items: &mut impl Iterator<Item = u8>) -> Option<u8> {
        items.next()
    }

    let mut place = place!((1..4).peekable());
    let mut pinned = place.__pinned();
    assert_eq!(pinned.as_mut().peek(), Some(&1));
    assert_eq!(first(pinned.as_mut()), Some(1));
    let mut boxed: BoxIterator<'_, u8> = boxed!(pinned);
    assert_eq!(boxed.as_mut().next(), Some(2));
    assert_eq!(first(&mut boxed.as_mut()), Some(3));
}
