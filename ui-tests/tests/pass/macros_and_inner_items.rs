//! What the texts on macros and on items inside bodies suggest.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

macro_rules! set {
    ($name:ident <- $value:expr) => {
        let $name = $value;
    };
}

#[maybe_async]
async fn fetch(n: u8) -> u8 {
    n
}

// Does what `unknown_grammar` says: bound before the macro.

#[maybe_async]
async fn bound() -> u8 {
    let fetched = fetch(1).await;
    set!(value <- fetched);
    value
}

// Does what `unknown_operand` says: bound before the macro.

struct Count(u8);

impl Count {
    async fn fetch(self) -> u8 {
        fetch(self.0).await
    }

    fn fetch_blocking(self) -> u8 {
        fetch_blocking(self.0)
    }
}

#[maybe_async]
async fn operand() -> u8 {
    let fetched = Count { 0: 4 }.fetch().await;
    set!(value <- fetched);
    value
}

// Does what `CODE_AS_MESSAGE` says: a text of its own.

#[maybe_async]
async fn ensured(n: u8) -> anyhow::Result<u8> {
    anyhow::ensure!(fetch(n).await < 2, "{n} is too much");
    Ok(n)
}

// Does what `YIELDED` says: outside of the async block.

#[maybe_async]
fn numbers() -> impl futures::Stream<Item = u8> {
    async_stream::stream! {
        let later = async { fetch(5).await };
        yield later.await;
    }
}

// Does what `local_macro` says: moved out of the body.

struct Local(u8);

#[maybe_async]
impl Local {
    async fn get(&self) -> u8 {
        self.0
    }
}

#[maybe_async]
async fn moved_out() -> u8 {
    Local(2).get().await
}

// And written where the macro stood.

#[maybe_async]
async fn written_here() -> u8 {
    fetch(1).await + fetch(2).await
}

fn main() {
    assert_eq!((block_on(bound()), bound_blocking()), (1, 1));
    assert_eq!((block_on(operand()), operand_blocking()), (4, 4));
    let failed = [block_on(ensured(3)), ensured_blocking(3)].map(|result| result.unwrap_err().to_string());
    assert_eq!(failed, ["3 is too much", "3 is too much"]);
    let collected: Vec<u8> = block_on(futures::StreamExt::collect(numbers()));
    assert_eq!((collected, numbers_blocking().collect::<Vec<_>>()), (vec![5], vec![5]));
    assert_eq!((block_on(moved_out()), moved_out_blocking()), (2, 2));
    assert_eq!((block_on(written_here()), written_here_blocking()), (3, 3));
}
