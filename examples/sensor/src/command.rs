//! The commands of the data sheet: their codes, how long they take, what they answer.

use crate::Measurement;
use crate::crc::{WORD, decode, encode};

/// Something the sensor can be told.
pub trait Command {
    /// Its number.
    const CODE: u16;
    /// How long the sensor takes before it answers.
    const MILLISECONDS: u32;
    /// Whether the sensor takes it while it measures periodically.
    const WHILE_MEASURING: bool = false;
    /// Whether it may be sent again if it is not known to have arrived.
    const REPEATABLE: bool = true;
    /// What the sensor answers.
    type Reply: Reply;

    /// What is sent along.
    fn argument(&self) -> Option<u16> {
        None
    }
}

/// An answer.
pub trait Reply: Sized {
    /// How many words there are, at most 3.
    const WORDS: usize;

    /// Their meaning; words that are not there are 0.
    fn from_words(words: [u16; 3]) -> Self;
}

impl Reply for () {
    const WORDS: usize = 0;

    fn from_words(_: [u16; 3]) -> Self {}
}

impl Reply for u16 {
    const WORDS: usize = 1;

    fn from_words([word, _, _]: [u16; 3]) -> Self {
        word
    }
}

impl Reply for [u16; 3] {
    const WORDS: usize = 3;

    fn from_words(words: [u16; 3]) -> Self {
        words
    }
}

impl Reply for Measurement {
    const WORDS: usize = 3;

    fn from_words(words: [u16; 3]) -> Self {
        Self::from_words(words)
    }
}

/// `Name(argument): code, milliseconds => reply`, and what is not as usual.
macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident $(($argument:ident))?: $code:literal, $milliseconds:literal
        => $reply:ty $(, $constant:ident = $value:literal)*;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name $((#[doc = "What is sent along."] pub $argument))?;

        impl Command for $name {
            const CODE: u16 = $code;
            const MILLISECONDS: u32 = $milliseconds;
            $(const $constant: bool = $value;)*
            type Reply = $reply;

            $(fn argument(&self) -> Option<u16> {
                let argument: $argument = self.0;
                Some(argument)
            })?
        }
    )* };
}

commands! {
    /// Measure every 5 seconds.
    StartPeriodic: 0x21b1, 0 => ();
    /// Measure every 30 seconds.
    StartLowPower: 0x21ac, 0 => ();
    /// Measure no more by yourself.
    StopPeriodic: 0x3f86, 500 => (), WHILE_MEASURING = true;
    /// The last measurement, which is gone when it has been read.
    ReadMeasurement: 0xec05, 1 => Measurement, WHILE_MEASURING = true, REPEATABLE = false;
    /// Whether there is a measurement: the lower 11 bits are not 0.
    DataReady: 0xe4b8, 1 => u16, WHILE_MEASURING = true;
    /// Measure once.
    MeasureOnce: 0x219d, 5000 => (), REPEATABLE = false;
    /// How much warmer the sensor is than the air, in 175 / 65535 degrees.
    TemperatureOffset: 0x2318, 1 => u16;
    /// The same, to be set.
    SetTemperatureOffset(u16): 0x241d, 1 => ();
    /// Metres above the sea.
    Altitude: 0x2322, 1 => u16;
    /// The same, to be set.
    SetAltitude(u16): 0x2427, 1 => ();
    /// The pressure of the air in 100 pascals.
    SetPressure(u16): 0xe000, 1 => (), WHILE_MEASURING = true;
    /// Take what is measured now for so many ppm.
    Recalibrate(u16): 0x362f, 400 => u16, REPEATABLE = false;
    /// The number of this sensor, in three words.
    SerialNumber: 0x3682, 1 => [u16; 3];
    /// Look for faults: 0 if there are none.
    SelfTest: 0x3639, 10_000 => u16, REPEATABLE = false;
    /// Load the settings again.
    Reinit: 0x3646, 30 => ();
    /// Sleep until woken.
    PowerDown: 0x36e0, 1 => ();
    /// Wake up, which the sensor does not acknowledge.
    WakeUp: 0x36f6, 30 => (), WHILE_MEASURING = true;
}

/// What is written for a command.
pub(crate) struct Frame {
    bytes: [u8; 2 + WORD],
    len: usize,
}

impl Frame {
    pub(crate) fn of<C: Command>(command: &C) -> Self {
        let mut bytes = [0; 2 + WORD];
        bytes[..2].copy_from_slice(&C::CODE.to_be_bytes());
        let mut len = 2;
        if let Some(argument) = command.argument() {
            bytes[2..].copy_from_slice(&encode(argument));
            len = bytes.len();
        }
        Self { bytes, len }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// The words of an answer, or the first one with a wrong checksum.
pub(crate) fn words(bytes: &[u8]) -> Result<[u16; 3], u8> {
    let mut words = [0; 3];
    for ((at, bytes), word) in (0..).zip(bytes.chunks_exact(WORD)).zip(&mut words) {
        let bytes = [bytes[0], bytes[1], bytes[2]];
        *word = decode(bytes).ok_or(at)?;
    }
    Ok(words)
}
