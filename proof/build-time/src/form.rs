//! The neutral source as each crate wants it.

use crate::source::{ASYNC, BLOCKING, CLIENT, Function, Group, Spelling, TYPES, groups, leaves};

/// Where attributes stand, and which.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// No attribute.
    Plain,
    /// No attribute, and both halves written out.
    ByHand,
    /// An attribute on each function and each `impl`.
    Each(&'static str),
    /// An attribute on one module with all functions, or on modules with that many.
    Module(&'static str, Option<usize>),
    /// async-trait: methods of traits.
    Traits,
    /// async-generic: both bodies in one function.
    Branches,
    /// Files that are included in two modules.
    Files {
        /// What the first half imports, and the second.
        preludes: [&'static str; 2],
        attribute: &'static str,
    },
}

/// The files of a crate: name and text. The first one is its root.
pub(crate) type Files = Vec<(&'static str, String)>;

impl Form {
    /// A crate with as many functions, besides the two that they call.
    pub(crate) fn files(self, functions: usize) -> Files {
        let all = || std::iter::once(leaves()).chain(groups(0, functions));
        let shared = format!("{TYPES}{CLIENT}");
        let root = |text: String| vec![("lib.rs", text)];
        match self {
            Form::Plain => root(shared + &written(all(), "", ASYNC)),
            Form::ByHand => {
                let second = Spelling {
                    suffix: "_blocking",
                    ..BLOCKING
                };
                root(shared + &written(all(), "", ASYNC) + &written(all(), "", second))
            }
            Form::Each(attribute) => root(shared + &written(all(), attribute, ASYNC)),
            Form::Module(attribute, size) => root(modules(attribute, functions, size)),
            Form::Traits => {
                let leaves = written([leaves()].into_iter(), "", ASYNC);
                let traits: String = groups(0, functions)
                    .map(|group| in_traits(&group))
                    .collect();
                root(shared + &leaves + &traits)
            }
            Form::Branches => {
                root(shared + &all().map(|group| in_branches(&group)).collect::<String>())
            }
            Form::Files {
                preludes: [first, second],
                attribute,
            } => {
                let half = |name: &str, prelude: &str| {
                    format!(
                        "#[path = \".\"]\npub mod {name} {{\n    use {prelude};\n    pub mod inner;\n}}\n"
                    )
                };
                let inner = written(all(), &format!("#[super::{attribute}]"), ASYNC);
                vec![
                    (
                        "lib.rs",
                        half("asynchronous", first) + &half("blocking", second),
                    ),
                    ("inner.rs", shared + &inner),
                ]
            }
        }
    }
}

/// The attribute stands on each function and each `impl`.
fn written(groups: impl Iterator<Item = Group>, attribute: &str, spelling: Spelling) -> String {
    let mut text = String::new();
    for group in groups {
        for function in &group.functions {
            text += &format!("{attribute}\n{}\n\n", function.whole(spelling));
        }
        text += &format!("{attribute}\nimpl Client {{\n");
        for method in &group.methods {
            text += &format!("    {}\n\n", method.whole(spelling));
        }
        text += "}\n\n";
    }
    text
}

fn modules(attribute: &str, functions: usize, size: Option<usize>) -> String {
    let module = |index: usize, first: usize, size: usize| {
        let all = std::iter::once(leaves()).chain(groups(first, size));
        let inner = written(all, "", ASYNC);
        let attribute = attribute.replace("_#", &format!("_{index}"));
        format!("#[{attribute}]\npub mod api_{index} {{{TYPES}{CLIENT}{inner}}}\n")
    };
    let Some(size) = size else {
        return module(0, 0, functions);
    };
    (0..functions / size)
        .map(|index| module(index, index * size, size))
        .collect()
}

fn in_traits(group: &Group) -> String {
    let all = || group.functions.iter().chain(&group.methods);
    let head = |function: &Function| function.head(ASYNC).replace("pub ", "");
    let number = group.number;
    let mut text = format!("#[async_trait::async_trait]\npub trait Part{number} {{\n");
    for function in all() {
        text += &format!("    {};\n", head(function));
    }
    text += &format!("}}\n\n#[async_trait::async_trait]\nimpl Part{number} for Client {{\n");
    for function in all() {
        text += &format!("    {} {}\n\n", head(function), function.body(ASYNC));
    }
    text + "}\n\n"
}

fn in_branches(group: &Group) -> String {
    let asynchronous = Spelling {
        suffix: "_async",
        ..ASYNC
    };
    let both = |function: &Function| {
        format!(
            "#[async_generic::async_generic]\n{} {{\n    if _async {} else {}\n}}\n\n",
            function.head(BLOCKING),
            function.body(asynchronous),
            function.body(BLOCKING),
        )
    };
    let functions: String = group.functions.iter().map(both).collect();
    let methods: String = group.methods.iter().map(both).collect();
    format!("{functions}impl Client {{\n{methods}}}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_parses() {
        let forms = [
            Form::Plain,
            Form::ByHand,
            Form::Each("#[a]"),
            Form::Module("a(b_#)", None),
            Form::Module("a(b_#)", Some(20)),
            Form::Traits,
            Form::Branches,
            Form::Files {
                preludes: ["a::*", "b::*"],
                attribute: "c",
            },
        ];
        for form in forms {
            for (name, text) in form.files(40) {
                assert!(syn::parse_file(&text).is_ok(), "{name}:\n{text}");
            }
        }
    }

    #[test]
    fn modules_hold_all_functions() {
        for size in [None, Some(20)] {
            let text = &Form::Module("a", size).files(40)[0].1;
            assert_eq!(text.matches("fn gather_").count(), 16);
            assert_eq!(text.matches("fn longest_").count(), 4);
        }
    }
}
