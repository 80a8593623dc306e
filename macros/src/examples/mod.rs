//! Examples in doc comments: the example of an async item becomes one of its blocking twin.
//!
//! The text is edited at places, so that its lines, comments and layout stay. What is not seen to
//! mean the same afterwards is given up: such an example is shown, but not compiled.

mod callees;
mod code;
mod edits;
mod imports;
mod lexer;
#[cfg(test)]
mod lexer_tests;
mod locals;
mod names;
mod paths;
mod refuse;
mod runtime;
#[cfg(test)]
mod tests;

use callees::Callees;
use code::Code;
use edits::Edits;
use imports::Import;
use locals::{Locals, Place};
pub(crate) use names::{DocNames, PathRule};
use runtime::Runtime;

/// Input:  `# #[tokio::main] async fn main() {`, `let page = fetch(1).await?;`, `# }`
/// Output: `# fn main() {`, `let page = fetch_blocking(1)?;`, `# }`
///
/// `None` where the example cannot be rewritten for sure.
pub(crate) fn rewrite(example: &str, names: &DocNames) -> Option<String> {
    let compiled = without_marks(example);
    let code = Code::read(&compiled)?;
    let mut edits = Edits::default();
    let imports = imports::read(&code)?;
    let locals = locals::read(&code);
    let runtime = runtime::read(&code, &imports, &mut edits)?;
    let mut example_of = Example {
        code: &code,
        names,
        imports: &imports,
        locals: &locals,
        runtime: &runtime,
        renamed: vec![None; code.len()],
        awaited: Vec::new(),
    };
    example_of.refuse()?;
    example_of.paths()?;
    example_of.awaits(&mut edits)?;
    example_of.functions(&mut edits)?;
    example_of.types()?;
    example_of.mentions()?;
    for (index, text) in example_of.renamed.iter().enumerate() {
        if let Some(text) = text {
            edits.token(&code, index, text.as_str());
        }
    }
    edits.apply(example)
}

/// What rustdoc compiles, every byte in its place: hidden lines without their mark.
fn without_marks(example: &str) -> String {
    let lines = example.split('\n').map(|line| {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        if body == "#" || body.starts_with("# ") || body.starts_with("##") {
            format!("{indent} {}", &body[1..])
        } else {
            line.to_owned()
        }
    });
    lines.collect::<Vec<String>>().join("\n")
}

struct Example<'a> {
    code: &'a Code<'a>,
    names: &'a DocNames,
    imports: &'a [Import],
    locals: &'a Locals<'a>,
    runtime: &'a Runtime<'a>,
    /// By the index of the token, the text it gets instead of its own.
    renamed: Vec<Option<String>>,
    /// The names of awaited callees: nobody else may mention them.
    awaited: Vec<(Role, &'a str)>,
}

impl<'a> Example<'a> {
    fn is_gone(&self, index: usize) -> bool {
        self.runtime.gone.get(index).copied().unwrap_or(false)
    }

    fn is_renamed(&self, index: usize) -> bool {
        self.renamed[index].is_some()
    }

    /// The identifiers that stay.
    fn idents(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        let (code, gone) = (self.code, &self.runtime.gone);
        (0..code.len())
            .filter(|&index| !gone[index])
            .filter_map(|index| code.ident(index).map(|word| (index, word)))
    }

    /// Input:  `f(1).await`
    /// Output: `f_blocking(1)`
    fn awaits(&mut self, edits: &mut Edits) -> Option<()> {
        let callees = Callees::new(self);
        let mut calls = self.runtime.calls.clone();
        for (index, _) in self.idents().filter(|(_, word)| *word == "await") {
            if !self.code.is_member(index) {
                return None;
            }
            let call = index.checked_sub(2)?;
            let (from, to) = (self.code.tokens[call].end, self.code.tokens[index].end);
            let gap = &self.code.text[from..self.code.tokens[index - 1].start];
            if gap.trim().is_empty() {
                edits.replace(from..to, "");
            } else {
                edits.replace(self.code.tokens[index - 1].start..to, "");
            }
            calls.push(call);
        }
        let mut renamed = self.renamed.clone();
        let mut awaited = Vec::new();
        for call in calls {
            let name = self.code.callee(call)?;
            let twin = callees.twin(call, name, &mut renamed)?;
            awaited.push((Role::of(self.code, name), self.code.text_of(name)));
            renamed[name] = Some(twin);
        }
        self.renamed = renamed;
        self.awaited = awaited;
        Some(())
    }

    /// Input:  `async fn helper()`, and `async fn get(&self)` in the impl of a trait with a twin
    /// Output: `fn helper()`, `fn get_blocking(&self)`
    fn functions(&mut self, edits: &mut Edits) -> Option<()> {
        let mut known = 0;
        for function in &self.locals.functions {
            let Some(word) = function.asynchronous else {
                continue;
            };
            known += 1;
            edits.remove_word(self.code, word);
            let role = match function.place {
                Place::Free => Role::Plain,
                Place::Member | Place::Impl(_) => Role::Member,
            };
            self.awaited
                .extend([(role, function.name), (Role::InPath, function.name)]);
            let name = match function.place {
                Place::Free | Place::Member => function.name.to_owned(),
                Place::Impl(of) if self.names.types.contains(of) => {
                    self.names.method(function.name)
                }
                Place::Impl(of) if self.locals.items.contains(&of) => function.name.to_owned(),
                Place::Impl(_) => return None,
            };
            self.renamed[function.at] = Some(name);
        }
        // An async block or closure.
        let words = self.idents().filter(|(_, word)| *word == "async").count();
        (words == known).then_some(())
    }

    /// Input:  `use api::Store; impl Store for X`
    /// Output: `use api::StoreBlocking; impl StoreBlocking for X`
    fn types(&mut self) -> Option<()> {
        let mut renamed = Vec::new();
        for (index, word) in self.idents() {
            let Some(twin) = self.names.types.get(word) else {
                continue;
            };
            if self.locals.items.contains(&word) {
                return None;
            }
            let member = self.code.is_member(index)
                || (self.code.is_behind_separator(index)
                    && index >= 3
                    && is_upper(self.code.text_of(index - 3)));
            let of_std = self.imports.iter().any(|import| {
                import.visible(self.code) == Some(word)
                    && matches!(import.root(self.code), "std" | "core" | "alloc")
            });
            if !member && !of_std {
                renamed.push((index, twin.clone()));
            }
        }
        for (index, twin) in renamed {
            self.renamed[index] = Some(twin);
        }
        Some(())
    }

    /// An awaited callee that is mentioned in any other way is a future as a value, a variable, or
    /// a function of another kind.
    fn mentions(&self) -> Option<()> {
        let mentioned = |(index, word)| {
            let module = self.code.is_separator(index + 1) && !self.code.is_punct(index + 3, '<');
            !module && !self.is_renamed(index) && self.is_asynchronous(index, word)
        };
        (!self.idents().any(mentioned)).then_some(())
    }

    /// Whether this may be the name of something async.
    fn is_asynchronous(&self, index: usize, word: &str) -> bool {
        let (code, names) = (self.code, self.names);
        let awaited = |role| self.awaited.contains(&(role, word));
        let known = names.functions.contains(word);
        let function = awaited(Role::Plain) || awaited(Role::InPath) || known;
        if self.imports.iter().any(|import| import.holds(index)) {
            return function;
        }
        match Role::of(code, index) {
            Role::Member => {
                let called = code.is_separator(index + 1) || code.closed(index + 1, '(').is_some();
                called && (awaited(Role::Member) || names.methods.contains(word))
            }
            Role::InPath => {
                let of = index.checked_sub(3).map_or("", |of| code.text_of(of));
                let ours = names.owner.as_deref() == Some(of) || names.types.contains(of);
                function || (ours && names.methods.contains(word))
            }
            // A variable, unless the function is in scope.
            Role::Plain => {
                let brings = |import: &Import| import.visible(code).is_none_or(|name| name == word);
                awaited(Role::Plain) || (known && self.imports.iter().any(brings))
            }
        }
    }
}

/// How a name stands in an example.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// `name`
    Plain,
    /// `path::name`
    InPath,
    /// `.name`
    Member,
}

impl Role {
    fn of(code: &Code, index: usize) -> Self {
        if code.is_member(index) {
            Role::Member
        } else if code.is_behind_separator(index) {
            Role::InPath
        } else {
            Role::Plain
        }
    }
}

fn is_upper(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}
