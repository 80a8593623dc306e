//! What the server sends.

use super::lines::{LONGEST_LINE, Parsed, block, line, number, put_block};
use super::request::is_key;
use super::{LARGEST_PAGE, LARGEST_VALUE, Malformed};

/// What the server answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reply {
    /// To [`Request::Ping`](crate::Request::Ping).
    Pong,
    /// It is done; of [`Request::Del`](crate::Request::Del), there was such a key.
    Done,
    /// There is no such key.
    Missing,
    /// The value.
    Value(Vec<u8>),
    /// The keys.
    Keys(Vec<String>),
    /// The request is refused.
    Refused(String),
    /// The connection is closed, with what is still to be answered.
    Bye(String),
}

impl Reply {
    /// Appends the bytes on the wire.
    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        let line = match self {
            Self::Pong => "PONG".to_owned(),
            Self::Done => "OK".to_owned(),
            Self::Missing => "MISSING".to_owned(),
            Self::Value(value) => format!("VALUE {}", value.len()),
            Self::Keys(keys) => format!("KEYS {}", keys.len()),
            Self::Refused(text) => format!("ERR {}", one_line(text)),
            Self::Bye(text) => format!("BYE {}", one_line(text)),
        };
        put_block(line.as_bytes(), out);
        match self {
            Self::Value(value) => put_block(value, out),
            Self::Keys(keys) => keys.iter().for_each(|key| put_block(key.as_bytes(), out)),
            _ => {}
        }
    }

    /// The reply at the front of what has come so far.
    pub(crate) fn decode(bytes: &[u8]) -> Parsed<Self> {
        let Some((head, mut end)) = line(bytes, 0)? else {
            return Ok(None);
        };
        let wrong = || Malformed::new("reply", head);
        let reply = match head.split_once(' ') {
            None if head == "PONG" => Self::Pong,
            None if head == "OK" => Self::Done,
            None if head == "MISSING" => Self::Missing,
            Some(("ERR", text)) => Self::Refused(text.to_owned()),
            Some(("BYE", text)) => Self::Bye(text.to_owned()),
            Some(("VALUE", length)) => {
                let length = number(length, LARGEST_VALUE).ok_or_else(wrong)?;
                let value = block(bytes, end, length)?;
                return Ok(value.map(|(value, end)| (Self::Value(value.to_owned()), end)));
            }
            Some(("KEYS", count)) => {
                let count = number(count, LARGEST_PAGE).ok_or_else(wrong)?;
                let mut keys = Vec::new();
                for _ in 0..count {
                    let Some((key, next)) = line(bytes, end)? else {
                        return Ok(None);
                    };
                    if !is_key(key) {
                        return Err(Malformed::new("key", key));
                    }
                    keys.push(key.to_owned());
                    end = next;
                }
                Self::Keys(keys)
            }
            _ => return Err(wrong()),
        };
        Ok(Some((reply, end)))
    }

    /// What this says, if it is no reply to what has been asked.
    pub(crate) fn unexpected(&self) -> Malformed {
        let mut bytes = Vec::new();
        self.encode(&mut bytes);
        let first = bytes.split(|&byte| byte == b'\n').next();
        let first = String::from_utf8_lossy(first.unwrap_or_default());
        Malformed::new("reply to this request", &first)
    }
}

/// A text that is a line, and not too long for one.
fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if line.len() + c.len_utf8() > LONGEST_LINE - "ERR ".len() {
            break;
        }
        line.push(c);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_is_understood_and_not_too_early() {
        for (reply, wire) in [
            (Reply::Pong, "PONG\n"),
            (Reply::Done, "OK\n"),
            (Reply::Missing, "MISSING\n"),
            (Reply::Value(b"a\nb".to_vec()), "VALUE 3\na\nb\n"),
            (Reply::Value(Vec::new()), "VALUE 0\n\n"),
            (Reply::Keys(Vec::new()), "KEYS 0\n"),
            (
                Reply::Keys(vec!["x".to_owned(), "y".to_owned()]),
                "KEYS 2\nx\ny\n",
            ),
            (Reply::Refused("no room".to_owned()), "ERR no room\n"),
            (Reply::Bye(String::new()), "BYE \n"),
        ] {
            let mut bytes = Vec::new();
            reply.encode(&mut bytes);
            assert_eq!(String::from_utf8_lossy(&bytes), wire);
            for length in 0..bytes.len() {
                assert_eq!(Reply::decode(&bytes[..length]), Ok(None), "{wire}");
            }
            let end = bytes.len();
            bytes.extend_from_slice(b"PONG\n");
            assert_eq!(Reply::decode(&bytes), Ok(Some((reply, end))));
        }
    }

    #[test]
    fn what_is_no_reply() {
        let long = "x".repeat(2000);
        for line in [
            "",
            "OK ",
            "ok",
            "VALUE",
            "VALUE x",
            "VALUE -1",
            "VALUE 1048577",
            "VALUE 99999999999999999999",
            "KEYS 1001",
            "KEYS 1\n",
            "KEYS 1\na b",
            "HTTP/1.1 400 Bad Request",
            &long,
        ] {
            let bytes = format!("{line}\n");
            assert!(Reply::decode(bytes.as_bytes()).is_err(), "{line}");
        }
        assert!(Reply::decode(b"VALUE 1\nabc").is_err());
        assert!(Reply::decode(b"\xff\n").is_err());
    }

    #[test]
    fn a_text_is_always_one_line() {
        let mut bytes = Vec::new();
        Reply::Refused(format!("a\nOK\n{}", "ü".repeat(2000))).encode(&mut bytes);
        let Ok(Some((Reply::Refused(text), end))) = Reply::decode(&bytes) else {
            panic!("{}", String::from_utf8_lossy(&bytes));
        };
        assert_eq!(end, bytes.len());
        assert!(text.starts_with("a OK ü"), "{text}");
    }
}
