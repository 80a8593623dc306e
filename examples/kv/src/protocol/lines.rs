//! Lines, and bytes behind lines, at the front of what has come so far.

use super::{LONGEST_KEY, Malformed};

/// No line of the protocol is longer: two keys, a number and a word.
pub(super) const LONGEST_LINE: usize = 2 * LONGEST_KEY + 100;

/// What is understood, and where it ends.
pub(super) type Parsed<T> = Result<Option<(T, usize)>, Malformed>;

/// The line that begins there.
pub(super) fn line(bytes: &[u8], start: usize) -> Parsed<&str> {
    let bytes = bytes.get(start..).unwrap_or_default();
    let seen = &bytes[..bytes.len().min(LONGEST_LINE + 1)];
    match seen.iter().position(|&byte| byte == b'\n') {
        Some(length) => match std::str::from_utf8(&seen[..length]) {
            Ok(line) => Ok(Some((line, start + length + 1))),
            Err(_) => Err(Malformed::new(
                "text",
                &String::from_utf8_lossy(&seen[..length]),
            )),
        },
        None if seen.len() > LONGEST_LINE => {
            Err(Malformed::new("line", &String::from_utf8_lossy(seen)))
        }
        None => Ok(None),
    }
}

/// So many bytes that begin there, and a line feed.
pub(super) fn block(bytes: &[u8], start: usize, length: usize) -> Parsed<&[u8]> {
    let end = start + length;
    match bytes.get(end) {
        Some(b'\n') => Ok(Some((&bytes[start..end], end + 1))),
        Some(_) => Err(Malformed::new(
            &format!("value of {length} bytes"),
            &String::from_utf8_lossy(&bytes[start..=end]),
        )),
        None => Ok(None),
    }
}

pub(super) fn put_block(bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(bytes);
    out.push(b'\n');
}

/// A decimal number that is not greater than `most`.
pub(super) fn number(word: &str, most: usize) -> Option<usize> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let number = word.parse().ok().filter(|_| digits)?;
    (number <= most).then_some(number)
}
