//! Futures as values.

use super::Generator;
use super::MOST_CALLS;
use super::calls::Holds;
use crate::function::{Function, Kind, Owner};
use crate::node::Node;
use crate::scope::Use;
use crate::ty::Ty;

impl Generator {
    /// A future that is not awaited here, and what it borrows.
    pub(super) fn future(&mut self, output: &Ty, depth: u32, late: bool) -> Option<(Node, Holds)> {
        if !self.still && (depth == 0 || self.fuel <= 0 || self.chance(10)) {
            if let Some((name, ty)) =
                self.take(|ty| matches!(ty, Ty::Future(inner) if **inner == *output))
            {
                return Some((
                    Node::value("a future that is moved", &ty, &name, []),
                    Vec::new(),
                ));
            }
        }
        if self.chance(45) {
            let by_move = self.chance(40);
            return Some(self.async_block(output, depth.saturating_sub(1), by_move));
        }
        let candidates: Vec<_> = self
            .giving(output)
            .into_iter()
            .filter(|function| function.kind == Kind::Async && function.owner != Owner::Trait)
            .collect();
        let Some(function) = self.pick(&candidates) else {
            return Some(self.async_block(output, depth.saturating_sub(1), false));
        };
        let late = late || function.owner != Owner::Free && self.chance(90);
        let (call, holds) = self.call(&function, depth.saturating_sub(1), late)?;
        let future = Ty::Future(Box::new(output.clone()));
        let construct = match function.owner {
            Owner::Free => "a call that is awaited later",
            _ => "a method that is awaited later",
        };
        Some((Node::value(construct, &future, "¤", [call]), holds))
    }

    /// `let f = ..;`, to be awaited later, or never.
    pub(super) fn early(&mut self, depth: u32) -> Option<Node> {
        let output = self.common();
        let (future, holds) = self.future(&output, depth, true)?;
        let name = self.fresh("f");
        if self.chance(25) {
            let ty = Ty::Boxed(Box::new(output.clone()));
            let text = ty.text();
            self.scope.declare_holding(&name, &ty, true, holds);
            return Some(Node::statement(
                "a boxed future that is bound",
                &format!("let mut {name}: {text} = Box::pin(¤);"),
                [future],
            ));
        }
        self.scope
            .declare_holding(&name, &Ty::Future(Box::new(output)), false, holds);
        Some(Node::statement(
            "a future that is bound",
            &format!("let {name} = ¤;"),
            [future],
        ))
    }

    /// `let v = f.await;`, of any future that waits for it, or of a callback.
    pub(super) fn await_any(&mut self, depth: u32) -> Option<Node> {
        let found = self.scope.find(Use::Take, |var| {
            matches!(var.ty, Ty::Future(_) | Ty::Boxed(_))
        });
        let mut outputs: Vec<Ty> = Vec::new();
        for index in found {
            if let Ty::Future(output) | Ty::Boxed(output) = &self.scope.var(index).ty {
                outputs.push((**output).clone());
            }
        }
        for usage in [Use::Read, Use::Write, Use::Take] {
            for index in self.scope.find(usage, |var| var.ty.is_callback()) {
                outputs.extend(self.scope.var(index).ty.callback_output().cloned());
            }
        }
        if let Some(output) = self.awaits_builder() {
            if let Some(value) = self.awaited_builder(&output, depth) {
                return Some(self.bound(&output, value, "a builder is awaited in a statement"));
            }
        }
        if self.chance(30) {
            if let Some(item) = self.drain() {
                return Some(self.bound(&Ty::U32, item, "an item is awaited in a statement"));
            }
        }
        let output = self.pick(&outputs)?;
        let value = match self.awaited_variable(&output) {
            Some(value) if self.chance(70) => value,
            _ if self.chance(50) => self.awaited_closure(&output, depth)?,
            _ => self.closure_call(&output, depth)?,
        };
        Some(self.bound(&output, value, "a future is awaited in a statement"))
    }

    /// `let v = f(x).await;`, of any function.
    pub(super) fn call_any(&mut self, depth: u32) -> Option<Node> {
        let fits = |function: &&Function| {
            function.kind != Kind::Stream
                && !(self.still && function.suspends)
                && self.cost + self.times * function.cost <= MOST_CALLS
        };
        let own: Vec<_> = self
            .functions
            .iter()
            .skip(3)
            .filter(fits)
            .cloned()
            .collect();
        let function = self.pick(&own)?;
        let (call, _) = self.call(&function, depth, false)?;
        let output = function.output;
        let value = Node::value(
            function.owner.construct(function.kind),
            &output,
            "¤.await",
            [call],
        );
        Some(self.bound(&output, value, "a call is awaited in a statement"))
    }

    /// Branches, in a statement.
    pub(super) fn join_any(&mut self, depth: u32) -> Option<Node> {
        let pair = Ty::Tuple(vec![self.common(), self.common()]);
        let ty = match self.below(4) {
            0 => pair,
            1 | 2 => Ty::Result(Box::new(pair)),
            _ => Ty::Vec(Box::new(Ty::U32)),
        };
        let value = self.joined(&ty, depth)?;
        Some(self.bound(&ty, value, "branches in a statement"))
    }

    fn bound(&mut self, ty: &Ty, value: Node, construct: &'static str) -> Node {
        match self.below(4) {
            0 => Node::statement(construct, "let _ = ¤;", [value]),
            1 => {
                let tag = self.tag();
                Node::statement(construct, &format!("let _ = note({tag}, ¤);"), [value])
            }
            _ => {
                let name = self.fresh("v");
                let mutable = self.chance(50);
                self.scope.declare(&name, ty, mutable);
                let word = if mutable { "mut " } else { "" };
                Node::statement(construct, &format!("let {word}{name} = ¤;"), [value])
            }
        }
    }

    /// `drop(f)`.
    pub(super) fn dropped(&mut self) -> Option<Node> {
        let (name, _) =
            self.take(|ty| matches!(ty, Ty::Future(_) | Ty::Boxed(_) | Ty::Guard | Ty::Builder))?;
        Some(Node::statement("`drop`", &format!("drop({name});"), []))
    }
}
