//! A type with methods in both forms.

use await_me_maybe::maybe_async;

use crate::trace::{trace, trace_blocking};

/// Why a page is not there.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused;

/// Gets pages.
#[derive(Debug)]
pub struct Client {
    host: String,
}

#[maybe_async]
impl Client {
    /// A client for a host.
    ///
    /// ```
    /// use await_me_maybe_documented::Client;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let client = Client::connect("a").await;
    /// assert_eq!(client.host(), "a");
    /// # }
    /// ```
    pub async fn connect(host: &str) -> Self {
        trace("connect").await;
        Client {
            host: host.to_owned(),
        }
    }

    /// Whose pages these are.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// A page.
    ///
    /// # Errors
    ///
    /// There is no page without a name.
    ///
    /// ```
    /// use await_me_maybe_documented::{Client, Refused};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Refused> {
    /// let page = Client::connect("a")
    ///     .await
    ///     .get("b")
    ///     .await?;
    /// assert_eq!(page, "a/b");
    /// # Ok(())
    /// # }
    /// ```
    pub async fn get(&self, name: &str) -> Result<String, Refused> {
        trace("get").await;
        if name.is_empty() {
            return Err(Refused);
        }
        Ok(format!("{}/{name}", self.host))
    }

    /**
     * A page that has to be there.
     *
     * # Panics
     *
     * As soon as it is not.
     *
     * ```should_panic
     * use await_me_maybe_documented::*;
     *
     * # futures::executor::block_on(async {
     * Client::connect("a").await.get_or_panic("").await;
     * # });
     * ```
     */
    #[maybe_async(name = must_get)]
    pub async fn get_or_panic(&self, name: &str) -> String {
        trace("get_or_panic").await;
        self.get(name).await.unwrap()
    }

    /// Never comes back.
    ///
    /// ~~~rust,no_run
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// # let client = await_me_maybe_documented::Client::connect("a").await;
    /// let _: () = client.poll().await;
    /// # }
    /// ~~~
    pub async fn poll(&self) {
        loop {
            let _ = self.get("").await;
        }
    }
}
