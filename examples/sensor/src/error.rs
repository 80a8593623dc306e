use core::fmt::{self, Debug, Display};

use embedded_hal::i2c::ErrorKind;

/// What can go wrong with the sensor, over a bus whose errors are `E`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error<E> {
    /// The bus says so.
    Bus(E),
    /// What the sensor has sent has another checksum.
    Checksum {
        /// Which of its words, from 0 on.
        word: u8,
    },
    /// There is no measurement, long after it was due.
    Overdue,
    /// The sensor has found a fault in itself.
    SelfTest(u16),
    /// The sensor could not be recalibrated: it has to measure for three minutes before.
    Recalibration,
    /// An argument that the sensor has no number for.
    Range,
}

impl<E: embedded_hal::i2c::Error> Error<E> {
    /// Whether the same command may work in a moment.
    ///
    /// ```
    /// use embedded_hal::i2c::ErrorKind;
    /// use sensor::Error;
    ///
    /// assert!(Error::<ErrorKind>::Checksum { word: 1 }.is_transient());
    /// assert!(!Error::Bus(ErrorKind::Bus).is_transient());
    /// ```
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Bus(error) => is_refusal(error),
            Self::Checksum { .. } => true,
            _ => false,
        }
    }
}

/// Whether nobody has answered, which a busy sensor does.
pub(crate) fn is_refusal(error: &impl embedded_hal::i2c::Error) -> bool {
    matches!(error.kind(), ErrorKind::NoAcknowledge(_))
}

impl<E: Debug> Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // Errors of a bus need not be `Display`.
            Self::Bus(error) => write!(f, "bus: {error:?}"),
            Self::Checksum { word } => write!(f, "wrong checksum of word {word}"),
            Self::Overdue => f.write_str("no measurement in time"),
            Self::SelfTest(code) => write!(f, "self-test failed: {code:#06x}"),
            Self::Recalibration => f.write_str("recalibration failed"),
            Self::Range => f.write_str("argument out of range"),
        }
    }
}

impl<E: Debug> core::error::Error for Error<E> {}
