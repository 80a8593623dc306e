#[maybe_async]
async fn macros(s: S) -> u8 {
    println!("f(1).await is {} and {name}", f(1).await, name = s.name().await?);
    assert_eq!(f(1).await, 1, "not {}", 1);
    let list = vec![f(1).await; 3];
    let found = matches!(f(1).await, Some(n) if n.ok().await);
    let futures = vec![async { 1 }, async { 2 }];
    unrelated!(anything => goes, here);
    dbg!(f(1).await)
}
