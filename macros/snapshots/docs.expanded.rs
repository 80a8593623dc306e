/// Adds one.
///
/// ```
/// assert_eq!(add(1).await, 2);
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
/// ```text
/// assert_eq!(add(1).await, 2);
/// ```
///
/// ```toml
/// kept = true
/// ```
#[must_use]
fn add_blocking(n: u8) -> u8 {
    n + 1
}
