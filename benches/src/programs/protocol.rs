//! A key-value protocol: frames are read from memory, decoded, answered and encoded.

use std::collections::BTreeMap;

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) enum Error {
    Closed,
    Unknown(u8),
    Text,
}

type Store = BTreeMap<String, Vec<u8>>;

/// Both ends of a connection.
struct Wire<'a> {
    incoming: &'a [u8],
    outgoing: Vec<u8>,
    flushes: u32,
}

impl<'a> Wire<'a> {
    fn new(incoming: &'a [u8]) -> Self {
        Self {
            incoming,
            outgoing: Vec::new(),
            flushes: 0,
        }
    }
}

#[maybe_async]
impl Wire<'_> {
    async fn read_exact(&mut self, into: &mut [u8]) -> Result<(), Error> {
        let Some((bytes, rest)) = self.incoming.split_at_checked(into.len()) else {
            return Err(Error::Closed);
        };
        into.copy_from_slice(bytes);
        self.incoming = rest;
        Ok(())
    }

    async fn write_all(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.outgoing.extend_from_slice(bytes);
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), Error> {
        self.flushes += 1;
        Ok(())
    }

    async fn read_byte(&mut self) -> Result<u8, Error> {
        let mut byte = [0];
        self.read_exact(&mut byte).await?;
        Ok(byte[0])
    }

    async fn read_frame(&mut self) -> Result<Vec<u8>, Error> {
        let mut length = [0; 2];
        self.read_exact(&mut length).await?;
        let mut frame = vec![0; usize::from(u16::from_be_bytes(length))];
        self.read_exact(&mut frame).await?;
        Ok(frame)
    }

    async fn read_text(&mut self) -> Result<String, Error> {
        String::from_utf8(self.read_frame().await?).map_err(|_| Error::Text)
    }

    async fn write_frame(&mut self, frame: &[u8]) -> Result<(), Error> {
        let length = u16::try_from(frame.len()).unwrap_or(u16::MAX);
        self.write_all(&length.to_be_bytes()).await?;
        self.write_all(frame).await
    }

    async fn answer(&mut self, store: &mut Store) -> Result<(), Error> {
        match self.read_byte().await? {
            b'g' => {
                let key = self.read_text().await?;
                match store.get(&key) {
                    Some(value) => {
                        self.write_all(b"+").await?;
                        self.write_frame(value).await?;
                    }
                    None => self.write_all(b"-").await?,
                }
            }
            b's' => {
                let key = self.read_text().await?;
                let old = store.insert(key, self.read_frame().await?);
                self.write_all(if old.is_some() { b"+" } else { b"-" })
                    .await?;
            }
            b'd' => {
                let old = store.remove(&self.read_text().await?);
                self.write_all(if old.is_some() { b"+" } else { b"-" })
                    .await?;
            }
            command => return Err(Error::Unknown(command)),
        }
        self.flush().await
    }

    async fn serve(&mut self, store: &mut Store) -> Error {
        loop {
            if let Err(error) = self.answer(store).await {
                return error;
            }
        }
    }
}

mod by_hand {
    use super::{Error, Store, Wire};

    /// The methods of a blocking library, where those of the twin have the names they need.
    impl Wire<'_> {
        fn take(&mut self, into: &mut [u8]) -> Result<(), Error> {
            let Some((bytes, rest)) = self.incoming.split_at_checked(into.len()) else {
                return Err(Error::Closed);
            };
            into.copy_from_slice(bytes);
            self.incoming = rest;
            Ok(())
        }

        fn put(&mut self, bytes: &[u8]) -> Result<(), Error> {
            self.outgoing.extend_from_slice(bytes);
            Ok(())
        }

        fn push(&mut self) -> Result<(), Error> {
            self.flushes += 1;
            Ok(())
        }

        fn take_byte(&mut self) -> Result<u8, Error> {
            let mut byte = [0];
            self.take(&mut byte)?;
            Ok(byte[0])
        }

        fn take_frame(&mut self) -> Result<Vec<u8>, Error> {
            let mut length = [0; 2];
            self.take(&mut length)?;
            let mut frame = vec![0; usize::from(u16::from_be_bytes(length))];
            self.take(&mut frame)?;
            Ok(frame)
        }

        fn take_text(&mut self) -> Result<String, Error> {
            String::from_utf8(self.take_frame()?).map_err(|_| Error::Text)
        }

        fn put_frame(&mut self, frame: &[u8]) -> Result<(), Error> {
            let length = u16::try_from(frame.len()).unwrap_or(u16::MAX);
            self.put(&length.to_be_bytes())?;
            self.put(frame)
        }

        fn reply(&mut self, store: &mut Store) -> Result<(), Error> {
            match self.take_byte()? {
                b'g' => {
                    let key = self.take_text()?;
                    match store.get(&key) {
                        Some(value) => {
                            self.put(b"+")?;
                            self.put_frame(value)?;
                        }
                        None => self.put(b"-")?,
                    }
                }
                b's' => {
                    let key = self.take_text()?;
                    let old = store.insert(key, self.take_frame()?);
                    self.put(if old.is_some() { b"+" } else { b"-" })?;
                }
                b'd' => {
                    let old = store.remove(&self.take_text()?);
                    self.put(if old.is_some() { b"+" } else { b"-" })?;
                }
                command => return Err(Error::Unknown(command)),
            }
            self.push()
        }

        pub(super) fn run(&mut self, store: &mut Store) -> Error {
            loop {
                if let Err(error) = self.reply(store) {
                    return error;
                }
            }
        }
    }
}

pub(super) struct Protocol;

fn frame(bytes: &mut Vec<u8>, frame: &str) {
    let length = u16::try_from(frame.len()).expect("keys and values are short");
    bytes.extend(length.to_be_bytes());
    bytes.extend_from_slice(frame.as_bytes());
}

impl Program for Protocol {
    const NAME: &'static str = "key-value protocol";
    type Input = Vec<u8>;
    type Output = (Error, Vec<u8>, u32, Store);

    fn input() -> Self::Input {
        let mut bytes = Vec::new();
        for number in 0..12 {
            bytes.push(b's');
            frame(&mut bytes, &format!("key {}", number % 8));
            frame(&mut bytes, &"value".repeat(number));
            bytes.push(b'g');
            frame(&mut bytes, &format!("key {}", number / 2));
            if number % 3 == 0 {
                bytes.push(b'd');
                frame(&mut bytes, &format!("key {number}"));
            }
        }
        bytes
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        let (mut wire, mut store) = (Wire::new(input), Store::new());
        let end = wire.serve_blocking(&mut store);
        (end, wire.outgoing, wire.flushes, store)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        let (mut wire, mut store) = (Wire::new(input), Store::new());
        let end = wire.run(&mut store);
        (end, wire.outgoing, wire.flushes, store)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        let (mut wire, mut store) = (Wire::new(input), Store::new());
        let end = wire.serve(&mut store).await;
        (end, wire.outgoing, wire.flushes, store)
    }
}
