pub(crate) async unsafe fn read<'a, T: Into<String>, const N: usize>(
    from: &'a T,
    mut to: [u8; N],
) -> &'a T
where
    T: Clone,
{
    fill(&mut to).await;
    from
}
/// Blocking form of [`read`](fn@read).
pub(crate) unsafe fn read_blocking<'a, T: Into<String>, const N: usize>(
    from: &'a T,
    mut to: [u8; N],
) -> &'a T
where
    T: Clone,
{
    let _ = ::await_me_maybe::__private::awaited(fill_blocking(&mut to), 0);
    from
}
async fn load(n: u32) -> u32 {
    if n == 0 { 0 } else { Box::pin(load(n - 1)).await }
}
/// Blocking form of [`load`](fn@load).
fn load_now(n: u32) -> u32 {
    ::await_me_maybe::__private::box_pin(Box::pin);
    if n == 0 { 0 } else { ::await_me_maybe::__private::awaited(load_now(n - 1), 0) }
}
async fn store(n: u32) -> u32 {
    load(n).await
}
/// Blocking form of [`store`](fn@store).
fn store_sync(n: u32) -> u32 {
    crate::amm::__private::awaited(load_sync(n), 0)
}
async fn save<S: Store>(store: &S, sink: &mut Sink) -> Option<<S as Store>::Key> {
    sink.flush().await;
    let early = fetch(1);
    let key = <S as Store>::put(store, early.await).await;
    Some(key)
}
/// Blocking form of [`save`](fn@save).
fn save_blocking<S: StoreBlocking>(
    store: &S,
    sink: &mut Sink,
) -> Option<<S as StoreBlocking>::Key> {
    let _ = ::await_me_maybe::__private::awaited(sink.flush(), 0);
    let early = ::await_me_maybe::__private::later1(fetch_blocking).with(1);
    let key = <S as StoreBlocking>::put_blocking(
        store,
        ::await_me_maybe::__private::resolve(early),
    );
    ::await_me_maybe::__private::check(&key, 0);
    Some(key)
}
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
/// Blocking form of [`outer`](fn@outer).
fn outer_blocking() -> u8 {
    let before = inner_blocking(1);
    ::await_me_maybe::__private::check(&before, 0);
    fn inner_blocking(n: u8) -> u8 {
        ::await_me_maybe::__private::awaited(leaf_blocking(n), 0)
    }
    fn plain(n: u8) -> u8 {
        n
    }
    before + ::await_me_maybe::__private::awaited(inner_blocking(plain(2)), 0)
}
