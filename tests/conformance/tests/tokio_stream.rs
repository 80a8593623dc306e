//! `tokio_stream`, and its streams over what tokio receives, reads and accepts.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::time::{Duration, Instant};

    use await_me_maybe_conformance::folder::Folder;
    use await_me_maybe_conformance::outcome::shown;
    use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
    use tokio::net::{TcpListener, TcpStream};
    use tokio::sync::{broadcast, mpsc, watch};
    use tokio::{fs, time};
    use tokio_stream::wrappers::{
        BroadcastStream, IntervalStream, LinesStream, ReadDirStream, ReceiverStream, SplitStream,
        TcpListenerStream, UnboundedReceiverStream, WatchStream,
    };
    use tokio_stream::{Stream, StreamExt, StreamNotifyClose};

    pub(crate) async fn adaptors() -> Vec<String> {
        let mut seen = Vec::new();
        let items = tokio_stream::iter(1..=3).chain(tokio_stream::once(9));
        let items = items.chain(tokio_stream::empty::<i32>());
        let mut items = std::pin::pin!(items.then(async |n| n * 10));
        while let Some(item) = items.next().await {
            seen.push(shown(Ok::<_, std::io::Error>(item)));
        }
        let mut results = tokio_stream::iter([Ok(1), Err("fault"), Ok(2)]);
        seen.push(format!("{:?}", results.try_next().await));
        seen.push(format!("{:?}", results.try_next().await));
        seen.push(format!("{:?}", results.try_next().await));
        seen.push(format!("{:?}", results.try_next().await));

        let mut noted = StreamNotifyClose::new(tokio_stream::iter([1]));
        for _ in 0..3 {
            seen.push(format!("{:?}", noted.next().await));
        }
        let fresh = StreamNotifyClose::new(tokio_stream::iter([1]));
        seen.push(format!(
            "{} {}",
            noted.into_inner().is_none(),
            fresh.into_inner().is_some()
        ));
        seen
    }

    pub(crate) async fn throttled() -> Vec<bool> {
        let pause = Duration::from_millis(20);
        let mut items = tokio_stream::iter([9, 1, 2, 3]).throttle(pause);
        assert_eq!(items.get_mut().next().await, Some(9));
        assert_eq!(items.get_ref().size_hint(), (3, Some(3)));
        let mut items = Box::pin(items);
        let start = Instant::now();
        let mut seen = Vec::new();
        for n in 0..3 {
            let item = items.next().await;
            seen.push(item.is_some() && start.elapsed() >= n * pause);
        }
        seen.push(items.next().await.is_none() && start.elapsed() >= 3 * pause);
        seen
    }

    pub(crate) async fn received() -> Vec<String> {
        let mut seen = Vec::new();
        let (sender, receiver) = mpsc::channel(4);
        let mut stream = ReceiverStream::new(receiver);
        sender.send(1).await.unwrap();
        sender.send(2).await.unwrap();
        stream.close();
        seen.push(format!(
            "{:?} {}",
            stream.next().await,
            sender.send(3).await.is_err()
        ));
        let mut receiver = stream.into_inner();
        seen.push(format!(
            "{:?} {:?}",
            receiver.recv().await,
            receiver.recv().await
        ));

        let (sender, receiver) = mpsc::unbounded_channel();
        let mut stream = UnboundedReceiverStream::from(receiver);
        sender.send("a").unwrap();
        stream.close();
        seen.push(format!(
            "{} {}",
            sender.send("b").is_err(),
            stream.as_ref().is_closed()
        ));
        seen.push(format!(
            "{:?} {:?}",
            stream.next().await,
            stream.next().await
        ));
        drop(stream.into_inner());

        let (sender, receiver) = broadcast::channel(2);
        let mut stream = BroadcastStream::new(receiver);
        for n in 0..4 {
            sender.send(n).unwrap();
        }
        drop(sender);
        for _ in 0..4 {
            seen.push(format!("{:?}", stream.next().await));
        }

        let (sender, receiver) = watch::channel("first");
        let mut all = WatchStream::new(receiver.clone());
        let mut changes = WatchStream::from_changes(receiver);
        seen.push(format!("{:?}", all.next().await));
        sender.send("second").unwrap();
        seen.push(format!("{:?} {:?}", all.next().await, changes.next().await));
        drop(sender);
        seen.push(format!("{:?} {:?}", all.next().await, changes.next().await));

        let mut ticks = IntervalStream::new(time::interval(Duration::from_millis(1)));
        let first = ticks.next().await.unwrap();
        seen.push((ticks.next().await.unwrap() > first).to_string());
        seen.push(format!("{:?}", ticks.into_inner().period()));
        seen
    }

    pub(crate) async fn read() -> Vec<String> {
        let mut seen = Vec::new();
        let mut lines = LinesStream::new(BufReader::new(&b"a\r\nb\n\xff\nc"[..]).lines());
        while let Some(line) = lines.next().await {
            seen.push(shown(line));
        }
        drop(lines.into_inner());
        let mut parts = SplitStream::new(BufReader::new(&b"a;b;"[..]).split(b';'));
        while let Some(part) = parts.next().await {
            seen.push(format!("{:?}", part.unwrap()));
        }
        drop(parts.into_inner());

        let folder = Folder::new();
        fs::write(folder.at("file"), "").await.unwrap();
        let mut entries = ReadDirStream::new(fs::read_dir(folder.path()).await.unwrap());
        while let Some(entry) = entries.next().await {
            seen.push(format!("{:?}", entry.unwrap().file_name()));
        }
        drop(entries.into_inner());
        seen
    }

    pub(crate) async fn accepted() -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut streams = TcpListenerStream::new(listener);
        let mut near = TcpStream::connect(address).await.unwrap();
        let mut far = streams.next().await.unwrap().unwrap();
        near.write_all(b"hello").await.unwrap();
        near.shutdown().await.unwrap();
        let mut text = String::new();
        far.read_to_string(&mut text).await.unwrap();
        assert_eq!(streams.into_inner().local_addr().unwrap(), address);
        text
    }
}

/// Streams over sockets in the file system.
#[cfg(unix)]
#[maybe_async]
mod of_unix {
    use await_me_maybe_conformance::folder::Folder;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{UnixListener, UnixStream};
    use tokio_stream::StreamExt;
    use tokio_stream::wrappers::UnixListenerStream;

    pub(crate) async fn accepted() -> u8 {
        let folder = Folder::new();
        let path = folder.at("socket");
        let mut streams = UnixListenerStream::new(UnixListener::bind(&path).unwrap());
        let mut near = UnixStream::connect(&path).await.unwrap();
        let mut far = streams.next().await.unwrap().unwrap();
        near.write_u8(7).await.unwrap();
        drop(streams.into_inner());
        far.read_u8().await.unwrap()
    }
}

#[test]
fn adaptors_give_the_same() {
    let seen = both(suite::adaptors(), suite::blocking::adaptors);
    assert_eq!(seen[..4], ["10", "20", "30", "90"]);
    assert_eq!(
        seen[4..8],
        ["Ok(Some(1))", r#"Err("fault")"#, "Ok(Some(2))", "Ok(None)"]
    );
    assert_eq!(
        seen[8..],
        ["Some(Some(1))", "Some(None)", "None", "true true"]
    );
}

#[test]
fn items_are_held_back() {
    let seen = both(suite::throttled(), suite::blocking::throttled);
    assert_eq!(seen, [true; 4]);
}

#[test]
fn channels_are_streams() {
    let seen = both(suite::received(), suite::blocking::received);
    assert_eq!(
        seen[..4],
        [
            "Some(1) true",
            "Some(2) None",
            "true true",
            r#"Some("a") None"#
        ]
    );
    assert_eq!(
        seen[4..8],
        ["Some(Err(Lagged(2)))", "Some(Ok(2))", "Some(Ok(3))", "None"]
    );
    assert_eq!(
        seen[8..11],
        [
            r#"Some("first")"#,
            r#"Some("second") Some("second")"#,
            "None None"
        ]
    );
    assert_eq!(seen[11..], ["true", "1ms"]);
}

#[test]
fn readers_are_streams() {
    let seen = both(suite::read(), suite::blocking::read);
    assert_eq!(seen.len(), 7);
    assert_eq!(seen[4..], ["[97]", "[98]", r#""file""#]);
}

#[test]
fn listeners_are_streams() {
    assert_eq!(both(suite::accepted(), suite::blocking::accepted), "hello");
}

#[cfg(unix)]
#[test]
fn listeners_in_the_file_system_are_streams() {
    assert_eq!(both(of_unix::accepted(), of_unix::blocking::accepted), 7);
}
