//! What a macro does with an async callback cannot be known.

use await_me_maybe::maybe_async;

macro_rules! call {
    ($callback:expr) => {
        $callback(1)
    };
    (later $callback:ident) => {
        $callback(1)
    };
}

#[maybe_async]
async fn by_name(callback: impl AsyncFn(u8) -> u8) -> u8 {
    call!(callback).await //~
}

#[maybe_async]
async fn of_unknown_grammar(callback: impl AsyncFn(u8) -> u8) -> u8 {
    call!(later callback).await //~
}

#[maybe_async]
async fn closure() -> u8 {
    call!((async |n| n)).await //~
}

#[maybe_async]
async fn bound_closure() -> u8 {
    let callback = |n| async move { n };
    call!(callback).await //~
}

async fn one(n: u8) -> u8 {
    n
}

#[maybe_async(twins(one))]
async fn function() -> usize {
    let _ = call!(one); //~
    vec![one].len()
}

struct Hooks<F> {
    hook: F,
}

#[maybe_async]
impl<F: AsyncFn(u8) -> u8> Hooks<F> {
    async fn listed(&self) -> usize {
        let later = vec![(self.hook)(1), (self.hook)(2)]; //~ //~
        later.len()
    }

    async fn printed(&self) {
        println!("{}", size_of_val(&(self.hook)(1))); //~
    }
}

fn main() {
    let _ = (by_name(async |n| n), of_unknown_grammar(async |n| n), closure(), bound_closure(), function());
    let hooks = Hooks { hook: async |n: u8| n };
    let _ = (hooks.listed(), hooks.printed());
    by_name_blocking(|n| n);
    of_unknown_grammar_blocking(|n| n);
    closure_blocking();
    bound_closure_blocking();
    function_blocking();
    Hooks { hook: |n: u8| n }.listed_blocking();
    Hooks { hook: |n: u8| n }.printed_blocking();
}
