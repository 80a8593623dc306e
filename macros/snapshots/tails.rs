#[maybe_async]
async fn bases(c: bool, n: Option<String>) -> u8 {
    let moved = if c { f(1) } else { f(2) }.await;
    let unsafely = unsafe { f(1) }.await;
    let kept = { let guard = lock(); f(guard.len()) }.await;
    let bound = match n { Some(n) => f(n.len()), None => f(0) }.await;
    moved
}
