//! How far a long report has come, for those who watch.

use std::cell::OnceCell;

use explore::Progress;
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

/// With fewer values to read, the bar would be gone before anyone has seen it.
const LONG: u64 = 1_000_000;

/// A bar on standard error. It draws nothing where that is no terminal, and goes away at the end.
pub(crate) fn bar(half: &'static str) -> impl Fn(Progress<'_>) {
    let bar = OnceCell::new();
    move |progress| {
        if progress.total >= LONG {
            let bar = bar.get_or_init(|| drawn(half, progress.total));
            bar.set_message(progress.table.escape_debug().to_string());
            bar.set_position(progress.done);
        }
    }
}

fn drawn(half: &'static str, total: u64) -> ProgressBar {
    // The template is a constant that the tests draw; plain bars are no reason to give up.
    let style = ProgressStyle::with_template("{prefix} {wide_bar} {percent:>3} % {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(total)
        .with_style(style)
        .with_prefix(half)
        .with_finish(ProgressFinish::AndClear)
}
