//! The names of types: each is one of the library, too. What is tested is that this compiles.

#![allow(unused_imports, reason = "to import them is the test")]

use await_me_maybe::maybe_async;

#[maybe_async]
mod suite {
    pub(crate) mod of_futures {
        pub(crate) use futures::channel::mpsc::{
            Receiver, RecvError, SendError, Sender, TryRecvError, TrySendError, UnboundedReceiver,
            UnboundedSender,
        };
        pub(crate) use futures::channel::oneshot::Canceled;
        pub(crate) use futures::channel::{mpsc, oneshot};
        pub(crate) use futures::future::{
            BoxFuture, Future, FutureExt, LocalBoxFuture, OptionFuture, Ready, TryFuture,
            TryFutureExt,
        };
        pub(crate) use futures::lock::{MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard};
        pub(crate) use futures::never::Never;
        pub(crate) use futures::sink::{
            Buffer, Drain, Fanout, Sink, SinkErrInto, SinkExt, SinkMapErr, With, WithFlatMap,
        };
        pub(crate) use futures::stream::{
            AndThen, BoxStream, CatchUnwind, Chain, Chunks, Cycle, Empty, Enumerate, ErrInto,
            Filter, FilterMap, FlatMap, Flatten, Fuse, FusedStream, Inspect, InspectErr, InspectOk,
            Iter, LocalBoxStream, Map, MapErr, MapOk, Once, OrElse, Peekable, Repeat, RepeatWith,
            Scan, Skip, SkipWhile, Stream, StreamExt, Take, TakeWhile, Then, TryChunks,
            TryChunksError, TryFilter, TryFilterMap, TryFlatten, TrySkipWhile, TryStream,
            TryStreamExt, TryTakeWhile, TryUnfold, Unfold, Zip,
        };

        /// Names that are elsewhere, too.
        pub(crate) mod again {
            pub(crate) use futures::future::Either;
            pub(crate) use futures::prelude::{Future, Sink, Stream, TryFuture, TryStream};
            pub(crate) use futures::sink::Unfold;
            pub(crate) use futures::{FutureExt, SinkExt, StreamExt, TryFutureExt, TryStreamExt};
        }
    }

    pub(crate) mod of_files {
        pub(crate) use tokio::fs::{DirBuilder, DirEntry, File, OpenOptions, ReadDir};
        pub(crate) use tokio::io::{
            BufReader, BufStream, BufWriter, Chain, DuplexStream, Empty, Join, Lines, ReadHalf,
            Repeat, SimplexStream, Sink, Split, Stderr, Stdin, Stdout, Take, WriteHalf,
        };
        pub(crate) use tokio::io::{Error, ErrorKind, Result, SeekFrom};
        pub(crate) use tokio::net::tcp::ReuniteError;
        pub(crate) use tokio::process::{Child, ChildStderr, ChildStdin, ChildStdout};

        #[cfg(unix)]
        pub(crate) mod of_unix {
            pub(crate) use tokio::net::unix::{
                OwnedReadHalf, OwnedWriteHalf, ReadHalf, ReuniteError, WriteHalf,
            };
        }
    }

    pub(crate) mod of_waiting {
        pub(crate) use tokio::sync::broadcast::{self, WeakSender as WeakBroadcastSender};
        pub(crate) use tokio::sync::futures::{Notified, OwnedNotified};
        pub(crate) use tokio::sync::mpsc::{
            OwnedPermit, Permit, PermitIterator, WeakSender, WeakUnboundedSender,
        };
        pub(crate) use tokio::sync::{
            AcquireError, MappedMutexGuard, MutexGuard, OwnedMutexGuard, OwnedRwLockReadGuard,
            OwnedRwLockWriteGuard, OwnedSemaphorePermit, RwLockMappedWriteGuard, RwLockReadGuard,
            RwLockWriteGuard, SemaphorePermit, SetError, TryAcquireError, TryLockError,
        };
        pub(crate) use tokio::task::{AbortHandle, Id, JoinError, JoinHandle};
        pub(crate) use tokio::time::error::Elapsed;
        pub(crate) use tokio::time::{Instant, Interval, MissedTickBehavior};
        pub(crate) use tokio_stream::adapters::{
            Chain, Filter, FilterMap, Fuse, Map, MapWhile, Peekable, Skip, SkipWhile, Take,
            TakeWhile, Then,
        };
        pub(crate) use tokio_stream::wrappers::errors::BroadcastStreamRecvError;
        pub(crate) use tokio_stream::{Empty, Iter, Once, Stream};
    }

    pub(crate) async fn nothing() {
        tokio::task::yield_now().await;
    }
}

/// The first argument that closures have: made by nobody.
fn context(_: &mut await_me_maybe::mirror::futures::future::NoContext) {}

#[test]
fn types_have_the_names_of_the_libraries() {
    await_me_maybe_conformance::both(suite::nothing(), suite::blocking::nothing);
    let _ = context;
}
