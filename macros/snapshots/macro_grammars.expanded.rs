async fn grammars(n: u8) -> Result<Value> {
    info!(
        target : "net", parent : & span, tries = ? f(1). await, peer.name = % g(). await
        ?, "{}", h(). await
    );
    warn!({ first = f(2). await, ? second }, "text");
    log::info!(key:? = f(3). await, other = 1; "pairs {}", f(4). await);
    assert!(f(5). await == n);
    ensure!(f(6). await == n, "another {}", f(7). await);
    set!(name <- f(8). await .len(); other : a::b::< u8 > (c.d(9). await ?). await);
    work(n).instrument(info_span!("work", n = f(10). await)).await;
    println!("{}", stringify!(f(11). await));
    Ok(
        json!(
            { "a" : f(12). await, "b" : [1, { "c" : async { f(13). await } . await }],
            (key(). await) : null }
        ),
    )
}
/// Blocking form of [`grammars`](fn@grammars).
fn grammars_blocking(n: u8) -> Result<Value> {
    use ::await_me_maybe::__private::Get as _;
    info!(
        target : "net", parent : & span, tries = ?
        ::await_me_maybe::__private::awaited(f_blocking(1), 0), peer.name = %
        g_blocking() ?, "{}", ::await_me_maybe::__private::awaited(h_blocking(), 0)
    );
    warn!(
        { first = ::await_me_maybe::__private::awaited(f_blocking(2), 0), ? second },
        "text"
    );
    log::info!(
        key : ? = ::await_me_maybe::__private::awaited(f_blocking(3), 0), other = 1;
        "pairs {}", ::await_me_maybe::__private::awaited(f_blocking(4), 0)
    );
    assert!(
        ::await_me_maybe::__private::Awaited(f_blocking(5)).__awaited(0) == n, "{}",
        "assertion failed: f(5).await == n"
    );
    ensure!(
        ::await_me_maybe::__private::Awaited(f_blocking(6)).__awaited(0) == n,
        "another {}", ::await_me_maybe::__private::awaited(f_blocking(7), 0)
    );
    set!(
        name <- ::await_me_maybe::__private::Awaited(f_blocking(8)).__awaited(0).len();
        other : ::await_me_maybe::__private::awaited(a::b_blocking:: < u8 > (c
        .d_blocking(9) ?), 0)
    );
    let _ = {
        let future0 = ::await_me_maybe::__private::later1(work_blocking).with(n);
        let scope0 = info_span!(
            "work", n = ::await_me_maybe::__private::awaited(f_blocking(10), 0)
        );
        scope0.in_scope(move || ::await_me_maybe::__private::resolve(future0))
    };
    println!("{}", stringify!(f(11). await));
    Ok(
        json!(
            { "a" : ::await_me_maybe::__private::awaited(f_blocking(12), 0), "b" : [1, {
            "c" : ::await_me_maybe::__private::run(|| {
            ::await_me_maybe::__private::awaited(f_blocking(13), 0) }) }],
            (::await_me_maybe::__private::awaited(key_blocking(), 0)) : null }
        ),
    )
}
async fn unclear() {
    set!(name <- S { a : 1 } . await);
    set!(name <- async { 1 });
}
::core::compile_error! {
    "where what is awaited here begins cannot be seen, as the grammar of `set!` is not known; bind it with `let` before the macro"
}
::core::compile_error! {
    "the arguments of `set!` are not a list of expressions, so what happens to this cannot be known; bind it with `let` before the macro"
}
/// Blocking form of [`unclear`](fn@unclear).
fn unclear_blocking() {
    loop {}
}
