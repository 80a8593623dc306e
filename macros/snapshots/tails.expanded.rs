async fn bases(c: bool, n: Option<String>) -> u8 {
    let moved = if c { f(1) } else { f(2) }.await;
    let unsafely = unsafe { f(1) }.await;
    let kept = {
        let guard = lock();
        f(guard.len())
    }
        .await;
    let bound = match n {
        Some(n) => f(n.len()),
        None => f(0),
    }
        .await;
    moved
}
/// Blocking form of [`bases`](fn@bases).
fn bases_blocking(c: bool, n: Option<String>) -> u8 {
    let moved = if c {
        ::await_me_maybe::__private::awaited(f_blocking(1), 0)
    } else {
        ::await_me_maybe::__private::awaited(f_blocking(2), 0)
    };
    let unsafely = unsafe { ::await_me_maybe::__private::awaited(f_blocking(1), 0) };
    let kept = ::await_me_maybe::__private::resolve({
        let guard = lock();
        ::await_me_maybe::__private::later1(f_blocking).with(guard.len())
    });
    let bound = ::await_me_maybe::__private::resolve(
        match n {
            Some(n) => ::await_me_maybe::__private::later1(f_blocking).with(n.len()),
            None => ::await_me_maybe::__private::later1(f_blocking).with(0),
        },
    );
    moved
}
