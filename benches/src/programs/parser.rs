//! A recursive descent parser over an async reader.

use await_me_maybe::maybe_async;

use super::Program;

#[derive(Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(u64),
    Text(String),
    List(Vec<Value>),
    Map(Vec<(String, Value)>),
}

#[derive(Debug, PartialEq)]
pub(super) enum Error {
    End,
    Unexpected(u8),
}

#[maybe_async]
mod source {
    use super::{Error, Value};

    pub(super) struct Parser<'a> {
        rest: &'a [u8],
        chunk: &'a [u8],
        pub(super) reads: u32,
    }

    impl<'a> Parser<'a> {
        pub(super) fn new(rest: &'a [u8]) -> Self {
            Self {
                rest,
                chunk: &[],
                reads: 0,
            }
        }

        async fn read(&mut self) -> &'a [u8] {
            let (chunk, rest) = self.rest.split_at(self.rest.len().min(16));
            self.rest = rest;
            self.reads += 1;
            chunk
        }

        async fn peek(&mut self) -> Result<u8, Error> {
            if self.chunk.is_empty() {
                self.chunk = self.read().await;
            }
            self.chunk.first().copied().ok_or(Error::End)
        }

        async fn next(&mut self) -> Result<u8, Error> {
            let byte = self.peek().await?;
            self.chunk = &self.chunk[1..];
            Ok(byte)
        }

        async fn visible(&mut self) -> Result<u8, Error> {
            while self.peek().await?.is_ascii_whitespace() {
                self.next().await?;
            }
            self.peek().await
        }

        async fn expect(&mut self, text: &[u8]) -> Result<(), Error> {
            for &wanted in text {
                let byte = self.next().await?;
                if byte != wanted {
                    return Err(Error::Unexpected(byte));
                }
            }
            Ok(())
        }

        pub(super) async fn value(&mut self) -> Result<Value, Error> {
            match self.visible().await? {
                b'n' => self.expect(b"null").await.map(|()| Value::Null),
                b't' => self.expect(b"true").await.map(|()| Value::Bool(true)),
                b'f' => self.expect(b"false").await.map(|()| Value::Bool(false)),
                b'"' => Ok(Value::Text(self.text().await?)),
                b'0'..=b'9' => self.number().await,
                b'[' => Box::pin(self.list()).await,
                b'{' => Box::pin(self.map()).await,
                byte => Err(Error::Unexpected(byte)),
            }
        }

        async fn text(&mut self) -> Result<String, Error> {
            let mut text = String::new();
            self.expect(b"\"").await?;
            loop {
                match self.next().await? {
                    b'"' => return Ok(text),
                    b'\\' => text.push(char::from(self.next().await?)),
                    byte => text.push(char::from(byte)),
                }
            }
        }

        async fn number(&mut self) -> Result<Value, Error> {
            let mut number = 0_u64;
            while let Ok(digit @ b'0'..=b'9') = self.peek().await {
                number = number
                    .wrapping_mul(10)
                    .wrapping_add(u64::from(digit - b'0'));
                self.next().await?;
            }
            Ok(Value::Number(number))
        }

        async fn list(&mut self) -> Result<Value, Error> {
            let mut list = Vec::new();
            self.expect(b"[").await?;
            if self.visible().await? == b']' {
                self.next().await?;
                return Ok(Value::List(list));
            }
            loop {
                list.push(self.value().await?);
                self.visible().await?;
                match self.next().await? {
                    b',' => {}
                    b']' => return Ok(Value::List(list)),
                    byte => return Err(Error::Unexpected(byte)),
                }
            }
        }

        async fn map(&mut self) -> Result<Value, Error> {
            let mut map = Vec::new();
            self.expect(b"{").await?;
            if self.visible().await? == b'}' {
                self.next().await?;
                return Ok(Value::Map(map));
            }
            loop {
                self.visible().await?;
                let key = self.text().await?;
                self.visible().await?;
                self.expect(b":").await?;
                map.push((key, self.value().await?));
                self.visible().await?;
                match self.next().await? {
                    b',' => {}
                    b'}' => return Ok(Value::Map(map)),
                    byte => return Err(Error::Unexpected(byte)),
                }
            }
        }
    }
}

mod by_hand {
    use super::{Error, Value};

    pub(super) struct Parser<'a> {
        rest: &'a [u8],
        chunk: &'a [u8],
        pub(super) reads: u32,
    }

    impl<'a> Parser<'a> {
        pub(super) fn new(rest: &'a [u8]) -> Self {
            Self {
                rest,
                chunk: &[],
                reads: 0,
            }
        }

        fn read(&mut self) -> &'a [u8] {
            let (chunk, rest) = self.rest.split_at(self.rest.len().min(16));
            self.rest = rest;
            self.reads += 1;
            chunk
        }

        fn peek(&mut self) -> Result<u8, Error> {
            if self.chunk.is_empty() {
                self.chunk = self.read();
            }
            self.chunk.first().copied().ok_or(Error::End)
        }

        fn next(&mut self) -> Result<u8, Error> {
            let byte = self.peek()?;
            self.chunk = &self.chunk[1..];
            Ok(byte)
        }

        fn visible(&mut self) -> Result<u8, Error> {
            while self.peek()?.is_ascii_whitespace() {
                self.next()?;
            }
            self.peek()
        }

        fn expect(&mut self, text: &[u8]) -> Result<(), Error> {
            for &wanted in text {
                let byte = self.next()?;
                if byte != wanted {
                    return Err(Error::Unexpected(byte));
                }
            }
            Ok(())
        }

        pub(super) fn value(&mut self) -> Result<Value, Error> {
            match self.visible()? {
                b'n' => self.expect(b"null").map(|()| Value::Null),
                b't' => self.expect(b"true").map(|()| Value::Bool(true)),
                b'f' => self.expect(b"false").map(|()| Value::Bool(false)),
                b'"' => Ok(Value::Text(self.text()?)),
                b'0'..=b'9' => self.number(),
                b'[' => self.list(),
                b'{' => self.map(),
                byte => Err(Error::Unexpected(byte)),
            }
        }

        fn text(&mut self) -> Result<String, Error> {
            let mut text = String::new();
            self.expect(b"\"")?;
            loop {
                match self.next()? {
                    b'"' => return Ok(text),
                    b'\\' => text.push(char::from(self.next()?)),
                    byte => text.push(char::from(byte)),
                }
            }
        }

        fn number(&mut self) -> Result<Value, Error> {
            let mut number = 0_u64;
            while let Ok(digit @ b'0'..=b'9') = self.peek() {
                number = number
                    .wrapping_mul(10)
                    .wrapping_add(u64::from(digit - b'0'));
                self.next()?;
            }
            Ok(Value::Number(number))
        }

        fn list(&mut self) -> Result<Value, Error> {
            let mut list = Vec::new();
            self.expect(b"[")?;
            if self.visible()? == b']' {
                self.next()?;
                return Ok(Value::List(list));
            }
            loop {
                list.push(self.value()?);
                self.visible()?;
                match self.next()? {
                    b',' => {}
                    b']' => return Ok(Value::List(list)),
                    byte => return Err(Error::Unexpected(byte)),
                }
            }
        }

        fn map(&mut self) -> Result<Value, Error> {
            let mut map = Vec::new();
            self.expect(b"{")?;
            if self.visible()? == b'}' {
                self.next()?;
                return Ok(Value::Map(map));
            }
            loop {
                self.visible()?;
                let key = self.text()?;
                self.visible()?;
                self.expect(b":")?;
                map.push((key, self.value()?));
                self.visible()?;
                match self.next()? {
                    b',' => {}
                    b'}' => return Ok(Value::Map(map)),
                    byte => return Err(Error::Unexpected(byte)),
                }
            }
        }
    }
}

pub(super) struct Parser;

impl Program for Parser {
    const NAME: &'static str = "recursive descent parser";
    type Input = &'static [u8];
    type Output = (Result<Value, Error>, u32);

    fn input() -> Self::Input {
        br#"{"name": "a \"quoted\" text", "sizes": [1, 22, 333, [], {}], "nested": {"yes": true,
            "no": false, "none": null, "more": [{"a": 1}, {"b": [2, 3, [4, [5]]]}, "end"]}}"#
    }

    #[inline(never)]
    fn twin(input: &Self::Input) -> Self::Output {
        use source::blocking::Parser;
        let mut parser = Parser::new(input);
        (parser.value(), parser.reads)
    }

    #[inline(never)]
    fn by_hand(input: &Self::Input) -> Self::Output {
        use by_hand::Parser;
        let mut parser = Parser::new(input);
        (parser.value(), parser.reads)
    }

    async fn asynchronous(input: &Self::Input) -> Self::Output {
        use source::Parser;
        let mut parser = Parser::new(input);
        (parser.value().await, parser.reads)
    }
}
