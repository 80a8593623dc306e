use core::fmt::{self, Debug, Display};

use await_me_maybe::maybe_async;

/// What can go wrong with a line, over a port whose errors are `E`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineError<E> {
    /// The port says so.
    Port(E),
    /// It has more bytes than there is room for.
    TooLong,
    /// It is not UTF-8.
    NotText,
    /// The port was closed in the middle of it.
    Closed,
}

impl<E: Debug> Display for LineError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Port(error) => write!(f, "port: {error:?}"),
            Self::TooLong => f.write_str("line too long"),
            Self::NotText => f.write_str("line is not text"),
            Self::Closed => f.write_str("line without an end"),
        }
    }
}

impl<E: Debug> core::error::Error for LineError<E> {}

/// Text of a limited length.
struct Text<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> fmt::Write for Text<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        let room = self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

/// A sensor at a serial line, over [`Read`](embedded_io_async::Read) and
/// [`Write`](embedded_io_async::Write), and in [`blocking`](line::blocking) the same over those of
/// [`embedded_io`].
///
/// A line ends with `\n`, or `\r\n`. `read` asks for a measurement, `steady` for the middle one of
/// three, `quit` ends it all; the answer is one line.
///
/// ```
/// use sensor::driver::Sensor;
/// use sensor::line::{Lines, serve};
/// use sensor::simulation::{Device, Port, Simulation};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let simulation = Simulation::new(Device::new(1));
/// let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
/// let mut port = Port::new(b"read\nquit\n");
/// let given = serve(&mut Lines::<_, 64>::new(&mut port), &mut sensor).await?;
/// assert_eq!(given, 1);
/// assert!(port.written().starts_with(b"ok 6"));
/// # Ok(())
/// # }
/// ```
///
/// Without an executor:
///
/// ```
/// use sensor::driver::blocking::Sensor;
/// use sensor::line::blocking::{Lines, serve};
/// # use sensor::simulation::{Device, Port, Simulation};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let simulation = Simulation::new(Device::new(1));
/// # let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
/// # let mut port = Port::new(b"read\nquit\n");
/// let given = serve(&mut Lines::<_, 64>::new(&mut port), &mut sensor)?;
/// assert_eq!(given, 1);
/// # Ok(())
/// # }
/// ```
#[maybe_async(replace(crate::driver = crate::driver::blocking))]
pub mod line {
    use core::fmt::{Debug, Display, Write as _};

    use embedded_io_async::{Read, Write};

    use super::{LineError, Text};
    use crate::driver::Source;

    /// A port that is read and written by lines of at most `N` bytes, their ends included.
    #[derive(Debug)]
    pub struct Lines<P, const N: usize> {
        port: P,
        buffer: [u8; N],
        /// What has come and was not given out yet.
        filled: usize,
        /// The length of the line that was given out.
        taken: usize,
    }

    impl<P, const N: usize> Lines<P, N> {
        /// Lines of this port.
        pub const fn new(port: P) -> Self {
            Self {
                port,
                buffer: [0; N],
                filled: 0,
                taken: 0,
            }
        }

        /// The port again, without what has come and was not asked for.
        pub fn release(self) -> P {
            self.port
        }

        /// Forgets the line that was given out.
        fn drop_taken(&mut self) {
            self.buffer.copy_within(self.taken..self.filled, 0);
            self.filled -= self.taken;
            self.taken = 0;
        }

        fn end(&self) -> Option<usize> {
            let end = self.buffer[..self.filled]
                .iter()
                .position(|byte| *byte == b'\n');
            end.map(|at| at + 1)
        }
    }

    impl<P: Read, const N: usize> Lines<P, N> {
        /// The next line, without its end: `None` if the port is closed.
        ///
        /// A future that is dropped has lost nothing, if the port's `read` loses nothing.
        ///
        /// # Errors
        ///
        /// [`LineError::TooLong`] and [`LineError::NotText`] of a line that has been skipped,
        /// [`LineError::Port`] and [`LineError::Closed`].
        pub async fn receive(&mut self) -> Result<Option<&str>, LineError<P::Error>> {
            self.drop_taken();
            let mut is_too_long = false;
            let end = loop {
                if let Some(end) = self.end() {
                    break end;
                }
                if self.filled == N {
                    is_too_long = true;
                    self.filled = 0;
                }
                let room = &mut self.buffer[self.filled..];
                match self.port.read(room).await.map_err(LineError::Port)? {
                    0 if self.filled == 0 && !is_too_long => return Ok(None),
                    0 => {
                        self.filled = 0;
                        return Err(LineError::Closed);
                    }
                    count => self.filled += count,
                }
            };
            self.taken = end;
            if is_too_long {
                return Err(LineError::TooLong);
            }
            let line = &self.buffer[..end - 1];
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            match core::str::from_utf8(line) {
                Ok(line) => Ok(Some(line)),
                Err(_) => Err(LineError::NotText),
            }
        }
    }

    impl<P: Write, const N: usize> Lines<P, N> {
        /// Sends a line.
        ///
        /// # Errors
        ///
        /// [`LineError::TooLong`] before anything is sent, and [`LineError::Port`].
        pub async fn send(&mut self, line: impl Display) -> Result<(), LineError<P::Error>> {
            let mut text = Text::<N> {
                bytes: [0; N],
                len: 0,
            };
            write!(text, "{line}\r\n").map_err(|_| LineError::TooLong)?;
            let bytes = &text.bytes[..text.len];
            self.port.write_all(bytes).await.map_err(LineError::Port)?;
            self.port.flush().await.map_err(LineError::Port)
        }
    }

    /// Answers a host until it says `quit` or closes the port, and says how many measurements it
    /// was given.
    ///
    /// # Errors
    ///
    /// [`LineError::Port`] and [`LineError::Closed`]; all else is told the host.
    pub async fn serve<P, S, const N: usize>(
        lines: &mut Lines<P, N>,
        source: &mut S,
    ) -> Result<u32, LineError<P::Error>>
    where
        P: Read + Write,
        S: Source<Error: Display>,
    {
        let mut given = 0;
        loop {
            let result = match lines.receive().await {
                Ok(Some("read")) => source.sample().await,
                Ok(Some("steady")) => source.steady().await,
                Ok(None | Some("quit")) => return Ok(given),
                Ok(Some(_)) => {
                    lines.send("error: read, steady or quit").await?;
                    continue;
                }
                Err(error @ (LineError::TooLong | LineError::NotText)) => {
                    lines.send(format_args!("error: {error}")).await?;
                    continue;
                }
                Err(error) => return Err(error),
            };
            match result {
                Ok(measurement) => {
                    lines.send(format_args!("ok {measurement}")).await?;
                    given += 1;
                }
                Err(error) => lines.send(format_args!("error: {error}")).await?,
            }
        }
    }
}
