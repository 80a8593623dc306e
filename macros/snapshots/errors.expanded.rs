async fn two_faults(n: u8) -> u8 {
    select! {
        a = f(1) => a
    }
}
::core::compile_error! {
    "unknown argument `sufix`; the arguments are `name = ident`, `suffix = ident`, `keep(..)`, `twins(..)`, `streams(..)`, `replace(path = path)`, `cfg(..)`, `join = policy`, `crate = path`, on a module `path = path`, on a method `skip`, and on an item of a module `shared` and `twin`"
}
::core::compile_error! {
    "`select` waits for whichever comes first, which has no blocking meaning; await one future, or take `#[maybe_async]` off this function (on a method: write `#[maybe_async(skip)]`) and write its blocking variant by hand, under the twin's name"
}
/// Blocking form of [`two_faults`](fn@two_faults).
fn two_faults_blocking(n: u8) -> u8 {
    loop {}
}
