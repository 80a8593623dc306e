/// Both are tests.
#[await_me_maybe::test]
#[should_panic(expected = "odd")]
async fn plain() {
    even(3).await.unwrap();
}

#[await_me_maybe::test(flavor = "multi_thread", keep(ready), worker_threads = 2)]
async fn with_arguments() -> Result<(), Error> {
    let value = ready(1).await;
    even(value).await
}

#[await_me_maybe::test(crate = "other::tokio", crate = facade::await_me_maybe, name = named)]
async fn crates() {
    even(2).await;
}

#[await_me_maybe::test]
#[tokio::test]
async fn twice(n: u8) {}
