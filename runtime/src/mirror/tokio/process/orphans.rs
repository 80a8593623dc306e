//! Processes whose `Child` was dropped before they ended.

use alloc::vec::Vec;
use std::process::Child;
use std::sync::{Mutex, PoisonError};

/// Somebody has to ask how they ended, or they stay in the table of the operating system until this
/// process ends too.
static ORPHANS: Mutex<Vec<Child>> = Mutex::new(Vec::new());

/// Takes a process that nobody waits for any longer.
pub(super) fn adopt(child: Child) {
    let mut orphans = ORPHANS.lock().unwrap_or_else(PoisonError::into_inner);
    orphans.push(child);
    orphans.retain_mut(is_running);
}

/// Lets go of those that have ended meanwhile.
pub(super) fn reap() {
    let mut orphans = ORPHANS.lock().unwrap_or_else(PoisonError::into_inner);
    orphans.retain_mut(is_running);
}

fn is_running(child: &mut Child) -> bool {
    matches!(child.try_wait(), Ok(None))
}
