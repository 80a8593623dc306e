//! Programs in the forms whose run time is compared: the twin, blocking code written by hand, and
//! the async half under an executor.

#![allow(
    clippy::cast_possible_truncation,
    clippy::manual_async_fn,
    clippy::unnecessary_wraps,
    clippy::unused_async,
    reason = "programs have the shape of those that wait for something, on numbers that are small"
)]

mod batch;
mod callbacks;
mod chunks;
mod combinators;
mod generator;
mod joins;
mod pages;
mod parser;
mod protocol;
mod retry;
mod states;
mod store;
mod streams;
mod tree;

use std::fmt::Debug;
use std::future::Future;
use std::hint::black_box;

/// One piece of work, in each form.
trait Program: 'static {
    const NAME: &'static str;

    /// Why its twin does more than what is written by hand, where it has to.
    const APART: Option<&'static str> = None;

    type Input;

    /// The value and, in their order, the effects.
    type Output: Debug;

    fn input() -> Self::Input;

    fn twin(input: &Self::Input) -> Self::Output;

    fn by_hand(input: &Self::Input) -> Self::Output;

    fn asynchronous(input: &Self::Input) -> impl Future<Output = Self::Output>;
}

/// The form in which a program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// What the macro makes.
    Twin,
    /// What somebody would write instead.
    ByHand,
    /// The async half under the smallest executor.
    Pollster,
    /// The async half under a runtime that is there already.
    Tokio,
}

impl Variant {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Twin, Self::ByHand, Self::Pollster, Self::Tokio];
}

/// Runs a program as many times as told, on an input that is there already.
pub type Run = Box<dyn FnMut(u64)>;

/// A program, without its types.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Why its twin does more than what is written by hand, where it has to.
    pub apart: Option<&'static str>,
    ready: [fn() -> Run; 4],
    outcomes: [fn() -> String; 4],
}

impl Entry {
    /// Makes what its runs need, its input and perhaps a runtime.
    #[must_use]
    pub const fn ready(&self, variant: Variant) -> fn() -> Run {
        self.ready[variant as usize]
    }

    /// Its value and effects.
    #[must_use]
    pub fn outcome(&self, variant: Variant) -> String {
        self.outcomes[variant as usize]()
    }
}

/// All programs.
pub const PROGRAMS: [Entry; 14] = [
    entry::<parser::Parser>(),
    entry::<protocol::Protocol>(),
    entry::<retry::Retry>(),
    entry::<pages::Pages>(),
    entry::<store::Store>(),
    entry::<callbacks::Callbacks>(),
    entry::<tree::Tree>(),
    entry::<combinators::Combinators>(),
    entry::<streams::Streams>(),
    entry::<chunks::Chunks>(),
    entry::<joins::Joins>(),
    entry::<states::States>(),
    entry::<batch::Batch>(),
    entry::<generator::Generator>(),
];

const fn entry<P: Program>() -> Entry {
    Entry {
        name: P::NAME,
        apart: P::APART,
        ready: [
            || repeated::<P>(P::twin),
            || repeated::<P>(P::by_hand),
            || repeated::<P>(pollster::<P>),
            || {
                let runtime = runtime();
                repeated::<P>(move |input| runtime.block_on(P::asynchronous(input)))
            },
        ],
        outcomes: [
            || format!("{:?}", P::twin(&P::input())),
            || format!("{:?}", P::by_hand(&P::input())),
            || format!("{:?}", pollster::<P>(&P::input())),
            || format!("{:?}", runtime().block_on(P::asynchronous(&P::input()))),
        ],
    }
}

/// Nothing is known to the optimiser of what goes in, and of what becomes of the value.
fn repeated<P: Program>(program: impl Fn(&P::Input) -> P::Output + 'static) -> Run {
    let input = P::input();
    Box::new(move |times| {
        for _ in 0..times {
            black_box(program(black_box(&input)));
        }
    })
}

fn pollster<P: Program>(input: &P::Input) -> P::Output {
    pollster::block_on(P::asynchronous(input))
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without drivers needs nothing of the system")
}
