//! `replace(from = to, ..)`: paths that are others in the twin.
//!
//! A rule matches a path from its first segment on; the longest rule wins, and what it has put
//! there is not looked at again. What is parsed is visited as such ([`paths`], [`imports`]); the
//! arguments of macros and attributes are looked at as [`tokens`].

mod imports;
mod paths;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Path, PathArguments, Result, Token};

use crate::emit;
use crate::errors::Errors;
use crate::messages;

/// `from = to`, paths of identifiers both.
#[derive(Clone)]
pub(crate) struct Rule {
    from: Path,
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
        .map(|ident| ident.unraw().to_string())
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

/// The rules of an item, and the paths they have made of it.
#[derive(Clone, Default)]
pub(crate) struct Replacements {
    rules: Vec<Rule>,
    /// Each with the last names it was written with.
    made: BTreeMap<Key, BTreeSet<String>>,
    /// The pattern that is visited may be a constant.
    in_refutable: bool,
    /// Found while visiting.
    faults: Vec<syn::Error>,
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
        let mut seen = BTreeSet::new();
        let rules = rules.into_iter().filter(|rule| {
            let first = seen.insert(key(&rule.from));
            if !first {
                errors.on(&rule.from, messages::repeated_rule(&shown(&rule.from)));
            }
            first
        });
        Self {
            rules: rules.collect(),
            ..Self::default()
        }
    }

    /// Whether a rule matches a path of these names.
    pub(crate) fn matches(&self, leading: bool, path: &[Ident]) -> bool {
        self.longest(leading, &names(path)).is_some()
    }

    /// Whether this path, as it stands in the twin, begins with one that a rule has made.
    pub(crate) fn is_made(&self, path: &Path) -> bool {
        let (leading, names) = key(path);
        self.made
            .iter()
            .any(|((made_leading, made), _)| *made_leading == leading && names.starts_with(made))
    }

    /// The last names with which this path was written before rules made it what it is.
    pub(crate) fn written(&self, path: &Path) -> impl Iterator<Item = &str> {
        let written = self.made.get(&key(path));
        written.into_iter().flatten().map(String::as_str)
    }

    fn names_exactly(&self, path: &Path) -> bool {
        self.rules.iter().any(|rule| key(&rule.from) == key(path))
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
            let (from_leading, from) = key(&rule.from);
            // `self` alone is the receiver.
            let receiver = names == ["self"];
            (from_leading == leading && names.starts_with(&from) && !receiver)
                .then_some((from.len(), index))
        });
        matching.max().map(|(_, index)| index)
    }

    /// `idents` are the segments of a path from the first one on.
    fn replacement(&mut self, leading: bool, idents: &[&Ident]) -> Option<Replacement> {
        let index = self.longest(leading, &names(idents.iter().copied()))?;
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
        let made = self.made.entry((leading, names(idents))).or_default();
        made.extend(names(written));
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
