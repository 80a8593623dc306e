//! Expressions of plain data.

use super::Generator;
use crate::node::Node;
use crate::scope::Use;
use crate::ty::Ty;

impl Generator {
    /// An expression of a type of plain data.
    pub(super) fn value(&mut self, ty: &Ty, depth: u32) -> Node {
        self.fuel -= 1;
        if depth == 0 || self.fuel <= 0 {
            return self.leaf(ty);
        }
        for _ in 0..4 {
            let node = match self.rng.u32(0..100) {
                0..18 => Some(self.leaf(ty)),
                18..38 => self.of_type(ty, depth - 1),
                38..60 => self.awaited(ty, depth - 1),
                60..84 => self.branching(ty, depth - 1),
                _ => self.wrapped(ty, depth - 1),
            };
            if let Some(node) = node {
                return node;
            }
        }
        self.leaf(ty)
    }

    /// A variable or a literal.
    pub(super) fn leaf(&mut self, ty: &Ty) -> Node {
        if self.chance(70) {
            if let Some(node) = self.read(ty) {
                return node;
            }
        }
        self.literal(ty)
    }

    pub(super) fn literal(&mut self, ty: &Ty) -> Node {
        let text = match ty {
            Ty::U32 => format!("{}u32", self.rng.u32(0..10)),
            Ty::I64 => format!("{}i64", self.rng.u32(0..10)),
            Ty::Bool => self.rng.bool().to_string(),
            Ty::Text => format!(
                "\"{}\".to_owned()",
                ["", "a", "b.await", "cd"][self.below(4)]
            ),
            Ty::Point => format!("Point::new({})", self.rng.u32(0..10)),
            Ty::Option(inner) if inner.is_data() && self.chance(60) => {
                let inner = self.literal(inner);
                return Node::value("a literal", ty, "Some(¤)", [inner]);
            }
            Ty::Result(inner) if inner.is_data() => {
                if self.chance(40) {
                    let text = format!(
                        "Err::<{}, String>(\"e{}\".to_owned())",
                        inner.text(),
                        self.below(5)
                    );
                    return Node::value("a literal", ty, &text, []);
                }
                let template = format!("Ok::<{}, String>(¤)", inner.text());
                let inner = self.literal(inner);
                return Node::value("a literal", ty, &template, [inner]);
            }
            Ty::Vec(inner) if inner.is_data() && self.chance(70) => {
                let (a, b) = (self.literal(inner), self.literal(inner));
                return Node::value("a literal", ty, "vec![¤, ¤]", [a, b]);
            }
            Ty::Tuple(items) => {
                let template = vec!["¤"; items.len()].join(", ");
                let items: Vec<_> = items.iter().map(|item| self.literal(item)).collect();
                return Node::value("a literal", ty, &format!("({template})"), items);
            }
            _ => return Self::simplest(ty),
        };
        Node::value("a literal", ty, &text, [])
    }

    /// What only this type has.
    fn of_type(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        Some(match ty {
            Ty::U32 => self.number(depth),
            Ty::I64 => {
                let (a, b) = (self.value(ty, depth), self.value(&Ty::U32, depth));
                Node::value("an operator", ty, "(¤ - i64::from(¤))", [a, b])
            }
            Ty::Bool => self.truth(depth),
            Ty::Text => self.string(depth),
            Ty::Unit => {
                let body = self.scoped(|this| this.statements(2, depth));
                Node::value("a block of statements", ty, "{ ¤ }", [body])
            }
            Ty::Point => {
                let n = self.value(&Ty::U32, depth);
                if self.chance(40) {
                    let base = self.value(ty, depth);
                    Node::value("a struct update", ty, "Point { n: ¤, ..¤ }", [n, base])
                } else {
                    Node::value("a struct", ty, "Point::new(¤)", [n])
                }
            }
            Ty::Option(inner) => match self.below(4) {
                0 if **inner == Ty::U32 => {
                    let list = self.value(&Ty::Vec(inner.clone()), depth);
                    Node::value("a chain of methods", ty, "¤.into_iter().max()", [list])
                }
                1 => {
                    let result = self.value(&Ty::Result(inner.clone()), depth);
                    Node::value("a method", ty, "¤.ok()", [result])
                }
                _ => {
                    let inner = self.value(inner, depth);
                    Node::value("a constructor", ty, "Some(¤)", [inner])
                }
            },
            Ty::Result(inner) => match self.below(4) {
                0 => {
                    let option = self.value(&Ty::Option(inner.clone()), depth);
                    let tag = self.tag();
                    Node::value(
                        "a method",
                        ty,
                        &format!("¤.ok_or({tag}.to_owned())"),
                        [option],
                    )
                }
                1 => {
                    let error = self.value(&Ty::Text, depth);
                    Node::value(
                        "a constructor",
                        ty,
                        &format!("Err::<{}, String>(¤)", inner.text()),
                        [error],
                    )
                }
                _ => {
                    let template = format!("Ok::<{}, String>(¤)", inner.text());
                    let inner = self.value(inner, depth);
                    Node::value("a constructor", ty, &template, [inner])
                }
            },
            Ty::Vec(inner) => {
                let count = self.below(3) + 1;
                let items: Vec<_> = (0..count).map(|_| self.value(inner, depth)).collect();
                let template = vec!["¤"; count].join(", ");
                if count == 1 && self.chance(50) {
                    Node::value("`vec![x; n]`", ty, "vec![¤; 2]", items)
                } else {
                    Node::value("`vec![..]`", ty, &format!("vec![{template}]"), items)
                }
            }
            Ty::Tuple(types) => {
                let template = vec!["¤"; types.len()].join(", ");
                let items: Vec<_> = types.iter().map(|ty| self.value(ty, depth)).collect();
                Node::value("a tuple", ty, &format!("({template})"), items)
            }
            _ => return None,
        })
    }

    fn number(&mut self, depth: u32) -> Node {
        let ty = &Ty::U32;
        match self.below(7) {
            0 => {
                let text = self.value(&Ty::Text, depth);
                Node::value("a method", ty, "(¤.len() as u32)", [text])
            }
            1 => {
                let list = self.value(&Ty::Vec(Box::new(Ty::U32)), depth);
                Node::value("a chain of methods", ty, "¤.iter().sum::<u32>()", [list])
            }
            2 => {
                let (list, index) = (
                    self.value(&Ty::Vec(Box::new(Ty::U32)), depth),
                    self.value(ty, depth),
                );
                Node::value("an index", ty, "¤[¤ as usize]", [list, index])
            }
            3 => {
                let a = self.value(ty, depth);
                Node::value("an operator", ty, "(!¤)", [a])
            }
            4 if self.has_point => {
                let point = self.value(&Ty::Point, depth);
                Node::value("a field", ty, "¤.n", [point])
            }
            _ => {
                let operator = ["+", "-", "*", "^"][self.below(4)];
                let (a, b) = (self.value(ty, depth), self.value(ty, depth));
                Node::value("an operator", ty, &format!("(¤ {operator} ¤)"), [a, b])
            }
        }
    }

    fn truth(&mut self, depth: u32) -> Node {
        let ty = &Ty::Bool;
        match self.below(5) {
            0 => {
                let operator = ["&&", "||"][self.below(2)];
                let (a, b) = (
                    self.value(ty, depth),
                    self.maybe(|this| this.value(ty, depth)),
                );
                Node::value("a lazy operator", ty, &format!("(¤ {operator} ¤)"), [a, b])
            }
            1 => {
                let a = self.value(ty, depth);
                Node::value("an operator", ty, "(!¤)", [a])
            }
            2 => {
                let inner = self.data(0);
                let option = self.value(&Ty::Option(Box::new(inner)), depth);
                let guard = self.maybe(|this| this.value(ty, depth));
                Node::value(
                    "`matches!`",
                    ty,
                    "matches!(¤, Some(_) if ¤)",
                    [option, guard],
                )
            }
            _ => {
                let inner = self.data(1);
                let operator = ["==", "!="][self.below(2)];
                let (a, b) = (self.value(&inner, depth), self.value(&inner, depth));
                Node::value("a comparison", ty, &format!("(¤ {operator} ¤)"), [a, b])
            }
        }
    }

    fn string(&mut self, depth: u32) -> Node {
        let ty = &Ty::Text;
        if self.chance(30) {
            let found = self.scope.find(Use::Read, |var| var.ty == Ty::Guard);
            if let Some(index) = self.pick(&found) {
                self.scope.note(index, Use::Read);
                let text = format!("{}.name().to_owned()", self.scope.var(index).name);
                return Node::value("a guard that is captured", ty, &text, []);
            }
        }
        match self.below(4) {
            0 => {
                let (a, b) = (self.value(ty, depth), self.value(ty, depth));
                Node::value("an operator", ty, "(¤ + &¤)", [a, b])
            }
            1 => {
                let (a, b) = (self.data(1), self.data(1));
                let (a, b) = (self.value(&a, depth), self.value(&b, depth));
                Node::value(
                    "`format!`",
                    ty,
                    "format!(\"{:?} .await {x:?}\", ¤, x = ¤)",
                    [a, b],
                )
            }
            2 => {
                let list = self.value(&Ty::Vec(Box::new(Ty::Text)), depth);
                Node::value("a chain of methods", ty, "¤.join(\"-\")", [list])
            }
            _ => {
                let a = self.data(1);
                let a = self.value(&a, depth);
                Node::value("`format!`", ty, "format!(\"<{:?}>\", ¤)", [a])
            }
        }
    }

    /// The value with something around that logs, drops or may leave.
    fn wrapped(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        Some(match self.below(9) {
            8 => return self.closure_call(ty, depth),
            0 | 1 => {
                let tag = self.tag();
                let inner = self.value(ty, depth);
                Node::value("a logged value", ty, &format!("note({tag}, ¤)"), [inner])
            }
            2 | 3 => {
                let tag = self.tag();
                let inner = self.value(ty, depth);
                Node::value(
                    "a temporary that logs its drop",
                    ty,
                    &format!("beside(&Guard::loud({tag}), ¤)"),
                    [inner],
                )
            }
            4 => {
                let tag = self.tag();
                let inner = self.value(ty, depth);
                Node::value(
                    "a guard that is an argument",
                    ty,
                    &format!("with(Guard::loud({tag}), ¤)"),
                    [inner],
                )
            }
            5 => {
                let other = self.data(0);
                let inner = Ty::Tuple(vec![other, ty.clone()]);
                let inner = self.value(&inner, depth);
                Node::value("a field", ty, "¤.1", [inner])
            }
            6 => {
                let inner = self.value(&Ty::Option(Box::new(ty.clone())), depth);
                let other = self.value(ty, depth);
                Node::value("a method", ty, "¤.unwrap_or(¤)", [inner, other])
            }
            _ => return self.question(ty, depth),
        })
    }

    /// `e?`, where it may stand.
    fn question(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        let body = self.body()?;
        if !body.returns && !body.question {
            return None;
        }
        let inner = match &body.output {
            Ty::Result(_) => Ty::Result(Box::new(ty.clone())),
            Ty::Option(_) => Ty::Option(Box::new(ty.clone())),
            _ => return None,
        };
        let inner = self.value(&inner, depth);
        Some(Node::value("`?`", ty, "¤?", [inner]))
    }

    /// A variable that can be changed.
    pub(super) fn changeable(&mut self, fits: impl Fn(&Ty) -> bool) -> Option<(usize, String, Ty)> {
        let found = self
            .scope
            .find(Use::Write, |var| var.mutable && fits(&var.ty));
        let index = self.pick(&found)?;
        let var = self.scope.var(index);
        Some((index, var.name.clone(), var.ty.clone()))
    }
}
