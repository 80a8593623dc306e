//! What an awaited callee of an example is called in the twin's example.

use super::imports::Import;
use super::locals::Place;
use super::{Example, is_upper};

/// Where a name comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The crate that is documented; whether it is found in its blocking module now.
    Own { mapped: bool },
    /// The example itself.
    Local,
    /// Elsewhere, or nobody knows.
    Foreign,
}

/// Crates without anything async, which are met in many examples.
const PLAIN_CRATES: [&str; 10] = [
    "alloc",
    "anyhow",
    "color_eyre",
    "core",
    "eyre",
    "log",
    "serde",
    "serde_json",
    "std",
    "thiserror",
];

const PRIMITIVES: [&str; 17] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16",
    "u32", "u64", "u128", "usize",
];

/// Types of std that are there without being imported, and have functions that make futures.
const STD_TYPES: [&str; 6] = ["Arc", "Box", "Option", "Pin", "Rc", "Result"];

/// Methods that give or change a future instead of being async.
const ON_FUTURES: [&str; 11] = [
    "as_mut",
    "boxed",
    "boxed_local",
    "expect",
    "fuse",
    "into_future",
    "map",
    "shared",
    "then",
    "unwrap",
    "unwrap_or_else",
];

pub(super) struct Callees<'e, 'a> {
    example: &'e Example<'a>,
    /// Types of other crates may be in sight, which have async methods without a twin.
    foreign: bool,
    /// Something of the crate is not found in its blocking module.
    unmapped: bool,
}

impl<'e, 'a> Callees<'e, 'a> {
    pub(super) fn new(example: &'e Example<'a>) -> Self {
        let mut callees = Self {
            example,
            foreign: false,
            unmapped: false,
        };
        for (index, import) in example.imports.iter().enumerate() {
            if example.is_gone(import.statement.0) {
                continue;
            }
            // A path through another import is as good as that one.
            match callees.root(import.root(example.code), &import.path, Some(index)) {
                Some(Origin::Own { mapped: false }) => callees.unmapped = true,
                Some(Origin::Foreign) => callees.foreign = true,
                _ => {}
            }
        }
        for (path, start) in example.inline_paths() {
            let root = example.code.text_of(start);
            if root == "Self" || is_upper(root) {
                continue;
            }
            match callees.root(root, &path, None) {
                Some(Origin::Own { mapped: false }) => callees.unmapped = true,
                Some(Origin::Foreign) => callees.foreign = true,
                _ => {}
            }
        }
        callees
    }

    /// The new name of an awaited callee, and of what it is imported by; `None` if nobody knows.
    pub(super) fn twin(
        &self,
        call: usize,
        name: usize,
        renamed: &mut [Option<String>],
    ) -> Option<String> {
        let (code, names) = (self.example.code, self.example.names);
        let word = code.text_of(name);
        if is_upper(word) {
            return None;
        }
        if names.keep.contains(word) {
            // A value that is thrown away would not tell that it is still a future.
            let start = code.chain_start(call)?;
            let before = start.checked_sub(2);
            let dropped = code.begins_statement(start) && code.is_punct(call + 3, ';')
                || before.is_some_and(|before| code.is_ident(before, "_"))
                || self.example.runtime.calls.contains(&call);
            return (!dropped).then(|| word.to_owned());
        }
        if code.is_member(name) {
            return self.method(word);
        }
        let path = code.path(name)?;
        match path.as_slice() {
            [_] => self.function(word, renamed),
            [.., of, _] if is_upper(code.text_of(*of)) => {
                self.associated(&path, code.text_of(*of), word)
            }
            [root, ..] => {
                let known = names.functions.get(word);
                match self.root(code.text_of(*root), &path, None) {
                    Some(Origin::Own { mapped }) => self.own(known, word, mapped),
                    Some(Origin::Foreign) | None if is_plain(code.text_of(*root)) => None,
                    Some(Origin::Foreign) | None => known.cloned(),
                    Some(Origin::Local) => None,
                }
            }
            [] => None,
        }
    }

    /// `x.name(..)`
    fn method(&self, word: &str) -> Option<String> {
        let names = self.example.names;
        match (self.is_member_here(word), names.methods.get(word)) {
            (true, Some(_)) => None,
            (true, None) => Some(word.to_owned()),
            // Under the same name it may be the method of an async value.
            (false, Some(_)) if self.unmapped && names.suffix.is_none() => None,
            (false, Some(twin)) => Some(twin.clone()),
            (false, None) if self.foreign || ON_FUTURES.contains(&word) => None,
            (false, None) => self.own(None, word, !self.unmapped),
        }
    }

    /// `Type::name(..)`
    fn associated(&self, path: &[usize], of: &str, word: &str) -> Option<String> {
        let (code, names) = (self.example.code, self.example.names);
        let known = names.methods.get(word);
        if self.example.locals.items.contains(&of) {
            return (self.is_member_here(word) && known.is_none()).then(|| word.to_owned());
        }
        if of == "Self" {
            return self.method(word);
        }
        if names.types.contains(of) || names.owner.as_deref() == Some(of) {
            return Some(names.method(word));
        }
        match self.root(code.text_of(*path.first()?), path, None)? {
            Origin::Own { mapped } => self.own(known, word, mapped),
            Origin::Local | Origin::Foreign => None,
        }
    }

    /// `name(..)`
    fn function(&self, word: &'a str, renamed: &mut [Option<String>]) -> Option<String> {
        let (code, names) = (self.example.code, self.example.names);
        let mut here = self
            .example
            .locals
            .functions
            .iter()
            .filter(|function| function.name == word && function.place == Place::Free);
        if let Some(function) = here.next() {
            // Two of one name would have to be told apart by their scopes.
            let single = here.next().is_none() && function.asynchronous.is_some();
            return single.then(|| word.to_owned());
        }
        let mut imports = self.imports_of(word).peekable();
        if imports.peek().is_none() {
            let known = names.functions.get(word);
            return match self.glob() {
                Some(Origin::Own { mapped }) => self.own(known, word, mapped),
                _ => known.cloned(),
            };
        }
        let mut twin = None;
        for (index, import) in imports {
            let leaf = import.name?;
            let original = code.text_of(leaf);
            let known = names.functions.get(original);
            let new = match self.root(import.root(code), &import.path, Some(index))? {
                Origin::Own { mapped } => self.own(known, original, mapped)?,
                Origin::Foreign if !is_plain(import.root(code)) => known?.clone(),
                Origin::Local | Origin::Foreign => return None,
            };
            renamed[leaf] = Some(new.clone());
            twin = Some(match import.alias {
                Some(alias) => {
                    renamed[alias] = Some(word.to_owned());
                    word.to_owned()
                }
                None => new,
            });
        }
        twin
    }

    /// Something of the crate that is documented: by its path or by its name it has a twin.
    fn own(&self, known: Option<&String>, word: &str, mapped: bool) -> Option<String> {
        let names = self.example.names;
        match known {
            Some(twin) => Some(twin.clone()),
            None if names.suffix.is_some() => Some(names.suffixed(word)),
            None => mapped.then(|| word.to_owned()),
        }
    }

    /// An async method that the example defines, and that keeps its name.
    fn is_member_here(&self, word: &str) -> bool {
        let (locals, names) = (self.example.locals, self.example.names);
        locals.functions.iter().any(|function| {
            let keeps = match function.place {
                Place::Free => false,
                Place::Member => true,
                Place::Impl(of) => !names.types.contains(of),
            };
            keeps && function.name == word && function.asynchronous.is_some()
        })
    }

    fn imports_of(&self, word: &'a str) -> impl Iterator<Item = (usize, &'e Import)> {
        let example = self.example;
        let imports = example.imports.iter().enumerate();
        imports.filter(move |(_, import)| {
            import.visible(example.code) == Some(word) && !example.is_gone(import.statement.0)
        })
    }

    /// Where a path comes from; `not` is the import that it stands in. `None` if nobody says.
    fn root(&self, root: &'a str, path: &[usize], not: Option<usize>) -> Option<Origin> {
        let (example, code) = (self.example, self.example.code);
        if example.locals.items.contains(&root) || matches!(root, "self" | "super" | "Self") {
            return Some(Origin::Local);
        }
        if example.names.is_own_crate(root) {
            let mapped = example.mapped(path).is_some();
            return Some(Origin::Own { mapped });
        }
        if let Some((index, import)) = self
            .imports_of(root)
            .find(|(index, _)| not.is_none_or(|not| *index < not))
        {
            return self.root(import.root(code), &import.path, Some(index));
        }
        if PLAIN_CRATES.contains(&root) || PRIMITIVES.contains(&root) {
            return None;
        }
        if is_upper(root) {
            return self.glob().filter(|_| !STD_TYPES.contains(&root));
        }
        Some(Origin::Foreign)
    }

    /// Where a name comes from that nothing names: there may be one `use path::*`.
    fn glob(&self) -> Option<Origin> {
        let (example, code) = (self.example, self.example.code);
        let mut globs =
            example.imports.iter().enumerate().filter(|(_, import)| {
                import.name.is_none() && !example.is_gone(import.statement.0)
            });
        let (index, first) = globs.next()?;
        if globs.next().is_some() {
            return Some(Origin::Foreign);
        }
        self.root(first.root(code), &first.path, Some(index))
    }
}

/// `std` and kin.
fn is_plain(root: &str) -> bool {
    PLAIN_CRATES.contains(&root)
}
