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
/// Blocking form of [`add`](fn@add).
///
/// Adds one.
///
/// ```
/// # use await_me_maybe_macros::add_blocking;
/// # fn main() {
/// assert_eq!(add_blocking(1), 2); // add(1).await
/// # }
/// ```
///
/// ~~~text
/// let later = async { add(1).await };
/// ~~~
///
/// ```text
/// add(1).await;
/// ```
///
/// ```toml
/// kept = true
/// ```
#[must_use]
fn add_blocking(n: u8) -> u8 {
    n + 1
}
/**One text
```should_panic,edition2021
in_pieces()*/
/// .await
#[inline]
/**.unwrap();
```
and the rest*/
#[doc = include_str!("unseen.md")]
/// ```
/// behind what is not seen
#[doc = include_str!("unseen.md")]
/// ```
async fn in_pieces() {}
/// Blocking form of [`in_pieces`](fn@in_pieces).
///
/**One text
```should_panic,edition2021
in_pieces_blocking()*/
///.unwrap();
#[inline]
/**```
and the rest*/
#[doc = include_str!("unseen.md")]
/// ```text
/// behind what is not seen
#[doc = include_str!("unseen.md")]
/// ```
fn in_pieces_blocking() {}
struct Client;
/// Stays as it is.
///
/// ```
/// let x = Client.open().await;
/// ```
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
    async fn close(&self) {}
    /// Has no twin.
    ///
    /// ```
    /// client.url();
    /// ```
    fn url(&self) {}
}
/// Stays as it is.
///
/// ```
/// let x = Client.open_blocking();
/// ```
impl Client {
    /// Blocking form of [`open`](method@Self::open).
    ///
    /// Opens.
    ///
    /// 1. In a list:
    ///    ```rust,ignore
    ///    # (|| {
    ///    let client = Client::open_blocking(load_blocking(1)?)?;
    ///    client.shut()?;
    ///    # client.flush()
    ///    # })().unwrap();
    ///    ```
    /// > ```text
    /// > Client::open(1).await;
    /// > ```
    fn open_blocking(n: u8) -> Result<Self, ()> {
        Err(())
    }
    /// Blocking form of [`close`](method@Self::close).
    ///
    /**
    A block.

    ```
    client.shut();
    ```
    */
    fn shut(&self) {}
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
trait Store {
    async fn get(&self) -> u8;
    /// ```
    /// # fn show<S: Store>(store: S) {}
    /// ```
    fn sync(&self) {}
}
/// Blocking form of [`Store`](trait@Store).
///
/// Stores.
///
/// ```
/// use await_me_maybe_macros::StoreBlocking;
///
/// struct Mine;
///
/// impl StoreBlocking for Mine {
///     fn get_blocking(&self) -> u8 {
///         1
///     }
/// }
///
/// # fn main() {
/// assert_eq!(Mine.get_blocking(), 1);
/// # }
/// ```
trait StoreBlocking {
    /// Blocking form of [`get`](method@Store::get).
    fn get_blocking(&self) -> u8;
    /// ```
    /// # fn show<S: StoreBlocking>(store: S) {}
    /// ```
    fn sync(&self) {}
}
