//! One client, without the socket: bytes go in, bytes come out.

use super::Store;
use crate::protocol::Buffer;
use crate::{Reply, Request};

#[derive(Debug)]
pub(crate) struct Session {
    store: Store,
    input: Buffer,
    is_over: bool,
}

/// What became of the input so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// One more request is answered.
    Answered,
    /// The next request is not whole yet.
    Starved,
    /// The last word is said.
    Over,
}

impl Session {
    pub(crate) fn new(store: Store) -> Self {
        Self {
            store,
            input: Buffer::default(),
            is_over: false,
        }
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.input.push(bytes);
    }

    /// Answers one request. One, so that nobody can make the server hold many large replies.
    pub(crate) fn step(&mut self, output: &mut Vec<u8>) -> Step {
        if self.is_over {
            return Step::Over;
        }
        match Request::decode(self.input.unread()) {
            Ok(Some((request, end))) => {
                self.input.consume(end);
                self.store.answer(&request).encode(output);
                Step::Answered
            }
            Ok(None) => Step::Starved,
            // What follows could be anything.
            Err(malformed) => {
                self.is_over = true;
                Reply::Bye(malformed.to_string()).encode(output);
                Step::Over
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(session: &mut Session) -> (String, Step) {
        let mut output = Vec::new();
        loop {
            match session.step(&mut output) {
                Step::Answered => {}
                step => return (String::from_utf8(output).unwrap(), step),
            }
        }
    }

    #[test]
    fn requests_come_in_pieces() {
        let mut session = Session::new(Store::new());
        for byte in b"SET k 3\na\nb\nGET k\nPI" {
            session.push(&[*byte]);
        }
        let answers = "OK\nVALUE 3\na\nb\n".to_owned();
        assert_eq!(all(&mut session), (answers, Step::Starved));
        session.push(b"NG\n");
        assert_eq!(all(&mut session), ("PONG\n".to_owned(), Step::Starved));
    }

    #[test]
    fn nothing_is_read_behind_what_is_wrong() {
        let mut session = Session::new(Store::new());
        session.push(b"PING\nSET k 1\nabc\nDEL k\n");
        let (answers, step) = all(&mut session);
        assert_eq!(step, Step::Over);
        assert_eq!(answers, "PONG\nBYE `ab` is no value of 1 bytes\n");
        session.push(b"PING\n");
        assert_eq!(all(&mut session), (String::new(), Step::Over));
    }
}
