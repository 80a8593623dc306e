#[maybe_async]
async fn callbacks<F>(f: impl AsyncFn(u8) -> u8, mut g: F, stored: Stored) -> u8
where
    F: std::ops::AsyncFnMut(u8) -> u8,
{
    let local = async |n| f(n).await;
    let block = move |n| async move { g(n).await };
    let early = local(1);
    retry(async move |n| leaf(n).await).await;
    retry(|n| async move { leaf(n).await }).await;
    retry(|n| Box::pin(leaf(n))).await;
    let futures: Vec<_> = stored.list.iter().map(|n| async move { leaf(*n).await }).collect();
    (stored.callback)(1).await + early.await
}

#[maybe_async]
async fn dropped_before(list: Vec<u8>) -> u8 {
    let guarded = |guard, _, n: u8| async move { n };
    let _never = list.iter().map(|n| guarded(Guard, Guard, *n));
    (async || 1)().await
}
