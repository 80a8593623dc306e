//! What is known of whom a call calls.

use proc_macro2::Ident;
use syn::{Block, Expr, Signature, Stmt};

use crate::returns;
use crate::shape;
use crate::signature::droppable_parameters;
use crate::uses;

/// What a call of a name means, as far as the item itself tells.
#[derive(Clone)]
pub(crate) enum Callee {
    /// Async, with the name of its twin. Not awaited, it does nothing, so it can be deferred.
    Async(Ident),
    /// Returns a future but may work before it: only an awaited call has a twin.
    Future(Ident),
    /// Hands out streams, which are iterators in its twin.
    Stream(Ident),
    /// Not async: it exists once, or under the same name in the twin trait.
    Single,
    /// Listed in `keep(..)`: called by its own name.
    Kept,
    /// Put there by `replace(..)`: the author has said whom to call.
    Replaced,
    /// A function of a mirrored library, which is the mirror's in the twin.
    Mapped,
    /// A variable or an expression: called by its own name.
    Local,
    /// The same, and its call is seen not to return a future.
    Plain,
    /// A variable whose call is seen to return a future, and to do nothing before.
    AsyncLocal,
    /// A variable whose call is seen to return a future, and to do something before.
    Eager,
    /// Nothing is known.
    Unknown,
}

impl Callee {
    /// A function whose body is anything but one `async` block may do something when it is called,
    /// and parameters that the block does not take are dropped then.
    pub(crate) fn of_function(sig: &Signature, body: Option<&Block>, twin: &Ident) -> Self {
        if sig.asyncness.is_some() {
            return Self::Async(twin.clone());
        }
        if !returns::is_awaited(sig) {
            return if returns::has_twin(sig) {
                Self::Stream(twin.clone())
            } else {
                Self::Single
            };
        }
        match body.map(|body| body.stmts.as_slice()) {
            Some([Stmt::Expr(expr, None)])
                if matches!(shape::unpinned(expr), Expr::Async(_))
                    && droppable_parameters(sig)
                        .iter()
                        .all(|name| uses::takes_whole(expr, name)) =>
            {
                Self::Async(twin.clone())
            }
            _ => Self::Future(twin.clone()),
        }
    }
}
