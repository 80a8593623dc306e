#[maybe_async]
fn ticks(count: u32) -> impl Stream<Item = u32> {
    stream! {
        for n in 0..count {
            yield sleep(n).await;
        }
    }
}

#[maybe_async]
impl Client {
    fn pages(&self) -> impl Stream<Item = Result<Page, Error>> + '_ {
        try_stream! {
            let mut next = Some(self.first().await?);
            while let Some(page) = next.take() {
                next = self.after(&page).await?;
                yield page;
            }
            for await page in self.last() {
                yield page?;
            }
        }
    }
}
