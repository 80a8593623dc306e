//! `is_async!()` outside of what an attribute has rewritten.

/// Whether this is the async half of a source that is compiled twice: `true` here.
///
/// Inside an item under `#[maybe_async]`, `if is_async!() { .. } else { .. }` leaves only the
/// branch of the half in which it stands, before anything is type-checked. Elsewhere it is an
/// ordinary `bool`.
#[doc(hidden)]
#[macro_export]
macro_rules! __true {
    () => {
        true
    };
}

/// Whether this is the async half of a source that is compiled twice: `false` here.
///
/// Inside an item under `#[maybe_async]`, `if is_async!() { .. } else { .. }` leaves only the
/// branch of the half in which it stands, before anything is type-checked. Elsewhere it is an
/// ordinary `bool`.
#[doc(hidden)]
#[macro_export]
macro_rules! __false {
    () => {
        false
    };
}

/// Stands for a name that the blocking half does not have, where a glob would bring in the async
/// one.
#[allow(non_camel_case_types, reason = "the name is the message")]
#[derive(Debug)]
pub struct this_is_only_async;
