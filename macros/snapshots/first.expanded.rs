/// Fetches.
pub async fn fetch(url: &str) -> Result<u8> {
    let page = get(url).await?;
    let x = get(url).await;
    get(url).await;
    let y = async { page.len().await }.await;
    let f = async move { 1 };
    let g = fetch("x");
    println!("{}", f. await + g. await ?);
    if get(url).await.is_ok() {
        return g(1).await;
    }
    let z = (if c { f(1) } else { h(2) }).await;
    match s {
        A => one(),
        B(x) => two(x),
    }
        .await
}
/// Blocking form of [`fetch`](fn@fetch).
///
/// Fetches.
pub fn fetch_blocking(url: &str) -> Result<u8> {
    use ::await_me_maybe::__private::Get as _;
    let page = get_blocking(url)?;
    let x = get_blocking(url);
    ::await_me_maybe::__private::check(&x, 0);
    ::await_me_maybe::__private::awaited(get_blocking(url), 0);
    let y = ::await_me_maybe::__private::run(|| {
        ::await_me_maybe::__private::awaited(page.len_blocking(), 0)
    });
    let f = ::await_me_maybe::__private::Deferred::new(move || { 1 });
    let g = ::await_me_maybe::__private::later1(fetch_blocking).with("x");
    println!(
        "{}", ::await_me_maybe::__private::resolve(f) +
        ::await_me_maybe::__private::resolve(g) ?
    );
    if ::await_me_maybe::__private::Awaited(get_blocking(url)).__awaited().is_ok() {
        return ::await_me_maybe::__private::awaited(g(1), 0);
    }
    let z = if c {
        ::await_me_maybe::__private::awaited(f(1), 0)
    } else {
        ::await_me_maybe::__private::awaited(h_blocking(2), 0)
    };
    ::await_me_maybe::__private::resolve(
        match s {
            A => ::await_me_maybe::__private::later0(one_blocking).with(),
            B(x) => ::await_me_maybe::__private::later1(two_blocking).with(x),
        },
    )
}
