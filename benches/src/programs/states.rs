//! A state machine: labelled loops, guards that log when they are dropped, early ends.

use std::cell::RefCell;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) enum Event {
    Sent(u8),
    Closed(u8),
}

#[derive(Clone, Copy)]
enum State {
    Open(u8),
    Body(u8, u8),
}

#[derive(Debug, PartialEq)]
pub(super) struct Garbled(u8);

type Log = RefCell<Vec<Event>>;

/// A session, which says that it is closed.
struct Session<'a>(u8, &'a Log);

impl Drop for Session<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push(Event::Closed(self.0));
    }
}

struct Link<'a> {
    incoming: &'a [u8],
    log: &'a Log,
}

#[maybe_async]
impl<'a> Link<'a> {
    async fn receive(&mut self) -> Option<u8> {
        let (&byte, rest) = self.incoming.split_first()?;
        self.incoming = rest;
        Some(byte)
    }

    async fn send(&mut self, byte: u8) -> Result<(), Garbled> {
        if byte == 0xff {
            return Err(Garbled(byte));
        }
        self.log.borrow_mut().push(Event::Sent(byte));
        Ok(())
    }

    async fn open(&mut self, name: u8) -> Result<Session<'a>, Garbled> {
        self.send(name).await?;
        Ok(Session(name, self.log))
    }

    async fn run(&mut self) -> Result<u32, Garbled> {
        let mut bodies = 0;
        'sessions: loop {
            let mut state;
            let _session = loop {
                match self.receive().await {
                    None => break 'sessions Ok(bodies),
                    Some(b'\n') => continue 'sessions,
                    Some(name) if name.is_ascii_uppercase() => {
                        state = State::Open(name);
                        break self.open(name).await?;
                    }
                    Some(_) => {}
                }
            };
            let value = 'values: {
                while let Some(byte) = self.receive().await {
                    state = match (state, byte) {
                        (State::Open(name), b'a'..=b'z') => State::Body(name, byte - b'a'),
                        (State::Body(name, left), _) if left > 0 => {
                            self.send(name ^ byte).await?;
                            State::Body(name, left - 1)
                        }
                        (State::Body(name, _), b'.') => break 'values u32::from(name),
                        (_, b'\n') => continue 'sessions,
                        (state, _) => state,
                    };
                }
                0
            };
            bodies += value;
            self.send(b'.').await?;
        }
    }
}

mod by_hand {
    use super::{Event, Garbled, Link, Session, State};

    fn receive(link: &mut Link<'_>) -> Option<u8> {
        let (&byte, rest) = link.incoming.split_first()?;
        link.incoming = rest;
        Some(byte)
    }

    fn send(link: &mut Link<'_>, byte: u8) -> Result<(), Garbled> {
        if byte == 0xff {
            return Err(Garbled(byte));
        }
        link.log.borrow_mut().push(Event::Sent(byte));
        Ok(())
    }

    fn open<'a>(link: &mut Link<'a>, name: u8) -> Result<Session<'a>, Garbled> {
        send(link, name)?;
        Ok(Session(name, link.log))
    }

    pub(super) fn run(link: &mut Link<'_>) -> Result<u32, Garbled> {
        let mut bodies = 0;
        'sessions: loop {
            let mut state;
            let _session = loop {
                match receive(link) {
                    None => break 'sessions Ok(bodies),
                    Some(b'\n') => continue 'sessions,
                    Some(name) if name.is_ascii_uppercase() => {
                        state = State::Open(name);
                        break open(link, name)?;
                    }
                    Some(_) => {}
                }
            };
            let value = 'values: {
                while let Some(byte) = receive(link) {
                    state = match (state, byte) {
                        (State::Open(name), b'a'..=b'z') => State::Body(name, byte - b'a'),
                        (State::Body(name, left), _) if left > 0 => {
                            send(link, name ^ byte)?;
                            State::Body(name, left - 1)
                        }
                        (State::Body(name, _), b'.') => break 'values u32::from(name),
                        (_, b'\n') => continue 'sessions,
                        (state, _) => state,
                    };
                }
                0
            };
            bodies += value;
            send(link, b'.')?;
        }
    }
}

pub(super) struct States;

impl Program for States {
    const NAME: &'static str = "state machine with labels and drops";
    type Input = Vec<u8>;
    type Output = (Result<u32, Garbled>, Vec<Event>);

    fn input() -> Self::Input {
        let mut input = b"  A d1234.  Bb12. C\nDz--\n\nE..f123456.x".repeat(12);
        input.extend_from_slice(b"Fb\xb9");
        input
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        let mut link = Link {
            incoming: input,
            log: &log,
        };
        (link.run_blocking(), log.into_inner())
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        let mut link = Link {
            incoming: input,
            log: &log,
        };
        (by_hand::run(&mut link), log.into_inner())
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let log = Log::default();
        let mut link = Link {
            incoming: input,
            log: &log,
        };
        (link.run().await, log.into_inner())
    }
}
