//! What makes an example async for more than its awaits.

use super::{Example, locals};

/// Crates of futures: an example that uses one beyond running itself is async for a reason.
const ASYNC_CRATES: [&str; 21] = [
    "actix_rt",
    "async_io",
    "async_recursion",
    "async_std",
    "async_stream",
    "async_trait",
    "await_me_maybe",
    "futures",
    "futures_channel",
    "futures_core",
    "futures_executor",
    "futures_lite",
    "futures_util",
    "pollster",
    "smol",
    "smol_potat",
    "tokio",
    "tokio_rusqlite",
    "tokio_stream",
    "tokio_test",
    "tokio_util",
];

/// Names of futures by hand, and our own attribute.
const ASYNC_NAMES: [&str; 10] = [
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Future",
    "IntoFuture",
    "Poll",
    "Waker",
    "block_on",
    "maybe_async",
    "poll_fn",
];

/// Macros whose arguments are expressions, evaluated where they stand.
const TRANSPARENT: [&str; 19] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "format",
    "matches",
    "panic",
    "print",
    "println",
    "todo",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

impl Example<'_> {
    /// `None` where the example does what cannot be judged.
    pub(super) fn refuse(&self) -> Option<()> {
        for (index, word) in self.idents() {
            let macro_name = self.code.is_punct(index + 1, '!');
            let library = ASYNC_CRATES.contains(&word) && !self.names.is_own_crate(word);
            let refused = ASYNC_NAMES.contains(&word)
                || (library && !self.code.is_member(index))
                || (macro_name && matches!(word, "join" | "try_join" | "select" | "pin"))
                || self.runtime.variables.contains(&word);
            if refused {
                return None;
            }
        }
        let words = (0..self.code.len()).filter(|&index| {
            matches!(self.code.ident(index), Some("async" | "await" | "block_on"))
        });
        for index in words {
            self.in_known_macros(index)?;
        }
        Some(())
    }

    /// Whether all macros around a token are known.
    fn in_known_macros(&self, mut index: usize) -> Option<()> {
        while let Some(open) = locals::enclosing(self.code, index) {
            let name = if open >= 2 && self.code.is_punct(open - 1, '!') {
                open - 2
            } else if open >= 3 && self.code.is_punct(open - 2, '!') {
                // `macro_rules! name { .. }`
                open - 3
            } else {
                index = open;
                continue;
            };
            let known = |name| TRANSPARENT.contains(&name);
            if self.code.ident(name).is_some_and(|name| !known(name)) {
                return None;
            }
            index = open;
        }
        Some(())
    }
}
