#[maybe_async(twins(Base))]
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

    async fn get_all<S: Store<Error = Self::Error>>(&self, other: &S) -> Result<Vec<u8>, Self::Error> {
        let mut all = self.get("a").await?;
        all.extend(other.get("b").await?);
        Ok(all)
    }
}

#[maybe_async]
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
