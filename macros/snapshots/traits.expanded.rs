/// Keeps things.
pub trait Store: Base + Send {
    type Error;
    const NAME: &'static str;
    /// Gets one.
    async fn get(&self, key: &str) -> Result<Vec<u8>, Self::Error>;
    fn size(&self) -> impl Future<Output = usize> + Send;
    fn name(&self) -> String {
        Self::NAME.to_owned()
    }
    async fn get_all<S: Store<Error = Self::Error>>(
        &self,
        other: &S,
    ) -> Result<Vec<u8>, Self::Error> {
        let mut all = self.get("a").await?;
        all.extend(other.get("b").await?);
        Ok(all)
    }
}
/// Blocking form of [`Store`](trait@Store).
///
/// Keeps things.
pub trait StoreBlocking: BaseBlocking + Send {
    type Error;
    const NAME: &'static str;
    /// Blocking form of [`get`](method@Store::get).
    ///
    /// Gets one.
    fn get_blocking(&self, key: &str) -> Result<Vec<u8>, Self::Error>;
    /// Blocking form of [`size`](method@Store::size).
    fn size_blocking(&self) -> usize;
    fn name(&self) -> String {
        Self::NAME.to_owned()
    }
    /// Blocking form of [`get_all`](method@Store::get_all).
    fn get_all_blocking<S: StoreBlocking<Error = Self::Error>>(
        &self,
        other: &S,
    ) -> Result<Vec<u8>, Self::Error> {
        let mut all = self.get_blocking("a")?;
        all.extend(other.get_blocking("b")?);
        Ok(all)
    }
}
#[async_trait(?Send)]
impl Store for Memory {
    type Error = Never;
    const NAME: &'static str = "memory";
    async fn get(&self, key: &str) -> Result<Vec<u8>, Never> {
        Ok(self.read(key).await)
    }
    fn size(&self) -> impl Future<Output = usize> + Send {
        async { self.map.len() }
    }
}
impl StoreBlocking for Memory {
    type Error = Never;
    const NAME: &'static str = "memory";
    fn get_blocking(&self, key: &str) -> Result<Vec<u8>, Never> {
        Ok(::await_me_maybe::__private::awaited(self.read_blocking(key), 0))
    }
    fn size_blocking(&self) -> usize {
        ::await_me_maybe::__private::run(|| { self.map.len() })
    }
}
