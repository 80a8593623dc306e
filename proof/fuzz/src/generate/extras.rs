//! Items that programs call in set ways: generic ones, borrowed results, macros, nested functions.

use super::Generator;
use crate::node::{Node, Piece, Sort};
use crate::program::Form;
use crate::ty::Ty;

impl Generator {
    /// An item that is written once, when it is first needed.
    fn once(&mut self, name: &str, construct: &'static str, text: &str) {
        if self.extras.iter().any(|other| other == name) {
            return;
        }
        self.extras.push(name.to_owned());
        self.twins.push(name.to_owned());
        self.item(construct, text, Vec::new());
    }

    /// A value through one of them.
    pub(super) fn extra(&mut self, ty: &Ty, depth: u32) -> Option<Node> {
        if self.still {
            return None;
        }
        self.suspends = true;
        match self.below(7) {
            0 => {
                self.once(
                    "pair",
                    "a generic function",
                    "pub async fn pair<A: Clone + Debug, B>(a: A, b: B) -> (A, B) { let _held = Guard::loud(\"pair\"); log(format!(\"{a:?}\")); pause().await; (a.clone(), b) }",
                );
                let other = self.data(0);
                let (a, b) = (self.value(ty, depth), self.value(&other, depth));
                Some(Node::value(
                    "a call of a generic function",
                    ty,
                    "pair(¤, ¤).await.0",
                    [a, b],
                ))
            }
            1 if *ty == Ty::U32 => {
                self.once(
                    "first",
                    "a function with lifetimes",
                    "pub async fn first<'a>(text: &'a str, count: &mut u32) -> &'a str { *count += 1; pause().await; text.split('.').next().unwrap_or(text) }",
                );
                let text = self.value(&Ty::Text, depth);
                Some(Node::value(
                    "a borrowed result",
                    ty,
                    "{ let text = ¤; let mut count = 0; let early = first(&text, &mut count); log(\"borrowed\"); early.await.len() as u32 + count }",
                    [text],
                ))
            }
            2 => {
                self.once_macro();
                let value = self.value(ty, depth);
                Some(Node::value(
                    "a macro of the program",
                    ty,
                    "passed!(¤)",
                    [value],
                ))
            }
            3 => {
                let (name, param) = (self.fresh("inner"), self.fresh("p"));
                let value = self.value(&Ty::U32, depth);
                if *ty != Ty::U32 {
                    return None;
                }
                let template = format!(
                    "{{ async fn {name}({param}: u32) -> u32 {{ log(\"{name}\"); if {param} == 0 {{ return 1; }} {param} * pausing({param}).await }} async fn pausing(n: u32) -> u32 {{ pause().await; n + 1 }} {name}(¤).await }}"
                );
                Some(Node::value("a nested function", ty, &template, [value]))
            }
            4 if *ty == Ty::U32 => {
                self.once(
                    "depth",
                    "a recursive function",
                    "pub async fn depth(n: u32, guard: Guard) -> u32 { log(format!(\"depth {n}\")); if n == 0 { return 1; } let below = Box::pin(depth(n - 1, Guard::loud(\"deeper\"))).await; pause().await; log(guard.name()); below * 2 }",
                );
                let tag = self.tag();
                let count = self.below(3);
                Some(Node::value(
                    "a recursive call",
                    ty,
                    &format!("depth({count}, Guard::loud({tag})).await"),
                    [],
                ))
            }
            5 => Some(self.two_lines(ty, depth)),
            _ => {
                let (a, b) = (self.value(ty, depth), self.value(ty, depth));
                Some(Node::value(
                    "a `future::ok` that is awaited",
                    ty,
                    "futures::future::ok::<_, ()>(¤).await.unwrap_or(¤)",
                    [a, b],
                ))
            }
        }
    }

    fn once_macro(&mut self) {
        if self.extras.iter().any(|other| other == "passed!") {
            return;
        }
        self.extras.push("passed!".to_owned());
        let text = "#[allow(unused_macros)] macro_rules! passed { ($value:expr) => {{ let value = $value; log(\"passed\"); value }}; }";
        // Macros are found by those behind them.
        self.items
            .insert(0, Node::new("`macro_rules!`", Sort::Item, text, []));
    }

    /// A statement for each half.
    fn two_lines(&mut self, ty: &Ty, depth: u32) -> Node {
        let value = self.value(ty, depth);
        let mut node = Node::value(
            "`#[only_async]`",
            ty,
            "{ #[only_async] pause().await; #[only_blocking] ",
            [],
        );
        node.pieces.push(Piece::Twin("pause"));
        node.pieces.push(Piece::Text("(); ".to_owned()));
        node.pieces
            .push(Piece::Node(Node::part("let value = ¤; value", [value])));
        node.pieces.push(Piece::Text(" }".to_owned()));
        node
    }

    /// A function that returns a future.
    pub(super) fn returning_function(&mut self) {
        use crate::function::{Function, Kind, Owner};
        let (name, param) = (self.fresh("f"), self.fresh("p"));
        let output = self.common();
        self.start_function(12);
        let block = self.scoped(|this| {
            this.scope.declare(&param, &Ty::U32, false);
            this.async_block(&output, 3, true).0
        });
        let text = output.text();
        let (construct, template) = match self.below(4) {
            0 => (
                "a function that returns `impl Future`",
                format!("pub fn {name}({param}: u32) -> impl Future<Output = {text}> {{ ¤ }}"),
            ),
            1 => (
                "a function that returns a boxed future",
                format!(
                    "pub fn {name}({param}: u32) -> Pin<Box<dyn Future<Output = {text}>>> {{ Box::pin(¤) }}"
                ),
            ),
            2 => (
                "a function that returns a `LocalBoxFuture`",
                format!(
                    "pub fn {name}({param}: u32) -> LocalBoxFuture<'static, {text}> {{ let {param} = {param}.clone(); Box::pin(¤) }}"
                ),
            ),
            _ => (
                "a function that returns early",
                format!(
                    "pub fn {name}({param}: u32) -> Pin<Box<dyn Future<Output = {text}>>> {{ if {param} > 4 {{ return Box::pin(async {{ {} }}); }} Box::pin(¤) }}",
                    output.simplest().unwrap_or_default()
                ),
            ),
        };
        self.item(construct, &template, vec![block]);
        self.twins.push(name.clone());
        self.end_function(Function::new(
            name,
            Owner::Free,
            Kind::Returns,
            vec![Ty::U32],
            output,
        ));
    }

    /// A trait, its impls, and functions over it.
    pub(super) fn trait_items(&mut self) {
        use crate::function::{Function, Kind, Owner};
        if !self.has_point {
            return;
        }
        let (pull, both) = (self.fresh("m"), self.fresh("m"));
        let output = self.common();
        let text = output.text();
        let param = self.fresh("p");
        let boxed = self.form != Form::Module && self.chance(25);
        let attribute = if boxed {
            "#[async_trait::async_trait(?Send)]\n"
        } else {
            ""
        };
        let named = [("self".to_owned(), Ty::Generic), (param.clone(), Ty::U32)];
        let body = self.function_body(&output, &named, 2, 8);
        let cost = self.cost;
        self.item(
            "a trait with a default body",
            &format!("{attribute}pub trait Source {{ async fn {pull}(&self, {param}: u32) -> {text};\nfn label(&self) -> String {{ \"label\".to_owned() }}\nasync fn {both}(&self, {param}: u32) -> {text} {{ log(self.label()); let early = self.{pull}({param}); log(\"both\"); let _ = ¤; early.await }} }}"),
            vec![Node::part("{ ¤ }", [body])],
        );
        self.twins
            .extend(["Source".to_owned(), pull.clone(), both.clone()]);
        for (owner, label) in [("Point", true), ("u32", false)] {
            let named = [(param.clone(), Ty::U32)];
            let body = self.function_body(&output, &named, 2, 8);
            let label = if label {
                "fn label(&self) -> String { \"point\".to_owned() }"
            } else {
                ""
            };
            self.item(
                "an `impl` of a trait",
                &format!("{attribute}impl Source for {owner} {{ async fn {pull}(&self, {param}: u32) -> {text} {{ ¤ }} {label} }}"),
                vec![body],
            );
        }
        let cost = cost + self.cost + 5;
        for name in [pull, both] {
            let mut function = Function::new(
                name,
                Owner::Trait,
                Kind::Async,
                vec![Ty::U32],
                output.clone(),
            );
            function.cost = cost;
            function.suspends = true;
            self.functions.push(function);
        }
        let (name, source) = (self.fresh("f"), self.fresh("p"));
        let named = [(source.clone(), Ty::Generic)];
        let output = self.common();
        let body = self.function_body(&output, &named, 3, 14);
        let head = match self.below(3) {
            0 => format!(
                "pub async fn {name}<T: Source>({source}: &T) -> {}",
                output.text()
            ),
            1 => format!(
                "pub async fn {name}({source}: &impl Source) -> {}",
                output.text()
            ),
            _ => format!(
                "pub async fn {name}<T>({source}: &T) -> {} where T: Source",
                output.text()
            ),
        };
        self.item(
            "a function over a trait",
            &format!("{head} {{ ¤ }}"),
            vec![body],
        );
        self.twins.push(name.clone());
        self.end_function(Function::new(
            name,
            Owner::Free,
            Kind::Async,
            vec![Ty::Generic],
            output,
        ));
    }
}
