#[maybe_async]
async fn positions(s: S) -> Result<u8, E> {
    let plain = f(1).await;
    let typed: u8 = f(1).await;
    let Some(part) = g(1).await else { return Err(E) };
    f(1).await;
    let question = s.get(1).await?.len().await?;
    let method = f(1).await.len();
    let field = f(1).await.0 + f(2).await;
    let nested = f(f(1).await).await;
    let twice = s.start(1).await.await;
    let absolute = ::api::f::<u8>(1).await;
    let qualified = <S as Store>::get(&s, 1).await;
    let value = s.handle.await;
    let pinned = Box::pin(f(1)).await + f(2).boxed().await;
    let ready = std::future::ready(1).await;
    let maybe = await_me_maybe(s.callback).await;
    let maybe_macro = await_me_maybe!(s.callback);
    for item in f(1).await {
        while let Some(more) = item.next().await {
            match more.kind().await {
                Kind::A if more.ok().await => break,
                _ => continue,
            }
        }
    }
    return f(1).await;
}
