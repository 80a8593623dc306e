//! Tokens of an example with their places, so that it can be edited without printing it anew.
//!
//! rustc's own lexer is no help inside a macro: it reports what it cannot read as an error of the
//! crate, and an example may be anything.

/// What a token is; its text is found by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Ident,
    Lifetime,
    Literal,
    Punct(char),
    /// A delimiter, with the index of its counterpart.
    Open(char, usize),
    Close(char, usize),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// `None` where the text is not a balanced run of Rust tokens.
pub(super) fn lex(text: &str) -> Option<Vec<Token>> {
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens: Vec<Token> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    while let Some(first) = lexer.skip_blanks()? {
        let start = lexer.at;
        let behind_dot = matches!(tokens.last(), Some(last) if last.kind == Kind::Punct('.'));
        // An apostrophe: no lifetime is glued to a word.
        let glued =
            matches!(tokens.last(), Some(last) if last.kind == Kind::Ident && last.end == start);
        let kind = match first {
            '\'' if glued => return None,
            '(' | '[' | '{' => {
                open.push(tokens.len());
                lexer.bump(first);
                Kind::Open(first, 0)
            }
            ')' | ']' | '}' => {
                let mate = open.pop()?;
                let Kind::Open(opened, ours) = &mut tokens.get_mut(mate)?.kind else {
                    return None;
                };
                if !matches!((*opened, first), ('(', ')') | ('[', ']') | ('{', '}')) {
                    return None;
                }
                *ours = usize::MAX;
                lexer.bump(first);
                Kind::Close(first, mate)
            }
            '"' => lexer.quoted('"')?,
            '\'' => lexer.quote()?,
            '0'..='9' => lexer.number(behind_dot),
            _ if is_start(first) => lexer.word()?,
            _ if first.is_ascii_punctuation() && first != '\\' && first != '`' => {
                lexer.bump(first);
                Kind::Punct(first)
            }
            _ => return None,
        };
        tokens.push(Token {
            kind,
            start,
            end: lexer.at,
        });
    }
    if !open.is_empty() {
        return None;
    }
    pair(&mut tokens);
    Some(tokens)
}

/// Tells each opening delimiter where it is closed.
fn pair(tokens: &mut [Token]) {
    for index in 0..tokens.len() {
        if let Kind::Close(_, mate) = tokens[index].kind {
            if let Kind::Open(_, ours) = &mut tokens[mate].kind {
                *ours = index;
            }
        }
    }
}

fn is_start(char: char) -> bool {
    char == '_' || char.is_alphabetic()
}

fn is_part(char: char) -> bool {
    char == '_' || char.is_alphanumeric()
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn bump(&mut self, char: char) {
        self.at += char.len_utf8();
    }

    fn bump_while(&mut self, wanted: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|char| !wanted(char)).unwrap_or(rest.len());
    }

    /// The first character of the next token; `None` in a comment that does not end.
    #[expect(clippy::option_option, reason = "a fault is not the end")]
    fn skip_blanks(&mut self) -> Option<Option<char>> {
        loop {
            self.bump_while(char::is_whitespace);
            if self.rest().starts_with("//") {
                self.bump_while(|char| char != '\n');
            } else if self.rest().starts_with("/*") {
                self.block_comment()?;
            } else {
                return Some(self.peek());
            }
        }
    }

    fn block_comment(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Some(());
                }
            } else {
                let char = self.peek()?;
                self.bump(char);
            }
        }
    }

    /// From the quote to the next one that is not escaped.
    fn quoted(&mut self, quote: char) -> Option<Kind> {
        self.bump(quote);
        loop {
            let char = self.peek()?;
            self.bump(char);
            if char == quote {
                self.bump_while(is_part);
                return Some(Kind::Literal);
            }
            if char == '\\' {
                let escaped = self.peek()?;
                self.bump(escaped);
            }
        }
    }

    /// `'a'`, `'\n'` or `'a`
    fn quote(&mut self) -> Option<Kind> {
        let mut chars = self.rest().chars().skip(1);
        let (first, second) = (chars.next()?, chars.next());
        if first == '\\' || (second == Some('\'') && first != '\'') {
            return self.quoted('\'');
        }
        if !is_start(first) {
            return None;
        }
        self.at += 1;
        self.bump_while(is_part);
        Some(Kind::Lifetime)
    }

    /// Behind a dot it is the index of a field: `pair.0.1` holds no fraction.
    fn number(&mut self, is_field: bool) -> Kind {
        let start = self.at;
        self.bump_while(is_part);
        if !is_field {
            let behind = self
                .rest()
                .strip_prefix('.')
                .map(|rest| rest.chars().next());
            if behind.is_some_and(|next| next.is_none_or(|next| next != '.' && !is_start(next))) {
                self.at += 1;
                self.bump_while(is_part);
            }
            let digits = &self.text[start..self.at];
            let exponent = !digits.starts_with("0x") && digits.ends_with(['e', 'E']);
            if exponent && self.rest().starts_with(['+', '-']) {
                self.at += 1;
                self.bump_while(is_part);
            }
        }
        Kind::Literal
    }

    /// An identifier, or a literal with a prefix.
    fn word(&mut self) -> Option<Kind> {
        let start = self.at;
        self.bump_while(is_part);
        let word = &self.text[start..self.at];
        match self.peek() {
            Some('"') => match word {
                "b" | "c" => self.quoted('"'),
                "r" | "br" | "cr" => self.raw(0),
                _ => None,
            },
            Some('\'') if word == "b" => self.quoted('\''),
            Some('#') => {
                let marks = self.rest().find(|char| char != '#').unwrap_or(0);
                let behind = self.rest()[marks..].chars().next();
                match (word, behind) {
                    ("r" | "br" | "cr", Some('"')) => {
                        self.at += marks;
                        self.raw(marks)
                    }
                    ("r", Some(next)) if marks == 1 && is_start(next) => {
                        self.at += 1;
                        self.bump_while(is_part);
                        Some(Kind::Ident)
                    }
                    // A prefix that is reserved since edition 2021.
                    (_, Some(next)) if next == '"' || is_start(next) => None,
                    _ => Some(Kind::Ident),
                }
            }
            _ => Some(Kind::Ident),
        }
    }

    /// From the quote to the next one with as many marks behind it.
    fn raw(&mut self, marks: usize) -> Option<Kind> {
        let end = format!("\"{}", "#".repeat(marks));
        self.at += 1;
        self.at += self.rest().find(&end)? + end.len();
        self.bump_while(is_part);
        Some(Kind::Literal)
    }
}
