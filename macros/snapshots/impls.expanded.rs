impl<T: Transport> Client<T> {
    /// How many tries a request gets.
    pub const TRIES: u32 = 3;
    pub fn url(&self) -> &str {
        &self.url
    }
    /// Gets a page.
    pub async fn get(&self, path: &str) -> Result<Page> {
        let page = self.send(Self::TRIES, path).await?;
        Self::check(&page).await?;
        Ok(page.parse().await?)
    }
    async fn send(&self, tries: u32, path: &str) -> Result<Page> {
        self.transport.send(self.url(), path).await
    }
    async fn check(page: &Page) -> Result<()> {
        page.check().await
    }
    async fn only_here(&self) {}
}
impl<T: Transport> Client<T> {
    /// Blocking form of [`get`](method@Self::get).
    ///
    /// Gets a page.
    pub fn get_blocking(&self, path: &str) -> Result<Page> {
        let page = self.send_now(Self::TRIES, path)?;
        Self::check_blocking(&page)?;
        Ok(page.parse_blocking()?)
    }
    /// Blocking form of [`send`](method@Self::send).
    fn send_now(&self, tries: u32, path: &str) -> Result<Page> {
        ::await_me_maybe::__private::awaited(
            self.transport.send_blocking(self.url(), path),
            0,
        )
    }
    /// Blocking form of [`check`](method@Self::check).
    fn check_blocking(page: &Page) -> Result<()> {
        ::await_me_maybe::__private::awaited(page.check_blocking(), 0)
    }
}
