fn opaque(&self, n: u8) -> impl Future<Output = u8> + Send + '_ {
    let name = self.name.clone();
    async move { send(name, n).await }
}
/// Blocking form of [`opaque`](method@Self::opaque).
fn opaque_blocking(&self, n: u8) -> u8 {
    let name = self.name.clone();
    ::await_me_maybe::__private::run(move || {
        ::await_me_maybe::__private::awaited(send_blocking(name, n), 0)
    })
}
fn boxed<'a>(n: &'a u8) -> Pin<Box<dyn Future<Output = &'a u8> + Send + 'a>> {
    Box::pin(async move { n })
}
/// Blocking form of [`boxed`](fn@boxed).
fn boxed_blocking<'a>(n: &'a u8) -> &'a u8 {
    ::await_me_maybe::__private::run(move || { n })
}
fn alias(n: u8) -> BoxFuture<'static, Result<u8, Error>> {
    match n {
        0 => async { Err(Error) }.boxed(),
        1 => Box::pin(alias(0)),
        _ => return other(n).boxed(),
    }
}
/// Blocking form of [`alias`](fn@alias).
fn alias_blocking(n: u8) -> Result<u8, Error> {
    match n {
        0 => ::await_me_maybe::__private::run(|| { Err(Error) }),
        1 => ::await_me_maybe::__private::awaited(alias_blocking(0), 0),
        _ => return ::await_me_maybe::__private::awaited(other_blocking(n), 0),
    }
}
fn left_over(state: &State) -> impl Future<Output = ()> {
    let guard = state.guard.clone();
    work(state)
}
/// Blocking form of [`left_over`](fn@left_over).
fn left_over_blocking(state: &State) -> () {
    ::await_me_maybe::__private::resolve({
        let guard = state.guard.clone();
        ::await_me_maybe::__private::later1(work_blocking).with(state)
    })
}
