//! `tokio::time`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::collections::HashSet;

    use tokio::time::{self, Duration, Instant, Interval, MissedTickBehavior};

    fn assert_shared<T: Send + Sync>(_: &T) {}

    const TICK: Duration = Duration::from_millis(40);

    pub(super) async fn sleeps() -> Vec<bool> {
        let start = Instant::now();
        time::sleep(TICK).await;
        let first = start.elapsed();
        time::sleep_until(start + 2 * TICK).await;
        let second = start.elapsed();
        time::sleep_until(start).await;
        time::sleep(Duration::ZERO).await;
        vec![
            first >= TICK,
            second >= 2 * TICK,
            start.elapsed() < 20 * TICK,
        ]
    }

    pub(super) async fn instants() -> Vec<bool> {
        let std = std::time::Instant::now();
        let mut time = Instant::from_std(std);
        time::sleep(Duration::from_millis(1)).await;
        let mut seen = vec![time.into_std() == std, Instant::from(std) == time];
        seen.push(std::time::Instant::from(time) == std);
        seen.push(format!("{time:?}") == format!("{std:?}"));
        let later = time + TICK;
        seen.push(later - time == TICK && time - later == Duration::ZERO);
        seen.push(later - TICK == time && later > time);
        seen.push(later.duration_since(time) == TICK);
        seen.push(time.duration_since(later) == Duration::ZERO);
        seen.push(time.saturating_duration_since(later) == Duration::ZERO);
        seen.push(time.checked_duration_since(later).is_none());
        seen.push(later.checked_duration_since(time) == Some(TICK));
        seen.push(time.checked_add(TICK) == Some(later));
        seen.push(time.checked_add(Duration::MAX).is_none());
        seen.push(later.checked_sub(TICK) == Some(time));
        seen.push((later + 1000 * TICK).elapsed() == Duration::ZERO);
        time += TICK;
        seen.push(time == later);
        time -= TICK;
        seen.push(time < later && time.elapsed() > Duration::ZERO);
        let set: HashSet<Instant> = [time, later, time].into();
        seen.push(set.len() == 2);
        seen
    }

    pub(super) async fn ticks() -> Vec<u128> {
        let mut ticks: Interval = time::interval(TICK);
        assert_shared(&ticks);
        assert_eq!(ticks.period(), TICK);
        assert_eq!(ticks.missed_tick_behavior(), MissedTickBehavior::Burst);
        let first = ticks.tick().await;
        let mut seen = Vec::new();
        for _ in 0..3 {
            let due = ticks.tick().await;
            assert!(Instant::now() >= due);
            seen.push((due - first).as_millis());
        }
        seen
    }

    /// Two and a half periods late: which ticks come then, in half periods after the start.
    pub(super) async fn missed() -> Vec<Vec<u128>> {
        let mut seen = Vec::new();
        for behavior in [
            MissedTickBehavior::Burst,
            MissedTickBehavior::Delay,
            MissedTickBehavior::Skip,
        ] {
            let period = Duration::from_millis(200);
            let mut ticks = time::interval(period);
            ticks.set_missed_tick_behavior(behavior);
            assert_eq!(ticks.missed_tick_behavior(), behavior);
            let first = ticks.tick().await;
            time::sleep_until(first + Duration::from_millis(500)).await;
            let mut due = vec![format!("{behavior:?}").len() as u128];
            for _ in 0..3 {
                // Late by less than a quarter of a period counts as in time.
                let after = ticks.tick().await - first;
                due.push((after.as_millis() + 50) / 100);
            }
            seen.push(due);
        }
        seen
    }

    pub(super) async fn reset() -> Vec<u128> {
        let start = Instant::now();
        let mut ticks = time::interval_at(start + TICK, 10 * TICK);
        let since = |due: Instant| (due - start).as_millis() / 40;
        let mut seen = vec![since(ticks.tick().await)];
        ticks.reset_at(start + 2 * TICK);
        seen.push(since(ticks.tick().await));
        ticks.reset_immediately();
        let due = ticks.tick().await;
        seen.push(u128::from(
            due >= start + 2 * TICK && due < start + 6 * TICK,
        ));
        ticks.reset_after(TICK);
        let next = ticks.tick().await;
        seen.push(u128::from(next >= due + TICK && next < due + 5 * TICK));
        let now = Instant::now();
        ticks.reset();
        let next = ticks.tick().await;
        seen.push(u128::from(
            next >= now + 10 * TICK && next < now + 15 * TICK,
        ));
        seen
    }

    pub(super) async fn no_period() -> Vec<String> {
        let mut seen = Vec::new();
        let handle = tokio::spawn(async { time::interval(Duration::ZERO).period() });
        seen.push(handle.await.unwrap_err().into_panic());
        let handle =
            tokio::spawn(async { time::interval_at(Instant::now(), Duration::ZERO).period() });
        seen.push(handle.await.unwrap_err().into_panic());
        seen.iter()
            .map(|payload| (*payload.downcast_ref::<&str>().unwrap()).to_owned())
            .collect()
    }

    /// What cannot fit into the clock waits as long as there is any use.
    pub(super) async fn far_away() -> u32 {
        let mut ticks = time::interval(Duration::MAX);
        let first = ticks.tick().await;
        ticks.reset_after(Duration::MAX);
        ticks.reset_immediately();
        u32::from(ticks.tick().await >= first)
    }
}

#[test]
fn sleeps() {
    assert_eq!(both(suite::sleeps(), suite::blocking::sleeps), [true; 3]);
}

#[test]
fn instants() {
    assert_eq!(
        both(suite::instants(), suite::blocking::instants),
        [true; 18]
    );
}

#[test]
fn ticks() {
    assert_eq!(both(suite::ticks(), suite::blocking::ticks), [40, 80, 120]);
}

#[test]
fn missed() {
    let seen = both(suite::missed(), suite::blocking::missed);
    let expected = [[5, 2, 4, 6], [5, 2, 7, 9], [4, 2, 6, 8]];
    assert_eq!(seen, expected);
}

#[test]
fn reset() {
    assert_eq!(
        both(suite::reset(), suite::blocking::reset),
        [1, 2, 1, 1, 1]
    );
}

#[test]
fn no_period() {
    let seen = both(suite::no_period(), suite::blocking::no_period);
    assert_eq!(seen, ["`period` must be non-zero."; 2]);
}

#[test]
fn far_away() {
    assert_eq!(both(suite::far_away(), suite::blocking::far_away), 1);
}

/// The mirror makes no such error; those of tokio are the ones to compare with.
#[test]
fn elapsed() {
    fn io<E: std::error::Error + Into<std::io::Error>>(error: E) -> std::io::ErrorKind {
        error.into().kind()
    }
    let _: fn(await_me_maybe::mirror::tokio::time::error::Elapsed) -> std::io::ErrorKind = io;
    let _: fn(tokio::time::error::Elapsed) -> std::io::ErrorKind = io;
}
