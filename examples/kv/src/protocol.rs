//! Requests and replies, as they are on the wire: a line, and behind `SET` and `VALUE` as many
//! bytes as the line says, and a line feed.

use crate::error::Error;

/// What a client asks.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        /// At most as many.
        limit: usize,
    },
}

/// What the server answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// To [`Request::Ping`].
    Pong,
    /// It is done; of [`Request::Del`], there was such a key.
    Done,
    /// There is no such key.
    None,
    /// The value.
    Value(Vec<u8>),
    /// The keys.
    Keys(Vec<String>),
    /// The request is refused.
    Refused(String),
}

/// What the first line of a reply says about the rest of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Head {
    Whole(Reply),
    /// As many bytes, and a line feed.
    Value(usize),
    /// As many lines.
    Keys(usize),
}

/// No server sends more than this at once.
const LARGEST: usize = 1 << 26;

impl Request {
    /// Whether asking twice is the same as asking once.
    pub(crate) const fn can_repeat(&self) -> bool {
        !matches!(self, Self::Del(_))
    }

    /// The bytes on the wire.
    pub(crate) fn encode(&self) -> Result<Vec<u8>, Error> {
        let line = match self {
            Self::Ping => "PING".to_owned(),
            Self::Get(key) => format!("GET {}", checked(key)?),
            Self::Set(key, value) => format!("SET {} {}", checked(key)?, value.len()),
            Self::Del(key) => format!("DEL {}", checked(key)?),
            Self::Keys {
                prefix,
                after,
                limit,
            } => {
                // Each may be empty, so a sign stands in front.
                let after = after.as_deref().unwrap_or("");
                format!("KEYS {limit} ={prefix} ={after}")
            }
        };
        let mut bytes = line.into_bytes();
        bytes.push(b'\n');
        if let Self::Set(_, value) = self {
            bytes.extend_from_slice(value);
            bytes.push(b'\n');
        }
        Ok(bytes)
    }
}

fn checked(key: &str) -> Result<&str, Error> {
    if key.is_empty() || key.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(Error::Key(key.to_owned()));
    }
    Ok(key)
}

impl Head {
    pub(crate) fn decode(line: &str) -> Result<Self, Error> {
        let wrong = || Error::Protocol(line.to_owned());
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let count = || {
            let count = rest.parse().map_err(|_| wrong())?;
            if count > LARGEST {
                Err(wrong())
            } else {
                Ok(count)
            }
        };
        Ok(match word {
            "PONG" => Self::Whole(Reply::Pong),
            "OK" => Self::Whole(Reply::Done),
            "NONE" => Self::Whole(Reply::None),
            "ERR" => Self::Whole(Reply::Refused(rest.to_owned())),
            "VALUE" => Self::Value(count()?),
            "KEYS" => Self::Keys(count()?),
            _ => return Err(wrong()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_lines() {
        let set = Request::Set("k".to_owned(), b"a\nb".to_vec());
        assert_eq!(set.encode().unwrap(), b"SET k 3\na\nb\n");
        let keys = Request::Keys {
            prefix: String::new(),
            after: Some("x".to_owned()),
            limit: 7,
        };
        assert_eq!(keys.encode().unwrap(), b"KEYS 7 = =x\n");
        for key in ["", "a b", "a\nb", "\u{0}"] {
            assert!(matches!(
                Request::Get(key.to_owned()).encode(),
                Err(Error::Key(_))
            ));
        }
    }

    #[test]
    fn heads_of_replies() {
        assert_eq!(Head::decode("VALUE 12").unwrap(), Head::Value(12));
        assert_eq!(Head::decode("KEYS 0").unwrap(), Head::Keys(0));
        let refused = Head::Whole(Reply::Refused("no such thing".to_owned()));
        assert_eq!(Head::decode("ERR no such thing").unwrap(), refused);
        for line in [
            "",
            "VALUE",
            "VALUE x",
            "VALUE -1",
            "VALUE 99999999999",
            "HTTP/1.1 200 OK",
        ] {
            assert!(
                matches!(Head::decode(line), Err(Error::Protocol(_))),
                "{line}"
            );
        }
    }
}
