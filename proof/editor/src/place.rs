//! Places in files, as the protocol has them: lines and columns from 0, columns in bytes.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Value, json};

const SCHEME: &str = "file://";
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.');

/// A part of one line of a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    pub(crate) line: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Place {
    /// The place of `text[start..end]`, which is on one line.
    pub(crate) fn of(path: &Path, text: &str, start: usize, end: usize) -> Self {
        let (line, column) = position(text, start);
        Self {
            path: path.to_owned(),
            line,
            start: column,
            end: column + end - start,
        }
    }

    /// Reads a `Location`, or the name in the target of a `LocationLink`.
    pub(crate) fn read(value: &Value) -> Result<Self> {
        let (uri, range) = if value.get("targetUri").is_some() {
            (&value["targetUri"], &value["targetSelectionRange"])
        } else {
            (&value["uri"], &value["range"])
        };
        Ok(Self {
            path: path(uri)?,
            line: number(&range["start"]["line"])?,
            start: number(&range["start"]["character"])?,
            end: number(&range["end"]["character"])?,
        })
    }
}

impl fmt::Debug for Place {
    /// As compilers write it: from 1.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.path.file_name().unwrap_or_default();
        let (line, start, end) = (self.line + 1, self.start + 1, self.end + 1);
        write!(f, "{}:{line}:{start}-{end}", name.to_string_lossy())
    }
}

/// The line and the column of an offset.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count(), offset - line_start)
}

/// The offset of a position, as the protocol has it.
pub(crate) fn offset(text: &str, position: &Value) -> Result<usize> {
    let line = number(&position["line"])?;
    let column = number(&position["character"])?;
    let lines: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    Some(lines + column)
        .filter(|offset| text.is_char_boundary(*offset))
        .with_context(|| format!("no such place in the file: {position}"))
}

/// `textDocument` and `position`.
pub(crate) fn at(path: &Path, text: &str, offset: usize) -> Result<Value> {
    let (line, column) = position(text, offset);
    Ok(json!({
        "textDocument": { "uri": uri(path)? },
        "position": { "line": line, "character": column },
    }))
}

pub(crate) fn uri(path: &Path) -> Result<String> {
    let path = path.to_str().context("a path that is not UTF-8")?;
    Ok(format!("{SCHEME}{}", utf8_percent_encode(path, ESCAPED)))
}

pub(crate) fn path(uri: &Value) -> Result<PathBuf> {
    let uri = uri.as_str().context("a place without a file")?;
    let path = uri.strip_prefix(SCHEME);
    let path = path.with_context(|| format!("{uri} is not a file"))?;
    Ok(percent_decode_str(path).decode_utf8()?.into_owned().into())
}

pub(crate) fn number(value: &Value) -> Result<usize> {
    let number = value.as_u64().context("a number is missing")?;
    Ok(usize::try_from(number)?)
}
