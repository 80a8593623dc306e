//! Questions about the tokens of an example.

use super::lexer::{Kind, Token, lex};

/// The text of an example, as it is compiled, and its tokens.
pub(super) struct Code<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
}

/// Words that no call and no path ends with.
const KEYWORDS: [&str; 22] = [
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "fn", "for", "if", "impl",
    "in", "let", "loop", "match", "move", "mut", "ref", "return", "where", "while",
];

impl<'a> Code<'a> {
    pub(super) fn read(text: &'a str) -> Option<Self> {
        let tokens = lex(text)?;
        Some(Self { text, tokens })
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    pub(super) fn text_of(&self, index: usize) -> &'a str {
        let token = self.tokens.get(index);
        token.map_or("", |token| &self.text[token.start..token.end])
    }

    /// A run of tokens without the blanks between them.
    pub(super) fn joined(&self, tokens: std::ops::RangeInclusive<usize>) -> String {
        tokens.map(|index| self.text_of(index)).collect()
    }

    pub(super) fn ident(&self, index: usize) -> Option<&'a str> {
        (self.kind(index) == Some(Kind::Ident)).then(|| self.text_of(index))
    }

    pub(super) fn is_ident(&self, index: usize, word: &str) -> bool {
        self.ident(index) == Some(word)
    }

    pub(super) fn is_punct(&self, index: usize, char: char) -> bool {
        self.kind(index) == Some(Kind::Punct(char))
    }

    /// Where the delimiter is closed that is opened here.
    pub(super) fn closed(&self, index: usize, delimiter: char) -> Option<usize> {
        match self.kind(index) {
            Some(Kind::Open(open, close)) if open == delimiter => Some(close),
            _ => None,
        }
    }

    pub(super) fn opened(&self, index: usize, delimiter: char) -> Option<usize> {
        match self.kind(index) {
            Some(Kind::Close(close, open)) if close == delimiter => Some(open),
            _ => None,
        }
    }

    /// Two marks without a blank between them: `::`, `..`, `->`.
    fn is_pair(&self, index: usize, first: char, second: char) -> bool {
        self.is_punct(index, first)
            && self.is_punct(index + 1, second)
            && self.tokens[index].end == self.tokens[index + 1].start
    }

    /// Whether `::` begins at this token.
    pub(super) fn is_separator(&self, index: usize) -> bool {
        self.is_pair(index, ':', ':')
    }

    /// Whether `::` ends in front of this token.
    pub(super) fn is_behind_separator(&self, index: usize) -> bool {
        index >= 2 && self.is_separator(index - 2)
    }

    /// Whether this is a field or method: `.name`, but not the end of a range.
    pub(super) fn is_member(&self, index: usize) -> bool {
        index >= 1
            && self.is_punct(index - 1, '.')
            && !(index >= 2 && self.is_pair(index - 2, '.', '.'))
    }

    /// Where the angle bracket is opened that is closed here.
    fn angle(&self, close: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let mut index = close;
        loop {
            match self.kind(index)? {
                Kind::Punct('>') if index > 0 && self.is_pair(index - 1, '-', '>') => {}
                Kind::Punct('>') => depth += 1,
                Kind::Punct('<') => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some(index);
                    }
                }
                Kind::Close(_, open) => index = open,
                Kind::Punct(';') | Kind::Open(..) => return None,
                _ => {}
            }
            index = index.checked_sub(1)?;
        }
    }

    /// The name that is called where these parentheses are closed: `f(..)`, `x.f::<T>(..)`.
    pub(super) fn callee(&self, close: usize) -> Option<usize> {
        let mut name = self.opened(close, ')')?.checked_sub(1)?;
        if self.is_punct(name, '>') {
            let open = self.angle(name)?;
            if !self.is_behind_separator(open) {
                return None;
            }
            name = open.checked_sub(3)?;
        }
        let word = self.ident(name)?;
        (!KEYWORDS.contains(&word)).then_some(name)
    }

    /// The segments of the path that ends here, the first one first; `None` for `<T>::name`.
    pub(super) fn path(&self, last: usize) -> Option<Vec<usize>> {
        let mut segments = vec![last];
        let mut first = last;
        while self.is_behind_separator(first) {
            let Some(mut before) = first.checked_sub(3) else {
                break;
            };
            if self.is_punct(before, '>') {
                before = self.angle(before)?.checked_sub(1)?;
                if self.is_punct(before, ':') {
                    before = before.checked_sub(2)?;
                }
            }
            match self.ident(before) {
                Some(word) if !KEYWORDS.contains(&word) => {}
                // `::name`, from the root.
                _ if !self.is_punct(first - 3, '>') => break,
                _ => return None,
            }
            segments.insert(0, before);
            first = before;
        }
        Some(segments)
    }

    /// Where the chain of calls, fields and paths begins that ends here.
    pub(super) fn chain_start(&self, end: usize) -> Option<usize> {
        let mut index = end;
        loop {
            match self.kind(index)? {
                Kind::Punct('?') => {
                    index = index.checked_sub(1)?;
                    continue;
                }
                Kind::Close(_, open) => {
                    let Some(before) = open.checked_sub(1) else {
                        return Some(open);
                    };
                    match self.kind(before)? {
                        Kind::Ident if !KEYWORDS.contains(&self.text_of(before)) => index = before,
                        Kind::Close(..) | Kind::Punct('?') => {
                            index = before;
                            continue;
                        }
                        Kind::Punct('!') => index = before.checked_sub(1)?,
                        Kind::Punct('>') => {
                            let angle = self.angle(before)?;
                            if !self.is_behind_separator(angle) {
                                return None;
                            }
                            index = angle.checked_sub(3)?;
                        }
                        _ => return Some(open),
                    }
                }
                Kind::Ident | Kind::Literal => {}
                _ => return None,
            }
            if self.is_member(index) {
                index = index.checked_sub(2)?;
            } else if self.is_behind_separator(index) {
                let &first = self.path(index)?.first()?;
                return Some(if self.is_behind_separator(first) {
                    first - 2
                } else {
                    first
                });
            } else {
                return Some(index);
            }
        }
    }

    /// Whether a statement can begin here.
    pub(super) fn begins_statement(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.kind(before));
        matches!(
            before,
            None | Some(Kind::Punct(';') | Kind::Open('{', _) | Kind::Close('}', _))
        )
    }

    /// Whether a statement can end in front of this token.
    pub(super) fn ends_statement(&self, index: usize) -> bool {
        matches!(
            self.kind(index),
            None | Some(Kind::Punct(';') | Kind::Close('}', _))
        )
    }
}
