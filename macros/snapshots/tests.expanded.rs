#[::tokio::test(crate = "::tokio")]
/// Both are tests.
#[should_panic(expected = "odd")]
async fn plain() {
    even(3).await.unwrap();
}
/// Blocking form of [`plain`](fn@plain).
///
#[::core::prelude::v1::test]
/// Both are tests.
#[should_panic(expected = "odd")]
fn plain_blocking() {
    use ::await_me_maybe::__private::Get as _;
    ::await_me_maybe::__private::Awaited(even_blocking(3)).__awaited(0).unwrap();
}
#[::tokio::test(crate = "::tokio", flavor = "multi_thread", worker_threads = 2)]
async fn with_arguments() -> Result<(), Error> {
    let value = ready(1).await;
    even(value).await
}
/// Blocking form of [`with_arguments`](fn@with_arguments).
#[::core::prelude::v1::test]
fn with_arguments_blocking() -> Result<(), Error> {
    let value = ready(1);
    ::await_me_maybe::__private::check(&value, 0);
    ::await_me_maybe::__private::awaited(even_blocking(value), 0)
}
#[::tokio::test(crate = "other::tokio")]
async fn crates() {
    even(2).await;
}
/// Blocking form of [`crates`](fn@crates).
#[::core::prelude::v1::test]
fn named() {
    let _ = facade::await_me_maybe::__private::awaited(even_blocking(2), 0);
}
#[tokio::test]
async fn twice(n: u8) {}
::core::compile_error! {
    "`#[await_me_maybe::test]` makes both tests itself; remove `#[tokio::test]`"
}
