//! What functions are called with.

use super::Generator;
use super::calls::Holds;
use crate::node::Node;
use crate::scope::{Barrier, Capture, Use};
use crate::ty::Ty;

impl Generator {
    /// An argument of a type, and what it borrows.
    pub(super) fn argument(&mut self, ty: &Ty, depth: u32, late: bool) -> Option<(Node, Holds)> {
        match ty {
            Ty::Guard => {
                if self.chance(40) {
                    if let Some((name, _)) = self.take(|ty| *ty == Ty::Guard) {
                        return Some((
                            Node::value("a guard that is moved", ty, &name, []),
                            Vec::new(),
                        ));
                    }
                }
                let tag = self.tag();
                Some((
                    Node::value("a guard", ty, &format!("Guard::loud({tag})"), []),
                    Vec::new(),
                ))
            }
            Ty::Str => {
                let found = self
                    .scope
                    .find(Use::Read, |var| matches!(var.ty, Ty::Text | Ty::Str));
                let Some(index) = self.pick(&found) else {
                    return Some((Node::value("a literal", ty, "\"str\"", []), Vec::new()));
                };
                self.scope.note(index, Use::Read);
                let var = self.scope.var(index);
                if var.ty == Ty::Str {
                    return Some((Node::value("a variable", ty, &var.name, []), Vec::new()));
                }
                let text = format!("&{}", var.name);
                Some((
                    Node::value("a reference", ty, &text, []),
                    vec![(index, false)],
                ))
            }
            Ty::Counter => {
                let found = self.scope.find(Use::Write, |var| match var.ty {
                    Ty::U32 => var.mutable,
                    Ty::Counter => true,
                    _ => false,
                });
                let Some(index) = self.pick(&found) else {
                    return (!late)
                        .then(|| (Node::value("a literal", ty, "&mut 5u32", []), Vec::new()));
                };
                self.scope.note(index, Use::Write);
                let var = self.scope.var(index);
                let text = if var.ty == Ty::U32 {
                    format!("&mut {}", var.name)
                } else {
                    format!("&mut *{}", var.name)
                };
                Some((
                    Node::value("a mutable reference", ty, &text, []),
                    vec![(index, true)],
                ))
            }
            Ty::Future(output) => self.future(output, depth, late),
            Ty::Boxed(output) => {
                if self.chance(30) {
                    if let Some((name, _)) = self.take(|other| other == ty) {
                        return Some((
                            Node::value("a boxed future that is moved", ty, &name, []),
                            Vec::new(),
                        ));
                    }
                }
                let (future, holds) = self.future(output, depth, late)?;
                Some((
                    Node::value("a boxed future", ty, "Box::pin(¤)", [future]),
                    holds,
                ))
            }
            Ty::Stream(_) => {
                let (stream, holds) = self.stream(depth);
                Some((
                    Node::value("a stream that is an argument", ty, "Box::pin(¤)", [stream]),
                    holds,
                ))
            }
            Ty::Generic => Some(self.source(ty)),
            // A temporary that the call refers to would be gone.
            Ty::Dynamic(..) if late => None,
            _ if ty.is_callback() => self.callable(ty, depth),
            _ => Some((self.value(ty, depth), Vec::new())),
        }
    }

    /// A reference to what has the trait of the program.
    fn source(&mut self, ty: &Ty) -> (Node, Holds) {
        let found = self
            .scope
            .find(Use::Read, |var| matches!(var.ty, Ty::Point | Ty::Generic));
        let Some(index) = self.pick(&found) else {
            return (Node::value("a literal", ty, "&7u32", []), Vec::new());
        };
        self.scope.note(index, Use::Read);
        let var = self.scope.var(index);
        let text = if var.ty == Ty::Point {
            format!("&{}", var.name)
        } else {
            var.name.clone()
        };
        let reference = Node::value("a reference", ty, &text, []);
        (reference, vec![(index, false)])
    }

    /// What a function that takes a callback or closure is called with.
    fn callable(&mut self, ty: &Ty, depth: u32) -> Option<(Node, Holds)> {
        match ty {
            Ty::Callback(from, to) => self.callback(from, to, depth),
            Ty::Returning(from, to) => Some(self.closure_of_block(from, to, depth)),
            Ty::CallbackMut(from, to) => {
                let capture = Capture {
                    repeats: true,
                    mutates: true,
                    ..Capture::default()
                };
                Some(self.async_closure_of(capture, from, to, depth))
            }
            Ty::CallbackOnce(from, to) => {
                let by_move = self.chance(50);
                let capture = Capture {
                    by_move,
                    mutates: true,
                    ..Capture::default()
                };
                Some(self.async_closure_of(capture, from, to, depth))
            }
            Ty::Dynamic(from, to) => {
                let name = self.fresh("x");
                let capture = Capture {
                    repeats: true,
                    by_move: true,
                    ..Capture::default()
                };
                let (block, _) = self.capturing(capture, |this| {
                    this.scope.enter(Barrier::Capture(Capture {
                        repeats: true,
                        ..Capture::default()
                    }));
                    this.scope.declare(&name, from, false);
                    let block = this.async_block(to, depth, true).0;
                    this.scope.leave();
                    block
                });
                let (from, to) = (from.text(), to.text());
                let (construct, template) = if self.chance(50) {
                    (
                        "a reference to a callback",
                        format!("&move |{name}: {from}| Box::pin(¤)"),
                    )
                } else {
                    (
                        "a callback that names its future",
                        format!(
                            "&move |{name}: {from}| -> LocalBoxFuture<'static, {to}> {{ Box::pin(¤) }}"
                        ),
                    )
                };
                Some((Node::value(construct, ty, &template, [block]), Vec::new()))
            }
            Ty::Closure(from, to) => {
                let name = self.fresh("x");
                let (body, holds) = self.closure_body(&name, from, to, depth);
                let template = format!("|{name}: {}| {{ ¤ }}", from.text());
                Some((Node::value("a closure", ty, &template, [body]), holds))
            }
            _ => None,
        }
    }
}
