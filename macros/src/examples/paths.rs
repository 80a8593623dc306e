//! The forms whose twins have the names of their originals, in another module.

use super::Example;
use super::code::Code;
use super::imports::Import;

impl<'a> Example<'a> {
    /// Input:  `use krate::api::Client;`, `krate::api::Client::new()`
    /// Output: `use krate::api::blocking::Client;`, `krate::api::blocking::Client::new()`
    pub(super) fn paths(&mut self) -> Option<()> {
        if self.names.paths.is_empty() {
            return self.names.has_own_names().then_some(());
        }
        for import in self.imports {
            let Some((length, to)) = self.mapped(&import.path) else {
                continue;
            };
            let module = import.path[length - 1];
            let name = self.code.text_of(module);
            let named = length == import.path.len() && import.alias.is_none();
            match (import.this, import.name) {
                (Some(this), _) if named => {
                    self.renamed[module] = Some(to.to_owned());
                    self.renamed[this] = Some(format!("self as {name}"));
                }
                (None, Some(_)) if named => {
                    self.renamed[module] = Some(format!("{to} as {name}"));
                }
                _ => {
                    self.renamed[module] = Some(to.to_owned());
                }
            }
        }
        for (path, _) in self.inline_paths() {
            if let Some((length, to)) = self.mapped(&path) {
                self.renamed[path[length - 1]] = Some(to.to_owned());
            }
        }
        let doubled = |import: &Import| {
            let renamed = |at: &&usize| self.renamed[**at].is_some();
            import.path.iter().filter(renamed).count() > 1
        };
        (!self.imports.iter().any(doubled)).then_some(())
    }

    /// How many segments the longest rule for this path takes, and what the last becomes.
    pub(super) fn mapped(&self, path: &[usize]) -> Option<(usize, &'a str)> {
        let segments: Vec<&str> = path.iter().map(|&at| self.code.text_of(at)).collect();
        (1..=path.len()).rev().find_map(|length| {
            let rule = self.names.rule(&segments[..length])?;
            Some((length, rule.to.as_str()))
        })
    }

    /// Paths outside of `use`, up to their first generic argument, and where they begin.
    pub(super) fn inline_paths(&self) -> Vec<(Vec<usize>, usize)> {
        let code = self.code;
        let starts = self.idents().filter(|&(index, _)| {
            let used = |import: &Import| import.holds(index);
            let inside = code.is_member(index)
                || is_later_segment(code, index)
                || self.imports.iter().any(used);
            code.is_separator(index + 1) && !inside
        });
        let paths = starts.map(|(start, _)| {
            let mut path = vec![start];
            let mut at = start;
            while code.is_separator(at + 1) && code.ident(at + 3).is_some() {
                at += 3;
                path.push(at);
            }
            (path, start)
        });
        paths.collect()
    }
}

/// Not the first one, nor the first behind a leading `::`.
fn is_later_segment(code: &Code, index: usize) -> bool {
    code.is_behind_separator(index) && index >= 3 && code.ident(index - 3).is_some()
}
