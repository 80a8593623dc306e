use core::fmt;
use core::time::Duration;

/// What the sensor has measured.
///
/// ```
/// use sensor::Measurement;
///
/// let air = Measurement::from_words([612, 0x6667, 0x5eb9]);
/// assert_eq!((air.co2, air.temperature, air.humidity), (612, 25_003, 37_002));
/// assert_eq!(air.to_string(), "612 ppm, 25.003 °C, 37.002 %");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measurement {
    /// Carbon dioxide in ppm.
    pub co2: u16,
    /// Temperature in thousandths of a degree Celsius.
    pub temperature: i32,
    /// Relative humidity in thousandths of a percent.
    pub humidity: u32,
}

impl Measurement {
    /// The meaning of the sensor's three words.
    #[must_use]
    pub fn from_words([co2, temperature, humidity]: [u16; 3]) -> Self {
        Self {
            co2,
            temperature: scaled(temperature, 175_000) - 45_000,
            humidity: scaled(humidity, 100_000).unsigned_abs(),
        }
    }
}

/// What part of `full` a word is, rounded.
fn scaled(word: u16, full: i32) -> i32 {
    const LARGEST: i64 = u16::MAX as i64;
    let value = (i64::from(word) * i64::from(full) + LARGEST / 2) / LARGEST;
    i32::try_from(value).unwrap_or(full)
}

/// The word that is this part of `full`, rounded: `None` if there is none.
pub(crate) fn word(part: u32, full: u32) -> Option<u16> {
    let value = (u64::from(part) * u64::from(u16::MAX) + u64::from(full) / 2) / u64::from(full);
    u16::try_from(value).ok()
}

/// An offset of the temperature, of the sensor's word, in thousandths of a degree.
pub(crate) fn offset(word: u16) -> u32 {
    scaled(word, 175_000).unsigned_abs()
}

impl fmt::Display for Measurement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.temperature < 0 { "-" } else { "" };
        let temperature = self.temperature.unsigned_abs();
        write!(
            f,
            "{} ppm, {sign}{}.{:03} °C, {}.{:03} %",
            self.co2,
            temperature / 1000,
            temperature % 1000,
            self.humidity / 1000,
            self.humidity % 1000,
        )
    }
}

/// How often the sensor measures by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pace {
    /// Every 5 seconds.
    Normal,
    /// Every 30 seconds.
    LowPower,
}

impl Pace {
    /// The time between two measurements.
    #[must_use]
    pub const fn interval(self) -> Duration {
        Duration::from_secs(match self {
            Self::Normal => 5,
            Self::LowPower => 30,
        })
    }
}
