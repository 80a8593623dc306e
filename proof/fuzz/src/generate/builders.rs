//! A type that is awaited itself, as the builder of a request is.

use super::{Generator, MOST_CALLS};
use crate::node::{Node, Sort};
use crate::program::Form;
use crate::scope::Use;
use crate::ty::Ty;

/// What awaiting it gives, about how many calls that leads to, and whether it may give way to others.
#[derive(Clone)]
pub(super) struct Builder {
    output: Ty,
    cost: u64,
    suspends: bool,
}

impl Generator {
    /// The type and its impl. Its future takes the guard, or drops it before it begins.
    pub(super) fn builder_items(&mut self) {
        let output = self.common();
        let text = output.text();
        let (n, guard) = (self.fresh("p"), self.fresh("g"));
        let mut named = vec![(n.clone(), Ty::U32)];
        let mut taken = String::new();
        if self.chance(50) {
            taken = format!("let {guard} = self.guard;");
            named.push((guard, Ty::Guard));
        }
        let future = if self.chance(50) {
            format!("Pin<Box<dyn Future<Output = {text}>>>")
        } else {
            format!("LocalBoxFuture<'static, {text}>")
        };
        let body = self.function_body(&output, &named, 2, 9);
        self.items.push(Node::new(
            "a struct that is awaited",
            Sort::Item,
            "pub struct Ask { pub n: u32, pub guard: Guard }\nimpl Ask { pub fn new(n: u32) -> Self { log(\"ask\"); Ask { n, guard: Guard::loud(\"ask\") } } }",
            [],
        ));
        self.item(
            "an `impl` of `IntoFuture`",
            &format!("impl IntoFuture for Ask {{ type Output = {text}; type IntoFuture = {future}; fn into_future(self) -> Self::IntoFuture {{ Box::pin(async move {{ let {n} = self.n; {taken} let value: {text} = {{ ¤ }}; value }}) }} }}"),
            vec![body],
        );
        self.builder = Some(Builder {
            output,
            cost: self.cost,
            suspends: self.suspends,
        });
    }

    /// `let a = Ask::new(n);`, to be awaited later, or never.
    pub(super) fn bound_builder(&mut self, depth: u32) -> Node {
        let number = self.value(&Ty::U32, depth);
        let name = self.fresh("a");
        self.scope.declare(&name, &Ty::Builder, false);
        Node::statement(
            "a builder that is bound",
            &format!("let {name} = Ask::new(¤);"),
            [number],
        )
    }

    /// What a statement gets that awaits one that is bound, now and then.
    pub(super) fn awaits_builder(&mut self) -> Option<Ty> {
        let found = self.scope.find(Use::Take, |var| var.ty == Ty::Builder);
        let waits = !found.is_empty() && self.chance(50);
        let builder = self.builder.as_ref().filter(|_| waits);
        builder.map(|builder| builder.output.clone())
    }

    /// One that is bound, or made right here.
    pub(super) fn awaited_builder(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        let builder = self.builder.clone()?;
        if builder.output != *ty
            || self.still && builder.suspends
            || self.cost + self.times * builder.cost > MOST_CALLS
        {
            return None;
        }
        self.cost += self.times * builder.cost;
        self.suspends |= builder.suspends;
        if let Some((name, _)) = self.take(|ty| *ty == Ty::Builder) {
            // Elsewhere it may be that of a stream.
            let turned = self.form == Form::Suffix && self.chance(25);
            let turned = if turned { ".into_future()" } else { "" };
            return Some(Node::value(
                "a builder that is awaited",
                ty,
                &format!("{name}{turned}.await"),
                [],
            ));
        }
        let number = self.value(&Ty::U32, depth);
        let tag = self.tag();
        Some(Node::value(
            "a literal that is awaited",
            ty,
            &format!("(Ask {{ n: ¤, guard: Guard::loud({tag}) }}).await"),
            [number],
        ))
    }
}
