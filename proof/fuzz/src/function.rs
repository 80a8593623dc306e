//! The functions of a program, as a caller sees them.

use crate::ty::Ty;

/// Whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Free,
    /// The struct, by `&self`, `&mut self` or `self`.
    PointRef,
    PointMut,
    Point,
    /// The trait, by `&self`.
    Trait,
}

impl Owner {
    /// What the table of coverage calls an awaited call.
    pub(crate) fn construct(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Owner::Free, Kind::Async) => "an awaited call",
            (Owner::Free, _) => "an awaited call of what returns a future",
            (Owner::Trait, _) => "an awaited method of a trait",
            _ => "an awaited method",
        }
    }
}

/// What it returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It is an `async fn`.
    Async,
    /// It is a `fn` that returns a future.
    Returns,
    /// It is a `fn` that returns a stream.
    Stream,
}

/// A function, as a caller sees it.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) owner: Owner,
    pub(crate) kind: Kind,
    /// Values first, shared references next, mutable ones last.
    pub(crate) params: Vec<Ty>,
    /// What comes out when it is awaited, or each item of the stream.
    pub(crate) output: Ty,
    /// About how many calls one call leads to.
    pub(crate) cost: u64,
    /// Whether it may give way to others.
    pub(crate) suspends: bool,
}

impl Function {
    /// A function that costs one call and does not suspend.
    pub(crate) fn new(name: String, owner: Owner, kind: Kind, params: Vec<Ty>, output: Ty) -> Self {
        Function {
            name,
            owner,
            kind,
            params,
            output,
            cost: 1,
            suspends: false,
        }
    }
}
