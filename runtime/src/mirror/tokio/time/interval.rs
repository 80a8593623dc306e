//! `Interval`.

use core::time::Duration;

use super::{Instant, sleep_until};

/// A tick now, and one after each period.
///
/// # Panics
///
/// If the period is zero.
///
/// ```
/// use await_me_maybe::mirror::tokio::time::{Duration, interval};
///
/// let mut ticks = interval(Duration::from_millis(1));
/// let first = ticks.tick();
/// assert_eq!(ticks.tick() - first, Duration::from_millis(1));
/// ```
#[track_caller]
pub fn interval(period: Duration) -> Interval {
    interval_at(Instant::now(), period)
}

/// A tick at that time, and one after each period.
///
/// # Panics
///
/// If the period is zero.
#[track_caller]
pub fn interval_at(start: Instant, period: Duration) -> Interval {
    assert!(!period.is_zero(), "`period` must be non-zero.");
    Interval {
        next: start,
        period,
        missed_tick_behavior: MissedTickBehavior::default(),
    }
}

/// When ticks come of which some were missed, because nobody waited for them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MissedTickBehavior {
    /// At once, until all have come.
    #[default]
    Burst,
    /// A period after the late one.
    Delay,
    /// When the next one is due that was not missed.
    Skip,
}

impl MissedTickBehavior {
    fn next(self, due: Instant, now: Instant, period: Duration) -> Instant {
        match self {
            Self::Burst => due + period,
            Self::Delay => now + period,
            Self::Skip => {
                let late = (now - due).as_nanos() % period.as_nanos();
                let nanos_of_second = |nanos: u128| (nanos % 1_000_000_000) as u32;
                let seconds = u64::try_from(late / 1_000_000_000).unwrap_or(u64::MAX);
                now + period.saturating_sub(Duration::new(seconds, nanos_of_second(late)))
            }
        }
    }
}

/// Ticks.
#[derive(Debug)]
pub struct Interval {
    next: Instant,
    period: Duration,
    missed_tick_behavior: MissedTickBehavior,
}

impl Interval {
    /// Waits for the next tick, and tells when it was due.
    pub fn tick(&mut self) -> Instant {
        // Timers are late by themselves; as long as this they are not taken to be missed.
        const TOLERANCE: Duration = Duration::from_millis(5);
        let due = self.next;
        sleep_until(due);
        let now = Instant::now();
        self.next = if now > due + TOLERANCE {
            self.missed_tick_behavior.next(due, now, self.period)
        } else {
            due.checked_add(self.period)
                .unwrap_or_else(|| Instant::after(self.period))
        };
        due
    }

    /// The next tick comes a period from now.
    pub fn reset(&mut self) {
        self.next = Instant::after(self.period);
    }

    /// The next tick comes now.
    pub fn reset_immediately(&mut self) {
        self.next = Instant::now();
    }

    /// The next tick comes so long from now.
    pub fn reset_after(&mut self, after: Duration) {
        self.next = Instant::after(after);
    }

    /// The next tick comes at that time.
    pub fn reset_at(&mut self, deadline: Instant) {
        self.next = deadline;
    }

    /// When missed ticks come.
    pub fn missed_tick_behavior(&self) -> MissedTickBehavior {
        self.missed_tick_behavior
    }

    /// Says when missed ticks come.
    pub fn set_missed_tick_behavior(&mut self, behavior: MissedTickBehavior) {
        self.missed_tick_behavior = behavior;
    }

    /// The time from tick to tick.
    pub fn period(&self) -> Duration {
        self.period
    }
}
