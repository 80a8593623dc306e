use std::io::ErrorKind;

use super::socket::Socket;
use super::{Transport, maybe_async};
use crate::{Config, Error, Phase, Result};

/// A TCP connection. Its endpoint is an address such as `localhost:4000`.
#[derive(Debug)]
pub struct Tcp {
    socket: Socket,
}

#[maybe_async]
impl Transport for Tcp {
    type Endpoint = String;

    async fn connect(address: &String, config: &Config) -> Result<Self> {
        let socket = Socket::open(address, config.connect_timeout, config.read_timeout).await;
        match socket {
            Ok(socket) => Ok(Self { socket }),
            Err(error) if error.kind() == ErrorKind::TimedOut => {
                Err(Error::Timeout(Phase::Connect))
            }
            Err(source) => Err(Error::Connect {
                address: address.clone(),
                source,
            }),
        }
    }

    async fn send(&mut self, mut bytes: &[u8]) -> Result<()> {
        while !bytes.is_empty() {
            match self.socket.write(bytes).await {
                Ok(0) => return Err(Error::Closed),
                Ok(count) => bytes = &bytes[count..],
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(Error::of_step(Phase::Send, error)),
            }
        }
        Ok(())
    }

    async fn receive(&mut self, buffer: &mut [u8]) -> Result<usize> {
        loop {
            match self.socket.read(buffer).await {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                done => return done.map_err(|error| Error::of_step(Phase::Receive, error)),
            }
        }
    }

    fn is_quiet(&self) -> bool {
        self.socket.is_quiet()
    }
}
