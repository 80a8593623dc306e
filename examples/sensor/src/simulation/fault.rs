use embedded_hal::i2c::{ErrorKind, NoAcknowledgeSource};

/// What goes wrong on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The sensor does not answer.
    Nack,
    /// The bus breaks down in the middle: what is written arrives, and an error comes back.
    Bus,
    /// Another master has won the bus.
    Arbitration,
    /// One bit of what is read is flipped: this one.
    Flip(u8),
    /// The sensor says that there is no measurement.
    NotReady,
}

impl Fault {
    pub(super) fn error(self) -> Option<ErrorKind> {
        match self {
            Self::Nack => Some(ErrorKind::NoAcknowledge(NoAcknowledgeSource::Address)),
            Self::Bus => Some(ErrorKind::Bus),
            Self::Arbitration => Some(ErrorKind::ArbitrationLoss),
            Self::Flip(_) | Self::NotReady => None,
        }
    }
}

/// A fault and when it happens.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    pub(super) fault: Fault,
    /// How many transfers are fine before.
    pub(super) after: u32,
    pub(super) times: u32,
}
