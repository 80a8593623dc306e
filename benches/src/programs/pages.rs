//! Pagination: the request for the next page is made before the page at hand is looked at.

use std::cell::RefCell;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) struct Missing(usize);

struct Page<'a> {
    rows: &'a [u32],
    next: Option<usize>,
}

/// What was done, in order.
#[derive(Debug, PartialEq)]
pub(super) enum Event {
    Fetched(usize),
    Counted(usize),
}

struct Server<'a> {
    pages: &'a [Vec<u32>],
    events: RefCell<Vec<Event>>,
}

impl<'a> Server<'a> {
    fn new(pages: &'a [Vec<u32>]) -> Self {
        Self {
            pages,
            events: RefCell::default(),
        }
    }

    fn count(&self, rows: &[u32]) -> u64 {
        self.events.borrow_mut().push(Event::Counted(rows.len()));
        rows.iter().copied().map(u64::from).sum()
    }
}

#[maybe_async]
impl<'a> Server<'a> {
    async fn page(&self, number: usize) -> Result<Page<'a>, Missing> {
        self.events.borrow_mut().push(Event::Fetched(number));
        let rows = self.pages.get(number).ok_or(Missing(number))?;
        Ok(Page {
            rows,
            next: rows.last().map(|_| number + 1),
        })
    }

    async fn total(&self) -> Result<u64, Missing> {
        let mut total = 0;
        let mut page = self.page(0).await?;
        while let Some(next) = page.next {
            let following = self.page(next);
            total += self.count(page.rows);
            page = following.await?;
        }
        Ok(total)
    }
}

impl<'a> Server<'a> {
    fn page_by_hand(&self, number: usize) -> Result<Page<'a>, Missing> {
        self.events.borrow_mut().push(Event::Fetched(number));
        let rows = self.pages.get(number).ok_or(Missing(number))?;
        Ok(Page {
            rows,
            next: rows.last().map(|_| number + 1),
        })
    }

    fn total_by_hand(&self) -> Result<u64, Missing> {
        let mut total = 0;
        let mut page = self.page_by_hand(0)?;
        while let Some(next) = page.next {
            total += self.count(page.rows);
            page = self.page_by_hand(next)?;
        }
        Ok(total)
    }
}

pub(super) struct Pages;

impl Program for Pages {
    const NAME: &'static str = "pagination with early futures";
    type Input = Vec<Vec<u32>>;
    type Output = (Result<u64, Missing>, Vec<Event>);

    fn input() -> Self::Input {
        let mut pages: Vec<_> = (1..40).map(|page| (0..=page % 12).collect()).collect();
        pages.push(Vec::new());
        pages
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let server = Server::new(input);
        (server.total_blocking(), server.events.into_inner())
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let server = Server::new(input);
        (server.total_by_hand(), server.events.into_inner())
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let server = Server::new(input);
        (server.total().await, server.events.into_inner())
    }
}
