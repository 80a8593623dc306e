//! A stream through adaptors of `futures`, whose mirror they are in the twin.

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) struct Broken(u32);

#[maybe_async]
mod source {
    use futures::stream::{self, Stream, StreamExt, TryStreamExt};

    use super::Broken;

    async fn load(id: u32) -> Result<u32, Broken> {
        if id == 1000 {
            Err(Broken(id))
        } else {
            Ok(id.rotate_left(3) % 251)
        }
    }

    fn rows(ids: &[u32]) -> impl Stream<Item = Result<u32, Broken>> + '_ {
        stream::iter(ids).then(async |&id| load(id).await)
    }

    pub(super) async fn run(ids: &[u32]) -> (Vec<u32>, Result<u64, Broken>) {
        let sums = rows(ids)
            .filter_map(async |row| row.ok())
            .skip_while(|&row| std::future::ready(row < 20))
            .enumerate()
            .map(|(place, row)| row + place as u32)
            .collect()
            .await;
        let fold = rows(ids)
            .try_filter(|&row| std::future::ready(row % 3 != 0))
            .try_fold(0_u64, async |sum, row| Ok(sum * 3 % 1009 + u64::from(row)))
            .await;
        (sums, fold)
    }
}

mod by_hand {
    use super::Broken;

    fn load(id: u32) -> Result<u32, Broken> {
        if id == 1000 {
            Err(Broken(id))
        } else {
            Ok(id.rotate_left(3) % 251)
        }
    }

    fn rows(ids: &[u32]) -> impl Iterator<Item = Result<u32, Broken>> + '_ {
        ids.iter().map(|&id| load(id))
    }

    pub(super) fn run(ids: &[u32]) -> (Vec<u32>, Result<u64, Broken>) {
        let sums = rows(ids)
            .filter_map(Result::ok)
            .skip_while(|&row| row < 20)
            .enumerate()
            .map(|(place, row)| row + place as u32)
            .collect();
        let fold = rows(ids)
            .filter(|row| !matches!(row, Ok(row) if row % 3 == 0))
            .try_fold(0_u64, |sum, row| Ok(sum * 3 % 1009 + u64::from(row?)));
        (sums, fold)
    }
}

pub(super) struct Streams;

impl Program for Streams {
    const NAME: &'static str = "streams through adaptors";
    type Input = Vec<u32>;
    type Output = (Vec<u32>, Result<u64, Broken>);

    fn input() -> Self::Input {
        let mut ids: Vec<_> = (0..203).map(|id| id * 5).collect();
        ids.extend([1000, 3]);
        ids
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        source::blocking::run(input)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        by_hand::run(input)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        source::run(input).await
    }
}
