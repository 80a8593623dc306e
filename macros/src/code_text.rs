//! Code as the compiler shows it: std's `assert!` prints its condition, on one line.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// What stands at the end of the text so far.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// Nothing, or an operator: an operand comes next.
    Operator,
    /// An operator in front of its operand, `.`, `::`, `(`: no space comes next.
    Tight,
    Word,
    Operand,
}

/// Input:  the tokens of `! ready (n) . await && a .. b`
/// Output: `!ready(n).await && a..b`
pub(crate) fn of(tokens: TokenStream) -> String {
    let mut text = String::new();
    write(tokens, &mut text);
    text
}

fn write(tokens: TokenStream, text: &mut String) {
    let mut last = Last::Tight;
    let mut angles = 0_usize;
    let mut in_parameters = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(first) => {
                let mut operator = String::from(first.as_char());
                let mut spacing = first.spacing();
                while let (Spacing::Joint, Some(TokenTree::Punct(next))) = (spacing, tokens.peek())
                {
                    if angles > 0 || !goes_on(&operator, next.as_char()) {
                        break;
                    }
                    operator.push(next.as_char());
                    spacing = next.spacing();
                    tokens.next();
                }
                if operator == "|" && (in_parameters || last != Last::Operand) {
                    space_unless(in_parameters || last == Last::Tight, &mut *text);
                    text.push('|');
                    in_parameters = !in_parameters;
                    last = if in_parameters {
                        Last::Tight
                    } else {
                        Last::Word
                    };
                    continue;
                }
                let macro_call = operator == "!"
                    && last == Last::Operand
                    && matches!(tokens.peek(), Some(TokenTree::Group(_)));
                last = punctuation(&operator, last, macro_call, &mut angles, text);
            }
            TokenTree::Group(group) => last = delimited(&group, last, text),
            TokenTree::Ident(word) => {
                space_unless(last == Last::Tight, text);
                let word = word.to_string();
                text.push_str(&word);
                last = if is_keyword(&word) {
                    Last::Word
                } else {
                    Last::Operand
                };
            }
            TokenTree::Literal(literal) => {
                space_unless(last == Last::Tight, text);
                text.push_str(&literal.to_string());
                last = Last::Operand;
            }
        }
    }
}

fn punctuation(
    operator: &str,
    last: Last,
    macro_call: bool,
    angles: &mut usize,
    text: &mut String,
) -> Last {
    let prefix = last != Last::Operand;
    match operator {
        "," | ";" => {
            text.push_str(operator);
            Last::Word
        }
        // Of a type, a field or a label.
        ":" => {
            text.push(':');
            Last::Word
        }
        "?" => {
            text.push('?');
            Last::Operand
        }
        "." | "::" | ".." | "..=" => {
            space_unless(last != Last::Word || operator.starts_with("::"), text);
            text.push_str(operator);
            Last::Tight
        }
        "'" => {
            space_unless(last == Last::Tight, text);
            text.push('\'');
            Last::Tight
        }
        "!" if macro_call => {
            text.push('!');
            Last::Operand
        }
        // A turbofish.
        "<" if *angles > 0 || text.ends_with("::") => {
            *angles += 1;
            text.push('<');
            Last::Tight
        }
        ">" if *angles > 0 => {
            *angles -= 1;
            text.push('>');
            Last::Operand
        }
        "!" | "-" | "*" | "&" | "&&" if prefix => {
            space_unless(last == Last::Tight, text);
            text.push_str(operator);
            Last::Tight
        }
        _ => {
            space_unless(last == Last::Tight, text);
            text.push_str(operator);
            Last::Operator
        }
    }
}

fn delimited(group: &proc_macro2::Group, last: Last, text: &mut String) -> Last {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace if group.stream().is_empty() => (" {", "}"),
        Delimiter::Brace => (" { ", " }"),
        Delimiter::None => ("", ""),
    };
    let call = last == Last::Operand || last == Last::Tight;
    if group.delimiter() != Delimiter::Brace {
        space_unless(call, text);
    }
    text.push_str(open);
    write(group.stream(), text);
    text.push_str(close);
    Last::Operand
}

fn space_unless(tight: bool, text: &mut String) {
    if !tight && !text.is_empty() {
        text.push(' ');
    }
}

/// Whether the two are one operator: `!` and `=` are, `&` and `*` are not.
fn goes_on(operator: &str, next: char) -> bool {
    const LONG: [&str; 23] = [
        "!=", "%=", "&&", "&=", "*=", "+=", "-=", "->", "..", "..=", "/=", "::", "<<", "<<=", "<=",
        "==", "=>", ">=", ">>", ">>=", "^=", "|=", "||",
    ];
    let mut longer = operator.to_owned();
    longer.push(next);
    LONG.contains(&longer.as_str())
}

fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 15] = [
        "as", "async", "break", "else", "for", "if", "in", "let", "loop", "match", "move", "mut",
        "return", "unsafe", "while",
    ];
    KEYWORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    #[test]
    fn code_is_shown_as_it_is_formatted() {
        for code in [
            "give(n).await != 1",
            "!matches!(give(n).await, 2..=3 if n == give(2).await)",
            "!(give(n).await == 7)",
            "even(n).await.is_ok() && n.checked_sub(1).is_some()",
            "-a + *b == &c[1] && !d || e.0?.f",
            "self.get::<Vec<u8>>(&mut x, b\"..\").await? >= a::b::C",
            "list.iter().map(|x| x + 1).any(|x| x == 2)",
            "if a { b() } else { c }",
            "x as u8 > 1 && matches!(y, Some(_))",
            "async { 1 }.await == 1",
            "[1, 2].contains(&n)",
            "list.iter().any(|x: &u8| *x == S { n: 1 }.n)",
        ] {
            let tokens = code.parse().expect("tokens");
            assert_eq!(super::of(tokens), code);
        }
    }
}
