use std::{error, fmt};

/// Something that is not in the protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed(String);

impl Malformed {
    pub(crate) fn new(what: &str, wrong: &str) -> Self {
        // Whoever sends garbage may send much of it.
        const SHOWN: usize = 80;
        let mut shown: String = wrong.chars().take(SHOWN).collect();
        if shown.len() < wrong.len() {
            shown.push('…');
        }
        Self(format!("`{}` is no {what}", shown.escape_debug()))
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl error::Error for Malformed {}
