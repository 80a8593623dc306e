#[maybe_async(twins(made))]
async fn grammars(n: u8) -> Result<Value> {
    info!(target: "net", parent: &span, tries = ?f(1).await, peer.name = %g().await?, "{}", h().await);
    warn!({ first = f(2).await, ?second }, "text");
    log::info!(key:? = f(3).await, other = 1; "pairs {}", f(4).await);
    assert!(f(5).await == n);
    ensure!(f(6).await == n, "another {}", f(7).await);
    set!(name <- f(8).await.len(); other: a::b::<u8>(c.d(9).await?).await);
    work(n).instrument(info_span!("work", n = f(10).await)).await;
    println!("{}", stringify!(f(11).await));
    Ok(json!({ "a": f(12).await, "b": [1, { "c": async { f(13).await }.await }], (key().await): null }))
}

#[maybe_async]
async fn unclear() {
    set!(name <- S { a: 1 }.await);
    set!(name <- async { 1 });
}
