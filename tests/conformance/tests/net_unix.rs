//! `tokio::net` in the file system.
#![cfg(unix)]

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

/// What uses std's sockets, whose methods have the same names.
mod peers {
    use std::io::{Read as _, Result, Write as _};
    use std::os::unix::net::UnixStream;
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread::{self, JoinHandle};

    /// Sends a word, and gives what comes back.
    pub(super) fn client(path: PathBuf) -> JoinHandle<Result<String>> {
        thread::spawn(move || {
            let mut stream = UnixStream::connect(path)?;
            stream.write_all(b"word")?;
            let mut text = String::new();
            stream.read_to_string(&mut text)?;
            Ok(text)
        })
    }

    pub(super) fn read(mut stream: &UnixStream) -> Result<usize> {
        stream.read(&mut [0; 1])
    }

    /// An abstract name of nobody else's.
    #[cfg(target_os = "linux")]
    pub(super) fn name() -> String {
        static USED: AtomicU32 = AtomicU32::new(0);
        let number = USED.fetch_add(1, Ordering::Relaxed);
        format!("\0conformance-{}-{number}", std::process::id())
    }
}

#[maybe_async]
mod suite {
    use std::net::Shutdown;
    use std::path::Path;

    use await_me_maybe_conformance::folder::Folder;
    use await_me_maybe_conformance::outcome::shown;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::unix::SocketAddr;
    use tokio::net::{UnixDatagram, UnixListener, UnixStream};

    use super::peers;

    fn name(address: &SocketAddr) -> String {
        let name = address.as_pathname().and_then(Path::file_name);
        format!("{name:?} {}", address.is_unnamed())
    }

    pub(crate) async fn stream() -> Vec<String> {
        let folder = Folder::new();
        let path = folder.at("socket");
        let mut seen = vec![shown(UnixStream::connect(&path).await.map(drop))];
        let listener = UnixListener::bind(&path).unwrap();
        seen.push(name(&listener.local_addr().unwrap()));
        seen.push(shown(UnixListener::bind(&path).map(drop)));
        let peer = peers::client(path);
        let (mut stream, from) = listener.accept().await.unwrap();
        seen.push(name(&from));
        seen.push(name(&stream.local_addr().unwrap()));
        seen.push(name(&stream.peer_addr().unwrap()));
        seen.push(shown(stream.read_exact(&mut [0; 4]).await));
        seen.push(shown(stream.write_all(b"and back").await));
        seen.push(shown(stream.shutdown().await));
        seen.push(shown(peer.join().unwrap()));
        seen.push(shown(stream.read(&mut [0; 1]).await));
        seen.push(shown(stream.take_error().map(|error| error.is_none())));
        let address = listener.local_addr().unwrap();
        seen.push(shown(UnixStream::connect_addr(&address).await.map(drop)));
        seen.push(shown(listener.take_error().map(|error| error.is_none())));
        let std = listener.into_std().unwrap();
        seen.push(shown(UnixListener::from_std(std).map(drop)));
        seen
    }

    pub(crate) async fn halves() -> Vec<String> {
        let (one, mut other) = UnixStream::pair().unwrap();
        let (mut reader, mut writer) = one.into_split();
        let mut seen = vec![shown(writer.write_all(b"abc").await)];
        seen.push(name(&reader.peer_addr().unwrap()));
        drop(writer);
        let mut text = String::new();
        seen.push(shown(other.read_to_string(&mut text).await));
        seen.push(text);
        seen.push(shown(other.write_all(b"d").await));
        seen.push(shown(reader.read_u8().await));
        drop(reader);
        seen.push(shown(other.write_all(b"e").await));

        let (one, mut other) = UnixStream::pair().unwrap();
        let (reader, writer) = one.into_split();
        let mut one = reader.reunite(writer).unwrap();
        {
            let (mut reader, mut writer) = one.split();
            seen.push(shown(writer.write_u16(0x6162).await));
            seen.push(shown(other.read_u16().await));
            seen.push(shown(other.write_u8(9).await));
            seen.push(shown(reader.read_u8().await));
        }
        let std = one.into_std().unwrap();
        seen.push(shown(peers::read(&std)));
        let mut one = UnixStream::from_std(std).unwrap();
        drop(other);
        seen.push(shown(one.read(&mut [0; 1]).await));
        seen
    }

    #[cfg(target_os = "linux")]
    pub(crate) async fn abstract_names() -> Vec<String> {
        let own = peers::name();
        let listener = UnixListener::bind(&own).unwrap();
        let address = listener.local_addr().unwrap();
        let known = address.as_abstract_name() == Some(&own.as_bytes()[1..]);
        let mut seen = vec![known.to_string()];
        seen.push(shown(UnixStream::connect(&own).await.map(drop)));
        seen
    }

    pub(crate) async fn datagrams() -> Vec<String> {
        let folder = Folder::new();
        let (here, there) = (folder.at("here"), folder.at("there"));
        let mut buf = [0; 9];
        let mut seen = Vec::new();
        let one = UnixDatagram::bind(&here).unwrap();
        let other = UnixDatagram::bind(&there).unwrap();
        seen.push(shown(UnixDatagram::bind(&there).map(drop)));
        seen.push(shown(one.send_to(b"hello", &there).await));
        let (len, from) = other.recv_from(&mut buf).await.unwrap();
        seen.push(format!("{len} {}", name(&from)));
        seen.push(shown(one.send(b"unconnected").await));
        seen.push(shown(one.connect(&there)));
        seen.push(name(&one.peer_addr().unwrap()));
        seen.push(name(&one.local_addr().unwrap()));
        seen.push(shown(one.send(b"a long message").await));
        seen.push(shown(other.recv(&mut buf).await));
        let unbound = UnixDatagram::unbound().unwrap();
        seen.push(shown(unbound.send_to(b"x", folder.at("nowhere")).await));
        seen.push(shown(unbound.send_to(b"x", &there).await));
        let (len, from) = other.recv_from(&mut buf).await.unwrap();
        seen.push(format!("{len} {}", name(&from)));
        seen.push(shown(one.take_error().map(|error| error.is_none())));

        let (one, other) = UnixDatagram::pair().unwrap();
        seen.push(shown(one.send(b"ab").await));
        seen.push(shown(other.recv(&mut buf).await));
        seen.push(shown(one.shutdown(Shutdown::Write)));
        seen.push(shown(one.send(b"ab").await));
        let std = other.into_std().unwrap();
        seen.push(shown(std.set_nonblocking(true)));
        let other = UnixDatagram::from_std(std).unwrap();
        seen.push(shown(other.send(b"abc").await));
        seen.push(shown(one.recv(&mut buf).await));
        seen
    }
}

macro_rules! same {
    ($($(#[$attr:meta])* $name:ident: $len:literal, [$($at:literal = $value:literal),*];)*) => {$(
        $(#[$attr])*
        #[test]
        fn $name() {
            let seen = both(suite::$name(), suite::blocking::$name);
            assert_eq!(seen.len(), $len, "{seen:#?}");
            $(assert_eq!(seen[$at], $value, "{seen:#?}");)*
        }
    )*};
}

same! {
    stream: 15, [0 = "NotFound: No such file or directory (os error 2)", 1 = r#"Some("socket") false"#, 3 = "None true", 9 = r#""and back""#, 10 = "0", 14 = "()"];
    halves: 13, [2 = "3", 3 = "abc", 5 = "100", 8 = "24930", 10 = "9", 12 = "0"];
    #[cfg(target_os = "linux")]
    abstract_names: 2, [0 = "true", 1 = "()"];
    datagrams: 20, [1 = "5", 2 = r#"5 Some("here") false"#, 8 = "9", 11 = "1 None true", 14 = "2", 19 = "3"];
}
