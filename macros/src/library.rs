//! What is known of the libraries that have a mirror.

use proc_macro2::Ident;

use crate::shape;

/// Async functions; those of `tokio::fs` are all async.
const ASYNC: [&str; 17] = [
    "tokio::fs::File::create",
    "tokio::fs::File::create_new",
    "tokio::fs::File::open",
    "tokio::io::copy",
    "tokio::io::copy_bidirectional",
    "tokio::io::copy_bidirectional_with_sizes",
    "tokio::io::copy_buf",
    "tokio::net::TcpListener::bind",
    "tokio::net::TcpStream::connect",
    "tokio::net::UdpSocket::bind",
    "tokio::net::UnixStream::connect",
    "tokio::net::UnixStream::connect_addr",
    "tokio::net::lookup_host",
    "tokio::task::consume_budget",
    "tokio::task::yield_now",
    "tokio::time::sleep",
    "tokio::time::sleep_until",
];

/// Whether a path into the mirror, from its root on, is a function that is async in the library:
/// not awaited, it does nothing.
pub(crate) fn is_async(origin: &[String]) -> bool {
    let of_files = matches!(
        origin,
        [root, fs, name] if root == "tokio" && fs == "fs" && !name.starts_with(char::is_uppercase)
    );
    of_files || ASYNC.contains(&origin.join("::").as_str())
}

/// `read_u8`, `write_i32_le`
fn is_of_number(name: &str) -> bool {
    let number = ["read_", "write_"]
        .iter()
        .find_map(|call| name.strip_prefix(call));
    number.is_some_and(|number| {
        let mut chars = number.chars();
        matches!(chars.next(), Some('u' | 'i' | 'f')) && matches!(chars.next(), Some('0'..='9'))
    })
}

/// Methods that are async in some mirrored library.
pub(crate) fn is_async_method(ident: &Ident) -> bool {
    const NAMES: [&str; 85] = [
        "accept",
        "acquire",
        "acquire_many",
        "acquire_many_owned",
        "acquire_owned",
        "changed",
        "close",
        "closed",
        "collect",
        "concat",
        "connect",
        "count",
        "create",
        "delay_ms",
        "delay_ns",
        "delay_us",
        "feed",
        "file_type",
        "fill_buf",
        "flush",
        "fold",
        "for_each",
        "get_or_init",
        "get_or_try_init",
        "into_std",
        "join_next",
        "kill",
        "lock",
        "lock_owned",
        "metadata",
        "next",
        "next_entry",
        "next_line",
        "next_segment",
        "notified",
        "open",
        "output",
        "peek",
        "peek_from",
        "read",
        "read_buf",
        "read_exact",
        "read_line",
        "read_owned",
        "read_to_end",
        "read_to_string",
        "read_until",
        "recv",
        "recv_from",
        "recv_many",
        "reserve",
        "reserve_many",
        "reserve_owned",
        "rewind",
        "seek",
        "send",
        "send_all",
        "send_timeout",
        "send_to",
        "set_len",
        "set_modified",
        "set_permissions",
        "set_times",
        "shutdown",
        "status",
        "stream_position",
        "sync_all",
        "sync_data",
        "tick",
        "transaction",
        "transfer",
        "transfer_in_place",
        "try_clone",
        "try_collect",
        "try_fold",
        "try_for_each",
        "try_next",
        "wait",
        "wait_for",
        "wait_with_output",
        "write",
        "write_all",
        "write_owned",
        "write_read",
        "write_vectored",
    ];
    shape::is_one_of(ident, &NAMES) || is_of_number(&ident.to_string())
}

/// Whether a path is that of a method which gives its value at once: `SinkExt::flush`.
pub(crate) fn is_method(origin: &[String]) -> bool {
    let parent = origin.len().checked_sub(2).and_then(|at| origin.get(at));
    parent.is_some_and(|parent| parent.ends_with("Ext") && !parent.ends_with("FutureExt"))
}

/// The methods of streams for which iterators have others of the same name, and what the mirror
/// has for both.
pub(crate) fn unambiguous(ident: &Ident) -> Option<&'static str> {
    match ident.to_string().as_str() {
        "all" => Some("__all"),
        "any" => Some("__any"),
        "try_fold" => Some("__try_fold"),
        "try_for_each" => Some("__try_for_each"),
        _ => None,
    }
}

/// Whether a function of the mirror gives what is the mirror's again, and not just what the author
/// has given it.
pub(crate) fn gives_own(origin: &[String]) -> bool {
    let names: Vec<&str> = origin.iter().map(String::as_str).collect();
    !matches!(
        names.as_slice(),
        ["tokio", "fs" | "task", ..] | ["tokio", "spawn"] | ["futures", "future", ..]
    ) || matches!(
        names.as_slice(),
        ["tokio", "fs", "File" | "OpenOptions", ..] | ["tokio", "task", "JoinSet", ..]
    )
}

/// Methods of streams, sockets and channels that give another one.
pub(crate) fn hands_on(ident: &Ident) -> bool {
    is_adaptor(ident) || {
        const NAMES: [&str; 14] = [
            "accept",
            "as_mut",
            "as_ref",
            "by_ref",
            "clone",
            "connect",
            "into_split",
            "lines",
            "open",
            "resubscribe",
            "split",
            "subscribe",
            "take",
            "try_clone",
        ];
        shape::is_one_of(ident, &NAMES)
    }
}

/// Methods that make a stream of a stream.
pub(crate) fn is_adaptor(ident: &Ident) -> bool {
    const NAMES: [&str; 39] = [
        "and_then",
        "boxed",
        "boxed_local",
        "buffer_unordered",
        "buffered",
        "chain",
        "chunks",
        "cycle",
        "enumerate",
        "err_into",
        "filter",
        "filter_map",
        "flat_map",
        "flatten",
        "fuse",
        "inspect",
        "inspect_err",
        "inspect_ok",
        "into_stream",
        "map",
        "map_err",
        "map_ok",
        "map_while",
        "or_else",
        "peekable",
        "scan",
        "skip",
        "skip_while",
        "step_by",
        "take_while",
        "then",
        "try_buffer_unordered",
        "try_buffered",
        "try_filter",
        "try_filter_map",
        "try_flatten",
        "try_skip_while",
        "try_take_while",
        "zip",
    ];
    shape::is_one_of(ident, &NAMES)
}

/// What streams have and iterators have not.
pub(crate) fn is_of_streams_alone(ident: &Ident) -> bool {
    const NAMES: [&str; 30] = [
        "and_then",
        "boxed",
        "boxed_local",
        "chunks",
        "concat",
        "err_into",
        "inspect_err",
        "inspect_ok",
        "into_stream",
        "left_stream",
        "map_err",
        "map_ok",
        "next_if",
        "next_if_eq",
        "or_else",
        "right_stream",
        "then",
        "try_all",
        "try_any",
        "try_chunks",
        "try_collect",
        "try_concat",
        "try_filter",
        "try_filter_map",
        "try_flatten",
        "try_fold",
        "try_for_each",
        "try_next",
        "try_skip_while",
        "try_take_while",
    ];
    shape::is_one_of(ident, &NAMES)
}
