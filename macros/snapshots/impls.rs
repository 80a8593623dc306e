#[maybe_async]
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

    #[maybe_async(name = send_now)]
    async fn send(&self, tries: u32, path: &str) -> Result<Page> {
        self.transport.send(self.url(), path).await
    }

    async fn check(page: &Page) -> Result<()> {
        page.check().await
    }

    #[maybe_async(skip)]
    async fn only_here(&self) {}
}
