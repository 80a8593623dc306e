//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use explore::Options;

pub(crate) const HELP: &str = "\
Explores an SQLite file with both halves of one library, async and blocking, and compares them.

Usage: explore [OPTIONS] [PATH]

Without PATH it looks at the database in which cargo notes its downloads.
The file is only read; nothing is written to it or beside it.

Options:
  --csv TABLE  write this table to standard output instead of a report
  --rows N     look at the first N rows of a table for the numbers of its columns (200000)
  --help       show this text
";

/// What was asked for.
pub(crate) struct Args {
    pub(crate) path: Option<PathBuf>,
    pub(crate) csv: Option<String>,
    pub(crate) options: Options,
}

impl Args {
    /// Nothing when only help is wanted; otherwise the request, or what is wrong with it.
    pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Option<Self>, String> {
        let mut words = words.into_iter();
        let mut args = Self {
            path: None,
            csv: None,
            options: Options::default(),
        };
        let mut only_paths = false;
        while let Some(word) = words.next() {
            match word.to_str() {
                _ if only_paths => args.set_path(word)?,
                Some("--help" | "-h") => return Ok(None),
                Some("--") => only_paths = true,
                Some("--csv") => {
                    args.csv = Some(value(&mut words, "--csv", "the name of a table")?);
                }
                Some("--rows") => {
                    let rows = value(&mut words, "--rows", "a number")?;
                    args.options.scan = match rows.parse() {
                        Ok(rows) if rows > 0 => rows,
                        _ => return Err(format!("`--rows` needs a number above 0, not {rows:?}")),
                    };
                }
                Some(option) if option.starts_with('-') && option != "-" => {
                    return Err(format!("unknown option {option:?}"));
                }
                _ => args.set_path(word)?,
            }
        }
        Ok(Some(args))
    }

    fn set_path(&mut self, word: OsString) -> Result<(), String> {
        let path = PathBuf::from(word);
        if let Some(first) = &self.path {
            return Err(format!(
                "{} and {} are two files",
                first.display(),
                path.display()
            ));
        }
        self.path = Some(path);
        Ok(())
    }
}

fn value(
    words: &mut impl Iterator<Item = OsString>,
    option: &str,
    needs: &str,
) -> Result<String, String> {
    words
        .next()
        .and_then(|word| word.into_string().ok())
        .ok_or_else(|| format!("`{option}` needs {needs}"))
}
