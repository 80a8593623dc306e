//! What macros make, see [`made`](crate::made).

use crate::made::List;

const HALF: &[&str] = &["local_addr", "peer_addr"];
const OWNED_READ: &[&str] = &["local_addr", "peer_addr", "reunite"];
const OWNED_WRITE: &[&str] = &["forget", "local_addr", "peer_addr", "reunite"];
const PERMIT: &[&str] = &["forget", "merge", "num_permits", "split"];
const PIPE: &[&str] = &["from_std", "into_owned_fd", "into_owned_handle"];
const RECEIVER: &[&str] = &[
    "blocking_recv",
    "blocking_recv_many",
    "close",
    "is_closed",
    "is_empty",
    "len",
    "recv",
    "recv_many",
    "sender_strong_count",
    "sender_weak_count",
    "try_recv",
];
const RECEIVER_OF_FUTURES: &[&str] = &["close", "recv", "try_next", "try_recv"];
const SENDER: &[&str] = &[
    "closed",
    "downgrade",
    "is_closed",
    "same_channel",
    "strong_count",
    "weak_count",
];
const SOCKET: &[&str] = &["from_std", "into_std", "take_error"];
const STREAM: &[&str] = &["into_inner", "new"];
const WEAK: &[&str] = &["strong_count", "upgrade", "weak_count"];

/// What is made, by file and macro.
pub(crate) const MADE: &[List] = &[
    ("futures/channel/mpsc/receiver.rs", "receiver", "Receiver", RECEIVER_OF_FUTURES),
    ("futures/channel/mpsc/receiver.rs", "receiver", "UnboundedReceiver", RECEIVER_OF_FUTURES),
    ("futures/future/work.rs", "conversions", "MapInto", &[]),
    ("futures/future/work.rs", "works", "Map", &[]),
    ("futures/lock.rs", "guards", "MappedMutexGuard", &[]),
    ("futures/lock.rs", "guards", "MutexGuard", &[]),
    ("futures/lock.rs", "guards", "OwnedMutexGuard", &[]),
    ("futures/stream/try_adaptors.rs", "adaptors", "MapOk", &[]),
    (
        "tokio/fs/open_options.rs",
        "options",
        "OpenOptions",
        &[
            "access_mode",
            "append",
            "attributes",
            "create",
            "create_new",
            "custom_flags",
            "mode",
            "read",
            "security_qos_flags",
            "share_mode",
            "truncate",
            "write",
        ],
    ),
    (
        "tokio/io/read_ext.rs",
        "read_numbers",
        "AsyncReadExt",
        &[
            "read_f32", "read_f32_le", "read_f64", "read_f64_le", "read_i128", "read_i128_le",
            "read_i16", "read_i16_le", "read_i32", "read_i32_le", "read_i64", "read_i64_le",
            "read_i8", "read_u128", "read_u128_le", "read_u16", "read_u16_le", "read_u32",
            "read_u32_le", "read_u64", "read_u64_le", "read_u8",
        ],
    ),
    (
        "tokio/io/write_ext.rs",
        "write_numbers",
        "AsyncWriteExt",
        &[
            "write_f32", "write_f32_le", "write_f64", "write_f64_le", "write_i128",
            "write_i128_le", "write_i16", "write_i16_le", "write_i32", "write_i32_le",
            "write_i64", "write_i64_le", "write_i8", "write_u128", "write_u128_le", "write_u16",
            "write_u16_le", "write_u32", "write_u32_le", "write_u64", "write_u64_le", "write_u8",
        ],
    ),
    ("tokio/io/standard.rs", "standard", "Stderr", &[]),
    ("tokio/net/tcp/halves.rs", "halves", "ReadHalf", HALF),
    ("tokio/net/tcp/halves.rs", "halves", "WriteHalf", HALF),
    ("tokio/net/tcp/halves.rs", "halves", "OwnedReadHalf", OWNED_READ),
    ("tokio/net/tcp/halves.rs", "halves", "OwnedWriteHalf", OWNED_WRITE),
    ("tokio/net/tcp/halves.rs", "halves", "ReuniteError", &[]),
    ("tokio/net/tcp/halves.rs", "halves", "TcpStream", &["into_split", "split"]),
    ("tokio/net/tcp/listener.rs", "socket", "TcpListener", SOCKET),
    ("tokio/net/tcp/stream.rs", "socket", "TcpStream", SOCKET),
    ("tokio/net/udp.rs", "socket", "UdpSocket", SOCKET),
    (
        "tokio/net/udp.rs",
        "settings",
        "UdpSocket",
        &[
            "broadcast",
            "multicast_loop_v4",
            "multicast_loop_v6",
            "multicast_ttl_v4",
            "set_broadcast",
            "set_multicast_loop_v4",
            "set_multicast_loop_v6",
            "set_multicast_ttl_v4",
            "set_ttl",
            "ttl",
        ],
    ),
    ("tokio/net/unix/datagram.rs", "socket", "UnixDatagram", SOCKET),
    ("tokio/net/unix/halves.rs", "halves", "ReadHalf", HALF),
    ("tokio/net/unix/halves.rs", "halves", "WriteHalf", HALF),
    ("tokio/net/unix/halves.rs", "halves", "OwnedReadHalf", OWNED_READ),
    ("tokio/net/unix/halves.rs", "halves", "OwnedWriteHalf", OWNED_WRITE),
    ("tokio/net/unix/halves.rs", "halves", "ReuniteError", &[]),
    ("tokio/net/unix/halves.rs", "halves", "UnixStream", &["into_split", "split"]),
    ("tokio/net/unix/listener.rs", "socket", "UnixListener", SOCKET),
    ("tokio/net/unix/stream.rs", "socket", "UnixStream", SOCKET),
    ("tokio/process/pipes.rs", "pipes", "ChildStderr", PIPE),
    ("tokio/process/pipes.rs", "pipes", "ChildStdin", PIPE),
    ("tokio/process/pipes.rs", "pipes", "ChildStdout", PIPE),
    ("tokio/sync/mpsc/error.rs", "unsent", "SendTimeoutError", &["into_inner"]),
    ("tokio/sync/mpsc/error.rs", "unsent", "TrySendError", &["into_inner"]),
    ("tokio/sync/mpsc/receivers.rs", "receiver", "Receiver", RECEIVER),
    ("tokio/sync/mpsc/receivers.rs", "receiver", "UnboundedReceiver", RECEIVER),
    ("tokio/sync/mpsc/sender.rs", "sender", "Sender", SENDER),
    ("tokio/sync/mpsc/sender.rs", "sender", "WeakSender", WEAK),
    ("tokio/sync/mpsc/unbounded.rs", "sender", "UnboundedSender", SENDER),
    ("tokio/sync/mpsc/unbounded.rs", "sender", "WeakUnboundedSender", WEAK),
    ("tokio/sync/notify.rs", "notified", "Notified", &["enable"]),
    ("tokio/sync/notify.rs", "notified", "OwnedNotified", &["enable"]),
    ("tokio/sync/mutex.rs", "guard_mut", "MutexGuard", &[]),
    ("tokio/sync/rwlock_guards.rs", "guard", "RwLockReadGuard", &[]),
    ("tokio/sync/rwlock_guards.rs", "guard_mut", "RwLockWriteGuard", &[]),
    ("tokio/sync/semaphore_permits.rs", "permit", "OwnedSemaphorePermit", PERMIT),
    ("tokio/sync/semaphore_permits.rs", "permit", "SemaphorePermit", PERMIT),
    ("tokio_stream/wrappers.rs", "receivers", "ReceiverStream", &["close"]),
    ("tokio_stream/wrappers.rs", "receivers", "UnboundedReceiverStream", &["close"]),
    ("tokio_stream/wrappers.rs", "wrappers", "IntervalStream", STREAM),
    ("tokio_stream/wrappers.rs", "wrappers", "ReceiverStream", STREAM),
    ("tokio_stream/wrappers.rs", "wrappers", "UnboundedReceiverStream", STREAM),
];
