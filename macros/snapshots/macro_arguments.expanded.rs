async fn macros(s: S) -> u8 {
    println!("f(1).await is {} and {name}", f(1). await, name = s.name(). await ?);
    assert_eq!(f(1). await, 1, "not {}", 1);
    let list = vec![f(1). await; 3];
    let found = matches!(f(1). await, Some(n) if n.ok(). await);
    let futures = vec![async { 1 }, async { 2 }];
    unrelated!(anything => goes, here);
    dbg!(f(1). await)
}
/// Blocking form of [`macros`](fn@macros).
fn macros_blocking(s: S) -> u8 {
    println!(
        "f(1).await is {} and {name}",
        ::await_me_maybe::__private::awaited(f_blocking(1), 0), name = s.name_blocking()
        ?
    );
    assert_eq!(::await_me_maybe::__private::awaited(f_blocking(1), 0), 1, "not {}", 1);
    let list = vec![::await_me_maybe::__private::awaited(f_blocking(1), 0); 3];
    let found = matches!(
        ::await_me_maybe::__private::awaited(f_blocking(1), 0), Some(n) if
        ::await_me_maybe::__private::awaited(n.ok_blocking(), 0)
    );
    let futures = vec![
        ::await_me_maybe::__private::Deferred::new(|| { 1 }),
        ::await_me_maybe::__private::Deferred::new(|| { 2 })
    ];
    unrelated!(anything => goes, here);
    dbg!(::await_me_maybe::__private::awaited(f_blocking(1), 0))
}
