//! Futures that are kept: in lists, slots, tuples and fields.

use super::Generator;
use crate::function::{Kind, Owner};
use crate::node::Node;
use crate::program::Form;
use crate::scope::{Capture, Use};
use crate::ty::Ty;

impl Generator {
    /// A statement that keeps a future, and perhaps awaits it.
    pub(super) fn stored(&mut self, depth: u32) -> Option<Node> {
        let output = self.common();
        let text = output.text();
        match self.below(9) {
            0 => self.queue(&output, depth),
            1 => self.slot(&output, depth),
            2 => {
                let (future, holds) = self.future(&output, depth, true)?;
                let name = self.fresh("f");
                drop(holds);
                Some(if self.chance(50) {
                    Node::statement(
                        "a future in a tuple",
                        &format!("let {name} = (¤, 1u8); note(\"tuple\", {name}.0.await);"),
                        [future],
                    )
                } else {
                    Node::statement(
                        "a pinned future",
                        &format!(
                            "let mut {name} = pin!(¤); log(\"pinned\"); note(\"pinned\", {name}.as_mut().await);"
                        ),
                        [future],
                    )
                })
            }
            3 => self.list_of_calls(&output, depth),
            4 => {
                let (a, _) = self.future(&output, depth, true)?;
                let condition = self.value(&Ty::Bool, depth);
                let name = self.fresh("f");
                Some(Node::statement(
                    "a future in an `Option`",
                    &format!(
                        "let {name} = Some(¤); if let Some({name}) = {name} && ¤ {{ note(\"some\", {name}.await); }}"
                    ),
                    [a, condition],
                ))
            }
            5 => {
                let (a, _) = self.future(&output, depth, true)?;
                let name = self.fresh("f");
                Some(Node::statement(
                    "a future by `&mut`",
                    &format!(
                        "{{ let mut {name}: Pin<Box<dyn Future<Output = {text}> + '_>> = Box::pin(¤); log(\"kept\"); note(\"by reference\", (&mut {name}).await); log(\"still\"); }}"
                    ),
                    [a],
                ))
            }
            6 => Some(self.producer(&output, depth)),
            7 if self.form == Form::Module => self.job(&output, depth),
            _ => {
                let (a, _) = self.future(&output, depth, true)?;
                let name = self.fresh("f");
                let value = self.value(&output, depth);
                Some(Node::statement(
                    "a future that is never awaited",
                    &format!(
                        "let {name} = ¤; if false {{ note(\"never\", {name}.await); }} else {{ note(\"else\", ¤); }}"
                    ),
                    [a, value],
                ))
            }
        }
    }

    fn queue(&mut self, output: &Ty, depth: u32) -> Option<Node> {
        let (name, item) = (self.fresh("q"), self.fresh("f"));
        let (a, holds) = self.future(output, depth, true)?;
        self.scope.hold(&holds);
        let b = self.future(output, depth, true);
        let between = self.scoped(|this| this.statements(1, depth));
        self.scope.release(&holds);
        let (b, _) = b?;
        let turn = match self.below(4) {
            0 => format!("for {item} in {name} {{ note(\"queue\", {item}.await); }}"),
            1 => format!(
                "for {item} in {name}.iter_mut() {{ note(\"queue\", {item}.as_mut().await); }}"
            ),
            2 => format!(
                "while let Some({item}) = {name}.pop() {{ note(\"queue\", {item}.await); }}"
            ),
            _ => format!(
                "for {item} in {name}.drain(..).skip(1) {{ note(\"queue\", {item}.await); }}"
            ),
        };
        let text = Ty::Queue(Box::new(output.clone())).text();
        // What lies between may change nothing that the second one borrows.
        let template = format!(
            "{{ let mut {name}: {text} = vec![Box::pin(¤)]; ¤ {name}.push(Box::pin(¤)); {turn} }}"
        );
        Some(Node::statement(
            "a `Vec` of boxed futures",
            &template,
            [a, between, b],
        ))
    }

    fn slot(&mut self, output: &Ty, depth: u32) -> Option<Node> {
        let (name, item) = (self.fresh("s"), self.fresh("f"));
        let (a, holds) = self.future(output, depth, true)?;
        self.scope.hold(&holds);
        let between = self.scoped(|this| this.statements(1, depth));
        self.scope.release(&holds);
        let text = Ty::Slot(Box::new(output.clone())).text();
        let turn = ["take()", "as_mut()"][self.below(2)];
        let template = format!(
            "{{ let mut {name}: {text} = Some(Box::pin(¤)); ¤ if let Some({item}) = {name}.{turn} {{ note(\"slot\", {item}.await); }} }}"
        );
        Some(Node::statement(
            "a slot for a future",
            &template,
            [a, between],
        ))
    }

    fn list_of_calls(&mut self, output: &Ty, depth: u32) -> Option<Node> {
        let same = |ty: &Ty| ty.is_data() || matches!(ty, Ty::Guard);
        let candidates: Vec<_> = self
            .giving(output)
            .into_iter()
            .filter(|function| {
                function.owner == Owner::Free
                    && function.kind == Kind::Async
                    && function.params.iter().all(same)
            })
            .collect();
        let function = self.pick(&candidates)?;
        let (a, _) = self.call(&function, depth, true)?;
        let (b, _) = self.call(&function, depth, true)?;
        let (name, item) = (self.fresh("q"), self.fresh("f"));
        let turn = match self.below(3) {
            0 => format!("for {item} in {name} {{ note(\"list\", {item}.await); }}"),
            1 => format!(
                "for {item} in {name}.into_iter().rev() {{ note(\"list\", {item}.await); }}"
            ),
            _ => format!("drop({name});"),
        };
        Some(Node::statement(
            "a `Vec` of calls",
            &format!("let {name} = vec![¤, ¤]; log(\"list\"); {turn}"),
            [a, b],
        ))
    }

    /// Closures that make futures, for what is not awaited.
    fn producer(&mut self, output: &Ty, depth: u32) -> Node {
        let (jobs, item, job) = (self.fresh("q"), self.fresh("x"), self.fresh("f"));
        let list = self.value(&Ty::Vec(Box::new(Ty::U32)), depth);
        let capture = Capture {
            repeats: true,
            ..Capture::default()
        };
        let (block, _) = self.capturing(capture, |this| {
            this.scope.declare(&item, &Ty::U32, false);
            this.async_block(output, depth, true).0
        });
        let turn = if self.chance(80) {
            format!("for {job} in {jobs} {{ note(\"job\", {job}.await); }}")
        } else {
            "log(\"nobody\");".to_owned()
        };
        let template = format!(
            "{{ let {jobs}: Vec<_> = (¤).into_iter().take(2).map(|{item}: u32| ¤).collect(); log(\"jobs\"); {turn} }}"
        );
        Node::statement("closures that make futures", &template, [list, block])
    }

    /// A struct that holds a future.
    fn job(&mut self, output: &Ty, depth: u32) -> Option<Node> {
        if *output != Ty::U32 {
            return None;
        }
        if !self.has_job {
            self.has_job = true;
            self.items.push(Node::new(
                "a struct with a future",
                crate::node::Sort::Item,
                "pub struct Job<'a> { pub work: Pin<Box<dyn Future<Output = u32> + 'a>>, pub guard: Guard }\nimpl<'a> Job<'a> { pub async fn run(self) -> u32 { log(\"run\"); self.work.await } }",
                [],
            ));
        }
        let tag = self.tag();
        let (a, _) = self.future(output, depth, true)?;
        let name = self.fresh("j");
        let turn = ["run().await", "work.await"][self.below(2)];
        Some(Node::statement(
            "a field that is a future",
            &format!(
                "{{ let {name} = Job {{ work: Box::pin(¤), guard: Guard::loud({tag}) }}; log(\"job\"); note(\"job\", {name}.{turn}); }}"
            ),
            [a],
        ))
    }

    /// A closure that is bound.
    pub(super) fn bound_closure(&mut self, depth: u32) -> Node {
        let (from, to) = (self.common(), self.common());
        let name = self.fresh("c");
        match self.below(3) {
            0 => {
                let param = self.fresh("x");
                let (body, holds) = self.closure_body(&param, &from, &to, depth);
                let ty = Ty::Closure(Box::new(from.clone()), Box::new(to.clone()));
                self.scope.declare_holding(&name, &ty, false, holds);
                let template = format!(
                    "let {name} = |{param}: {}| -> {} {{ ¤ }};",
                    from.text(),
                    to.text()
                );
                Node::statement("a closure that is bound", &template, [body])
            }
            1 => {
                let (closure, holds) = self.closure_of_block(&from, &to, depth);
                let ty = Ty::Returning(Box::new(from), Box::new(to));
                self.scope.declare_holding(&name, &ty, false, holds);
                Node::statement(
                    "a bound closure that makes a future",
                    &format!("let {name} = ¤;"),
                    [closure],
                )
            }
            _ => {
                let (closure, holds) = self.async_closure(&from, &to, depth);
                let ty = Ty::Callback(Box::new(from), Box::new(to));
                self.scope.declare_holding(&name, &ty, false, holds);
                Node::statement(
                    "an async closure that is bound",
                    &format!("let {name} = ¤;"),
                    [closure],
                )
            }
        }
    }

    /// A call of a closure that is not async.
    pub(super) fn closure_call(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        let found = self.scope.find(
            Use::Read,
            |var| matches!(&var.ty, Ty::Closure(_, to) if **to == *ty),
        );
        let index = self.pick(&found)?;
        let var = self.scope.var(index);
        let Ty::Closure(from, _) = var.ty.clone() else {
            return None;
        };
        let name = var.name.clone();
        self.scope.note(index, Use::Read);
        self.cost += self.times * 10;
        let argument = self.value(&from, depth);
        Some(Node::value(
            "a call of a closure",
            ty,
            &format!("{name}(¤)"),
            [argument],
        ))
    }
}
