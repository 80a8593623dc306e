//! `Instant`.

use core::fmt;
use core::ops::{Add, AddAssign, Sub, SubAssign};
use core::time::Duration;

/// A moment of a clock that only goes forward.
///
/// ```
/// use await_me_maybe::mirror::tokio::time::{Duration, Instant};
///
/// let now = Instant::now();
/// let later = now + Duration::from_secs(1);
/// assert_eq!(later - now, Duration::from_secs(1));
/// assert_eq!(now - later, Duration::ZERO);
/// ```
#[derive(Clone, Copy, Eq, PartialEq, PartialOrd, Ord, Hash)]
pub struct Instant(std::time::Instant);

impl Instant {
    /// This moment.
    pub fn now() -> Self {
        Self(std::time::Instant::now())
    }

    /// The same moment.
    pub fn from_std(std: std::time::Instant) -> Self {
        Self(std)
    }

    /// The same moment.
    pub fn into_std(self) -> std::time::Instant {
        self.0
    }

    /// How long after that moment this one is: zero if it is before.
    pub fn duration_since(&self, earlier: Self) -> Duration {
        self.0.saturating_duration_since(earlier.0)
    }

    /// How long after that moment this one is: `None` if it is before.
    pub fn checked_duration_since(&self, earlier: Self) -> Option<Duration> {
        self.0.checked_duration_since(earlier.0)
    }

    /// How long after that moment this one is: zero if it is before.
    pub fn saturating_duration_since(&self, earlier: Self) -> Duration {
        self.0.saturating_duration_since(earlier.0)
    }

    /// How long ago it was: zero if it is still to come.
    pub fn elapsed(&self) -> Duration {
        Self::now().duration_since(*self)
    }

    /// So much later, if there is such a moment.
    pub fn checked_add(&self, duration: Duration) -> Option<Self> {
        self.0.checked_add(duration).map(Self)
    }

    /// So much earlier, if there is such a moment.
    pub fn checked_sub(&self, duration: Duration) -> Option<Self> {
        self.0.checked_sub(duration).map(Self)
    }

    /// So much later than now, or as late as is of use.
    pub(super) fn after(duration: Duration) -> Self {
        const THIRTY_YEARS: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
        let now = Self::now();
        now.checked_add(duration)
            .unwrap_or_else(|| now + THIRTY_YEARS)
    }
}

impl From<std::time::Instant> for Instant {
    fn from(time: std::time::Instant) -> Self {
        Self(time)
    }
}

impl From<Instant> for std::time::Instant {
    fn from(time: Instant) -> Self {
        time.0
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0 + duration)
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        self.duration_since(earlier)
    }
}

impl Sub<Duration> for Instant {
    type Output = Self;

    #[allow(
        clippy::unchecked_time_subtraction,
        reason = "it panics where that of std does"
    )]
    fn sub(self, duration: Duration) -> Self {
        Self(self.0 - duration)
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
