#[maybe_async]
/// Adds one.
///
/// ```
/// # use await_me_maybe_macros::add;
/// # #[tokio::main]
/// # async fn main() {
/// assert_eq!(add(1).await, 2); // add(1).await
/// # }
/// ```
///
/// ~~~ no_run
/// let later = async { add(1).await };
/// ~~~
///
/// ```compile_fail,E0728
/// add(1).await;
/// ```
///
/// ```toml
/// kept = true
/// ```
#[must_use]
async fn add(n: u8) -> u8 {
    n + 1
}

#[maybe_async]
#[doc = "One text\n```should_panic,edition2021\nin_pieces()"]
/// .await
#[inline]
#[doc = ".unwrap();\n```\nand the rest"]
#[doc = include_str!("unseen.md")]
/// ```
/// behind what is not seen
#[doc = include_str!("unseen.md")]
/// ```
async fn in_pieces() {}

struct Client;

/// Stays as it is.
///
/// ```
/// let x = Client.open().await;
/// ```
#[maybe_async(keep(flush), twins(load))]
impl Client {
    /// Opens.
    ///
    /// 1. In a list:
    ///    ```rust,ignore
    ///    # tokio_test::block_on(async {
    ///    let client = Client::open(load(1).await?).await?;
    ///    client.close().await?;
    ///    # client.flush().await
    ///    # }).unwrap();
    ///    ```
    /// > ```
    /// > Client::open(1).await;
    /// > ```
    async fn open(n: u8) -> Result<Self, ()> {
        Err(())
    }

    /**
    A block.

    ```
    client.close().await;
    ```
    */
    #[maybe_async(name = shut)]
    async fn close(&self) {}

    /// Has no twin.
    ///
    /// ```
    /// client.url();
    /// ```
    fn url(&self) {}
}

/// Stores.
///
/// ```
/// use await_me_maybe_macros::Store;
///
/// struct Mine;
///
/// impl Store for Mine {
///     async fn get(&self) -> u8 {
///         1
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// assert_eq!(Mine.get().await, 1);
/// # }
/// ```
#[maybe_async]
trait Store {
    async fn get(&self) -> u8;

    /// ```
    /// # fn show<S: Store>(store: S) {}
    /// ```
    fn sync(&self) {}
}
