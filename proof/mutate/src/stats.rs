//! What has been tried, and what came out.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use crate::examine::{Breach, Depth, Verdict};
use crate::input::{Entry, Input, Kind};

#[derive(Default)]
pub(crate) struct Stats {
    pub(crate) inputs: u64,
    kinds: BTreeMap<(Kind, Depth), u64>,
    entries: BTreeMap<(Entry, Depth), u64>,
    breaches: BTreeMap<Breach, u64>,
    /// The input that took longest, and how long.
    slowest: Option<(u64, Duration)>,
    /// In the transform, in all threads.
    time: Duration,
}

impl Stats {
    pub(crate) fn add(&mut self, index: u64, input: &Input, verdict: &Verdict) {
        self.inputs += 1;
        *self.kinds.entry((input.kind, verdict.depth)).or_default() += 1;
        *self
            .entries
            .entry((input.entry, verdict.depth))
            .or_default() += 1;
        self.time += verdict.time * 2;
        if self
            .slowest
            .is_none_or(|(_, slowest)| slowest < verdict.time)
        {
            self.slowest = Some((index, verdict.time));
        }
        if let Some(fault) = &verdict.fault {
            self.breach(fault.breach);
        }
    }

    pub(crate) fn breach(&mut self, breach: Breach) {
        *self.breaches.entry(breach).or_default() += 1;
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.inputs += other.inputs;
        self.time += other.time;
        for (key, count) in other.kinds {
            *self.kinds.entry(key).or_default() += count;
        }
        for (key, count) in other.entries {
            *self.entries.entry(key).or_default() += count;
        }
        for (key, count) in other.breaches {
            *self.breaches.entry(key).or_default() += count;
        }
        let longer = other
            .slowest
            .filter(|(_, time)| self.slowest.is_none_or(|(_, slowest)| slowest < *time));
        self.slowest = longer.or(self.slowest);
    }

    pub(crate) fn faults(&self) -> u64 {
        self.breaches.values().sum()
    }
}

impl fmt::Display for Stats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DEPTHS: [Depth; 3] = [Depth::Lowered, Depth::Refused, Depth::Unread];
        let row = |f: &mut fmt::Formatter<'_>, name: String, counts: [u64; 3]| {
            let [lowered, refused, unread] = counts;
            let all: u64 = counts.iter().sum();
            writeln!(
                f,
                "{name:<24}{all:>12}{lowered:>12}{refused:>12}{unread:>12}"
            )
        };
        let head = |f: &mut fmt::Formatter<'_>, name: &str| {
            writeln!(
                f,
                "{name:<24}{:>12}{:>12}{:>12}{:>12}",
                "inputs", "lowered", "refused", "no item"
            )
        };
        head(f, "kind")?;
        for kind in Kind::ALL {
            let count = |depth| self.kinds.get(&(kind, depth)).copied().unwrap_or(0);
            row(f, kind.to_string(), DEPTHS.map(count))?;
        }
        writeln!(f)?;
        head(f, "entry point")?;
        for entry in Entry::ALL {
            let count = |depth| self.entries.get(&(entry, depth)).copied().unwrap_or(0);
            row(f, entry.to_string(), DEPTHS.map(count))?;
        }
        writeln!(f)?;
        for breach in Breach::ALL {
            let count = self.breaches.get(&breach).copied().unwrap_or(0);
            writeln!(f, "{:<24}{count:>12}", breach.to_string())?;
        }
        if let Some((index, time)) = self.slowest {
            writeln!(
                f,
                "{:<24}{time:>12.1?} (input {index})",
                "slowest expansion"
            )?;
        }
        let inputs = u32::try_from(self.inputs).unwrap_or(u32::MAX).max(1);
        writeln!(
            f,
            "{:<24}{:>12.1?}",
            "mean expansion",
            self.time / inputs / 2
        )
    }
}
