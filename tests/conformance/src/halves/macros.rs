//! What cases are written in; `_async` and `_blocking` by the half.

/// Functions of a log, with a body of each half.
#[macro_export]
macro_rules! cases_async {
    ($(fn $case:ident($log:ident) $body:block)*) => {$(
        pub async fn $case($log: &Log) $body
    )*};
}

/// See [`cases_async`].
#[macro_export]
macro_rules! cases_blocking {
    ($(fn $case:ident($log:ident) $body:block)*) => {$(
        pub fn $case($log: &Log) $body
    )*};
}

/// `.await`
#[macro_export]
macro_rules! wait_async {
    ($future:expr) => {
        $future.await
    };
}

/// Nothing to wait for.
#[macro_export]
macro_rules! wait_blocking {
    ($value:expr) => {
        $value
    };
}

/// In a box, from which it does not move.
#[macro_export]
macro_rules! pinned_async {
    ($stream:expr) => {
        Box::pin($stream)
    };
}

/// See [`pinned_async`].
#[macro_export]
macro_rules! pinned_blocking {
    ($stream:expr) => {
        Box::new($stream)
    };
}

/// A method that takes the whole stream, and its name in the mirror.
#[macro_export]
macro_rules! used_up_async {
    ($stream:expr, $method:ident, $_:ident, $f:expr) => {
        $stream.$method($f).await
    };
}

/// See [`used_up_async`].
#[macro_export]
macro_rules! used_up_blocking {
    ($stream:expr, $_:ident, $method:ident, $f:expr) => {
        $stream.$method($f)
    };
}

/// The body of a closure that returns a future.
#[macro_export]
macro_rules! work_async {
    ($($body:tt)*) => {
        async move { $($body)* }
    };
}

/// The body of the closure that it becomes.
#[macro_export]
macro_rules! work_blocking {
    ($($body:tt)*) => {{ $($body)* }};
}

/// A future that is a value.
#[macro_export]
macro_rules! future_async {
    ($($body:tt)*) => {
        async move { $($body)* }
    };
}

/// The thunk that it becomes.
#[macro_export]
macro_rules! future_blocking {
    ($($body:tt)*) => {
        await_me_maybe::blocking::Deferred::new(move || { $($body)* })
    };
}

/// Two things that are done at the same time.
#[macro_export]
macro_rules! together_async {
    ($first:expr, $second:expr) => {
        futures::join!(async { $first }, async move { $second })
    };
}

/// See [`together_async`].
#[macro_export]
macro_rules! together_blocking {
    ($first:expr, $second:expr) => {
        std::thread::scope(|scope| {
            let second = scope.spawn(move || $second);
            let first = (|| $first)();
            (first, second.join().unwrap())
        })
    };
}

/// A test for each case of the modules `asynchronous` and `blocking`.
#[macro_export]
macro_rules! conform {
    ($($case:ident)*) => {$(
        #[test]
        fn $case() {
            let asynchronous = async {
                let log = $crate::halves::Log::default();
                // They need not be `Send`.
                $crate::halves::block_on(asynchronous::$case(&log));
                log.take()
            };
            let blocking = || {
                let log = $crate::halves::Log::default();
                blocking::$case(&log);
                log.take()
            };
            let log = $crate::both(asynchronous, blocking);
            assert!(!log.is_empty(), "nothing was compared");
        }
    )*};
}
