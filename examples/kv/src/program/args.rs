//! The command line.

use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};

pub(crate) const HELP: &str = "\
A small key-value store: its server, and a client that is one source in two forms.

Usage: kv                        show both forms at work, on a server of their own
       kv serve [WHERE]          run a server until it is killed
       kv serve --until-eof [..] or until its standard input ends
       kv at WHERE ping          ask a server
       kv at WHERE get KEY
       kv at WHERE set KEY VALUE
       kv at WHERE del KEY
       kv at WHERE keys [PREFIX]

WHERE is a port of this machine, or an address such as [::1]:4000. A server without it, or with
port 0, takes a free port; it prints where it listens.
";

/// What was asked for.
#[derive(Debug, PartialEq)]
pub(crate) enum Args {
    Help,
    Demo,
    Serve {
        address: SocketAddr,
        until_eof: bool,
    },
    Ask {
        address: SocketAddr,
        question: Question,
    },
}

#[derive(Debug, PartialEq)]
pub(crate) enum Question {
    Ping,
    Get(String),
    Set(String, String),
    Del(String),
    Keys(String),
}

impl Args {
    /// What was asked for, or what is wrong with it.
    pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let words: Result<Vec<String>, OsString> =
            words.into_iter().map(OsString::into_string).collect();
        let words = words.map_err(|word| format!("{word:?} is not UTF-8"))?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words.as_slice() {
            [] => Ok(Self::Demo),
            ["--help" | "-h" | "help"] => Ok(Self::Help),
            ["serve", rest @ ..] => serve(rest),
            ["at", address, question @ ..] => Ok(Self::Ask {
                address: parse_address(address)?,
                question: parse_question(question)?,
            }),
            ["at"] => Err("`at` needs the address of a server".to_owned()),
            [word, ..] => Err(format!("unknown command {word:?}")),
        }
    }
}

fn serve(words: &[&str]) -> Result<Args, String> {
    let (until_eof, words) = match words {
        ["--until-eof", rest @ ..] | [rest @ .., "--until-eof"] => (true, rest),
        words => (false, words),
    };
    let address = match words {
        [] => parse_address("0")?,
        [address] => parse_address(address)?,
        [_, word, ..] => return Err(format!("{word:?} is more than `serve` takes")),
    };
    Ok(Args::Serve { address, until_eof })
}

fn parse_address(word: &str) -> Result<SocketAddr, String> {
    match word.parse::<u16>() {
        Ok(port) => Ok((Ipv4Addr::LOCALHOST, port).into()),
        Err(_) => word
            .parse()
            .map_err(|_| format!("{word:?} is neither a port nor an address with one")),
    }
}

fn parse_question(words: &[&str]) -> Result<Question, String> {
    Ok(match *words {
        ["ping"] => Question::Ping,
        ["get", key] => Question::Get(key.to_owned()),
        ["set", key, value] => Question::Set(key.to_owned(), value.to_owned()),
        ["del", key] => Question::Del(key.to_owned()),
        ["keys"] => Question::Keys(String::new()),
        ["keys", prefix] => Question::Keys(prefix.to_owned()),
        [] => return Err("there is no question".to_owned()),
        [word, ..] => return Err(format!("{word:?} is no question, or needs other words")),
    })
}
