#[maybe_async]
/// Fetches.
pub async fn fetch(url: &str) -> Result<u8> {
    let page = get(url).await?;
    let x = get(url).await;
    get(url).await;
    let y = async { page.len().await }.await;
    let f = async move { 1 };
    let g = fetch("x");
    println!("{}", f.await + g.await?);
    if get(url).await.is_ok() { return g(1).await; }
    let z = (if c { f(1) } else { h(2) }).await;
    match s { A => one(), B(x) => two(x) }.await
}
