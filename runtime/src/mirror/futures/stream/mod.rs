//! Iterators: what streams are in a twin.
//!
//! [`Stream`] is [`Iterator`], so most adaptors are those of the standard library: `map`,
//! `filter`, `fold`, `collect` and so on, whose closures give plain values here. [`StreamExt`] and
//! [`TryStreamExt`] add what iterators have not. Nothing is pulled before it is asked for.
//!
//! ```
//! use await_me_maybe::mirror::futures::stream::{self, BoxStream, StreamExt as _};
//!
//! fn pairs(items: BoxStream<'_, u32>) -> Vec<Vec<u32>> {
//!     items.then(|item| item * 10).chunks(2).collect()
//! }
//!
//! assert_eq!(pairs(stream::iter(1..4).boxed()), [vec![10, 20], vec![30]]);
//! ```
//!
//! # Which method is called
//!
//! `try_fold`, `try_for_each` and `try_collect` are methods of `Iterator`, too. On a value those
//! of [`TryStreamExt`] are chosen, which take it whole; on a `&mut` neither is, and
//! `TryStreamExt::try_fold(stream, ..)` says which one is meant, in both halves.
//!
//! # What differs
//!
//! The adaptors that `Iterator` has are its own. Three of them can be told from those of `futures`
//! by their effects: `fuse` drops what it wraps at the end of the items, and not when it is dropped
//! itself; `zip` does not ask the second iterator when the first one is at its end; `any` and `all`
//! leave what they have asked to its variable.

mod adaptors;
mod ext;
mod sources;
mod try_adaptors;
mod try_ext;
mod try_stream;
mod try_while;
mod unfold;

use alloc::boxed::Box;

#[cfg(feature = "std")]
pub use adaptors::CatchUnwind;
pub use adaptors::Chunks;
pub use core::iter::{
    Chain, Cycle, Empty, Enumerate, Filter, FilterMap, FlatMap, Flatten, Fuse,
    FusedIterator as FusedStream, Inspect, Iterator as Stream, Map, Map as Then, Peekable, Repeat,
    RepeatWith, Scan, Skip, SkipWhile, Take, TakeWhile, Zip, empty, repeat, repeat_with,
};
pub use ext::StreamExt;
pub use sources::{Iter, Once, iter, once};
pub use try_adaptors::{
    AndThen, ErrInto, InspectErr, InspectOk, MapErr, MapOk, OrElse, TryChunks, TryChunksError,
    TryFilter, TryFilterMap, TryFlatten,
};
pub use try_ext::TryStreamExt;
pub use try_stream::TryStream;
pub use try_while::{TrySkipWhile, TryTakeWhile};
pub use unfold::{TryUnfold, Unfold, try_unfold, unfold};

/// A boxed iterator that can be sent to another thread.
pub type BoxStream<'a, T> = Box<dyn Iterator<Item = T> + Send + 'a>;

/// A boxed iterator.
pub type LocalBoxStream<'a, T> = Box<dyn Iterator<Item = T> + 'a>;
