#[maybe_async]
async fn blocks(mut v: Vec<u8>) -> Result<u8, E> {
    let inner = async { f(1).await? }.await;
    async move { v.push(1) }.await;
    let early = async { f(1).await };
    let never = async move { f(2).await };
    let both = (async { 1 }, async { 2 });
    let again = &mut early;
    again.await + both.0.await
}

#[maybe_async]
async fn calls(&self) -> u8 {
    let early = self.step(1, &mut vec![2]);
    let inner = vec![self.step(1, &mut vec![]), self.step(2, &mut vec![])];
    early.await
}

#[maybe_async]
impl Machine {
    async fn step(&self, n: u8, list: &mut Vec<u8>) -> u8 {
        let early = self.step(1, list);
        let inner = vec![Self::step(self, 1, list)];
        retry(Self::step).await;
        early.await
    }
}
