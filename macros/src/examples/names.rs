//! Who is called what in the example of a twin.

use crate::table::{Set, Table};

/// What an example needs to know of the form that it is rewritten for.
///
/// In the suffix form names change and paths stay. Where the twin has the name of its original in
/// another module it is the other way round: no suffix, and rules for paths.
#[derive(Default)]
pub(crate) struct DocNames {
    /// The crate that the example belongs to, as it is written in paths.
    pub(crate) krate: Option<String>,
    /// Behind the name of every awaited callee that is not listed below.
    pub(crate) suffix: Option<String>,
    /// Async functions, with the names of their twins.
    pub(crate) functions: Table<String>,
    /// The same of methods and associated functions.
    pub(crate) methods: Table<String>,
    /// The same of types and traits.
    pub(crate) types: Table<String>,
    /// The type whose methods these are.
    pub(crate) owner: Option<String>,
    /// Callees that keep their name.
    pub(crate) keep: Set,
    pub(crate) paths: Vec<PathRule>,
}

/// A module with a blocking counterpart.
#[derive(Clone)]
pub(crate) struct PathRule {
    /// Its path inside the crate: `["net", "asynchronous"]`.
    pub(crate) from: Vec<String>,
    /// What its last segment becomes: `blocking`, or `api::blocking` where it has one inside.
    pub(crate) to: String,
}

impl DocNames {
    /// Whether twins have names of their own, and not the names of their originals elsewhere.
    pub(super) fn has_own_names(&self) -> bool {
        self.suffix
            .as_deref()
            .is_some_and(|suffix| !suffix.is_empty())
    }

    /// The name of the twin of a callee that nothing is known of.
    pub(super) fn suffixed(&self, name: &str) -> String {
        let suffix = self.suffix.as_deref().unwrap_or_default();
        if suffix.is_empty() {
            return name.to_owned();
        }
        format!("{}{suffix}", name.strip_prefix("r#").unwrap_or(name))
    }

    /// The name of the twin of a method.
    pub(super) fn method(&self, name: &str) -> String {
        let known = self.methods.get(name).cloned();
        known.unwrap_or_else(|| self.suffixed(name))
    }

    pub(super) fn is_own_crate(&self, root: &str) -> bool {
        root == "crate" || self.krate.as_deref() == Some(root)
    }

    /// What the last of these segments becomes; the first one is the crate.
    pub(super) fn rule(&self, path: &[&str]) -> Option<&PathRule> {
        let (root, inner) = path.split_first()?;
        if !self.is_own_crate(root) {
            return None;
        }
        self.paths.iter().find(|rule| rule.from == inner)
    }
}
