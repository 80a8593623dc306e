//! Names that mean concurrency, cancellation or polling by hand.
//!
//! A function of the author's own may have such a name: where a path does not say that it is a
//! library's, `keep(..)` and `twins(..)` say that it is the author's.

use proc_macro2::Ident;
use syn::{Expr, ExprCall, ExprMethodCall, Path};

use crate::args::Policy;
use crate::messages;
use crate::shape;

const ROOTS: [&str; 8] = [
    "tokio",
    "futures",
    "futures_util",
    "futures_lite",
    "async_std",
    "smol",
    "std",
    "core",
];
const MODULES: [&str; 4] = ["time", "future", "task", "stream"];

/// Where a path comes from, as far as it says.
fn is_library(path: &Path) -> bool {
    let count = path.segments.len();
    let root = path
        .segments
        .first()
        .is_some_and(|first| shape::is_one_of(&first.ident, &ROOTS));
    let module = path
        .segments
        .iter()
        .rev()
        .nth(1)
        .is_some_and(|parent| shape::is_one_of(&parent.ident, &MODULES));
    count > 1 && (root || module)
}

/// What is wrong with calling this function, if anything is.
pub(super) fn call(
    path: &Path,
    call: &ExprCall,
    policy: Option<Policy>,
) -> Option<(Ident, String)> {
    let last = &path.segments.last()?.ident;
    let (library, bare) = (is_library(path), path.segments.len() == 1);
    let group = path
        .segments
        .iter()
        .rev()
        .nth(1)
        .map(|parent| &parent.ident);
    if let Some(group) = group.filter(|group| is_task_group(group)) {
        return policy
            .is_none()
            .then(|| (group.clone(), messages::task_group(group)));
    }
    let name = last.to_string();
    let text = match name.as_str() {
        "timeout" | "timeout_at" if library || (bare && call.args.len() == 2) => {
            messages::timeout(last)
        }
        "poll_fn" if library || bare => messages::hand_polled(last),
        "pending" if library || (bare && call.args.is_empty()) => messages::never_ready(last),
        "select" | "select_all" | "select_ok" if library => messages::race(last),
        "join_all" | "try_join_all" if library || bare => messages::needs_policy(last),
        "join" | "join3" | "join4" | "join5" | "try_join" | "try_join3" | "try_join4"
        | "try_join5"
            if library && !is_of_io(path) =>
        {
            messages::needs_policy(last)
        }
        "spawn" | "spawn_local" | "spawn_blocking" if is_spawn(path, call, library) => {
            messages::spawn(last)
        }
        _ => return None,
    };
    let text = if bare {
        messages::own_function(&text, last)
    } else {
        text
    };
    Some((last.clone(), text))
}

/// `tokio::io::join` makes one stream of a reader and a writer.
pub(super) fn is_of_io(path: &Path) -> bool {
    path.segments.iter().any(|segment| segment.ident == "io")
}

/// A name that is refused in some place.
pub(super) fn is_name(ident: &Ident) -> bool {
    const NAMES: [&str; 20] = [
        "FuturesOrdered",
        "FuturesUnordered",
        "JoinSet",
        "block_on",
        "join",
        "join_all",
        "pending",
        "poll_fn",
        "select",
        "select_all",
        "select_biased",
        "select_ok",
        "spawn",
        "spawn_blocking",
        "spawn_local",
        "timeout",
        "timeout_at",
        "try_join",
        "try_join_all",
        "try_select",
    ];
    shape::is_one_of(ident, &NAMES)
}

/// `std::thread::spawn` takes a closure, an executor's takes a future.
fn is_spawn(path: &Path, call: &ExprCall, library: bool) -> bool {
    let tokio = path.segments.len() > 1 && path.segments[0].ident == "tokio";
    if tokio && !shape::ends_with(path, &["spawn_local"]) {
        return false;
    }
    let thread = path
        .segments
        .iter()
        .any(|segment| segment.ident == "thread");
    let takes_future = matches!(
        call.args.first().map(shape::unpinned),
        Some(Expr::Async(_) | Expr::Call(_) | Expr::MethodCall(_))
    );
    !thread && (library || (path.segments.len() == 1 && takes_future))
}

fn is_task_group(ident: &Ident) -> bool {
    shape::is_one_of(ident, &["JoinSet", "FuturesUnordered", "FuturesOrdered"])
}

/// A function of a library that is named in full.
pub(super) fn library_function(path: &Path) -> Option<Ident> {
    const LIBRARIES: [&str; 2] = ["async_std", "smol"];
    let (first, last) = (&path.segments.first()?.ident, &path.segments.last()?.ident);
    let future = shape::is_one_of(last, &["ready", "ok", "err"]);
    (path.segments.len() > 1 && !future && shape::is_one_of(first, &LIBRARIES))
        .then(|| last.clone())
}

/// Adaptors that hold several futures at once, on names nothing else has, and executors.
pub(super) fn method(call: &ExprMethodCall, policy: Option<Policy>) -> Option<String> {
    let ident = &call.method;
    let name = ident.to_string();
    match name.as_str() {
        // With a policy it may be that of a `JoinSet`.
        "spawn" if policy.is_some() => None,
        _ if runs_a_future(call) => Some(messages::own_method(&messages::spawn(ident), ident)),
        "buffered"
        | "buffer_unordered"
        | "try_buffered"
        | "try_buffer_unordered"
        | "for_each_concurrent"
        | "try_for_each_concurrent" => Some(messages::needs_policy(ident)),
        "now_or_never" | "poll_unpin" | "poll_next_unpin" => Some(messages::hand_polled(ident)),
        _ => None,
    }
}

/// A method of an executor, given an async block, if it is not one of the author's own.
pub(super) fn runs_a_future(call: &ExprMethodCall) -> bool {
    const NAMES: [&str; 4] = ["block_on", "spawn", "spawn_local", "spawn_on"];
    matches!(call.args.first().map(shape::unpinned), Some(Expr::Async(_)))
        && shape::is_one_of(&call.method, &NAMES)
}

/// Macros that are known by name.
pub(super) fn known_macro(path: &Path) -> Option<String> {
    let ident = &path.segments.last()?.ident;
    let name = ident.to_string();
    match name.as_str() {
        "join" | "try_join" => Some(messages::needs_policy(ident)),
        "select" | "select_biased" | "try_select" => Some(messages::race(ident)),
        "poll" | "pending" if is_library(path) => Some(messages::hand_polled(ident)),
        _ => None,
    }
}
