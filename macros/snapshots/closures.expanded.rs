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
    let futures: Vec<_> = stored
        .list
        .iter()
        .map(|n| async move { leaf(*n).await })
        .collect();
    (stored.callback)(1).await + early.await
}
async fn __check_callbacks<F>(f: impl AsyncFn(u8) -> u8, mut g: F, stored: Stored) -> u8
where
    F: std::ops::AsyncFnMut(u8) -> u8,
{
    let local = async |n| f(n).await;
    let block = move |n| async move { g(n).await };
    let early = local(1);
    retry(async move |n| leaf(n).await).await;
    retry(|n| async move { leaf(n).await }).await;
    retry(|n| Box::pin(leaf(n))).await;
    let futures: Vec<_> = ::await_me_maybe::__private::dropped(
        stored.list.iter().map(|n| async move { leaf(*n).await }).collect(),
        0,
    );
    (stored.callback)(1).await + early.await
}
/// Blocking form of [`callbacks`](fn@callbacks).
fn callbacks_blocking<F>(
    f: impl ::core::ops::Fn(u8) -> u8,
    mut g: F,
    stored: Stored,
) -> u8
where
    F: ::core::ops::FnMut(u8) -> u8,
{
    use ::await_me_maybe::__private::Get as _;
    ::await_me_maybe::__private::box_pin(Box::pin);
    let local = |n| ::await_me_maybe::__private::awaited(f(n), 0);
    let block = move |n| ::await_me_maybe::__private::Deferred::new(move || {
        ::await_me_maybe::__private::awaited(g(n), 0)
    });
    let early = ::await_me_maybe::__private::later1(|a0| local(a0)).with_before(1);
    let _ = ::await_me_maybe::__private::awaited(
        retry_blocking(move |n| ::await_me_maybe::__private::awaited(
            leaf_blocking(n),
            0,
        )),
        0,
    );
    let _ = ::await_me_maybe::__private::awaited(
        retry_blocking(|n| ::await_me_maybe::__private::run(move || {
            ::await_me_maybe::__private::awaited(leaf_blocking(n), 0)
        })),
        0,
    );
    let _ = ::await_me_maybe::__private::awaited(
        retry_blocking(|n| ::await_me_maybe::__private::awaited(leaf_blocking(n), 0)),
        0,
    );
    let futures: Vec<_> = stored
        .list
        .iter()
        .map(|n| ::await_me_maybe::__private::Deferred::new(move || {
            ::await_me_maybe::__private::awaited(leaf_blocking(*n), 0)
        }))
        .collect();
    ::await_me_maybe::__private::Awaited((stored.callback)(1)).__awaited(0)
        + ::await_me_maybe::__private::resolve(early)
}
async fn dropped_before(list: Vec<u8>) -> u8 {
    let guarded = |guard, _, n: u8| async move { n };
    let _never = list.iter().map(|n| guarded(Guard, Guard, *n));
    (async || 1)().await
}
/// Blocking form of [`dropped_before`](fn@dropped_before).
fn dropped_before_blocking(list: Vec<u8>) -> u8 {
    let guarded = |guard, _, n: u8| ::await_me_maybe::__private::Deferred::new(move || {
        n
    });
    let _never = list.iter().map(|n| guarded(Guard, Guard, *n));
    ::await_me_maybe::__private::awaited((|| 1)(), 0)
}
