//! Changes to a text at places of it.

use std::ops::Range;

use super::code::Code;

#[derive(Default)]
pub(super) struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub(super) fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// Gives a token another text.
    pub(super) fn token(&mut self, code: &Code, index: usize, text: impl Into<String>) {
        if let Some(token) = code.tokens.get(index) {
            self.replace(token.start..token.end, text);
        }
    }

    /// Removes a token and the blanks up to the next one.
    pub(super) fn remove_word(&mut self, code: &Code, index: usize) {
        let token = code.tokens[index];
        let next = code.tokens.get(index + 1);
        let gap = next.map_or("", |next| &code.text[token.end..next.start]);
        let blanks = if gap.trim().is_empty() { gap.len() } else { 0 };
        self.replace(token.start..token.end + blanks, "");
    }

    /// Removes tokens, and with them the lines that hold nothing else.
    pub(super) fn remove_lines(&mut self, code: &Code, first: usize, last: usize) {
        let (start, end) = (code.tokens[first].start, code.tokens[last].end);
        let line = code.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &code.text[end..];
        let next = rest.find('\n').map_or(rest.len(), |at| at + 1);
        let alone = code.text[line..start].trim().is_empty() && rest[..next].trim().is_empty();
        if alone {
            // The last line takes the end of the line before it along.
            let last = end + next == code.text.len() && !rest[..next].ends_with('\n');
            let line = if last { line.saturating_sub(1) } else { line };
            self.replace(line..end + next, "");
        } else {
            let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            self.replace(start..end + blanks, "");
        }
    }

    /// `None` if two of the changes are in each other's way.
    pub(super) fn apply(mut self, text: &str) -> Option<String> {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in self.0 {
            out.push_str(text.get(at..range.start)?);
            out.push_str(&new);
            at = range.end;
        }
        out.push_str(text.get(at..)?);
        Some(out)
    }
}
