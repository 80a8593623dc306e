//! A crate that wants the async half, and turns nothing on.

use await_me_maybe_library::{Book, Error, Source, first};

/// How many pages a book has, and its first word.
///
/// # Errors
/// If there is nothing to read.
pub async fn summary(source: impl Source) -> Result<(usize, String), Error> {
    let pages = Book::new(source).read(1).await?;
    let words: Vec<&str> = pages.iter().flat_map(|page| page.split(' ')).collect();
    Ok((pages.len(), first(&words).await?))
}
