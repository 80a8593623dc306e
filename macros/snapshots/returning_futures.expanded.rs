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
    ::await_me_maybe::__private::box_pin(Box::pin);
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
    ::await_me_maybe::__private::box_pin(Box::pin);
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
fn left_behind(self, guard: Guard, n: u8) -> impl Future<Output = u8> {
    async move { n }
}
/// Blocking form of [`left_behind`](method@Self::left_behind).
fn left_behind_blocking(self, guard: Guard, n: u8) -> u8 {
    ::await_me_maybe::__private::resolve(
        ::await_me_maybe::__private::run(move || {
            let _ = (&guard, &self);
            ::await_me_maybe::__private::Deferred::new(move || -> u8 { n })
        }),
    )
}
fn branches(shape: Shape) -> BoxFuture<'static, u8> {
    if shape.is_empty() {
        return async { 0 }.boxed();
    }
    match shape {
        Shape::Circle(radius) => Box::pin(circle(radius.to_owned())),
        Shape::Square(_) => Box::pin(async { 4 }),
    }
}
/// Blocking form of [`branches`](fn@branches).
fn branches_blocking(shape: Shape) -> u8 {
    ::await_me_maybe::__private::box_pin(Box::pin);
    ::await_me_maybe::__private::resolve(
        ::await_me_maybe::__private::run(move || {
            let _ = (&shape,);
            if shape.is_empty() {
                ::await_me_maybe::__private::boxed_send(
                    ::await_me_maybe::__private::Deferred::new(|| -> u8 { 0 }),
                )
            } else {
                match shape {
                    Shape::Circle(radius) => {
                        ::await_me_maybe::__private::boxed(
                            ::await_me_maybe::__private::later1(circle_blocking)
                                .with(radius.to_owned()),
                        )
                    }
                    Shape::Square(_) => {
                        ::await_me_maybe::__private::boxed(
                            ::await_me_maybe::__private::Deferred::new(|| -> u8 { 4 }),
                        )
                    }
                }
            }
        }),
    )
}
