//! A transport that does what a test tells it to.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use super::maybe_async;
use super::transport::Transport;
use crate::{Config, Error, Phase, Result};

/// What the next connections will do, and what they have been sent.
#[derive(Clone, Default)]
pub(crate) struct Script(Arc<Mutex<Scenes>>);

#[derive(Default)]
struct Scenes {
    next: VecDeque<VecDeque<String>>,
    sent: Vec<String>,
}

impl Script {
    /// What each connection receives, piece by piece: an empty one is the end of the connection,
    /// and behind the last one it is silent. Further connections are refused.
    pub(crate) fn new(connections: &[&[&str]]) -> Self {
        let pieces = |pieces: &&[&str]| pieces.iter().map(ToString::to_string).collect();
        Self(Arc::new(Mutex::new(Scenes {
            next: connections.iter().map(pieces).collect(),
            sent: Vec::new(),
        })))
    }

    /// What each connection so far has been sent.
    pub(crate) fn sent(&self) -> Vec<String> {
        self.0.lock().unwrap().sent.clone()
    }
}

#[derive(Debug)]
pub(crate) struct Scripted {
    pieces: VecDeque<String>,
    number: usize,
    script: Script,
}

impl std::fmt::Debug for Script {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Script")
    }
}

#[maybe_async]
impl Transport for Scripted {
    type Endpoint = Script;

    async fn connect(script: &Script, _: &Config) -> Result<Self> {
        let mut scenes = script.0.lock().unwrap();
        let pieces = scenes.next.pop_front().ok_or_else(|| Error::Connect {
            address: "script".to_owned(),
            source: std::io::ErrorKind::ConnectionRefused.into(),
        })?;
        scenes.sent.push(String::new());
        Ok(Self {
            pieces,
            number: scenes.sent.len() - 1,
            script: script.clone(),
        })
    }

    async fn send(&mut self, bytes: &[u8]) -> Result<()> {
        let mut scenes = self.script.0.lock().unwrap();
        scenes.sent[self.number].push_str(&String::from_utf8_lossy(bytes));
        Ok(())
    }

    async fn receive(&mut self, buffer: &mut [u8]) -> Result<usize> {
        match self.pieces.pop_front() {
            Some(piece) => {
                buffer[..piece.len()].copy_from_slice(piece.as_bytes());
                Ok(piece.len())
            }
            None => Err(Error::Timeout(Phase::Receive)),
        }
    }

    fn is_quiet(&self) -> bool {
        self.pieces.front().is_none_or(|piece| !piece.is_empty())
    }
}
