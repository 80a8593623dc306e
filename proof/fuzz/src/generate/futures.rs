//! Futures as values.

use super::Generator;
use super::calls::Holds;
use crate::function::{Kind, Owner};
use crate::node::Node;
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
        let output = self.data(1);
        let (future, holds) = self.future(&output, depth, true)?;
        let name = self.fresh("f");
        if self.chance(25) {
            let ty = Ty::Boxed(Box::new(output.clone()));
            let text = ty.text().replace(" + '_", " + '_");
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

    /// `drop(f)`.
    pub(super) fn dropped(&mut self) -> Option<Node> {
        let (name, _) = self.take(|ty| matches!(ty, Ty::Future(_) | Ty::Boxed(_) | Ty::Guard))?;
        Some(Node::statement("`drop`", &format!("drop({name});"), []))
    }
}
