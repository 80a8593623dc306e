//! Functions, types and traits.

use super::Generator;
use crate::function::{Function, Kind, Owner};
use crate::node::{Node, Sort};
use crate::program::Program;
use crate::ty::Ty;

impl Generator {
    pub(super) fn program(mut self) -> Program {
        self.leaf_functions();
        if self.chance(45) {
            self.point();
            if self.chance(50) {
                self.trait_items();
            }
        }
        if self.chance(35) {
            self.builder_items();
        }
        for _ in 0..self.rng.usize(1..4) {
            match self.below(10) {
                0 | 1 => self.stream_function(),
                2 | 3 => self.returning_function(),
                _ => self.function(),
            }
        }
        let output = self.data(1);
        let body = self.function_body(&output, &[], 4, 28);
        self.item(
            "the first function",
            &format!("pub async fn start() -> {} {{ ¤ }}", output.text()),
            vec![body],
        );
        Program {
            form: self.form,
            items: self.items,
            twins: self.twins,
            streams: self.streams,
        }
    }

    /// The functions that suspend, or fail, or do neither.
    fn leaf_functions(&mut self) {
        let leaves = [
            (
                "tick",
                Ty::U32,
                "u32 { log(format!(\"tick {n}\")); pause().await; n }",
            ),
            ("mark", Ty::U32, "u32 { log(format!(\"mark {n}\")); n + 1 }"),
            (
                "check",
                Ty::Result(Box::new(Ty::U32)),
                "Result<u32, String> { log(format!(\"check {n}\")); if n % 3 == 0 { Err(format!(\"no {n}\")) } else { Ok(n) } }",
            ),
        ];
        for (name, output, rest) in leaves {
            self.item(
                "a leaf",
                &format!("pub async fn {name}(n: u32) -> {rest}"),
                Vec::new(),
            );
            self.twins.push(name.to_owned());
            let mut function = Function::new(
                name.to_owned(),
                Owner::Free,
                Kind::Async,
                vec![Ty::U32],
                output,
            );
            function.suspends = name == "tick";
            self.functions.push(function);
        }
    }

    /// Begins to count what a function costs.
    pub(super) fn start_function(&mut self, fuel: i32) {
        self.fuel = fuel;
        self.cost = 1;
        self.times = 1;
        self.suspends = false;
    }

    /// Makes a function known to those behind it.
    pub(super) fn end_function(&mut self, mut function: Function) {
        function.cost = self.cost;
        function.suspends = self.suspends;
        self.functions.push(function);
    }

    /// The code of a function with these parameters.
    pub(super) fn function_body(
        &mut self,
        output: &Ty,
        params: &[(String, Ty)],
        count: usize,
        fuel: i32,
    ) -> Node {
        self.start_function(fuel);
        self.within(output, true, |this| {
            this.scoped(|this| {
                for (name, ty) in params {
                    let mutable = matches!(
                        ty,
                        Ty::PointMut | Ty::Counter | Ty::CallbackMut(..) | Ty::Stream(_)
                    );
                    this.scope.declare(name, ty, mutable);
                }
                let body = this.statements(count, 4);
                let tail = this.value(output, 4);
                Self::ending(body, tail)
            })
        })
    }

    /// A parameter that is not plain data.
    fn special(&mut self) -> Ty {
        let (a, b) = (Box::new(self.common()), Box::new(self.common()));
        match self.below(12) {
            7 => Ty::CallbackMut(a, b),
            8 => Ty::CallbackOnce(a, b),
            9 => Ty::Dynamic(a, b),
            10 => Ty::Stream(Box::new(Ty::U32)),
            11 => Ty::Closure(a, b),
            0 => Ty::Guard,
            1 => Ty::Str,
            2 => Ty::Counter,
            3 => Ty::Future(b),
            4 => Ty::Boxed(b),
            5 => Ty::Callback(a, b),
            _ => Ty::Returning(a, b),
        }
    }

    fn params(&mut self) -> Vec<Ty> {
        let mut params: Vec<Ty> = (0..self.below(3)).map(|_| self.data(1)).collect();
        if self.chance(75) {
            params.push(self.special());
            if self.chance(30) {
                let other = self.special();
                let once = params.iter().all(|ty| !matches!(ty, Ty::Returning(..)));
                if once || !matches!(other, Ty::Returning(..)) {
                    params.push(other);
                }
            }
        }
        let rank = |ty: &Ty| match ty {
            Ty::Counter => 2,
            Ty::Str => 1,
            _ => 0,
        };
        params.sort_by_key(rank);
        params
    }

    fn function(&mut self) {
        let name = self.fresh("f");
        let params = self.params();
        let output = self.common();
        let mut generics = Vec::new();
        let mut named = Vec::new();
        let mut list = Vec::new();
        for ty in &params {
            let name = self.fresh("p");
            let text = match ty {
                Ty::Returning(from, to) => {
                    generics.push(format!(
                        "F: Fn({}) -> R, R: Future<Output = {}>",
                        from.text(),
                        to.text()
                    ));
                    "F".to_owned()
                }
                ty => ty.text(),
            };
            if *ty == Ty::Guard && self.chance(30) {
                list.push(format!("_: {text}"));
                continue;
            }
            let word = if matches!(ty, Ty::CallbackMut(..) | Ty::Stream(_)) {
                "mut "
            } else {
                ""
            };
            list.push(format!("{word}{name}: {text}"));
            named.push((name, ty.clone()));
        }
        let generics = if generics.is_empty() {
            String::new()
        } else {
            format!("<{}>", generics.join(", "))
        };
        let body = self.function_body(&output, &named, 3, 16);
        let template = format!(
            "pub async fn {name}{generics}({}) -> {} {{ ¤ }}",
            list.join(", "),
            output.text()
        );
        self.item("an async function", &template, vec![body]);
        self.twins.push(name.clone());
        self.end_function(Function::new(
            name,
            Owner::Free,
            Kind::Async,
            params,
            output,
        ));
    }

    /// The struct, with methods.
    fn point(&mut self) {
        self.items.push(Node::new(
            "a struct",
            Sort::Item,
            "#[derive(Clone, Debug, PartialEq)] pub struct Point { pub n: u32, pub name: String }\nimpl Point { pub fn new(n: u32) -> Self { Point { n, name: format!(\"p{n}\") } } }",
            [],
        ));
        self.has_point = true;
        let mut methods = Vec::new();
        for owner in [Owner::PointRef, Owner::PointMut, Owner::Point] {
            let name = self.fresh("m");
            let params = vec![self.data(0)];
            let output = self.common();
            let (receiver, ty) = match owner {
                Owner::PointRef => ("&self", Ty::PointRef),
                Owner::PointMut => ("&mut self", Ty::PointMut),
                _ => ("self", Ty::Point),
            };
            let param = self.fresh("p");
            let named = [("self".to_owned(), ty), (param.clone(), params[0].clone())];
            let body = self.function_body(&output, &named, 2, 9);
            methods.push(Node::new(
                "an async method",
                Sort::Item,
                &format!(
                    "pub async fn {name}({receiver}, {param}: {}) -> {} {{ ¤ }}\n",
                    params[0].text(),
                    output.text()
                ),
                [body],
            ));
            // A method may call those before it.
            self.end_function(Function::new(
                name.clone(),
                owner,
                Kind::Async,
                params,
                output,
            ));
            self.twins.push(name);
        }
        let list = vec!["¤"; methods.len()].join("");
        self.item("an `impl`", &format!("impl Point {{ {list} }}"), methods);
    }
}
