//! A trait-generic store behind a cache, with default methods and a generic receiver.

use std::collections::BTreeMap;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) struct Full(usize);

#[maybe_async]
trait Backend {
    const CAPACITY: usize;

    async fn load(&mut self, key: u32) -> Option<u64>;

    async fn save(&mut self, key: u32, value: u64) -> Result<(), Full>;

    async fn add(&mut self, key: u32, by: u64) -> Result<u64, Full> {
        let value = self.load(key).await.unwrap_or(0).wrapping_add(by);
        self.save(key, value).await?;
        Ok(value)
    }
}

/// What both forms store in, with the number of its reads.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Table {
    rows: BTreeMap<u32, u64>,
    reads: u32,
}

#[maybe_async]
impl Backend for Table {
    const CAPACITY: usize = 64;

    async fn load(&mut self, key: u32) -> Option<u64> {
        self.reads += 1;
        self.rows.get(&key).copied()
    }

    async fn save(&mut self, key: u32, value: u64) -> Result<(), Full> {
        if self.rows.len() == <Self as Backend>::CAPACITY {
            return Err(Full(self.rows.len()));
        }
        self.rows.insert(key, value);
        Ok(())
    }
}

/// Keeps the row that was asked for last.
struct Cached<S> {
    inner: S,
    last: Option<(u32, u64)>,
}

#[maybe_async(twins(Backend))]
impl<S: Backend> Backend for Cached<S> {
    const CAPACITY: usize = S::CAPACITY;

    async fn load(&mut self, key: u32) -> Option<u64> {
        match self.last {
            Some((last, value)) if last == key => Some(value),
            _ => {
                let value = self.inner.load(key).await?;
                self.last = Some((key, value));
                Some(value)
            }
        }
    }

    async fn save(&mut self, key: u32, value: u64) -> Result<(), Full> {
        self.inner.save(key, value).await?;
        self.last = Some((key, value));
        Ok(())
    }
}

#[maybe_async(twins(Backend))]
async fn fill<S: Backend>(store: &mut S, keys: &[u32]) -> Result<u64, Full> {
    let mut sum = 0_u64;
    for &key in keys {
        sum = sum.wrapping_add(store.add(key, u64::from(key)).await?);
        if let Some(value) = store.load(key / 2).await {
            sum ^= value;
        }
    }
    Ok(sum)
}

mod by_hand {
    use super::{Cached, Full, Table};

    pub(super) trait Backend {
        const CAPACITY: usize;

        fn read(&mut self, key: u32) -> Option<u64>;

        fn write(&mut self, key: u32, value: u64) -> Result<(), Full>;

        fn increase(&mut self, key: u32, by: u64) -> Result<u64, Full> {
            let value = self.read(key).unwrap_or(0).wrapping_add(by);
            self.write(key, value)?;
            Ok(value)
        }
    }

    impl Backend for Table {
        const CAPACITY: usize = 64;

        fn read(&mut self, key: u32) -> Option<u64> {
            self.reads += 1;
            self.rows.get(&key).copied()
        }

        fn write(&mut self, key: u32, value: u64) -> Result<(), Full> {
            if self.rows.len() == <Self as Backend>::CAPACITY {
                return Err(Full(self.rows.len()));
            }
            self.rows.insert(key, value);
            Ok(())
        }
    }

    impl<S: Backend> Backend for Cached<S> {
        const CAPACITY: usize = S::CAPACITY;

        fn read(&mut self, key: u32) -> Option<u64> {
            match self.last {
                Some((last, value)) if last == key => Some(value),
                _ => {
                    let value = self.inner.read(key)?;
                    self.last = Some((key, value));
                    Some(value)
                }
            }
        }

        fn write(&mut self, key: u32, value: u64) -> Result<(), Full> {
            self.inner.write(key, value)?;
            self.last = Some((key, value));
            Ok(())
        }
    }

    pub(super) fn fill<S: Backend>(store: &mut S, keys: &[u32]) -> Result<u64, Full> {
        let mut sum = 0_u64;
        for &key in keys {
            sum = sum.wrapping_add(store.increase(key, u64::from(key))?);
            if let Some(value) = store.read(key / 2) {
                sum ^= value;
            }
        }
        Ok(sum)
    }
}

pub(super) struct Store;

fn empty() -> Cached<Table> {
    Cached {
        inner: Table::default(),
        last: None,
    }
}

impl Program for Store {
    const NAME: &'static str = "trait-generic store";
    type Input = Vec<u32>;
    type Output = (Result<u64, Full>, Table);

    fn input() -> Self::Input {
        (0..300).map(|number| number * 7 % 48).collect()
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let mut store = empty();
        (fill_blocking(&mut store, input), store.inner)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let mut store = empty();
        (by_hand::fill(&mut store, input), store.inner)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let mut store = empty();
        (fill(&mut store, input).await, store.inner)
    }
}
