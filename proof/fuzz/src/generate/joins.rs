//! Branches that are driven at the same time. They do not suspend, so that the async half runs them
//! one after the other, as `join = sequential` says.

use super::Generator;
use crate::function::{Function, Kind, Owner};
use crate::node::Node;
use crate::ty::Ty;

impl Generator {
    /// Makes code that does not suspend.
    fn stilled<R>(&mut self, make: impl FnOnce(&mut Self) -> R) -> R {
        let before = std::mem::replace(&mut self.still, true);
        let result = make(self);
        self.still = before;
        result
    }

    fn branch(&mut self, output: &Ty, depth: u32) -> Option<Node> {
        // What an earlier branch borrows, a later one may at most read.
        let (future, _) = self.stilled(|this| this.future(output, depth, false))?;
        Some(future)
    }

    /// Two branches.
    pub(super) fn joined(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        match ty {
            Ty::Tuple(types) => {
                let [first, second] = types.as_slice() else {
                    return None;
                };
                let (a, b) = self.branches(first, second, depth)?;
                let (construct, template) = match self.below(3) {
                    0 => ("`futures::join!`", "futures::join!(¤, ¤)"),
                    1 => ("`tokio::join!`", "tokio::join!(¤, ¤)"),
                    _ => ("`future::join`", "futures::future::join(¤, ¤).await"),
                };
                Some(Node::value(construct, ty, template, [a, b]))
            }
            Ty::Result(inner) => {
                let Ty::Tuple(types) = &**inner else {
                    return None;
                };
                let [first, second] = types.as_slice() else {
                    return None;
                };
                let (first, second) = (
                    Ty::Result(Box::new(first.clone())),
                    Ty::Result(Box::new(second.clone())),
                );
                let (a, b) = self.branches(&first, &second, depth)?;
                let (construct, template) = match self.below(2) {
                    0 => ("`try_join!`", "tokio::try_join!(¤, ¤)"),
                    _ => (
                        "`future::try_join`",
                        "futures::future::try_join(¤, ¤).await",
                    ),
                };
                Some(Node::value(construct, ty, template, [a, b]))
            }
            Ty::Vec(inner) => {
                let candidates: Vec<Function> = self
                    .stilled(|this| this.giving(inner))
                    .into_iter()
                    .filter(|function| {
                        function.owner == Owner::Free
                            && function.kind == Kind::Async
                            && function.params == [Ty::U32]
                    })
                    .collect();
                let list = self.value(&Ty::Vec(Box::new(Ty::U32)), depth);
                let Some(function) = self.pick(&candidates) else {
                    let (a, b) = self.branches(inner, inner, depth)?;
                    let boxed = format!("Pin<Box<dyn Future<Output = {}> + '_>>", inner.text());
                    let (construct, template) = if self.chance(50) {
                        (
                            "`join_all` of boxes",
                            format!(
                                "{{ let all: Vec<{boxed}> = vec![Box::pin(¤), Box::pin(¤)]; futures::future::join_all(all).await }}"
                            ),
                        )
                    } else {
                        (
                            "`join_all` of a list of boxes",
                            format!(
                                "futures::future::join_all([Box::pin(¤) as {boxed}, Box::pin(¤)]).await"
                            ),
                        )
                    };
                    return Some(Node::value(construct, ty, &template, [a, b]));
                };
                self.cost += self.times * 3 * function.cost;
                let (name, item) = (&function.name, self.fresh("x"));
                let (construct, template) = match self.below(4) {
                    0 => (
                        "`join_all` of calls",
                        format!(
                            "futures::future::join_all((¤).into_iter().take(3).map(|{item}| {name}({item}))).await"
                        ),
                    ),
                    1 => (
                        "`join_all` of blocks",
                        format!(
                            "futures::future::join_all((¤).into_iter().take(3).map(|{item}| async move {{ log(\"branch\"); {name}({item}).await }})).await"
                        ),
                    ),
                    2 => (
                        "`FuturesUnordered`",
                        format!(
                            "{{ let mut group = futures::stream::FuturesUnordered::new(); for {item} in (¤).into_iter().take(3) {{ group.push({name}({item})); }} let mut all = Vec::new(); while let Some(one) = group.next().await {{ all.push(one); }} all }}"
                        ),
                    ),
                    _ => (
                        "`buffered`",
                        format!(
                            "futures::stream::iter(¤).take(3).map(|{item}: u32| {name}({item})).buffered(1).collect::<Vec<_>>().await"
                        ),
                    ),
                };
                Some(Node::value(construct, ty, &template, [list]))
            }
            _ => None,
        }
    }

    fn branches(&mut self, first: &Ty, second: &Ty, depth: u32) -> Option<(Node, Node)> {
        let (a, holds) = self.stilled(|this| this.future(first, depth, false))?;
        self.scope.hold(&holds);
        let b = self.branch(second, depth);
        self.scope.release(&holds);
        Some((a, b?))
    }
}
