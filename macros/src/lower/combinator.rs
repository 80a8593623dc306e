//! What `FutureExt` and `TryFutureExt` add to futures: in the twin the mirror adds it to thunks.

use syn::{Expr, ExprMethodCall};

use super::tails::Returns;
use super::wants::Want;
use super::{Lower, take};
use crate::callee::Callee;
use crate::messages;
use crate::shape;

const NAMES: [&str; 24] = [
    "and_then",
    "catch_unwind",
    "err_into",
    "flatten",
    "fuse",
    "inspect",
    "inspect_err",
    "inspect_ok",
    "into_future",
    "into_stream",
    "left_future",
    "map",
    "map_err",
    "map_into",
    "map_ok",
    "map_ok_or_else",
    "never_error",
    "ok_into",
    "or_else",
    "right_future",
    "shared",
    "then",
    "unit_error",
    "unwrap_or_else",
];

/// Those among them without a blocking meaning.
const REFUSED: [&str; 2] = ["into_stream", "shared"];

/// Those whose closure gives a future.
const OF_FUTURES: [&str; 3] = ["and_then", "or_else", "then"];

impl Lower<'_> {
    /// Whether this is a method of a future that is made right here, or turns something into one.
    pub(super) fn is_combined(&mut self, call: &ExprMethodCall) -> bool {
        shape::is_one_of(&call.method, &NAMES)
            && matches!(self.method_callee(call), Callee::Unknown)
            && (self.is_turned(call) || self.is_future_tail(shape::unpinned(&call.receiver)))
    }

    /// `request.into_future()`: where both halves have the same names, it may also be that of a
    /// stream, which is the mirror's.
    pub(super) fn is_turned(&self, call: &ExprMethodCall) -> bool {
        self.is_beside() && self.is_into_future(call)
    }

    /// The type tells that of a stream from that of a thunk.
    pub(super) fn want_into_future(&mut self, call: &ExprMethodCall) {
        if self.is_into_future(call) {
            self.wants.insert(Want::IntoFuture);
        }
    }

    fn is_into_future(&self, call: &ExprMethodCall) -> bool {
        call.args.is_empty()
            && call.method == "into_future"
            && matches!(self.method_callee(call), Callee::Unknown)
    }

    /// Input:  `g(1).into_future()`
    /// Output: `later1(g_blocking, 1)`
    ///
    /// What a value does and drops when it is turned into a future the twin does at the await.
    fn turned(&mut self, call: ExprMethodCall) -> Expr {
        if self.is_future_tail(shape::unpinned(&call.receiver)) {
            return self.thunk_tail(shape::peel(*call.receiver), Returns::Future);
        }
        self.errors
            .at(call.method.span(), messages::TURNED_INTO_A_FUTURE);
        Expr::MethodCall(call)
    }

    /// Input:  `f().then(|n| g(n))`
    /// Output: `later0(f_blocking).with().then(|n| g_blocking(n))`
    pub(super) fn combined(&mut self, mut call: ExprMethodCall) -> Expr {
        if self.is_into_future(&call) {
            return self.turned(call);
        }
        if shape::is_one_of(&call.method, &REFUSED) {
            let text = messages::combinator(&call.method);
            self.errors.at(call.method.span(), text);
            return Expr::MethodCall(call);
        }
        if self.is_beside() {
            self.wants.insert(Want::Futures);
        }
        let receiver = shape::peel(take(&mut call.receiver));
        *call.receiver = self.thunk_tail(receiver, Returns::Future);
        let gives_future = shape::is_one_of(&call.method, &OF_FUTURES);
        for arg in &mut call.args {
            match arg {
                Expr::Closure(closure) if gives_future => self.awaited_closure(closure),
                arg => self.awaited_argument(arg),
            }
        }
        Expr::MethodCall(call)
    }
}
