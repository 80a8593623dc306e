//! `replace(from = to, ..)`: paths that are others in the twin.
//!
//! A rule matches a path from its first segment on; the longest rule wins, and what it has put
//! there is not looked at again. What is parsed is visited as such ([`paths`], [`imports`]); the
//! arguments of macros and attributes are looked at as [`tokens`].

mod imports;
pub(crate) mod mirror;
mod paths;
mod tokens;

use proc_macro2::{Ident, Span};
use syn::parse::{Parse, ParseStream};
use syn::{Path, PathArguments, Result, Token};

use crate::emit;
use crate::errors::Errors;
use crate::messages;
use crate::table::{Set, Table};
use crate::words::{self, Words};
use mirror::Mirror;

/// `from = to`, paths of identifiers both.
#[derive(Clone)]
pub(crate) struct Rule {
    from: Path,
    /// The same, as it is compared.
    key: Key,
    to: Path,
    is_used: bool,
}

impl Parse for Rule {
    fn parse(input: ParseStream) -> Result<Self> {
        let from = path_of_rule(input)?;
        if !input.peek(Token![=]) {
            return Err(syn::Error::new(input.span(), messages::rule_shape()));
        }
        input.parse::<Token![=]>()?;
        let to = path_of_rule(input)?;
        Ok(Self {
            key: key(&from),
            from,
            to,
            is_used: false,
        })
    }
}

fn path_of_rule(input: ParseStream) -> Result<Path> {
    let path = input.call(Path::parse_mod_style);
    if input.peek(Token![<]) {
        return Err(input.error(messages::GENERIC_RULE));
    }
    path.map_err(|error| syn::Error::new(error.span(), messages::rule_shape()))
}

/// A path as it is compared: whether it begins with `::`, and its names.
type Key = (bool, Vec<String>);

fn names<'a>(idents: impl IntoIterator<Item = &'a Ident>) -> Vec<String> {
    idents
        .into_iter()
        .map(|ident| {
            let text = ident.to_string();
            match text.strip_prefix("r#") {
                Some(name) => name.to_owned(),
                None => text,
            }
        })
        .collect()
}

/// The segments up to the first one that has arguments.
fn head(path: &Path) -> Vec<&Ident> {
    let mut ended = false;
    path.segments
        .iter()
        .take_while(|segment| {
            !std::mem::replace(
                &mut ended,
                !matches!(segment.arguments, PathArguments::None),
            )
        })
        .map(|segment| &segment.ident)
        .collect()
}

fn key(path: &Path) -> Key {
    (path.leading_colon.is_some(), names(head(path)))
}

/// `::a::b`
fn text_of(leading: bool, names: &[String]) -> String {
    let names = names.join("::");
    if leading { format!("::{names}") } else { names }
}

/// The rules of an item, and the paths they have made of it.
#[derive(Clone, Default)]
pub(crate) struct Replacements {
    rules: Vec<Rule>,
    /// What is mapped without a rule.
    mirror: Option<Mirror>,
    /// By [`text_of`] their key.
    made: Table<Made>,
    /// The pattern that is visited may be a constant.
    in_refutable: bool,
    /// Found while visiting.
    faults: Vec<syn::Error>,
}

/// What is known of a path that stands in the twin.
#[derive(Clone, Default)]
struct Made {
    /// The last names it was written with.
    written: Set,
    /// What it means in the mirror, from its root on.
    origin: Option<Vec<String>>,
}

/// The beginning of a path that a rule matches, and what it becomes.
struct Replacement {
    /// How many segments it takes away.
    taken: usize,
    leading_colon: Option<Token![::]>,
    idents: Vec<Ident>,
}

impl Replacements {
    pub(crate) fn new(rules: Vec<Rule>, errors: &mut Errors) -> Self {
        let mut seen: Vec<Key> = Vec::new();
        let rules = rules.into_iter().filter(|rule| {
            let first = !seen.contains(&rule.key);
            if !first {
                errors.on(&rule.from, messages::repeated_rule(&shown(&rule.from)));
            }
            seen.push(rule.key.clone());
            first
        });
        Self {
            rules: rules.collect(),
            ..Self::default()
        }
    }

    /// Maps the libraries that have a mirror, where no rule says otherwise.
    pub(crate) fn with_mirror(mut self, mirror: Mirror) -> Self {
        self.mirror = Some(mirror);
        self
    }

    /// Whether the author has given any rule.
    pub(crate) fn has_rules(&self) -> bool {
        !self.rules.is_empty()
    }

    /// Whether this is the name of a library that has a mirror.
    pub(crate) fn is_root(&self, ident: &Ident) -> bool {
        let mirror = self.mirror.as_ref();
        mirror.is_some_and(|mirror| mirror.is_root(ident))
    }

    /// Names that are no libraries' here.
    pub(crate) fn hide(&mut self, names: &Set) {
        if let Some(mirror) = &mut self.mirror {
            mirror.hide(names);
        }
    }

    /// Whether a path may be another one in the twin that begins with this name.
    pub(crate) fn may_match(&self, first: &str) -> bool {
        self.has_rules() || words::kind(first).any(Words::LIBRARIES)
    }

    /// Whether a path of these names is another one in the twin.
    pub(crate) fn matches(&self, leading: bool, path: &[Ident]) -> bool {
        let mapped = || self.mirrored(&path.iter().collect::<Vec<_>>(), false);
        self.longest(leading, &names(path)).is_some() || mapped().is_some()
    }

    /// The same of all that a module holds, as a glob imports it.
    pub(crate) fn matches_all(&self, leading: bool, module: &[Ident]) -> bool {
        let mapped = || self.mirrored(&module.iter().collect::<Vec<_>>(), true);
        self.longest(leading, &names(module)).is_some() || mapped().is_some()
    }

    /// What a path as it is written means in the mirror, from its root on.
    pub(crate) fn mapped_to(&self, path: &[Ident]) -> Option<Vec<String>> {
        let mirror = self.mirror.as_ref()?;
        let found = self.mirrored(&path.iter().collect::<Vec<_>>(), false)?;
        let rest = names(&path[found.taken..]);
        let whole: Vec<String> = names(&found.idents).into_iter().chain(rest).collect();
        mirror.origin(found.leading_colon.is_some(), &whole)
    }

    /// The same of a path as it stands in the twin.
    pub(crate) fn origin(&self, path: &Path) -> Option<Vec<String>> {
        let mirror = self.mirror.as_ref()?;
        if self.made.is_empty() && !mirror.may_hold(path) {
            return None;
        }
        let (leading, names) = key(path);
        mirror.origin(leading, &names).or_else(|| {
            let imported = self.made.get(&text_of(leading, names.get(..1)?))?;
            let mut origin = imported.origin.clone()?;
            origin.extend_from_slice(&names[1..]);
            Some(origin)
        })
    }

    /// Whether a `use` has brought something of this root of the mirror.
    pub(crate) fn imports_from(&self, root: &str) -> bool {
        let mut origins = self
            .made
            .iter()
            .filter_map(|(_, made)| made.origin.as_ref());
        origins.any(|origin| origin.first().is_some_and(|first| first == root))
    }

    fn mirrored(&self, idents: &[&Ident], alone: bool) -> Option<Replacement> {
        self.mirror.as_ref()?.replacement(idents, alone)
    }

    /// Whether this path, as it stands in the twin, begins with one that a rule has made.
    pub(crate) fn is_made(&self, path: &Path) -> bool {
        if self.made.is_empty() {
            return false;
        }
        let (leading, mut names) = key(path);
        while !names.is_empty() {
            if self.made.contains(&text_of(leading, &names)) {
                return true;
            }
            names.pop();
        }
        false
    }

    /// Whether anything has been replaced.
    pub(crate) fn has_made(&self) -> bool {
        !self.made.is_empty()
    }

    /// The last names with which this path was written before rules made it what it is.
    pub(crate) fn written(&self, path: &Path) -> impl Iterator<Item = &str> {
        let made = (!self.made.is_empty()).then(|| {
            let (leading, names) = key(path);
            self.made.get(&text_of(leading, &names))
        });
        let made = made.flatten();
        let written = made.into_iter().flat_map(|made| made.written.iter());
        written.map(String::as_str)
    }

    fn names_exactly(&self, path: &Path) -> bool {
        self.rules.iter().any(|rule| rule.key == key(path))
    }

    /// What was found while visiting, and the rules that nothing was visited for.
    pub(crate) fn finish(&mut self, errors: &mut Errors) {
        self.faults.drain(..).for_each(|fault| errors.push(fault));
        for rule in self.rules.iter().filter(|rule| !rule.is_used) {
            errors.on(&rule.from, messages::unused_rule(&shown(&rule.from)));
        }
    }

    fn longest(&self, leading: bool, names: &[String]) -> Option<usize> {
        let matching = self.rules.iter().enumerate().filter_map(|(index, rule)| {
            let (from_leading, from) = &rule.key;
            // `self` alone is the receiver.
            let receiver = names == ["self"];
            (*from_leading == leading && names.starts_with(from) && !receiver)
                .then_some((from.len(), index))
        });
        matching.max().map(|(_, index)| index)
    }

    /// `idents` are the segments of a path from the first one on; `alone` is that of a `use`.
    fn replacement(
        &mut self,
        leading: bool,
        idents: &[&Ident],
        alone: bool,
    ) -> Option<Replacement> {
        let Some(index) = self.longest(leading, &names(idents.iter().copied())) else {
            return self.mirrored(idents, alone);
        };
        let rule = &mut self.rules[index];
        rule.is_used = true;
        let taken = rule.from.segments.len();
        let first = idents.first()?.span();
        let placed = rule.to.segments.iter().enumerate().map(|(index, segment)| {
            let is_last = index + 1 == rule.to.segments.len();
            let at = if is_last {
                taken - 1
            } else {
                index.min(taken - 1)
            };
            place(&segment.ident, idents[at].span())
        });
        Some(Replacement {
            taken,
            idents: placed.collect(),
            leading_colon: rule.to.leading_colon.map(|_| Token![::](emit::ours(first))),
        })
    }

    /// Remembers a path that a rule has made of one with this last name.
    fn note<'a>(
        &mut self,
        leading: bool,
        idents: impl IntoIterator<Item = &'a Ident>,
        written: Option<&Ident>,
    ) {
        let key = text_of(leading, &names(idents));
        let made = self.made.or_insert(key, Made::default());
        made.written.extend(names(written));
    }

    /// Remembers what a `use` has brought.
    fn note_import(&mut self, name: &Ident, leading: bool, path: &[Ident]) {
        let origin = |mirror: &Mirror| mirror.origin(leading, &names(path));
        let origin = self.mirror.as_ref().and_then(origin);
        self.note(false, [name], Some(name));
        let key = text_of(false, &names([name]));
        self.made.or_insert(key, Made::default()).origin = origin;
    }
}

/// A name of a rule, where the name it replaces has been.
fn place(ident: &Ident, at: Span) -> Ident {
    let mut ident = ident.clone();
    // `$crate` means the crate of the macro that has written the rule.
    ident.set_span(if ident == "$crate" {
        ident.span().located_at(at)
    } else {
        emit::ours(at)
    });
    ident
}

fn shown(path: &Path) -> String {
    let leading = if path.leading_colon.is_some() {
        "::"
    } else {
        ""
    };
    let idents: Vec<String> = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    format!("{leading}{}", idents.join("::"))
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn a_rule_matches_from_the_first_segment_on() {
        let rules = vec![parse_quote!(a::b = c), parse_quote!(::d = e)];
        let replacements = Replacements::new(rules, &mut Errors::default());
        let matches = |path: Path| {
            let idents: Vec<Ident> = head(&path).into_iter().cloned().collect();
            replacements.matches(path.leading_colon.is_some(), &idents)
        };
        assert!(matches(parse_quote!(a::b)));
        assert!(matches(parse_quote!(a::b::c)));
        assert!(matches(parse_quote!(a::b<X>::c)));
        assert!(matches(parse_quote!(a::r#b)));
        assert!(matches(parse_quote!(::d::e)));
        assert!(!matches(parse_quote!(a)));
        assert!(!matches(parse_quote!(a::bc)));
        assert!(!matches(parse_quote!(a<X>::b)));
        assert!(!matches(parse_quote!(::a::b)));
        assert!(!matches(parse_quote!(d::e)));
        assert!(!matches(parse_quote!(x::a::b)));
    }
}
