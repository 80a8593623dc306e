#[maybe_async]
fn opaque(&self, n: u8) -> impl Future<Output = u8> + Send + '_ {
    let name = self.name.clone();
    async move { send(name, n).await }
}

#[maybe_async]
fn boxed<'a>(n: &'a u8) -> Pin<Box<dyn Future<Output = &'a u8> + Send + 'a>> {
    Box::pin(async move { n })
}

#[maybe_async]
fn alias(n: u8) -> BoxFuture<'static, Result<u8, Error>> {
    match n {
        0 => async { Err(Error) }.boxed(),
        1 => Box::pin(alias(0)),
        _ => return other(n).boxed(),
    }
}

#[maybe_async]
fn left_over(state: &State) -> impl Future<Output = ()> {
    let guard = state.guard.clone();
    work(state)
}

#[maybe_async]
fn left_behind(self, guard: Guard, n: u8) -> impl Future<Output = u8> {
    async move { n }
}

#[maybe_async]
fn branches(shape: Shape) -> BoxFuture<'static, u8> {
    if shape.is_empty() {
        return async { 0 }.boxed();
    }
    match shape {
        Shape::Circle(radius) => Box::pin(circle(radius.to_owned())),
        Shape::Square(_) => Box::pin(async { 4 }),
    }
}
