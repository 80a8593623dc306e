//! Calls, and what is awaited where it stands.

use super::{Generator, MOST_CALLS};
use crate::function::{Function, Kind, Owner};
use crate::node::{Node, Piece};
use crate::scope::Use;
use crate::ty::Ty;

/// What a value borrows: the index of a variable, and whether it may change that.
pub(super) type Holds = Vec<(usize, bool)>;

impl Generator {
    /// Something that is awaited and gives this type.
    pub(super) fn awaited(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        if !self.is_async() {
            return None;
        }
        match self.below(18) {
            13 => self.joined(ty, depth),
            17 => self.awaited_builder(ty, depth),
            14 => self.extra(ty, depth),
            15 | 16 => match ty {
                Ty::U32 if self.chance(40) => self.drain(),
                Ty::U32 => Some(self.streamed(depth)),
                Ty::Vec(inner) if **inner == Ty::U32 => Some(self.streamed_list(depth)),
                _ => self.joined(ty, depth),
            },
            0..=3 => self.awaited_call(ty, depth),
            4 | 5 => {
                let by_move = self.chance(30);
                let (block, holds) = self.async_block(ty, depth, by_move);
                drop(holds);
                Some(Node::value(
                    "an async block that is awaited",
                    ty,
                    "¤.await",
                    [block],
                ))
            }
            6 => self.awaited_variable(ty),
            7 => {
                let value = self.value(ty, depth);
                Some(Node::value(
                    "`ready`",
                    ty,
                    "std::future::ready(¤).await",
                    [value],
                ))
            }
            8 => self.awaited_branch(ty, depth),
            9 => {
                let (future, _) = self.future(ty, depth, false)?;
                Some(Node::value(
                    "a box that is awaited",
                    ty,
                    "Box::pin(¤).await",
                    [future],
                ))
            }
            10 => self.awaited_closure(ty, depth),
            _ => self.one_half(ty),
        }
    }

    /// The functions that give this when they are awaited.
    pub(super) fn giving(&self, ty: &Ty) -> Vec<Function> {
        let fits = |function: &&Function| {
            function.output == *ty
                && function.kind != Kind::Stream
                && !(self.still && function.suspends)
                && self.cost + self.times * function.cost <= MOST_CALLS
        };
        self.functions.iter().filter(fits).cloned().collect()
    }

    fn awaited_call(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        let candidates = self.giving(ty);
        let function = self.pick(&candidates)?;
        let (call, _) = self.call(&function, depth, false)?;
        Some(Node::value(
            function.owner.construct(function.kind),
            ty,
            "¤.await",
            [call],
        ))
    }

    /// A call without its `.await`, and what its future borrows.
    ///
    /// Nothing in a `late` call may be gone at the end of its statement.
    pub(super) fn call(
        &mut self,
        function: &Function,
        depth: u32,
        late: bool,
    ) -> Option<(Node, Holds)> {
        let (receiver, mut holds) = self.receiver(function, depth, late)?;
        self.scope.hold(&holds);
        let mut arguments = Vec::from_iter(receiver);
        let has_receiver = arguments.len();
        let mut complete = true;
        for param in &function.params {
            let Some((argument, borrowed)) = self.argument(param, depth, late) else {
                complete = false;
                break;
            };
            self.scope.hold(&borrowed);
            holds.extend(borrowed);
            arguments.push(argument);
        }
        self.scope.release(&holds);
        if !complete {
            return None;
        }
        self.cost += self.times * function.cost;
        self.suspends |= function.suspends;
        let list = vec!["¤"; arguments.len() - has_receiver].join(", ");
        let receiver = if has_receiver == 1 { "¤." } else { "" };
        let template = format!("{receiver}{}({list})", function.name);
        Some((Node::part(&template, arguments), holds))
    }

    fn receiver(
        &mut self,
        function: &Function,
        depth: u32,
        late: bool,
    ) -> Option<(Option<Node>, Holds)> {
        let usage = match function.owner {
            Owner::Free => return Some((None, Vec::new())),
            Owner::Point if late => Use::Take,
            Owner::Point => {
                let point = self.value(&Ty::Point, depth);
                return Some((Some(Node::part("(¤)", [point])), Vec::new()));
            }
            Owner::PointMut => Use::Write,
            Owner::PointRef | Owner::Trait => Use::Read,
        };
        let is_trait = function.owner == Owner::Trait;
        let found = self.scope.find(usage, |var| match var.ty {
            Ty::Point => usage != Use::Write || var.mutable,
            Ty::PointMut => usage != Use::Take,
            Ty::PointRef => usage == Use::Read,
            Ty::Generic => is_trait,
            _ => false,
        });
        if let Some(index) = self.pick(&found) {
            self.scope.note(index, usage);
            let name = self.scope.var(index).name.clone();
            let holds = match usage {
                Use::Take => Vec::new(),
                usage => vec![(index, usage == Use::Write)],
            };
            return Some((Some(Node::part(&name, [])), holds));
        }
        if late || self.chance(50) {
            return None;
        }
        // Awaited later, this is refused.
        let point = self.value(&Ty::Point, depth);
        Some((Some(Node::part("Point::clone(&(¤))", [point])), Vec::new()))
    }

    pub(super) fn awaited_variable(&mut self, ty: &Ty) -> Option<Node> {
        if self.still {
            return None;
        }
        let fits =
            |other: &Ty| matches!(other, Ty::Future(inner) | Ty::Boxed(inner) if **inner == *ty);
        let (name, found) = self.take(fits)?;
        Some(match found {
            Ty::Boxed(_) => Node::value(
                "a boxed future that is awaited late",
                ty,
                &format!("{name}.await"),
                [],
            ),
            _ => Node::value(
                "a future that is awaited late",
                ty,
                &format!("{name}.await"),
                [],
            ),
        })
    }

    /// `if c { f(x) } else { f(y) }.await`.
    fn awaited_branch(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        let candidates = self.giving(ty);
        let function = self.pick(&candidates)?;
        // Arguments of types without a name would make two types of future.
        let same = |ty: &Ty| ty.is_data() || matches!(ty, Ty::Str | Ty::Guard | Ty::Boxed(_));
        if function.owner != Owner::Free || !function.params.iter().all(same) {
            return None;
        }
        let condition = self.value(&Ty::Bool, depth);
        let (a, b) = self.either(
            |this| this.call(&function, depth, true),
            |this| this.call(&function, depth, true),
        );
        let (a, b) = (a?.0, b?.0);
        Some(if self.chance(50) {
            Node::value(
                "an `if` in front of `.await`",
                ty,
                "if ¤ { ¤ } else { ¤ }.await",
                [condition, a, b],
            )
        } else {
            Node::value(
                "a `match` in front of `.await`",
                ty,
                "match ¤ { true => ¤, false => ¤ }.await",
                [condition, a, b],
            )
        })
    }

    /// A callback that is in scope, or a closure that is called where it stands.
    pub(super) fn awaited_closure(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        for usage in [Use::Read, Use::Write, Use::Take] {
            if self.still {
                break;
            }
            let found = self.scope.find(usage, |var| match (&var.ty, usage) {
                (Ty::Callback(_, to) | Ty::Returning(_, to) | Ty::Dynamic(_, to), Use::Read)
                | (Ty::CallbackMut(_, to), Use::Write)
                | (Ty::CallbackOnce(_, to), Use::Take) => **to == *ty,
                _ => false,
            });
            let Some(index) = self.pick(&found) else {
                continue;
            };
            let var = self.scope.var(index);
            let (Ty::Callback(from, _)
            | Ty::Returning(from, _)
            | Ty::Dynamic(from, _)
            | Ty::CallbackMut(from, _)
            | Ty::CallbackOnce(from, _)) = var.ty.clone()
            else {
                return None;
            };
            let name = var.name.clone();
            self.scope.note(index, usage);
            self.cost += self.times * 10;
            self.suspends = true;
            let held = if usage == Use::Take {
                Vec::new()
            } else {
                vec![(index, usage == Use::Write)]
            };
            self.scope.hold(&held);
            let argument = self.value(&from, depth);
            self.scope.release(&held);
            return Some(Node::value(
                "an awaited callback",
                ty,
                &format!("{name}(¤).await"),
                [argument],
            ));
        }
        let from = self.data(0);
        let (closure, holds) = self.callback(&from, ty, depth)?;
        self.scope.hold(&holds);
        let argument = self.value(&from, depth);
        self.scope.release(&holds);
        Some(Node::value(
            "a closure that is called where it stands",
            ty,
            "(¤)(¤).await",
            [closure, argument],
        ))
    }

    /// Code for one half each.
    fn one_half(&mut self, ty: &Ty) -> Option<Node> {
        if *ty != Ty::U32 || self.still {
            return None;
        }
        self.suspends = true;
        let mut node = Node::value(
            "`is_async!`",
            ty,
            "if is_async!() { give(3u32).await } else { ",
            [],
        );
        node.pieces.push(Piece::Twin("give"));
        node.pieces.push(Piece::Text("(3u32) }".to_owned()));
        Some(node)
    }
}
