//! Branches at the same time, whose twin runs them one after the other.

use std::cell::RefCell;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) struct Missing(usize);

struct Shop<'a> {
    prices: &'a [u32],
    asked: RefCell<Vec<usize>>,
}

impl<'a> Shop<'a> {
    fn new(prices: &'a [u32]) -> Self {
        Self {
            prices,
            asked: RefCell::default(),
        }
    }
}

#[maybe_async(join = sequential)]
impl Shop<'_> {
    async fn price(&self, id: usize) -> Result<u32, Missing> {
        self.asked.borrow_mut().push(id);
        self.prices.get(id).copied().ok_or(Missing(id))
    }

    async fn stock(&self, id: usize) -> u32 {
        self.asked.borrow_mut().push(id + 1000);
        self.prices.len() as u32 - id as u32 % 7
    }

    async fn offer(&self, id: usize) -> Result<u32, Missing> {
        let (price, stock) = tokio::join!(self.price(id), self.stock(id));
        let (before, after) = tokio::try_join!(self.price(id / 2), async {
            Ok(self.price(id + 1).await? / 2)
        })?;
        Ok(price? + before + after + stock)
    }

    async fn total(&self, ids: &[usize]) -> Result<u64, Missing> {
        let mut total = 0;
        for &id in ids {
            total += u64::from(self.offer(id).await?);
        }
        Ok(total)
    }
}

impl Shop<'_> {
    fn price_by_hand(&self, id: usize) -> Result<u32, Missing> {
        self.asked.borrow_mut().push(id);
        self.prices.get(id).copied().ok_or(Missing(id))
    }

    fn stock_by_hand(&self, id: usize) -> u32 {
        self.asked.borrow_mut().push(id + 1000);
        self.prices.len() as u32 - id as u32 % 7
    }

    fn offer_by_hand(&self, id: usize) -> Result<u32, Missing> {
        let price = self.price_by_hand(id);
        let stock = self.stock_by_hand(id);
        let before = self.price_by_hand(id / 2)?;
        let after = self.price_by_hand(id + 1)? / 2;
        Ok(price? + before + after + stock)
    }

    fn total_by_hand(&self, ids: &[usize]) -> Result<u64, Missing> {
        let mut total = 0;
        for &id in ids {
            total += u64::from(self.offer_by_hand(id)?);
        }
        Ok(total)
    }
}

pub(super) struct Joins;

impl Program for Joins {
    const NAME: &'static str = "`join!` and `try_join!`, sequential";
    type Input = (Vec<u32>, Vec<usize>);
    type Output = (Result<u64, Missing>, Vec<usize>);

    fn input() -> Self::Input {
        let mut ids: Vec<_> = (0..90).map(|id| id * 17 % 89).collect();
        ids.push(99);
        ((0..100).collect(), ids)
    }

    #[inline(never)]
    fn twin((prices, ids): &Self::Input) -> Self::Output {
        let shop = Shop::new(prices);
        (shop.total_blocking(ids), shop.asked.into_inner())
    }

    #[inline(never)]
    fn by_hand((prices, ids): &Self::Input) -> Self::Output {
        let shop = Shop::new(prices);
        (shop.total_by_hand(ids), shop.asked.into_inner())
    }

    async fn asynchronous((prices, ids): &Self::Input) -> Self::Output {
        let shop = Shop::new(prices);
        (shop.total(ids).await, shop.asked.into_inner())
    }
}
