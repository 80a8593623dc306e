//! The refusals that are documented: the texts of the macro and of the runtime, read from there.

use std::fs;
use std::path::Path;

use anyhow::Result;

/// The texts that refuse a construct.
pub(crate) struct Documented {
    refusals: Vec<Refusal>,
}

struct Refusal {
    /// The function or constant that has the text, or the trait it stands on.
    name: String,
    /// What stands between the names that are filled in.
    parts: Vec<String>,
}

impl Documented {
    /// Reads them from the sources of the repository.
    ///
    /// # Errors
    /// If they cannot be read.
    pub(crate) fn read(workspace: &Path) -> Result<Self> {
        let messages = fs::read_to_string(workspace.join("macros/src/messages.rs"))?;
        let mut refusals = Vec::new();
        let mut name = String::new();
        for line in messages.lines() {
            for word in ["fn ", "const "] {
                let Some((_, rest)) = line.split_once(word) else {
                    continue;
                };
                if line.starts_with("pub(crate)") {
                    name = rest
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect();
                }
            }
            refusals.extend(
                literal(line)
                    .filter(|text| text.contains("; "))
                    .map(|text| Refusal {
                        name: name.clone(),
                        parts: parts(&text),
                    }),
            );
        }
        read_traits(&workspace.join("runtime/src"), &mut refusals)?;
        Ok(Documented { refusals })
    }

    /// Which refusal this error is, if it is one.
    pub(crate) fn find(&self, error: &str) -> Option<&str> {
        let first = error.lines().next()?;
        let message = first.split_once(": ")?.1;
        self.refusals.iter().find_map(|refusal| {
            let mut rest = message;
            for part in &refusal.parts {
                rest = &rest[rest.find(part.as_str())? + part.len()..];
            }
            Some(refusal.name.as_str())
        })
    }
}

/// The first string of a line.
fn literal(line: &str) -> Option<String> {
    let start = line.find('"')? + 1;
    let end = line.rfind('"').filter(|end| *end > start)?;
    Some(line[start..end].replace("\\\"", "\""))
}

fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in text.split('{') {
        let piece = piece.split_once('}').map_or(piece, |(_, rest)| rest);
        if piece.len() > 3 {
            parts.push(piece.to_owned());
        }
    }
    parts
}

/// The messages of `#[diagnostic::on_unimplemented]`.
fn read_traits(folder: &Path, refusals: &mut Vec<Refusal>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_traits(&path, refusals)?;
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let mut message = None;
        for line in text.lines() {
            if let Some(rest) = line.trim().strip_prefix("message = ") {
                message = literal(rest);
            }
            let Some((_, rest)) = line.split_once("pub trait ") else {
                continue;
            };
            if let Some(message) = message.take() {
                refusals.push(Refusal {
                    name: rest.chars().take_while(|c| c.is_alphanumeric()).collect(),
                    parts: parts(&message),
                });
            }
        }
    }
    Ok(())
}
