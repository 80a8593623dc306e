//! `chunks` of a stream, for which std has no name.

use await_me_maybe::maybe_async;

use super::Program;

#[maybe_async]
mod source {
    use futures::stream::{self, StreamExt};

    async fn load(id: u32) -> u32 {
        id.rotate_left(3) % 251
    }

    pub(super) async fn run(ids: &[u32], size: usize) -> Vec<u32> {
        stream::iter(ids)
            .then(async |&id| load(id).await)
            .chunks(size)
            .map(|chunk| chunk.iter().fold(0, |sum, row| sum * 3 % 1009 + row))
            .collect()
            .await
    }
}

mod by_hand {
    fn load(id: u32) -> u32 {
        id.rotate_left(3) % 251
    }

    /// Vectors of so many, the last one shorter.
    fn chunks<T>(mut items: impl Iterator<Item = T>, size: usize) -> impl Iterator<Item = Vec<T>> {
        std::iter::from_fn(move || {
            let mut chunk = Vec::with_capacity(size);
            chunk.extend(items.by_ref().take(size));
            (!chunk.is_empty()).then_some(chunk)
        })
    }

    pub(super) fn run(ids: &[u32], size: usize) -> Vec<u32> {
        chunks(ids.iter().map(|&id| load(id)), size)
            .map(|chunk| chunk.iter().fold(0, |sum, row| sum * 3 % 1009 + row))
            .collect()
    }
}

pub(super) struct Chunks;

impl Program for Chunks {
    const NAME: &'static str = "a stream in chunks";
    const APART: Option<&'static str> = Some(
        "as the adaptor of `futures`, the mirror loses nothing of a chunk if the stream panics and \
         is asked again",
    );
    type Input = (Vec<u32>, usize);
    type Output = Vec<u32>;

    fn input() -> Self::Input {
        ((0..203).map(|id| id * 5).collect(), 16)
    }

    #[inline(never)]
    fn twin((ids, size): &Self::Input) -> Self::Output {
        source::blocking::run(ids, *size)
    }

    #[inline(never)]
    fn by_hand((ids, size): &Self::Input) -> Self::Output {
        by_hand::run(ids, *size)
    }

    async fn asynchronous((ids, size): &Self::Input) -> Self::Output {
        source::run(ids, *size).await
    }
}
