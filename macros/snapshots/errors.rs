#[maybe_async(sufix = _sync)]
async fn two_faults(n: u8) -> u8 {
    select! { a = f(1) => a }
}
