//! What is measured, by name.

use crate::form::Form;

/// A crate that is compared, in one of its forms.
#[derive(Clone, Copy)]
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    pub(crate) form: Form,
}

const fn subject(name: &'static str, form: Form) -> Subject {
    Subject { name, form }
}

/// What all figures are less: no attribute, the async half alone.
pub(crate) const PLAIN: Subject = subject("no attribute, async half alone", Form::Plain);
/// The floor of what the compiler has to do for the second half.
pub(crate) const BY_HAND: Subject = subject("no attribute, both halves by hand", Form::ByHand);

pub(crate) const OURS_EACH: Subject =
    subject("ours, suffix", Form::Each("#[await_me_maybe::maybe_async]"));
pub(crate) const OURS_MODULE: Subject = subject(
    "ours, module",
    Form::Module("await_me_maybe::maybe_async", None),
);
pub(crate) const SYNCIFY: Subject = subject(
    "syncify",
    Form::Module("syncify::syncify(blocking_#)", None),
);
pub(crate) const TWICE_MODULE: Subject = subject(
    "parsed, printed twice: module",
    Form::Module("build_time_floor::parsed_twice", None),
);

/// All that expansions are measured of.
pub(crate) const ALL: [Subject; 18] = [
    PLAIN,
    BY_HAND,
    OURS_EACH,
    OURS_MODULE,
    subject(
        "ours, modules of 50",
        Form::Module("await_me_maybe::maybe_async", Some(50)),
    ),
    subject(
        "ours, files",
        Form::Files {
            preludes: [
                "await_me_maybe::asynchronous::maybe_async",
                "await_me_maybe::blocking::maybe_async",
            ],
            attribute: "maybe_async",
        },
    ),
    SYNCIFY,
    subject(
        "syncify, modules of 50",
        Form::Module("syncify::syncify(blocking_#)", Some(50)),
    ),
    subject(
        "synca",
        Form::Module(
            // It panics on a module without `cfg`.
            "synca::synca(#[cfg(not(none))] pub mod asynchronous_# {}, \
             #[cfg(not(none))] pub mod blocking_# { sync!(); })",
            None,
        ),
    ),
    subject("maybe-async", Form::Each("#[maybe_async::maybe_async]")),
    subject("async-trait", Form::Traits),
    subject("async-generic", Form::Branches),
    subject(
        "bisync2",
        Form::Files {
            preludes: [
                "bisync2::asynchronous::bisync",
                "bisync2::synchronous::bisync",
            ],
            attribute: "bisync",
        },
    ),
    subject(
        "untouched: each",
        Form::Each("#[build_time_floor::untouched]"),
    ),
    subject(
        "parsed, printed once: each",
        Form::Each("#[build_time_floor::parsed_once]"),
    ),
    subject(
        "parsed, printed twice: each",
        Form::Each("#[build_time_floor::parsed_twice]"),
    ),
    subject(
        "parsed, printed once: module",
        Form::Module("build_time_floor::parsed_once", None),
    ),
    TWICE_MODULE,
];
