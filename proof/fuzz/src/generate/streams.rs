//! Streams and generators.

use super::Generator;
use super::calls::Holds;
use crate::function::{Function, Kind, Owner};
use crate::node::Node;
use crate::scope::{Barrier, Capture, Use};
use crate::ty::Ty;

impl Generator {
    /// A stream of numbers, which may borrow.
    pub(super) fn stream(&mut self, depth: u32) -> (Node, Holds) {
        let ty = Ty::Stream(Box::new(Ty::U32));
        let streams: Vec<_> = self
            .functions
            .iter()
            .filter(|function| function.kind == Kind::Stream)
            .filter(|function| !self.still || !function.suspends)
            .cloned()
            .collect();
        if let Some(function) = self.pick(&streams) {
            if self.chance(50) {
                if let Some((call, holds)) = self.call(&function, depth, false) {
                    return (
                        Node::value("a call that gives a stream", &ty, "¤", [call]),
                        holds,
                    );
                }
            }
        }
        let list = self.value(&Ty::Vec(Box::new(Ty::U32)), depth);
        let base = Node::value("`stream::iter`", &ty, "futures::stream::iter(¤)", [list]);
        let name = self.fresh("x");
        match self.below(5) {
            0 => {
                let (body, holds) = self.closure_body(&name, &Ty::U32, &Ty::U32, depth);
                let template = format!("¤.map(|{name}: u32| {{ ¤ }})");
                (
                    Node::value("`map` of a stream", &ty, &template, [base, body]),
                    holds,
                )
            }
            1 => {
                let capture = Capture {
                    repeats: true,
                    ..Capture::default()
                };
                let (block, holds) = self.capturing(capture, |this| {
                    this.scope.declare(&name, &Ty::U32, false);
                    this.async_block(&Ty::U32, depth, true).0
                });
                let template = format!("¤.then(|{name}: u32| ¤)");
                (
                    Node::value("`then` of a stream", &ty, &template, [base, block]),
                    holds,
                )
            }
            2 => {
                let tag = self.tag();
                let template = format!(
                    "¤.filter(|{name}: &u32| {{ let {name} = *{name}; async move {{ note({tag}, {name}) % 2 == 0 }} }})"
                );
                (
                    Node::value("`filter` of a stream", &ty, &template, [base]),
                    Vec::new(),
                )
            }
            3 => (
                Node::value("`take` of a stream", &ty, "¤.take(2)", [base]),
                Vec::new(),
            ),
            _ => (base, Vec::new()),
        }
    }

    /// The code of a closure that is not async.
    pub(super) fn closure_body(
        &mut self,
        name: &str,
        from: &Ty,
        to: &Ty,
        depth: u32,
    ) -> (Node, Holds) {
        let capture = Capture {
            repeats: true,
            ..Capture::default()
        };
        self.capturing(capture, |this| {
            this.within(to, false, |this| {
                this.scope.declare(name, from, false);
                this.block(to, depth)
            })
        })
    }

    /// A number, out of a stream.
    pub(super) fn streamed(&mut self, depth: u32) -> Node {
        let (stream, _) = self.stream(depth);
        match self.below(4) {
            0 => Node::value(
                "`collect` of a stream",
                &Ty::U32,
                "¤.collect::<Vec<u32>>().await.len() as u32",
                [stream],
            ),
            1 => {
                let (acc, item) = (self.fresh("a"), self.fresh("x"));
                let template = format!(
                    "¤.fold(1u32, |{acc}: u32, {item}: u32| async move {{ {acc} * 3 + {item} }}).await"
                );
                Node::value("`fold` of a stream", &Ty::U32, &template, [stream])
            }
            2 => Node::value(
                "`next` of a boxed stream",
                &Ty::U32,
                "Box::pin(¤).next().await.unwrap_or(7)",
                [stream],
            ),
            _ => Node::value(
                "`count` of a stream",
                &Ty::U32,
                "¤.count().await as u32",
                [stream],
            ),
        }
    }

    /// A list, out of a stream.
    pub(super) fn streamed_list(&mut self, depth: u32) -> Node {
        let ty = Ty::Vec(Box::new(Ty::U32));
        let (stream, _) = self.stream(depth);
        Node::value(
            "`collect` of a stream",
            &ty,
            "¤.collect::<Vec<u32>>().await",
            [stream],
        )
    }

    /// A loop over a stream, which is pinned.
    pub(super) fn stream_loop(&mut self, depth: u32) -> Option<Node> {
        if self.times > 20 {
            return None;
        }
        let (name, item) = (self.fresh("s"), self.fresh("v"));
        let local = self.chance(40);
        let (stream, holds) = if local {
            self.generator(depth)
        } else {
            self.stream(depth)
        };
        self.scope.hold(&holds);
        let jump = self.jump();
        let label = jump.label.clone();
        let body = self.jumping(jump, |this| {
            this.scope.declare(&item, &Ty::U32, false);
            this.maybe(|this| this.statements(3, depth))
        });
        self.scope.release(&holds);
        let pin = ["let mut {} = pin!(¤);", "let mut {} = Box::pin(¤);"][self.below(2)]
            .replace("{}", &name);
        let (construct, turn) = match self.below(3) {
            0 => (
                "`loop` over a stream",
                format!(
                    "{label}: loop {{ match {name}.next().await {{ Some({item}) => {{ ¤ }} None => break, }} }}"
                ),
            ),
            _ => (
                "`while let` over a stream",
                format!("{label}: while let Some({item}) = {name}.next().await {{ ¤ }}"),
            ),
        };
        Some(Node::statement(
            construct,
            &format!("{{ {pin} {turn} }}"),
            [stream, body],
        ))
    }

    /// `stream! { .. }` as a value.
    fn generator(&mut self, depth: u32) -> (Node, Holds) {
        let capture = Capture {
            by_move: true,
            mutates: true,
            ..Capture::default()
        };
        let (body, holds) = self.capturing(capture, |this| this.generator_body(depth));
        (
            Node::value(
                "`stream!`",
                &Ty::Stream(Box::new(Ty::U32)),
                "stream! { ¤ }",
                [body],
            ),
            holds,
        )
    }

    fn generator_body(&mut self, depth: u32) -> Node {
        self.within(&Ty::Unit, true, |this| {
            this.set_yields(Some(Ty::U32));
            let first = this.yielded(depth);
            let body = this.statements(3, depth);
            let last = this.yielded(depth);
            Node::part("¤¤¤", [first, body, last])
        })
    }

    fn set_yields(&mut self, ty: Option<Ty>) {
        if let Some(body) = self.bodies.last_mut() {
            body.yields = ty;
            body.returns = false;
        }
    }

    /// `yield e;`, where it may stand.
    pub(super) fn yielded(&mut self, depth: u32) -> Node {
        let value = self.value(&Ty::U32, depth);
        Node::statement("`yield`", "yield ¤;", [value])
    }

    /// A function that returns a stream.
    pub(super) fn stream_function(&mut self) {
        let (name, param) = (self.fresh("f"), self.fresh("p"));
        self.start_function(14);
        let tries = self.chance(30);
        let body = self.within(&Ty::Result(Box::new(Ty::Unit)), true, |this| {
            this.scoped(|this| {
                this.scope.declare(&param, &Ty::U32, false);
                this.scope.enter(Barrier::Capture(Capture {
                    by_move: true,
                    mutates: true,
                    ..Capture::default()
                }));
                let body = this.scoped(|this| {
                    this.set_yields(Some(Ty::U32));
                    if tries {
                        if let Some(body) = this.bodies.last_mut() {
                            body.question = true;
                        }
                    }
                    let first = this.yielded(3);
                    let body = this.statements(3, 3);
                    let last = this.yielded(3);
                    Node::part("¤¤¤", [first, body, last])
                });
                this.scope.leave();
                body
            })
        });
        let (construct, template) = if tries {
            (
                "a function of `try_stream!`",
                format!(
                    "pub fn {name}({param}: u32) -> impl Stream<Item = u32> {{ use futures::StreamExt as _; let items = try_stream! {{ ¤ }}; items.filter_map(|item: Result<u32, String>| async move {{ log(\"item\"); item.ok() }}) }}"
                ),
            )
        } else {
            (
                "a function of `stream!`",
                format!(
                    "pub fn {name}({param}: u32) -> impl Stream<Item = u32> {{ stream! {{ ¤ }} }}"
                ),
            )
        };
        self.item(construct, &template, vec![body]);
        self.streams.push(name.clone());
        self.end_function(Function::new(
            name,
            Owner::Free,
            Kind::Stream,
            vec![Ty::U32],
            Ty::U32,
        ));
    }

    /// A parameter that is a stream is read to its end.
    pub(super) fn drain(&mut self) -> Option<Node> {
        if self.still {
            return None;
        }
        self.suspends = true;
        let found = self
            .scope
            .find(Use::Write, |var| matches!(var.ty, Ty::Stream(_)));
        let index = self.pick(&found)?;
        self.scope.note(index, Use::Write);
        let name = self.scope.var(index).name.clone();
        Some(Node::value(
            "`next` of a parameter",
            &Ty::U32,
            &format!("{name}.next().await.unwrap_or(3)"),
            [],
        ))
    }
}
