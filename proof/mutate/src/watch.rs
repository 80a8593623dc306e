//! What the system knows of us: the time of a thread, the memory of the process.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// The processor time of one thread. Where the system does not tell it, the time that has passed.
pub(crate) struct Clock {
    begin: Instant,
    file: Option<PathBuf>,
}

impl Clock {
    /// Of the thread that calls.
    pub(crate) fn here() -> Self {
        let thread = fs::read_link("/proc/thread-self").ok();
        Self {
            begin: Instant::now(),
            file: thread.map(|thread| PathBuf::from("/proc").join(thread).join("schedstat")),
        }
    }

    pub(crate) fn time(&self) -> Duration {
        let text = self
            .file
            .as_ref()
            .and_then(|file| fs::read_to_string(file).ok());
        let nanos = text.and_then(|text| text.split_whitespace().next()?.parse().ok());
        nanos.map_or_else(|| self.begin.elapsed(), Duration::from_nanos)
    }
}

/// Resident memory in mebibytes, if the system tells it.
pub(crate) fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kibibytes / 1024)
}
