//! Branches, loops and jumps.

use super::{Generator, Jump};
use crate::node::Node;
use crate::scope::Barrier;
use crate::ty::Ty;

impl Generator {
    /// A block: statements, and a value at the end.
    pub(super) fn block(&mut self, ty: &Ty, depth: u32) -> Node {
        self.scoped(|this| {
            let count = this.below(3);
            let body = this.statements(count, depth);
            let tail = this.value(ty, depth);
            Self::ending(body, tail)
        })
    }

    /// Statements and the value behind them, which must not be taken for a statement.
    pub(super) fn ending(body: Node, tail: Node) -> Node {
        let template = if tail.begins_with_block() {
            "¤(¤)"
        } else {
            "¤¤"
        };
        Node::part(template, [body, tail])
    }

    /// `if`, `match`, blocks and loops that have a value.
    pub(super) fn branching(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        Some(match self.below(9) {
            0 | 1 => {
                let condition = self.condition(depth);
                let (a, b) =
                    self.either(|this| this.block(ty, depth), |this| this.block(ty, depth));
                Node::value("`if`", ty, "if ¤ { ¤ } else { ¤ }", [condition, a, b])
            }
            2 => self.if_let(ty, depth),
            3 | 4 => self.matching(ty, depth),
            5 => {
                let body = self.block(ty, depth);
                Node::value("a block", ty, "{ ¤ }", [body])
            }
            6 => self.labelled(ty, depth),
            7 => self.loop_with_value(ty, depth)?,
            _ => return self.leaving(ty, depth),
        })
    }

    fn condition(&mut self, depth: u32) -> Node {
        self.value(&Ty::Bool, depth)
    }

    fn if_let(&mut self, ty: &Ty, depth: u32) -> Node {
        let inner = self.data(0);
        let option = self.value(&Ty::Option(Box::new(inner.clone())), depth);
        let name = self.fresh("v");
        let ((guard, a), b) = self.either(
            |this| {
                this.scope.declare(&name, &inner, false);
                let guard = this
                    .chance(40)
                    .then(|| this.maybe(|this| this.condition(depth)));
                (guard, this.block(ty, depth))
            },
            |this| this.block(ty, depth),
        );
        if let Some(guard) = guard {
            let template = format!("if let Some({name}) = ¤ && ¤ {{ ¤ }} else {{ ¤ }}");
            return Node::value("a let chain", ty, &template, [option, guard, a, b]);
        }
        let template = format!("if let Some({name}) = ¤ {{ ¤ }} else {{ ¤ }}");
        Node::value("`if let`", ty, &template, [option, a, b])
    }

    /// `match` on each kind of data, some with guards that await.
    pub(super) fn matching(&mut self, ty: &Ty, depth: u32) -> Node {
        let name = self.fresh("v");
        match self.below(4) {
            0 => {
                let number = self.value(&Ty::U32, depth);
                let ((guard, a), b) = self.either(
                    |this| {
                        this.scope.declare(&name, &Ty::U32, false);
                        let guard = this.maybe(|this| this.condition(depth));
                        (guard, this.block(ty, depth))
                    },
                    |this| this.either(|this| this.block(ty, depth), |this| this.block(ty, depth)),
                );
                let (b, c) = b;
                // A variable as the scrutinee could not be changed by the guard.
                let template = format!(
                    "match ¤ + 0 {{ {name} @ 0..=4 if ¤ => {{ ¤ }} 1 | 3 => {{ ¤ }} _ => {{ ¤ }} }}"
                );
                Node::value(
                    "a guard of a match",
                    ty,
                    &template,
                    [number, guard, a, b, c],
                )
            }
            1 => {
                let inner = self.data(0);
                let result = self.value(&Ty::Result(Box::new(inner.clone())), depth);
                let error = self.fresh("e");
                let (a, b) = self.either(
                    |this| {
                        this.scope.declare(&name, &inner, false);
                        this.block(ty, depth)
                    },
                    |this| {
                        this.scope.declare(&error, &Ty::Text, false);
                        this.block(ty, depth)
                    },
                );
                let template =
                    format!("match ¤ {{ Ok({name}) => {{ ¤ }} Err({error}) => {{ ¤ }} }}");
                Node::value("`match`", ty, &template, [result, a, b])
            }
            2 => {
                let list = self.value(&Ty::Vec(Box::new(Ty::U32)), depth);
                let (a, b) = self.either(
                    |this| {
                        this.scope.declare(&name, &Ty::U32, false);
                        this.block(ty, depth)
                    },
                    |this| this.block(ty, depth),
                );
                let template =
                    format!("match ¤.as_slice() {{ &[{name}, ..] => {{ ¤ }} _ => {{ ¤ }} }}");
                Node::value("a pattern of a slice", ty, &template, [list, a, b])
            }
            _ => {
                let tag = self.tag();
                let number = self.value(&Ty::U32, depth);
                let (a, b) =
                    self.either(|this| this.block(ty, depth), |this| this.block(ty, depth));
                let template =
                    format!("match beside(&Guard::loud({tag}), ¤) {{ 0 => {{ ¤ }} _ => {{ ¤ }} }}");
                Node::value(
                    "a scrutinee that logs its drop",
                    ty,
                    &template,
                    [number, a, b],
                )
            }
        }
    }

    /// Makes what `break` and `continue` can leave.
    pub(super) fn jumping<R>(&mut self, jump: Jump, make: impl FnOnce(&mut Self) -> R) -> R {
        let is_loop = jump.is_loop;
        if let Some(body) = self.bodies.last_mut() {
            body.jumps.push(jump);
        }
        if is_loop {
            self.scope.enter(Barrier::Loop);
            self.times *= 3;
        }
        let result = self.scoped(make);
        if is_loop {
            self.scope.leave();
            self.times /= 3;
        }
        if let Some(body) = self.bodies.last_mut() {
            body.jumps.pop();
        }
        result
    }

    fn labelled(&mut self, ty: &Ty, depth: u32) -> Node {
        let label = self.fresh("'l");
        let jump = Jump {
            label: label.clone(),
            value: Some(ty.clone()),
            is_loop: false,
        };
        let body = self.jumping(jump, |this| this.block(ty, depth));
        Node::value("a labelled block", ty, &format!("{label}: {{ ¤ }}"), [body])
    }

    /// A loop that is left with a value, in its third turn at the latest.
    fn loop_with_value(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        if self.times > 20 {
            return None;
        }
        let (label, count) = (self.fresh("'l"), self.fresh("n"));
        let jump = Jump {
            label: label.clone(),
            value: Some(ty.clone()),
            is_loop: true,
        };
        let (end, body) = self.jumping(jump, |this| {
            let end = this.maybe(|this| this.value(ty, depth));
            (end, this.statements(2, depth))
        });
        let template = format!(
            "{{ let mut {count} = 0; {label}: loop {{ {count} += 1; if {count} > 2 {{ break {label} ¤; }} ¤ }} }}"
        );
        Some(Node::value("`loop`", ty, &template, [end, body]))
    }

    /// An expression that leaves, in a branch.
    fn leaving(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        let condition = self.condition(depth);
        let leave = self.maybe(|this| this.leave(depth))?;
        let value = self.value(ty, depth);
        let value = Self::ending(Node::part("", []), value);
        Some(Node::value(
            "a jump in a branch",
            ty,
            "if ¤ { ¤ } else { ¤ }",
            [condition, leave, value],
        ))
    }

    /// `return`, `break` or `continue`, as an expression.
    pub(super) fn leave(&mut self, depth: u32) -> Option<Node> {
        let body = self.body()?.clone();
        let jump = self.pick(&body.jumps);
        match jump {
            Some(jump) if self.chance(60) => Some(if jump.is_loop && self.chance(40) {
                Node::statement("`continue`", &format!("continue {}", jump.label), [])
            } else if let Some(ty) = &jump.value {
                let value = self.value(ty, depth);
                Node::statement(
                    "`break` with a value",
                    &format!("break {} ¤", jump.label),
                    [value],
                )
            } else {
                Node::statement("`break`", &format!("break {}", jump.label), [])
            }),
            _ if body.returns => {
                let value = self.value(&body.output, depth);
                Some(Node::statement("`return`", "return ¤", [value]))
            }
            _ => None,
        }
    }
}
