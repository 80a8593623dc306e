//! Libraries with a blocking mirror: whole roots are mapped, so that `use tokio::time;` leads to
//! the mirror as `tokio::time::sleep` does.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::{Path, Token};

use super::{Replacement, place};
use crate::args::{Args, Policy};
use crate::emit;
use crate::form::Form;
use crate::table::Set;

/// Libraries, and where their mirror is in `mirror`.
const ROOTS: [(&str, &[&str]); 8] = [
    ("futures", &["futures"]),
    ("futures_channel", &["futures", "channel"]),
    ("futures_core", &["futures"]),
    ("futures_lite", &["futures"]),
    ("futures_sink", &["futures"]),
    ("futures_util", &["futures"]),
    ("tokio", &["tokio"]),
    ("tokio_stream", &["tokio_stream"]),
];

/// Libraries whose blocking form is a library of its own.
const LIBRARIES: [(&str, &str); 2] = [
    ("embedded_hal_async", "embedded_hal"),
    ("embedded_io_async", "embedded_io"),
];

/// What is the same in both halves: names of std's own, and what is lowered where it is used.
const SAME: [&[&str]; 31] = [
    &["futures", "future", "join"],
    &["futures", "future", "join3"],
    &["futures", "future", "join4"],
    &["futures", "future", "join5"],
    &["futures", "future", "join_all"],
    &["futures", "future", "select"],
    &["futures", "future", "try_join"],
    &["futures", "future", "try_join3"],
    &["futures", "future", "try_join4"],
    &["futures", "future", "try_join5"],
    &["futures", "future", "try_join_all"],
    &["futures", "join"],
    &["futures", "pending"],
    &["futures", "pin_mut"],
    &["futures", "poll"],
    &["futures", "ready"],
    &["futures", "select"],
    &["futures", "select_biased"],
    &["futures", "try_join"],
    &["tokio", "io", "Error"],
    &["tokio", "io", "ErrorKind"],
    &["tokio", "io", "Result"],
    &["tokio", "io", "SeekFrom"],
    &["tokio", "join"],
    &["tokio", "main"],
    &["tokio", "pin"],
    &["tokio", "select"],
    &["tokio", "task_local"],
    &["tokio", "test"],
    &["tokio", "time", "Duration"],
    &["tokio", "try_join"],
];

/// Collections of futures that are driven together.
const GROUPS: [&str; 3] = ["FuturesOrdered", "FuturesUnordered", "JoinSet"];

/// Where the runtime is, and what decides which of it stands for a path.
#[derive(Clone)]
pub(crate) struct Mirror {
    krate: Vec<Ident>,
    leading: bool,
    join: Option<Policy>,
    form: Form,
    /// Names that are modules of the author's own.
    hidden: Vec<String>,
}

impl Mirror {
    pub(crate) fn new(args: &Args, form: Form) -> Self {
        let (krate, leading) = match &args.krate {
            Some(path) => {
                let idents = path.segments.iter().map(|segment| segment.ident.clone());
                (idents.collect(), path.leading_colon.is_some())
            }
            None => (vec![Ident::new("await_me_maybe", Span::call_site())], true),
        };
        Self {
            krate,
            leading,
            join: args.join,
            form,
            hidden: Vec::new(),
        }
    }

    pub(super) fn is_root(&self, ident: &Ident) -> bool {
        is_mapped(&ident.to_string()) && !self.is_hidden(ident)
    }

    pub(super) fn hide(&mut self, names: &Set) {
        let roots = names.iter().filter(|name| is_mapped(name));
        self.hidden = roots.cloned().collect();
    }

    /// Input:  `tokio::time::sleep`
    /// Output: `::await_me_maybe::mirror::tokio::time::sleep`
    ///
    /// `alone` says that a root means the library without anything behind it, as in a `use`.
    pub(super) fn replacement(&self, idents: &[&Ident], alone: bool) -> Option<Replacement> {
        let (first, rest) = idents.split_first()?;
        let names: Vec<String> = idents
            .iter()
            .map(|ident| ident.unraw().to_string())
            .collect();
        if let (Some(group), false) = (self.group(&names), self.is_hidden(first)) {
            let policy = match self.join? {
                Policy::Sequential => "sequential",
                Policy::Threads => "threads",
            };
            let to = ["__private", policy, GROUPS[group]];
            return Some(self.placed(idents, idents.len().min(group_end(&names)), &to));
        }
        if rest.is_empty() && !alone || self.is_hidden(first) {
            return None;
        }
        let library = LIBRARIES.iter().find(|(from, _)| *first == from);
        if let Some((_, to)) = library {
            let to = Ident::new(to, first.span());
            return Some(Replacement {
                taken: 1,
                leading_colon: Some(Token![::](emit::ours(first.span()))),
                idents: vec![place(&to, first.span())],
            });
        }
        let (_, root) = ROOTS.iter().find(|(from, _)| *first == from)?;
        if is_same(root, &names) {
            return None;
        }
        let to: Vec<&str> = ["mirror"].iter().chain(*root).copied().collect();
        Some(self.placed(idents, 1, &to))
    }

    fn is_hidden(&self, root: &Ident) -> bool {
        self.hidden.iter().any(|name| root == name)
    }

    fn placed(&self, idents: &[&Ident], taken: usize, to: &[&str]) -> Replacement {
        let at = idents[taken - 1].span();
        let own = to.iter().map(|name| Ident::new(name, at));
        let path = self.krate.iter().cloned().chain(own);
        Replacement {
            taken,
            leading_colon: self.leading.then(|| Token![::](emit::ours(at))),
            idents: path.map(|ident| place(&ident, at)).collect(),
        }
    }

    /// The index of a group, of which there is one for each policy.
    fn group(&self, names: &[String]) -> Option<usize> {
        self.join?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let name = match names.as_slice() {
            ["tokio", "task", name @ "JoinSet", ..]
            | [
                "futures" | "futures_util",
                "stream",
                name @ ("FuturesOrdered" | "FuturesUnordered"),
                ..,
            ] => name,
            // What a file has imported is not seen here.
            [name, ..] if self.form == Form::Beside => name,
            _ => return None,
        };
        GROUPS.iter().position(|group| group == name)
    }

    /// Whether a path may lead to the mirror, or to a library that stands for another one.
    pub(super) fn may_hold(&self, path: &Path) -> bool {
        path.leading_colon.is_some() || !self.leading
    }

    /// The names of a path in the mirror: `tokio::time::sleep`.
    ///
    /// Of a library whose blocking form is another one, that one's.
    pub(super) fn origin(&self, leading: bool, names: &[String]) -> Option<Vec<String>> {
        let of_library = |name: &String| LIBRARIES.iter().any(|(_, to)| name == to);
        if leading && names.first().is_some_and(of_library) {
            return Some(names.to_vec());
        }
        let (krate, rest) = names.split_at_checked(self.krate.len())?;
        if leading != self.leading || !self.krate.iter().zip(krate).all(|(a, b)| a == b) {
            return None;
        }
        let names: Vec<&str> = rest.iter().map(String::as_str).collect();
        let origin = match names.as_slice() {
            ["mirror", origin @ ..] => origin.to_vec(),
            ["__private", "sequential" | "threads", "JoinSet", rest @ ..] => {
                [&["tokio", "task", "JoinSet"], rest].concat()
            }
            ["__private", "sequential" | "threads", group, rest @ ..] if GROUPS.contains(group) => {
                [&["futures", "stream", group], rest].concat()
            }
            _ => return None,
        };
        Some(origin.into_iter().map(str::to_owned).collect())
    }
}

/// How many segments there are up to the name of a group.
fn group_end(names: &[String]) -> usize {
    let is_group = |name: &String| GROUPS.contains(&name.as_str());
    names
        .iter()
        .position(is_group)
        .map_or(names.len(), |at| at + 1)
}

fn is_same(root: &[&str], names: &[String]) -> bool {
    let path = || {
        root.iter()
            .copied()
            .chain(names.iter().skip(1).map(String::as_str))
    };
    SAME.iter().any(|same| {
        let long_enough = path().count() >= same.len();
        long_enough && path().zip(same.iter()).all(|(name, same)| name == *same)
    })
}

fn is_mapped(name: &str) -> bool {
    let mut roots = ROOTS.iter().map(|(root, _)| *root);
    let mut libraries = LIBRARIES.iter().map(|(root, _)| *root);
    roots.any(|root| root == name) || libraries.any(|root| root == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Words, kind};

    fn mapped(join: Option<Policy>, path: &str) -> Option<String> {
        let args = Args {
            join,
            ..Args::default()
        };
        let mirror = Mirror::new(&args, Form::Module);
        let idents: Vec<Ident> = path
            .split("::")
            .map(|name| Ident::new(name, Span::call_site()))
            .collect();
        let idents: Vec<&Ident> = idents.iter().collect();
        let found = mirror.replacement(&idents, false)?;
        let rest = idents[found.taken..].iter().copied();
        let names: Vec<String> = found
            .idents
            .iter()
            .chain(rest)
            .map(Ident::to_string)
            .collect();
        Some(names.join("::"))
    }

    #[test]
    fn roots_are_mapped_and_what_is_the_same_stays() {
        let to = |path| mapped(None, path);
        let sleep = "await_me_maybe::mirror::tokio::time::sleep";
        assert_eq!(to("tokio::time::sleep").as_deref(), Some(sleep));
        let iter = "await_me_maybe::mirror::futures::stream::iter";
        assert_eq!(to("futures_util::stream::iter").as_deref(), Some(iter));
        let bus = "embedded_hal::i2c::I2c";
        assert_eq!(to("embedded_hal_async::i2c::I2c").as_deref(), Some(bus));
        for path in [
            "tokio",
            "futures",
            "tokio::time::Duration",
            "futures::join",
            "std::time",
        ] {
            assert_eq!(to(path), None, "{path}");
        }
    }

    #[test]
    fn a_group_is_the_one_of_the_policy() {
        let set = "tokio::task::JoinSet::new";
        let own = "await_me_maybe::__private::sequential::JoinSet::new";
        assert_eq!(mapped(Some(Policy::Sequential), set).as_deref(), Some(own));
        let threads = "await_me_maybe::__private::threads::JoinSet::new";
        assert_eq!(mapped(Some(Policy::Threads), set).as_deref(), Some(threads));
    }

    #[test]
    fn every_name_that_is_mapped_is_seen_when_an_item_is_read() {
        let roots = ROOTS.iter().map(|(root, _)| root);
        let libraries = LIBRARIES.iter().map(|(root, _)| root);
        for name in roots.chain(libraries).chain(&GROUPS) {
            assert!(kind(name).any(Words::LIBRARIES), "{name}");
        }
    }
}
