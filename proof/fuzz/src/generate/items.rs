//! Functions, types and traits.

use super::Generator;
use crate::function::{Function, Kind, Owner};
use crate::node::{Node, Sort};
use crate::program::Program;
use crate::ty::Ty;

impl Generator {
    pub(super) fn program(mut self) -> Program {
        self.leaf_function();
        if self.chance(40) {
            self.point();
        }
        for _ in 0..self.rng.usize(1..4) {
            self.function();
        }
        let output = self.data(1);
        let body = self.function_body(&output, &[], 4, 28);
        self.item("main", &format!("pub async fn start() -> {} {{ ¤ }}", output.text()), vec![body]);
        Program {
            form: self.form,
            items: self.items,
            twins: self.twins,
            streams: self.streams,
        }
    }

    /// The function that suspends.
    fn leaf_function(&mut self) {
        self.item(
            "a function that suspends",
            "pub async fn tick(n: u32) -> u32 { log(format!(\"tick {n}\")); pause().await; n }",
            Vec::new(),
        );
        self.twins.push("tick".to_owned());
        self.functions.push(Function {
            name: "tick".to_owned(),
            owner: Owner::Free,
            kind: Kind::Async,
            params: vec![Ty::U32],
            output: Ty::U32,
            cost: 1,
            recursive: false,
        });
    }

    /// The code of a function with these parameters.
    fn function_body(&mut self, output: &Ty, params: &[(String, Ty)], count: usize, fuel: i32) -> Node {
        self.fuel = fuel;
        self.cost = 1;
        self.times = 1;
        self.within(output, true, |this| {
            this.scoped(|this| {
                for (name, ty) in params {
                    this.scope.declare(name, ty, *ty == Ty::PointMut || *ty == Ty::Counter);
                }
                let body = this.statements(count, 4);
                let tail = this.value(output, 4);
                Self::ending(body, tail)
            })
        })
    }

    /// A parameter that is not plain data.
    fn special(&mut self) -> Ty {
        let (a, b) = (Box::new(self.data(0)), Box::new(self.data(1)));
        match self.below(7) {
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
        if self.chance(60) {
            params.push(self.special());
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
        let output = self.data(1);
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
            list.push(format!("{name}: {text}"));
            named.push((name, ty.clone()));
        }
        let generics = if generics.is_empty() { String::new() } else { format!("<{}>", generics.join(", ")) };
        let body = self.function_body(&output, &named, 3, 16);
        let template = format!("pub async fn {name}{generics}({}) -> {} {{ ¤ }}", list.join(", "), output.text());
        self.item("an async function", &template, vec![body]);
        self.twins.push(name.clone());
        self.functions.push(Function {
            name,
            owner: Owner::Free,
            kind: Kind::Async,
            params,
            output,
            cost: self.cost,
            recursive: false,
        });
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
        let mut functions = Vec::new();
        for owner in [Owner::PointRef, Owner::PointMut, Owner::Point] {
            let name = self.fresh("m");
            let params = vec![self.data(0)];
            let output = self.data(1);
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
                &format!("pub async fn {name}({receiver}, {param}: {}) -> {} {{ ¤ }}\n", params[0].text(), output.text()),
                [body],
            ));
            functions.push(Function {
                name: name.clone(),
                owner,
                kind: Kind::Async,
                params,
                output,
                cost: self.cost,
                recursive: false,
            });
            // A method may call those before it.
            self.functions.push(functions.last().cloned().unwrap_or_else(|| unreachable!()));
            self.twins.push(name);
        }
        let list = vec!["¤"; methods.len()].join("");
        self.item("an `impl`", &format!("impl Point {{ {list} }}"), methods);
    }
}
