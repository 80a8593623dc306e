//! Blocks and closures, and what they capture.

use super::Generator;
use super::calls::Holds;
use crate::function::{Function, Kind, Owner};
use crate::node::Node;
use crate::scope::{Barrier, Capture};
use crate::ty::Ty;

impl Generator {
    /// Makes code that captures, and says what that borrows.
    pub(super) fn capturing<R>(
        &mut self,
        capture: Capture,
        make: impl FnOnce(&mut Self) -> R,
    ) -> (R, Holds) {
        if capture.repeats {
            self.times *= 2;
        }
        let repeats = capture.repeats;
        self.scope.enter(Barrier::Capture(capture));
        let result = self.scoped(make);
        let holds = self.scope.leave();
        if repeats {
            self.times /= 2;
        }
        (result, holds)
    }

    /// An async closure, or the name of an async function.
    pub(super) fn callback(&mut self, from: &Ty, to: &Ty, depth: u32) -> Option<(Node, Holds)> {
        let ty = Ty::Callback(Box::new(from.clone()), Box::new(to.clone()));
        match self.below(4) {
            0 => Some(self.closure_of_block(from, to, depth)),
            1 => {
                let fits = |function: &&Function| {
                    function.owner == Owner::Free
                        && function.kind == Kind::Async
                        && !(self.still && function.suspends)
                        && function.params == [from.clone()]
                        && function.output == *to
                };
                let found: Vec<_> = self.functions.iter().filter(fits).cloned().collect();
                let function = self.pick(&found)?;
                self.cost += self.times * 2 * function.cost;
                self.suspends |= function.suspends;
                Some((
                    Node::value("the name of an async function", &ty, &function.name, []),
                    Vec::new(),
                ))
            }
            _ => Some(self.async_closure(from, to, depth)),
        }
    }

    /// `async |x| ..`.
    pub(super) fn async_closure(&mut self, from: &Ty, to: &Ty, depth: u32) -> (Node, Holds) {
        let by_move = self.chance(30);
        let capture = Capture {
            by_move,
            repeats: true,
            ..Capture::default()
        };
        self.async_closure_of(capture, from, to, depth)
    }

    pub(super) fn async_closure_of(
        &mut self,
        capture: Capture,
        from: &Ty,
        to: &Ty,
        depth: u32,
    ) -> (Node, Holds) {
        let ty = Ty::Callback(Box::new(from.clone()), Box::new(to.clone()));
        let name = self.fresh("x");
        let (word, mutates) = (
            if capture.by_move {
                "async move"
            } else {
                "async"
            },
            capture.mutates,
        );
        let (body, holds) = self.capturing(capture, |this| {
            this.within(to, true, |this| {
                this.scope.declare(&name, from, false);
                let change = if mutates {
                    this.statements(2, depth)
                } else {
                    Node::part("", [])
                };
                let block = this.block(to, depth);
                Node::part("¤ { ¤ }", [change, block])
            })
        });
        let template = format!("{word} |{name}: {}| {{ ¤ }}", from.text());
        let construct = if mutates {
            "an async closure that changes things"
        } else {
            "an async closure"
        };
        (Node::value(construct, &ty, &template, [body]), holds)
    }

    /// `|x| async move { .. }`.
    pub(super) fn closure_of_block(&mut self, from: &Ty, to: &Ty, depth: u32) -> (Node, Holds) {
        let name = self.fresh("x");
        let ty = Ty::Returning(Box::new(from.clone()), Box::new(to.clone()));
        let capture = Capture {
            repeats: true,
            ..Capture::default()
        };
        let (block, holds) = self.capturing(capture, |this| {
            this.scope.declare(&name, from, false);
            this.async_block(to, depth, true).0
        });
        let template = format!("|{name}: {}| ¤", from.text());
        (
            Node::value(
                "a closure that returns an async block",
                &ty,
                &template,
                [block],
            ),
            holds,
        )
    }

    /// `async { .. }`, and what it borrows.
    pub(super) fn async_block(&mut self, ty: &Ty, depth: u32, by_move: bool) -> (Node, Holds) {
        let capture = Capture {
            by_move,
            repeats: false,
            mutates: true,
            ..Capture::default()
        };
        let (body, holds) = self.capturing(capture, |this| {
            this.within(ty, true, |this| this.block(ty, depth))
        });
        let word = if by_move { "async move" } else { "async" };
        let output = ty.text();
        // The type of what `?` and `return` give is told by the value at the end.
        let template = format!("{word} {{ let value: {output} = {{ ¤ }}; value }}");
        let future = Ty::Future(Box::new(ty.clone()));
        let construct = if by_move {
            "an `async move` block"
        } else {
            "an async block"
        };
        (Node::value(construct, &future, &template, [body]), holds)
    }
}
