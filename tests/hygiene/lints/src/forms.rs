//! Impls and traits.

use await_me_maybe_tests::{even, give};
#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::{even_blocking, give_blocking};

use crate::maybe_async;

/// A public trait.
#[maybe_async]
#[allow(
    async_fn_in_trait,
    reason = "said of any public trait with an `async fn`"
)]
pub trait Store {
    /// What goes wrong.
    type Error;
    /// How it is called.
    const NAME: &'static str;

    /// Gets one.
    ///
    /// # Errors
    /// If there is none.
    async fn get(&self, key: u32) -> Result<u32, Self::Error>;

    /// Gets two.
    ///
    /// # Errors
    /// If one is missing.
    async fn two(&self) -> Result<u32, Self::Error> {
        Ok(self.get(2).await? + self.get(4).await?)
    }

    /// By hand.
    fn size(&self) -> impl std::future::Future<Output = usize> + Send;

    /// Not async.
    fn name(&self) -> String {
        Self::NAME.to_owned()
    }
}

/// A store.
#[derive(Debug, Clone, Copy, Default)]
pub struct Numbers {
    count: u32,
}

#[maybe_async]
impl Store for Numbers {
    type Error = String;
    const NAME: &'static str = "numbers";

    async fn get(&self, key: u32) -> Result<u32, String> {
        let found = even(key).await?;
        Ok(found + self.count)
    }

    fn size(&self) -> impl std::future::Future<Output = usize> + Send {
        async { 2 }
    }
}

#[maybe_async]
impl Numbers {
    /// How many.
    pub const COUNT: u32 = 2;

    /// One.
    #[must_use]
    pub const fn new(count: u32) -> Self {
        Self { count }
    }

    /// Counts.
    pub async fn step(&mut self) -> u32 {
        self.count += Self::COUNT;
        give(self.count).await
    }

    /// Counts more.
    ///
    /// # Errors
    /// If there is nothing to count.
    pub async fn steps(&mut self, times: u32) -> Result<u32, String> {
        if times == 0 {
            return Err("no step to take".to_owned());
        }
        for _ in 1..times {
            self.step().await;
        }
        let last = self.step();
        Ok(last.await)
    }

    #[maybe_async(name = private_now)]
    async fn private(self, level: u32) -> u32 {
        give(self.count + level).await
    }

    /// Uses what is private.
    pub async fn public(self) -> u32 {
        self.private(1).await
    }
}

/// For objects.
#[maybe_async]
#[async_trait::async_trait]
pub trait Object: Send + Sync {
    /// Something.
    async fn shown(&self, level: u32) -> String;
}

#[maybe_async]
#[async_trait::async_trait]
impl Object for Numbers {
    async fn shown(&self, level: u32) -> String {
        format!("{}", give(level).await)
    }
}

/// Generic.
///
/// # Errors
/// As the store says.
#[maybe_async(twins(Store, Object))]
pub async fn generic<'a, S: Store>(
    store: &'a S,
    object: &dyn Object,
) -> Result<(&'a S, String), S::Error> {
    let two = store.two().await?;
    let size = store.size().await;
    let shown = object.shown(two).await;
    Ok((store, format!("{shown} {size} {}", store.name())))
}
