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
/// Blocking form of [`positions`](fn@positions).
fn positions_blocking(s: S) -> Result<u8, E> {
    use ::await_me_maybe::__private::Get as _;
    ::await_me_maybe::__private::box_pin(Box::pin);
    let plain = f_blocking(1);
    ::await_me_maybe::__private::check(&plain, 0);
    let typed: u8 = ::await_me_maybe::__private::awaited(f_blocking(1), 0);
    let Some(part) = ::await_me_maybe::__private::awaited(g_blocking(1), 0) else {
        return Err(E)
    };
    let _ = ::await_me_maybe::__private::awaited(f_blocking(1), 0);
    let question = s.get_blocking(1)?.len_blocking()?;
    let method = ::await_me_maybe::__private::Awaited(f_blocking(1)).__awaited(0).len();
    let field = ::await_me_maybe::__private::Awaited(f_blocking(1)).__awaited(0).0
        + ::await_me_maybe::__private::awaited(f_blocking(2), 0);
    let nested = f_blocking(::await_me_maybe::__private::awaited(f_blocking(1), 0));
    ::await_me_maybe::__private::check(&nested, 0);
    let twice = ::await_me_maybe::__private::resolve(s.start_blocking(1));
    let absolute = ::api::f_blocking::<u8>(1);
    ::await_me_maybe::__private::check(&absolute, 0);
    let qualified = <S as Store>::get_blocking(&s, 1);
    ::await_me_maybe::__private::check(&qualified, 0);
    let value = ::await_me_maybe::__private::resolve(s.handle);
    let pinned = ::await_me_maybe::__private::Awaited(f_blocking(1)).__awaited(0)
        + ::await_me_maybe::__private::awaited(f_blocking(2), 0);
    let ready = ::await_me_maybe::__private::ready_value(std::future::ready(1));
    let maybe = ::await_me_maybe::await_me_maybe_blocking(s.callback);
    let maybe_macro = ::await_me_maybe::await_me_maybe_blocking!(s.callback);
    for item in ::await_me_maybe::__private::Awaited(f_blocking(1)).__awaited(0) {
        while let Some(more) = ::await_me_maybe::__private::awaited(
            item.next_blocking(),
            0,
        ) {
            match ::await_me_maybe::__private::awaited(more.kind_blocking(), 0) {
                Kind::A if ::await_me_maybe::__private::awaited(
                    more.ok_blocking(),
                    0,
                ) => break,
                _ => continue,
            }
        }
    }
    return ::await_me_maybe::__private::awaited(f_blocking(1), 0);
}
