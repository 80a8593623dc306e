//! Statements.

use super::{Generator, Jump};
use crate::node::Node;
use crate::scope::Use;
use crate::ty::Ty;

impl Generator {
    /// About this many statements.
    pub(super) fn statements(&mut self, count: usize, depth: u32) -> Node {
        let mut made = Vec::new();
        for _ in 0..count {
            made.extend(self.statement(depth));
        }
        Node::part("", made)
    }

    fn statement(&mut self, depth: u32) -> Option<Node> {
        self.fuel -= 1;
        if self.fuel <= 0 {
            return None;
        }
        let deeper = depth.saturating_sub(1);
        if self.body().is_some_and(|body| body.yields.is_some()) && self.chance(25) {
            return Some(self.yielded(deeper));
        }
        if self.is_async() && self.chance(22) {
            if let Some(node) = self.await_any(deeper) {
                return Some(node);
            }
        }
        if self.is_async() && self.chance(22) {
            if let Some(node) = self.call_any(deeper) {
                return Some(node);
            }
        }
        match self.below(29) {
            20 | 21 if self.is_async() => self.stored(deeper),
            22 if self.is_async() => self.stream_loop(deeper),
            23 => Some(self.bound_closure(deeper)),
            24 => Some(self.destructured(deeper)),
            26 if self.builder.is_some() => Some(self.bound_builder(deeper)),
            25 if self.is_async() => self.join_any(deeper),
            0 => {
                let tag = self.tag();
                Some(Node::statement("an effect", &format!("log({tag});"), []))
            }
            4 | 5 => self.assignment(depth),
            6 => Some(self.guard()),
            7..=9 if self.is_async() => self.early(depth),
            10 => self.dropped(),
            11 => Some(self.discarded(depth)),
            12 => Some(self.let_else(deeper)),
            13 => self.for_loop(deeper),
            14 => self.while_loop(deeper),
            15 => {
                let condition = self.value(&Ty::Bool, deeper);
                let body = self.maybe(|this| this.statements(2, deeper));
                Some(Node::statement(
                    "an `if` without a value",
                    "if ¤ { ¤ }",
                    [condition, body],
                ))
            }
            16 => {
                let matching = self.matching(&Ty::Unit, deeper);
                Some(Node::statement(
                    "a `match` without a value",
                    "¤",
                    [matching],
                ))
            }
            17 => self.early_leave(deeper),
            18 => self.asserted(deeper),
            _ => Some(self.binding(depth)),
        }
    }

    fn binding(&mut self, depth: u32) -> Node {
        let ty = self.data(1);
        let value = self.value(&ty, depth);
        let mutable = self.chance(50);
        // Sometimes the name of another variable is taken.
        let taken = self
            .scope
            .find(Use::Read, |var| var.ty == ty && var.ty.is_data());
        let name = match self.pick(&taken) {
            Some(index) if self.scope.var(index).name != "self" && self.chance(15) => {
                self.scope.var(index).name.clone()
            }
            _ => self.fresh("v"),
        };
        self.scope.declare(&name, &ty, mutable);
        let word = if mutable { "mut " } else { "" };
        if self.chance(50) {
            let template = format!("let {word}{name}: {} = ¤;", ty.text());
            Node::statement("a typed binding", &template, [value])
        } else {
            Node::statement("a binding", &format!("let {word}{name} = ¤;"), [value])
        }
    }

    fn assignment(&mut self, depth: u32) -> Option<Node> {
        let (_, name, ty) = self.changeable(|ty| ty.is_data() || *ty == Ty::Counter)?;
        if ty == Ty::Counter {
            let value = self.value(&Ty::U32, depth);
            let (index, name, _) = self.changeable(|ty| *ty == Ty::Counter)?;
            self.scope.note(index, Use::Write);
            return Some(Node::statement(
                "an assignment",
                &format!("*{name} = ¤;"),
                [value],
            ));
        }
        let value = self.value(&ty, depth);
        let still = self.scope.find(Use::Write, |var| {
            var.name == name && var.mutable && var.ty == ty
        });
        let index = self.pick(&still)?;
        self.scope.note(index, Use::Write);
        Some(match ty {
            Ty::U32 if self.chance(60) => {
                Node::statement("a compound assignment", &format!("{name} += ¤;"), [value])
            }
            Ty::Text if self.chance(60) => {
                Node::statement("a compound assignment", &format!("{name} += &¤;"), [value])
            }
            _ => Node::statement("an assignment", &format!("{name} = ¤;"), [value]),
        })
    }

    fn guard(&mut self) -> Node {
        let tag = self.tag();
        if self.chance(20) {
            return Node::statement(
                "a guard that is dropped at once",
                &format!("let _ = Guard::loud({tag});"),
                [],
            );
        }
        let name = self.fresh("_g");
        self.scope.declare(&name, &Ty::Guard, false);
        Node::statement(
            "a guard that is bound",
            &format!("let {name} = Guard::loud({tag});"),
            [],
        )
    }

    fn discarded(&mut self, depth: u32) -> Node {
        let ty = self.data(1);
        let value = self.value(&ty, depth);
        Node::statement("a value that is dropped", "let _ = ¤;", [value])
    }

    fn let_else(&mut self, depth: u32) -> Node {
        let inner = self.data(0);
        let option = self.value(&Ty::Option(Box::new(inner.clone())), depth);
        let leave = self.maybe(|this| {
            let body = this.statements(1, depth);
            let leave = this.leave(depth)?;
            Some(Node::part("¤¤", [body, leave]))
        });
        let name = self.fresh("v");
        let Some(leave) = leave else {
            return Node::statement("a value that is dropped", "let _ = ¤;", [option]);
        };
        self.scope.declare(&name, &inner, false);
        Node::statement(
            "`let` .. `else`",
            &format!("let Some({name}) = (¤) else {{ ¤; }};"),
            [option, leave],
        )
    }

    pub(super) fn jump(&mut self) -> Jump {
        Jump {
            label: self.fresh("'l"),
            value: None,
            is_loop: true,
        }
    }

    fn destructured(&mut self, depth: u32) -> Node {
        let types = vec![self.data(0), self.data(1)];
        let value = self.value(&Ty::Tuple(types.clone()), depth);
        let (a, b) = (self.fresh("v"), self.fresh("v"));
        self.scope.declare(&a, &types[0], false);
        self.scope.declare(&b, &types[1], true);
        Node::statement(
            "a pattern that takes apart",
            &format!("let ({a}, mut {b}) = ¤;"),
            [value],
        )
    }

    fn for_loop(&mut self, depth: u32) -> Option<Node> {
        if self.times > 20 {
            return None;
        }
        let list = self.value(&Ty::Vec(Box::new(Ty::U32)), depth);
        let (jump, name) = (self.jump(), self.fresh("v"));
        let label = jump.label.clone();
        let body = self.jumping(jump, |this| {
            this.scope.declare(&name, &Ty::U32, false);
            this.maybe(|this| this.statements(3, depth))
        });
        let template = format!("{label}: for {name} in (¤).into_iter().take(3) {{ ¤ }}");
        Some(Node::statement("`for`", &template, [list, body]))
    }

    fn while_loop(&mut self, depth: u32) -> Option<Node> {
        if self.times > 20 {
            return None;
        }
        let (jump, count) = (self.jump(), self.fresh("n"));
        let label = jump.label.clone();
        if self.chance(50) {
            let (condition, body) = self.jumping(jump, |this| {
                let condition = this.maybe(|this| this.value(&Ty::Bool, depth));
                (condition, this.maybe(|this| this.statements(3, depth)))
            });
            let template = format!(
                "let mut {count} = 0; {label}: while {{ {count} += 1; {count} < 3 }} && ¤ {{ ¤ }}"
            );
            return Some(Node::statement("`while`", &template, [condition, body]));
        }
        let inner = self.data(0);
        let name = self.fresh("v");
        let (option, body) = self.jumping(jump, |this| {
            // `continue` there would go on for ever.
            let option = this.without_jumps(|this| {
                this.maybe(|this| this.value(&Ty::Option(Box::new(inner.clone())), depth))
            });
            this.scope.declare(&name, &inner, false);
            (option, this.maybe(|this| this.statements(3, depth)))
        });
        let template = format!(
            "let mut {count} = 0; {label}: while let Some({name}) = ¤ {{ {count} += 1; if {count} > 2 {{ break; }} ¤ }}"
        );
        Some(Node::statement("`while let`", &template, [option, body]))
    }

    fn early_leave(&mut self, depth: u32) -> Option<Node> {
        let condition = self.value(&Ty::Bool, depth);
        let leave = self.maybe(|this| this.leave(depth))?;
        Some(Node::statement("a jump", "if ¤ { ¤; }", [condition, leave]))
    }

    fn asserted(&mut self, depth: u32) -> Option<Node> {
        if !self.chance(40) {
            return None;
        }
        let ty = self.data(0);
        let (a, b) = (self.value(&ty, depth), self.value(&ty, depth));
        Some(if self.chance(50) {
            Node::statement("`assert_ne!`", "assert_ne!(¤, ¤, \"told\");", [a, b])
        } else if self.is_async() && !self.still {
            self.suspends = true;
            // The message shows the condition, and has to be the same for short ones.
            let number = self.below(9);
            let template = format!("assert!(tick({number}).await != {});", self.below(9));
            Node::statement("`assert!`", &template, [])
        } else {
            Node::statement("`assert_eq!`", "assert_eq!(¤, ¤);", [a, b])
        })
    }
}
