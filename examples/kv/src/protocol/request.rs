//! What clients send.

use super::lines::{Parsed, block, line, number, put_block};
use super::{LARGEST_PAGE, LARGEST_VALUE, LONGEST_KEY, Malformed};
use crate::{Error, Result};

/// What a client asks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Request {
    /// Whether anybody is there.
    Ping,
    /// The value of a key.
    Get(String),
    /// Gives a key a value.
    Set(String, Vec<u8>),
    /// Takes a key away.
    Del(String),
    /// Keys that begin with this, in order.
    Keys {
        /// How they begin; may be empty.
        prefix: String,
        /// Only those behind this one.
        after: Option<String>,
        /// At most as many, from 1 to [`LARGEST_PAGE`](crate::LARGEST_PAGE).
        limit: usize,
    },
}

impl Request {
    /// Whether the reply is the same if the server has seen the request before.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        !matches!(self, Self::Del(_))
    }

    /// Appends the bytes on the wire.
    pub(crate) fn encode(&self, out: &mut Vec<u8>) -> Result<()> {
        let line = match self {
            Self::Ping => "PING".to_owned(),
            Self::Get(key) => format!("GET {}", checked(key)?),
            Self::Set(_, value) if value.len() > LARGEST_VALUE => {
                return Err(Error::Value(value.len()));
            }
            Self::Set(key, value) => format!("SET {} {}", checked(key)?, value.len()),
            Self::Del(key) => format!("DEL {}", checked(key)?),
            Self::Keys {
                prefix,
                after,
                limit,
            } => {
                if !is_prefix(prefix) {
                    return Err(Error::Key(prefix.clone()));
                }
                let after = after.as_deref().map_or(Ok(""), checked)?;
                let limit = limit.clamp(&1, &LARGEST_PAGE);
                // Each may be empty, so a sign stands in front.
                format!("KEYS {limit} ={prefix} ={after}")
            }
        };
        put_block(line.as_bytes(), out);
        if let Self::Set(_, value) = self {
            put_block(value, out);
        }
        Ok(())
    }

    /// The request at the front of what has come so far.
    pub(crate) fn decode(bytes: &[u8]) -> Parsed<Self> {
        let Some((line, end)) = line(bytes, 0)? else {
            return Ok(None);
        };
        let wrong = || Malformed::new("request", line);
        let key = |key: &str| Some(key.to_owned()).filter(|key| is_key(key));
        let words: Vec<&str> = line.split(' ').collect();
        let request = match *words.as_slice() {
            ["PING"] => Some(Self::Ping),
            ["GET", name] => key(name).map(Self::Get),
            ["DEL", name] => key(name).map(Self::Del),
            ["SET", name, length] => {
                let name = key(name).ok_or_else(wrong)?;
                let length = number(length, LARGEST_VALUE).ok_or_else(wrong)?;
                let value = block(bytes, end, length)?;
                return Ok(value.map(|(value, end)| (Self::Set(name, value.to_owned()), end)));
            }
            ["KEYS", limit, prefix, after] => keys(limit, prefix, after),
            _ => None,
        };
        Ok(Some((request.ok_or_else(wrong)?, end)))
    }
}

fn keys(limit: &str, prefix: &str, after: &str) -> Option<Request> {
    let (prefix, after) = (prefix.strip_prefix('=')?, after.strip_prefix('=')?);
    let limit = number(limit, LARGEST_PAGE).filter(|&limit| limit > 0)?;
    let is_valid = is_prefix(prefix) && is_prefix(after);
    is_valid.then(|| Request::Keys {
        prefix: prefix.to_owned(),
        after: Some(after.to_owned()).filter(|after| !after.is_empty()),
        limit,
    })
}

fn checked(key: &str) -> Result<&str> {
    if is_key(key) {
        Ok(key)
    } else {
        Err(Error::Key(key.to_owned()))
    }
}

pub(super) fn is_key(key: &str) -> bool {
    !key.is_empty() && is_prefix(key)
}

fn is_prefix(key: &str) -> bool {
    key.len() <= LONGEST_KEY && !key.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(prefix: &str, after: Option<&str>, limit: usize) -> Request {
        Request::Keys {
            prefix: prefix.to_owned(),
            after: after.map(str::to_owned),
            limit,
        }
    }

    #[test]
    fn what_is_sent_is_understood_and_not_too_early() {
        let longest = "k".repeat(LONGEST_KEY);
        for (request, wire) in [
            (Request::Ping, "PING\n".to_owned()),
            (Request::Get("größe".to_owned()), "GET größe\n".to_owned()),
            (
                Request::Set("k".to_owned(), b"a\nb".to_vec()),
                "SET k 3\na\nb\n".to_owned(),
            ),
            (
                Request::Set("k".to_owned(), Vec::new()),
                "SET k 0\n\n".to_owned(),
            ),
            (Request::Del("=".to_owned()), "DEL =\n".to_owned()),
            (keys("", None, 7), "KEYS 7 = =\n".to_owned()),
            (
                keys(&longest, Some(&longest), 1000),
                format!("KEYS 1000 ={longest} ={longest}\n"),
            ),
        ] {
            let mut bytes = Vec::new();
            request.encode(&mut bytes).unwrap();
            assert_eq!(String::from_utf8_lossy(&bytes), wire);
            for length in 0..bytes.len() {
                assert_eq!(Request::decode(&bytes[..length]), Ok(None), "{wire}");
            }
            let end = bytes.len();
            bytes.extend_from_slice(b"PING\n");
            assert_eq!(Request::decode(&bytes), Ok(Some((request, end))));
        }
    }

    #[test]
    fn what_cannot_be_a_key_is_not_sent() {
        let long = "k".repeat(LONGEST_KEY + 1);
        for key in ["a b", "a\nDEL b", "\u{0}", "\u{a0}", &long] {
            for request in [
                Request::Get(key.to_owned()),
                Request::Set(key.to_owned(), Vec::new()),
                Request::Del(key.to_owned()),
                keys(key, None, 1),
                keys("", Some(key), 1),
            ] {
                let mut out = Vec::new();
                assert!(matches!(request.encode(&mut out), Err(Error::Key(_))));
                assert!(out.is_empty());
            }
        }
        assert!(Request::Get(String::new()).encode(&mut Vec::new()).is_err());
        let large = Request::Set("k".to_owned(), vec![0; LARGEST_VALUE + 1]);
        assert!(matches!(
            large.encode(&mut Vec::new()),
            Err(Error::Value(_))
        ));
    }

    #[test]
    fn what_is_no_request() {
        let long = "x".repeat(2000);
        for line in [
            "",
            "PING ",
            "ping",
            "GET",
            "GET  k",
            "GET a b",
            "SET k",
            "SET k x",
            "SET k +1",
            "SET k 1048577",
            "SET k 99999999999999999999",
            "KEYS",
            "KEYS 0 = =",
            "KEYS 1001 = =",
            "KEYS 1 a =",
            "KEYS 1 = b",
            &long,
        ] {
            let bytes = format!("{line}\n");
            assert!(Request::decode(bytes.as_bytes()).is_err(), "{line}");
        }
        assert!(Request::decode(b"GET \xff\n").is_err());
        assert!(Request::decode(b"SET k 1\nabc").is_err());
        // Without a line feed, it could still become one.
        assert_eq!(Request::decode(b"SET k 1048576"), Ok(None));
    }
}
