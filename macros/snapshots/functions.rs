#[maybe_async]
pub(crate) async unsafe fn read<'a, T: Into<String>, const N: usize>(from: &'a T, mut to: [u8; N]) -> &'a T
where
    T: Clone,
{
    fill(&mut to).await;
    from
}

#[maybe_async(name = load_now)]
async fn load(n: u32) -> u32 {
    if n == 0 { 0 } else { Box::pin(load(n - 1)).await }
}

#[maybe_async(suffix = _sync, crate = crate::amm)]
async fn store(n: u32) -> u32 {
    load(n).await
}

#[maybe_async(keep(flush), twins(Store, fetch))]
async fn save<S: Store>(store: &S, sink: &mut Sink) -> Option<<S as Store>::Key> {
    sink.flush().await;
    let early = fetch(1);
    let key = <S as Store>::put(store, early.await).await;
    Some(key)
}

#[maybe_async]
async fn outer() -> u8 {
    let before = inner(1).await;
    async fn inner(n: u8) -> u8 {
        leaf(n).await
    }
    fn plain(n: u8) -> u8 {
        n
    }
    before + inner(plain(2)).await
}
