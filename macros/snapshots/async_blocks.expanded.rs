async fn blocks(mut v: Vec<u8>) -> Result<u8, E> {
    let inner = async { f(1).await? }.await;
    async move { v.push(1) }.await;
    let early = async { f(1).await };
    let never = async move { f(2).await };
    let both = (async { 1 }, async { 2 });
    let again = &mut early;
    again.await + both.0.await
}
/// Blocking form of [`blocks`](fn@blocks).
fn blocks_blocking(mut v: Vec<u8>) -> Result<u8, E> {
    let inner = ::await_me_maybe::__private::run(|| { f_blocking(1)? });
    let _ = ::await_me_maybe::__private::run(move || { v.push(1) });
    let early = ::await_me_maybe::__private::Deferred::new(|| {
        ::await_me_maybe::__private::awaited(f_blocking(1), 0)
    });
    let never = ::await_me_maybe::__private::Deferred::new(move || {
        ::await_me_maybe::__private::awaited(f_blocking(2), 0)
    });
    let both = (
        ::await_me_maybe::__private::Deferred::new(|| { 1 }),
        ::await_me_maybe::__private::Deferred::new(|| { 2 }),
    );
    let again = &mut early;
    ::await_me_maybe::__private::resolve(again)
        + ::await_me_maybe::__private::resolve(both.0)
}
async fn calls(&self) -> u8 {
    let early = self.step(1, &mut vec![2]);
    let inner = vec![self.step(1, & mut vec![]), self.step(2, & mut vec![])];
    early.await
}
/// Blocking form of [`calls`](method@Self::calls).
fn calls_blocking(&self) -> u8 {
    let early = self.step(1, &mut vec![2]);
    let inner = vec![self.step(1, & mut vec![]), self.step(2, & mut vec![])];
    ::await_me_maybe::__private::resolve(early)
}
impl Machine {
    async fn step(&self, n: u8, list: &mut Vec<u8>) -> u8 {
        let early = self.step(1, list);
        let inner = vec![Self::step(self, 1, list)];
        retry(Self::step).await;
        early.await
    }
}
impl Machine {
    /// Blocking form of [`step`](method@Self::step).
    fn step_blocking(&self, n: u8, list: &mut Vec<u8>) -> u8 {
        let early = ::await_me_maybe::__private::later2(|a0, a1| {
                self.step_blocking(a0, a1)
            })
            .with(1, list);
        let inner = vec![
            ::await_me_maybe::__private::later3(Self::step_blocking).with(self, 1, list)
        ];
        let _ = ::await_me_maybe::__private::awaited(
            retry_blocking(Self::step_blocking),
            0,
        );
        ::await_me_maybe::__private::resolve(early)
    }
}
