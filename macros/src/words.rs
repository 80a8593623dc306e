//! Kinds of words for which the passes look: where none of its words occurs, a pass has nothing to
//! do.

/// A set of kinds of words. It may hold a kind of which there is none, but never lacks one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Words(u32);

impl Words {
    pub(crate) const NONE: Self = Self(0);
    /// Of tokens that have not been read.
    pub(crate) const ANY: Self = Self(u32::MAX);
    /// `async`, `await`
    pub(crate) const ASYNC: Self = Self(1);
    /// `only_async`, `only_blocking`, `is_async`
    pub(crate) const HALVES: Self = Self(1 << 1);
    /// Our own attributes.
    pub(crate) const HELPERS: Self = Self(1 << 2);
    /// What throws a value away, statements aside: `_ =`, `_:`, `drop`, `forget`.
    pub(crate) const DROPS: Self = Self(1 << 3);
    /// Roots of libraries that have a mirror, and collections that follow the policy.
    pub(crate) const LIBRARIES: Self = Self(1 << 4);
    /// Types that are others in a twin, and `expect`.
    pub(crate) const TYPES: Self = Self(1 << 5);
    /// `stream!`, `try_stream!`
    pub(crate) const GENERATORS: Self = Self(1 << 6);
    /// What `#[instrument]` leaves behind.
    pub(crate) const INSTRUMENTED: Self = Self(1 << 7);
    /// `static`, `thread_local`
    pub(crate) const STATE: Self = Self(1 << 8);
    /// Paths that begin with `super`, `self` or `crate`, in the strings of attributes too.
    pub(crate) const PLACES: Self = Self(1 << 9);
    /// `|`, which every closure has.
    pub(crate) const CLOSURES: Self = Self(1 << 10);
    /// `test`, as in `#[await_me_maybe::test]`.
    pub(crate) const TESTS: Self = Self(1 << 11);
    /// Invisible groups.
    pub(crate) const INVISIBLE: Self = Self(1 << 12);
    /// A statement may throw away the value of a call whose name is not known.
    pub(crate) const STATEMENTS: Self = Self(1 << 13);
    /// `'`, of lifetimes and labels.
    pub(crate) const LIFETIMES: Self = Self(1 << 14);
    /// `for`, `while`
    pub(crate) const LOOPS: Self = Self(1 << 15);
    /// `unsafe`
    pub(crate) const UNSAFE: Self = Self(1 << 16);
    /// What defines members, or a macro.
    pub(crate) const MEMBERS: Self = Self(1 << 17);

    /// Whether any of these may occur.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// In an attribute.
pub(crate) fn of_attribute(word: &str) -> Words {
    match word {
        "expect" => Words::TYPES,
        "test" => Words::TESTS,
        _ => Words::NONE,
    }
}

/// By the first letter, as most words are none of these.
pub(crate) fn kind(word: &str) -> Words {
    let known: &[(&str, Words)] = match word.as_bytes().first() {
        Some(b'_') => &[
            ("__tracing_attr_span", Words::INSTRUMENTED),
            ("__tracing_instrument_future", Words::INSTRUMENTED),
        ],
        Some(b'A') if word.starts_with("AsyncFn") => return Words::TYPES,
        Some(b'B') => &[("BoxFuture", Words::TYPES), ("BoxStream", Words::TYPES)],
        Some(b'F') => &[
            ("FusedFuture", Words::TYPES),
            ("FusedStream", Words::TYPES),
            ("Future", Words::TYPES),
            ("FuturesOrdered", Words::LIBRARIES),
            ("FuturesUnordered", Words::LIBRARIES),
        ],
        Some(b'I') => &[("IntoFuture", Words::TYPES)],
        Some(b'J') => &[("JoinSet", Words::LIBRARIES)],
        Some(b'L') => &[
            ("LocalBoxFuture", Words::TYPES),
            ("LocalBoxStream", Words::TYPES),
        ],
        Some(b'P') => &[("Pin", Words::TYPES)],
        Some(b'S') => &[("Stream", Words::TYPES)],
        Some(b'T') => &[("TryFuture", Words::TYPES), ("TryStream", Words::TYPES)],
        Some(b'a') => &[("async", Words::ASYNC), ("await", Words::ASYNC)],
        Some(b'c') => &[("crate", Words::PLACES)],
        Some(b'd') => &[("drop", Words::DROPS)],
        Some(b'e') => &[
            ("embedded_hal_async", Words::LIBRARIES),
            ("embedded_io_async", Words::LIBRARIES),
            ("enum", Words::MEMBERS),
        ],
        Some(b'f') => &[
            ("for", Words::LOOPS),
            ("forget", Words::DROPS),
            ("futures", Words::LIBRARIES),
            ("futures_channel", Words::LIBRARIES),
            ("futures_core", Words::LIBRARIES),
            ("futures_lite", Words::LIBRARIES),
            ("futures_sink", Words::LIBRARIES),
            ("futures_util", Words::LIBRARIES),
        ],
        Some(b'i') => &[
            ("impl", Words::MEMBERS),
            ("is_async", Words::HALVES.with(Words::HELPERS)),
        ],
        Some(b'm') => &[
            ("macro_rules", Words::MEMBERS),
            ("maybe_async", Words::HELPERS),
            ("mod", Words::MEMBERS),
        ],
        Some(b'o') => &[
            ("only_async", Words::HALVES.with(Words::HELPERS)),
            ("only_blocking", Words::HALVES.with(Words::HELPERS)),
        ],
        // Paths are compared without it.
        Some(b'r') if word.starts_with("r#") => return Words::LIBRARIES,
        Some(b's') => &[
            ("static", Words::STATE),
            ("stream", Words::GENERATORS),
            ("struct", Words::MEMBERS),
            ("super", Words::PLACES),
        ],
        Some(b't') => &[
            ("thread_local", Words::STATE),
            ("tokio", Words::LIBRARIES),
            ("tokio_stream", Words::LIBRARIES),
            ("trait", Words::MEMBERS),
            ("try_stream", Words::GENERATORS),
        ],
        Some(b'u') => &[("union", Words::MEMBERS), ("unsafe", Words::UNSAFE)],
        Some(b'w') => &[("while", Words::LOOPS)],
        _ => return Words::NONE,
    };
    for (name, words) in known {
        if *name == word {
            return *words;
        }
    }
    Words::NONE
}
