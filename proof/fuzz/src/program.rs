//! A whole program, and its text in each form of the attribute.

use std::fmt::Write as _;

use crate::node::{Node, Piece};

/// Where the attribute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// On each function, `impl` and trait: the twins have names of their own.
    Suffix,
    /// On a module.
    Module,
    /// On the items of a file that is compiled as two modules.
    Tree,
}

/// A random program.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) form: Form,
    /// Functions, types, traits and impls; the last one is `start`.
    pub(crate) items: Vec<Node>,
    /// Functions and traits that have a twin.
    pub(crate) twins: Vec<String>,
    /// Functions that return a stream.
    pub(crate) streams: Vec<String>,
}

/// What the program names from outside.
const IMPORTS: &str = "use std::pin::{Pin, pin};\nuse std::fmt::Debug;\nuse futures::{Stream, StreamExt as _, TryStreamExt as _};\nuse futures::future::{BoxFuture, LocalBoxFuture};\nuse async_stream::{stream, try_stream};\n";

/// Which halves are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Halves {
    Both,
    /// The attribute leaves the program as it is.
    Asynchronous,
}

impl Program {
    /// The text of its file, with `asynchronous()` and `blocking()`, which run a half each.
    ///
    /// In the tree form `path` is where the text of [`Program::tree`] lies.
    pub(crate) fn text(&self, path: &str, halves: Halves) -> String {
        let attribute = match halves {
            Halves::Both => "use await_me_maybe::maybe_async;\n",
            Halves::Asynchronous => "use await_me_maybe::asynchronous::*;\n",
        };
        let code = match self.form {
            Form::Suffix => format!("{IMPORTS}use crate::support::*;\n{}", self.items()),
            Form::Module => self.module(),
            Form::Tree => {
                let blocking = format!(
                    "#[allow(clippy::duplicate_mod)]\npub mod blocking {{\nuse await_me_maybe::blocking::*;\nuse crate::support::same_names::*;\n#[path = {path:?}]\npub mod file;\n}}\n"
                );
                let blocking = if halves == Halves::Both {
                    &blocking
                } else {
                    ""
                };
                format!(
                    "pub mod tree {{\npub mod asynchronous {{\nuse await_me_maybe::asynchronous::*;\nuse crate::support::*;\n#[path = {path:?}]\npub mod file;\n}}\n{blocking}}}\n"
                )
            }
        };
        let [asynchronous, blocking] = match self.form {
            Form::Suffix => ["start", "start_blocking"],
            Form::Module => ["api::start", "api::blocking::start"],
            Form::Tree => [
                "tree::asynchronous::file::start",
                "tree::blocking::file::start",
            ],
        };
        let blocking = match halves {
            Halves::Both => format!("{blocking}()"),
            Halves::Asynchronous => "()".to_owned(),
        };
        format!(
            "{attribute}{code}pub fn asynchronous() -> String {{\ncrate::support::shown(Box::pin(async {{ format!(\"{{:?}}\", {asynchronous}().await) }}))\n}}\npub fn blocking() -> String {{\nformat!(\"{{:?}}\", {blocking})\n}}\n"
        )
    }

    /// The text that is compiled twice, in the tree form.
    pub(crate) fn tree(&self) -> Option<String> {
        (self.form == Form::Tree).then(|| {
            format!(
                "#[maybe_async]\nuse futures::{{Stream, StreamExt as _, TryStreamExt as _}};\nuse std::pin::{{Pin, pin}};\nuse std::fmt::Debug;\n#[maybe_async] use futures::future::{{BoxFuture, LocalBoxFuture}};\nuse async_stream::{{stream, try_stream}};\nuse super::*;\n{}",
                self.items()
            )
        })
    }

    /// The annotated module.
    fn module(&self) -> String {
        format!(
            "#[maybe_async(join = sequential)]\npub mod api {{\n{IMPORTS}#[only_async]\nuse crate::support::*;\n#[only_blocking]\nuse crate::support::same_names::*;\n{}}}\n",
            self.items()
        )
    }

    fn items(&self) -> String {
        let mut text = String::new();
        for item in &self.items {
            self.print(item, &mut text);
            text.push('\n');
        }
        text
    }

    fn print(&self, node: &Node, text: &mut String) {
        for piece in &node.pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Node(node) => self.print(node, text),
                Piece::Twin(name) => {
                    text.push_str(name);
                    if self.form == Form::Suffix {
                        text.push_str("_blocking");
                    }
                }
                Piece::Attribute => self.attribute(text),
            }
        }
    }

    fn attribute(&self, text: &mut String) {
        if self.form == Form::Module {
            return;
        }
        let mut arguments = "join = sequential".to_owned();
        for (key, names) in [("twins", &self.twins), ("streams", &self.streams)] {
            let defined: Vec<_> = names
                .iter()
                .filter(|name| self.defines(name))
                .cloned()
                .collect();
            if !defined.is_empty() {
                let _ = write!(arguments, ", {key}({})", defined.join(", "));
            }
        }
        let _ = writeln!(text, "#[maybe_async({arguments})]");
    }

    /// Whether a function or trait of this name is still there.
    fn defines(&self, name: &str) -> bool {
        let (function, method) = (format!("fn {name}("), format!("fn {name}<"));
        let other = format!("trait {name} ");
        let mut found = false;
        for item in &self.items {
            item.visit(&mut |node| {
                found |= node.pieces.iter().any(|piece| match piece {
                    Piece::Text(text) => [&function, &method, &other]
                        .iter()
                        .any(|name| text.contains(*name)),
                    _ => false,
                });
            });
        }
        found
    }

    /// Its whole text.
    pub(crate) fn key(&self) -> String {
        self.text("", Halves::Both) + &self.tree().unwrap_or_default()
    }

    /// How much there is to read.
    pub(crate) fn length(&self) -> usize {
        self.items().len()
    }

    /// Which constructs it has, each once.
    pub(crate) fn constructs(&self) -> std::collections::BTreeSet<&'static str> {
        let mut found = std::collections::BTreeSet::new();
        for item in &self.items {
            item.visit(&mut |node| {
                found.insert(node.construct);
            });
        }
        found.insert(match self.form {
            Form::Suffix => "the suffix form",
            Form::Module => "the module form",
            Form::Tree => "the tree form",
        });
        found.remove("");
        found
    }
}
