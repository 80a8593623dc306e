//! Makes well-typed programs.

mod arguments;
mod builders;
mod calls;
mod closures;
mod control;
mod data;
mod extras;
mod futures;
mod items;
mod joins;
mod statements;
mod stored;
mod streams;

use fastrand::Rng;

use crate::function::Function;
use crate::node::{Node, Piece, Sort};
use crate::program::{Form, Program};
use crate::scope::{Scope, Use};
use crate::ty::Ty;
use builders::Builder;

/// Program `index` of a seed, which depends on these two alone.
pub(crate) fn program(seed: u64, index: u64) -> Program {
    let mut mixed = seed ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    Generator::new(Rng::with_seed(mixed ^ (mixed >> 29))).program()
}

/// A function, block or closure whose code is being made.
#[derive(Clone, Debug)]
struct Body {
    /// What `return` and `?` lead out with.
    output: Ty,
    /// Whether `.await` may stand here.
    is_async: bool,
    /// Whether `return` may stand here.
    returns: bool,
    /// Whether `?` may, where `return` may not.
    question: bool,
    jumps: Vec<Jump>,
    /// What `yield` gives.
    yields: Option<Ty>,
}

/// A loop or labelled block.
#[derive(Clone, Debug)]
struct Jump {
    label: String,
    /// What `break` takes along.
    value: Option<Ty>,
    is_loop: bool,
}

/// What a program is made with.
#[allow(clippy::struct_excessive_bools, reason = "each is about another thing")]
struct Generator {
    rng: Rng,
    form: Form,
    scope: Scope,
    functions: Vec<Function>,
    bodies: Vec<Body>,
    /// How many names there are.
    names: usize,
    /// How much may still be made of the current function.
    fuel: i32,
    /// About how many calls the current function leads to, and how often what is made now runs.
    cost: u64,
    times: u64,
    has_point: bool,
    has_job: bool,
    builder: Option<Builder>,
    /// What is made now must not suspend; what was made does.
    still: bool,
    suspends: bool,
    /// What is written once.
    extras: Vec<String>,
    items: Vec<Node>,
    twins: Vec<String>,
    streams: Vec<String>,
}

/// How many calls a program may lead to.
const MOST_CALLS: u64 = 1500;

impl Generator {
    fn new(mut rng: Rng) -> Self {
        let form = match rng.u32(0..10) {
            0..5 => Form::Suffix,
            5..8 => Form::Module,
            _ => Form::Tree,
        };
        Generator {
            rng,
            form,
            scope: Scope::default(),
            functions: Vec::new(),
            bodies: Vec::new(),
            names: 0,
            fuel: 0,
            cost: 0,
            times: 1,
            has_point: false,
            has_job: false,
            builder: None,
            still: false,
            suspends: false,
            extras: Vec::new(),
            items: Vec::new(),
            twins: Vec::new(),
            streams: Vec::new(),
        }
    }

    fn fresh(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// Whether something of this many in a hundred happens.
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.u32(0..100) < percent
    }

    fn below(&mut self, limit: usize) -> usize {
        if limit == 0 {
            0
        } else {
            self.rng.usize(0..limit)
        }
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        if items.is_empty() {
            return None;
        }
        let index = self.below(items.len());
        Some(items[index].clone())
    }

    fn body(&self) -> Option<&Body> {
        self.bodies.last()
    }

    fn is_async(&self) -> bool {
        self.body().is_some_and(|body| body.is_async)
    }

    /// Makes code inside of another body.
    fn within<R>(&mut self, output: &Ty, is_async: bool, make: impl FnOnce(&mut Self) -> R) -> R {
        self.bodies.push(Body {
            output: output.clone(),
            is_async,
            returns: true,
            question: false,
            jumps: Vec::new(),
            yields: None,
        });
        let result = make(self);
        self.bodies.pop();
        result
    }

    /// Makes code in a block of its own.
    fn scoped<R>(&mut self, make: impl FnOnce(&mut Self) -> R) -> R {
        let mark = self.scope.open();
        let result = make(self);
        self.scope.close(mark);
        result
    }

    /// Makes two pieces of code of which one runs.
    fn either<A, B>(
        &mut self,
        first: impl FnOnce(&mut Self) -> A,
        second: impl FnOnce(&mut Self) -> B,
    ) -> (A, B) {
        let before = self.scope.states();
        let first = self.scoped(first);
        let after = self.scope.states();
        self.scope.restore(&before);
        let second = self.scoped(second);
        self.scope.merge(&after);
        (first, second)
    }

    /// Makes code that runs or does not.
    fn maybe<R>(&mut self, make: impl FnOnce(&mut Self) -> R) -> R {
        self.either(make, |_| ()).0
    }

    /// A type of plain data.
    fn data(&mut self, depth: u32) -> Ty {
        if depth == 0 {
            return match self.rng.u32(0..8) {
                0..4 => Ty::U32,
                4 => Ty::I64,
                5 => Ty::Bool,
                6 if self.has_point => Ty::Point,
                _ => Ty::Text,
            };
        }
        match self.rng.u32(0..18) {
            0..2 => Ty::Option(Box::new(self.data(depth - 1))),
            2..4 => Ty::Result(Box::new(self.data(depth - 1))),
            4..6 => Ty::Vec(Box::new(self.data(depth - 1))),
            6 => Ty::Tuple(vec![self.data(depth - 1), self.data(depth - 1)]),
            7 => Ty::Unit,
            _ => self.data(0),
        }
    }

    /// A type that many things have, so that they fit together.
    fn common(&mut self) -> Ty {
        match self.rng.u32(0..10) {
            0..6 => Ty::U32,
            6 => Ty::Result(Box::new(Ty::U32)),
            7 => Ty::Text,
            _ => self.data(1),
        }
    }

    /// A name for an entry of the log, in quotes.
    fn tag(&mut self) -> String {
        let name = self.fresh("t");
        format!("\"{name}\"")
    }

    /// A variable of a type, used in the way that leaves it as it is.
    fn read(&mut self, ty: &Ty) -> Option<Node> {
        let found = self.scope.find(Use::Read, |var| var.ty == *ty);
        let index = self.pick(&found)?;
        let may_take = !ty.is_copy() && self.chance(15);
        if may_take
            && self
                .scope
                .find(Use::Take, |var| var.ty == *ty)
                .contains(&index)
        {
            self.scope.note(index, Use::Take);
            let name = self.scope.var(index).name.clone();
            return Some(Node::value("a variable that is moved", ty, &name, []));
        }
        self.scope.note(index, Use::Read);
        let name = &self.scope.var(index).name;
        Some(if ty.is_copy() {
            Node::value("a variable", ty, name, [])
        } else {
            Node::value(
                "a variable that is cloned",
                ty,
                &format!("{name}.clone()"),
                [],
            )
        })
    }

    /// A variable of a type that is given away.
    fn take(&mut self, fits: impl Fn(&Ty) -> bool) -> Option<(String, Ty)> {
        let found = self.scope.find(Use::Take, |var| fits(&var.ty));
        let index = self.pick(&found)?;
        self.scope.note(index, Use::Take);
        let var = self.scope.var(index);
        Some((var.name.clone(), var.ty.clone()))
    }

    /// The simplest expression of a type.
    fn simplest(ty: &Ty) -> Node {
        Node::value("a literal", ty, &ty.simplest().unwrap_or_default(), [])
    }

    /// An annotated item.
    fn item(&mut self, construct: &'static str, template: &str, parts: Vec<Node>) {
        let mut node = Node::new(construct, Sort::Item, template, parts);
        node.pieces.insert(0, Piece::Attribute);
        self.items.push(node);
    }
}
