//! A crate that wants the blocking half.

use await_me_maybe_library::blocking::{Book, Source};
use await_me_maybe_library::{Error, first_blocking};

/// How many pages a book has, and its first word.
///
/// # Errors
/// If there is nothing to read.
pub fn summary(source: impl Source) -> Result<(usize, String), Error> {
    let pages = Book::new(source).read(1)?;
    let words: Vec<&str> = pages.iter().flat_map(|page| page.split(' ')).collect();
    Ok((pages.len(), first_blocking(&words)?))
}
