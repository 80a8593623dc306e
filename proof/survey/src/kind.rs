//! The kinds of construct that are counted.

/// A kind of construct of async Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `async fn` that is no method, also inside a body.
    AsyncFn,
    /// `async fn` in an inherent impl.
    AsyncMethod,
    /// `async fn` in a trait.
    TraitMethod,
    /// `async fn` in an impl of a trait.
    TraitImplMethod,
    /// A function that is not `async` and returns a future.
    FutureFn,
    /// A function that returns a stream.
    StreamFn,
    /// `async { .. }`, unless it is all of a closure.
    AsyncBlock,
    /// `async |x| ..`, `|x| async { .. }`
    AsyncClosure,
    /// `f(x).await`, `x.f().await`
    AwaitCall,
    /// `x.await`, `self.x.await`
    AwaitVariable,
    /// `async { .. }.await`, `if .. { .. } else { .. }.await`
    AwaitBlock,
    /// What else is awaited, such as `f()?.await`.
    AwaitOther,
    /// `join!`, `try_join!`, `join_all(..)`
    Join,
    /// `select!` and kin.
    Select,
    /// `spawn(..)` of a future.
    Spawn,
    /// `stream! { .. }`, `try_stream! { .. }`
    Generator,
    /// A macro with `await` or `async` in its arguments.
    MacroAwaits,
    /// A future as the type of a parameter, a field, a bound or an alias.
    FutureType,
    /// A stream as such a type.
    StreamType,
    /// `AsyncFn(A) -> R` as a bound.
    AsyncBound,
    /// `impl Future for X`, `impl Stream for X` and kin.
    HandWritten,
    /// `mod name;` beside async code.
    FileModule,
    /// An item that is not async, which is counted only where it is refused.
    Other,
}

impl Kind {
    /// As it stands in the tables.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::AsyncFn => "`async fn`",
            Self::AsyncMethod => "`async fn` in an inherent impl",
            Self::TraitMethod => "`async fn` in a trait",
            Self::TraitImplMethod => "`async fn` in an impl of a trait",
            Self::FutureFn => "function that returns a future",
            Self::StreamFn => "function that returns a stream",
            Self::AsyncBlock => "async block",
            Self::AsyncClosure => "async closure",
            Self::AwaitCall => "await of a call",
            Self::AwaitVariable => "await of a variable or a field",
            Self::AwaitBlock => "await of a block or a branch",
            Self::AwaitOther => "await of anything else",
            Self::Join => "`join!` and kin",
            Self::Select => "`select!` and kin",
            Self::Spawn => "`spawn`",
            Self::Generator => "`stream!`, `try_stream!`",
            Self::MacroAwaits => "other macro with async code in it",
            Self::FutureType => "future as a type",
            Self::StreamType => "stream as a type",
            Self::AsyncBound => "async callback as a bound",
            Self::HandWritten => "hand-written `Future`, `Stream` or kin",
            Self::FileModule => "`mod file;` beside async code",
            Self::Other => "other item, if refused",
        }
    }
}
