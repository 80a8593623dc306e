//! The code blocks of a doc comment, found in its lines.

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue};

use crate::examples::{self, DocNames};
use crate::names::Names;
use crate::stars;

/// A line of a doc comment, with the attribute that it is part of.
struct Line {
    attr: usize,
    /// `None` where it cannot be seen, as in `#[doc = include_str!(..)]`.
    text: Option<String>,
}

/// Input:  doc attributes with the example of an async item
/// Output: the same with the example of its twin, or with a plain text where there is none
pub(crate) fn rewrite(attrs: &mut Vec<Attribute>, names: &Names) {
    for attr in attrs.iter_mut() {
        let Doc::Text(text) = doc_text(attr) else {
            continue;
        };
        if let Some(text) = stars::removed(text) {
            set_text(attr, &text.value(), text.span());
        }
    }
    let lines = lines_of(attrs);
    let opens = |line: &Line| line.text.as_deref().and_then(Fence::open).is_some();
    if !lines.iter().any(opens) {
        return;
    }
    let lines = with_examples(lines, &names.documented());
    put_back(attrs, &lines);
}

fn lines_of(attrs: &[Attribute]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (attr, doc) in attrs.iter().enumerate() {
        match doc_text(doc) {
            Doc::Text(text) => lines.extend(text.value().split('\n').map(|line| Line {
                attr,
                text: Some(line.to_owned()),
            })),
            Doc::Unseen => lines.push(Line { attr, text: None }),
            Doc::Other => {}
        }
    }
    lines
}

enum Doc<'a> {
    Text(&'a LitStr),
    Unseen,
    /// Another attribute, also `#[doc(hidden)]`.
    Other,
}

fn doc_text(attr: &Attribute) -> Doc<'_> {
    match &attr.meta {
        Meta::NameValue(MetaNameValue { path, value, .. }) if path.is_ident("doc") => match value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Doc::Text(text),
            _ => Doc::Unseen,
        },
        _ => Doc::Other,
    }
}

/// Gives each attribute its lines; one that has lost them all goes.
fn put_back(attrs: &mut Vec<Attribute>, lines: &[Line]) {
    let mut index = 0;
    attrs.retain_mut(|attr| {
        let of_attr = lines.iter().filter(|line| line.attr == index);
        let texts: Vec<&str> = of_attr.filter_map(|line| line.text.as_deref()).collect();
        index += 1;
        let Doc::Text(old) = doc_text(attr) else {
            return true;
        };
        let (span, text) = (old.span(), texts.join("\n"));
        if text != old.value() {
            set_text(attr, &text, span);
        }
        !texts.is_empty()
    });
}

fn set_text(attr: &mut Attribute, text: &str, span: Span) {
    if let Meta::NameValue(meta) = &mut attr.meta {
        if let Ok(value) = syn::parse2(LitStr::new(text, span).to_token_stream()) {
            meta.value = value;
        }
    }
}

fn with_examples(lines: Vec<Line>, names: &DocNames) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while let Some(first) = lines.next() {
        let Some(fence) = first.text.as_deref().and_then(Fence::open) else {
            out.push(first);
            continue;
        };
        let mut body = Vec::new();
        while let Some(line) = lines.next_if(|line| !line.closes(&fence)) {
            body.push(line);
        }
        let code = fence.is_example().then(|| body_text(&body)).flatten();
        let twin = code.and_then(|code| examples::rewrite(&code, names));
        let opening = if fence.is_rust && twin.is_none() {
            fence.as_text()
        } else {
            fence.line.clone()
        };
        out.push(Line {
            attr: first.attr,
            text: Some(opening),
        });
        match twin {
            Some(twin) => out.extend(placed(&twin, &body)),
            None if fence.is_rust => out.extend(body.into_iter().filter_map(shown)),
            None => out.append(&mut body),
        }
        out.extend(lines.next());
    }
    out
}

/// Of a text rustdoc shows every line, and what a second `#` stands for as it is.
fn shown(mut line: Line) -> Option<Line> {
    if let Some(text) = &mut line.text {
        let code = text.trim_start();
        if code == "#" || code.starts_with("# ") {
            return None;
        }
        if code.starts_with("##") {
            *text = text.replacen("##", "#", 1);
        }
    }
    Some(line)
}

impl Line {
    fn closes(&self, fence: &Fence) -> bool {
        self.text
            .as_deref()
            .is_some_and(|text| fence.is_closed(text))
    }
}

fn body_text(body: &[Line]) -> Option<String> {
    let texts: Option<Vec<&str>> = body.iter().map(|line| line.text.as_deref()).collect();
    texts.map(|texts| texts.join("\n"))
}

/// The new lines in the attributes of the old ones.
fn placed(twin: &str, body: &[Line]) -> Vec<Line> {
    let attr = |index: usize| body.get(index).or(body.last()).map_or(0, |line| line.attr);
    let lines = twin.split('\n').enumerate();
    let lines = lines.map(|(index, text)| Line {
        attr: attr(index),
        text: Some(text.to_owned()),
    });
    if body.is_empty() {
        Vec::new()
    } else {
        lines.collect()
    }
}

/// The line that opens a code block.
struct Fence {
    line: String,
    /// What stands before the marks: blanks, and the signs of quotes and lists.
    indent: usize,
    mark: String,
    /// Whether rustdoc takes it for Rust.
    is_rust: bool,
}

impl Fence {
    fn open(line: &str) -> Option<Self> {
        let list = |char: char| char.is_ascii_digit() || " \t>-*+.)".contains(char);
        let body = line.trim_start_matches(list);
        let mark = marks(body)?;
        let words = &body[mark.len()..];
        if mark.starts_with('`') && words.contains('`') {
            return None;
        }
        Some(Self {
            line: line.to_owned(),
            indent: line.len() - body.len(),
            mark: mark.to_owned(),
            is_rust: is_rust(words),
        })
    }

    fn is_closed(&self, line: &str) -> bool {
        let body = line.trim_start_matches([' ', '\t', '>', '*']);
        marks(body).is_some_and(|mark| {
            mark.starts_with(&self.mark) && body[mark.len()..].trim().is_empty()
        })
    }

    /// Whether it is compiled and can be rewritten: what must not compile proves nothing of the
    /// twin, and the lines of a quote begin with its sign.
    fn is_example(&self) -> bool {
        let words = &self.line[self.indent + self.mark.len()..];
        let is_quote = self.line[..self.indent].contains(['>', '*']);
        self.is_rust && !is_quote && !words.contains("compile_fail")
    }

    fn as_text(&self) -> String {
        format!("{}{}text", &self.line[..self.indent], self.mark)
    }
}

/// Three or more of a kind.
fn marks(body: &str) -> Option<&str> {
    let mark = body
        .chars()
        .next()
        .filter(|mark| matches!(mark, '`' | '~'))?;
    let marks = &body[..body.len() - body.trim_start_matches(mark).len()];
    (marks.len() >= 3).then_some(marks)
}

/// Whether rustdoc would compile a code block with these words behind the fence.
fn is_rust(words: &str) -> bool {
    let (mut rust, mut other) = (false, false);
    let words = words.split([',', ' ', '\t']).map(str::trim);
    for word in words.filter(|word| !word.is_empty()) {
        let known = matches!(
            word,
            "ignore"
                | "no_run"
                | "should_panic"
                | "compile_fail"
                | "test_harness"
                | "standalone_crate"
        ) || word.starts_with("edition")
            || word.starts_with("ignore-")
            || (word.len() == 5 && word.starts_with('E'));
        if word == "rust" {
            rust = true;
        } else if known {
            rust |= !other;
        } else {
            other = true;
        }
    }
    !other || rust
}
