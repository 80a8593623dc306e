//! What the `use` declarations of an example bring into scope.

use super::code::Code;

/// One name, or all of them.
pub(super) struct Import {
    /// The segments of its path, the imported name among them, as tokens.
    pub(super) path: Vec<usize>,
    /// `None` for `*`.
    pub(super) name: Option<usize>,
    /// `as alias`
    pub(super) alias: Option<usize>,
    /// `path::{self}`: the name is that of the module.
    pub(super) this: Option<usize>,
    /// From `use`, or what stands before it, to the semicolon.
    pub(super) statement: (usize, usize),
    /// The only one of its declaration.
    pub(super) alone: bool,
}

impl Import {
    pub(super) fn root<'a>(&self, code: &Code<'a>) -> &'a str {
        self.path.first().map_or("", |&root| code.text_of(root))
    }

    /// The name that the example calls it by.
    pub(super) fn visible<'a>(&self, code: &Code<'a>) -> Option<&'a str> {
        self.alias.or(self.name).map(|name| code.text_of(name))
    }

    /// Whether a token is part of its declaration.
    pub(super) fn holds(&self, index: usize) -> bool {
        (self.statement.0..self.statement.1).contains(&index)
    }

    pub(super) fn segments<'a>(&self, code: &Code<'a>) -> Vec<&'a str> {
        self.path.iter().map(|&at| code.text_of(at)).collect()
    }
}

/// `None` where a declaration cannot be read.
pub(super) fn read(code: &Code) -> Option<Vec<Import>> {
    let mut imports = Vec::new();
    for index in 0..code.len() {
        // `+ use<'a>` is a bound.
        if !code.is_ident(index, "use") || code.is_punct(index + 1, '<') {
            continue;
        }
        let before = imports.len();
        let mut reader = Reader {
            code,
            at: index + 1,
            imports: &mut imports,
        };
        if code.is_separator(reader.at) {
            reader.at += 2;
        }
        reader.tree(&mut Vec::new())?;
        let end = reader.at;
        if !code.is_punct(end, ';') {
            return None;
        }
        let alone = imports.len() == before + 1;
        for import in &mut imports[before..] {
            import.statement = (index, end);
            import.alone = alone;
        }
    }
    Some(imports)
}

struct Reader<'a, 'b> {
    code: &'a Code<'b>,
    at: usize,
    imports: &'a mut Vec<Import>,
}

impl Reader<'_, '_> {
    fn tree(&mut self, path: &mut Vec<usize>) -> Option<()> {
        let depth = path.len();
        loop {
            if let Some(close) = self.code.closed(self.at, '{') {
                self.at += 1;
                while self.at < close {
                    self.tree(path)?;
                    if self.code.is_punct(self.at, ',') {
                        self.at += 1;
                    } else if self.at != close {
                        return None;
                    }
                }
                self.at = close + 1;
                break;
            }
            if self.code.is_punct(self.at, '*') {
                self.at += 1;
                self.push(path, None, None);
                break;
            }
            self.code.ident(self.at)?;
            let name = self.at;
            self.at += 1;
            if self.code.is_separator(self.at) {
                path.push(name);
                self.at += 2;
                continue;
            }
            if self.code.is_ident(name, "self") && !path.is_empty() {
                self.push(path, path.last().copied(), Some(name));
            } else {
                path.push(name);
                self.push(path, Some(name), None);
            }
            break;
        }
        path.truncate(depth);
        Some(())
    }

    fn push(&mut self, path: &[usize], name: Option<usize>, this: Option<usize>) {
        let alias = self.code.is_ident(self.at, "as").then(|| {
            self.at += 2;
            self.at - 1
        });
        self.imports.push(Import {
            path: path.to_vec(),
            name,
            alias,
            this,
            statement: (0, 0),
            alone: false,
        });
    }
}
