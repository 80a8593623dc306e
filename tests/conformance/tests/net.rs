//! `tokio::net`, on real sockets; the peers are threads with std's.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

/// What uses std's sockets, whose methods have the same names.
mod peers {
    use std::io::{Read as _, Result, Write as _};
    use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
    use std::thread::{self, JoinHandle};

    pub(super) const ANY: (Ipv4Addr, u16) = (Ipv4Addr::LOCALHOST, 0);

    pub(super) type Peer = JoinHandle<Result<usize>>;

    /// Says hello, then sends back what comes, up to the end.
    pub(super) fn echo() -> (SocketAddr, Peer) {
        let listener = TcpListener::bind(ANY).unwrap();
        let address = listener.local_addr().unwrap();
        let thread = thread::spawn(move || {
            let (mut stream, _) = listener.accept()?;
            stream.write_all(b"hello")?;
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes)?;
            stream.write_all(&bytes)?;
            Ok(bytes.len())
        });
        (address, thread)
    }

    /// Sends a word, and gives what comes back.
    pub(super) fn client(address: SocketAddr) -> JoinHandle<Result<String>> {
        thread::spawn(move || {
            let mut stream = TcpStream::connect(address)?;
            stream.write_all(b"word")?;
            let mut text = String::new();
            stream.read_to_string(&mut text)?;
            Ok(text)
        })
    }

    /// An address at which nobody listens.
    pub(super) fn nobody() -> SocketAddr {
        TcpListener::bind(ANY).unwrap().local_addr().unwrap()
    }

    pub(super) fn read(mut stream: &TcpStream) -> Result<usize> {
        stream.read(&mut [0; 3])
    }
}

#[maybe_async]
mod suite {
    use std::io::IoSlice;
    use std::net::{Ipv4Addr, SocketAddr};
    use std::thread;

    use await_me_maybe_conformance::outcome::shown;
    use tokio::io::{self, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufWriter};
    use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
    use tokio::net::{TcpListener, TcpStream, ToSocketAddrs, UdpSocket, lookup_host};

    use super::peers::{ANY, Peer, client, echo, nobody, read};

    pub(crate) async fn stream() -> Vec<String> {
        let (address, peer) = echo();
        let mut seen = Vec::new();
        let mut stream = TcpStream::connect(address).await.unwrap();
        seen.push((stream.peer_addr().unwrap() == address).to_string());
        seen.push(stream.local_addr().unwrap().ip().to_string());
        let mut buf = [0; 5];
        while stream.peek(&mut buf).await.unwrap() < 5 {}
        seen.push(format!("{buf:?}"));
        seen.push(shown(stream.read_exact(&mut buf).await));
        seen.push(shown(stream.write_all(b"abc").await));
        let bufs = [IoSlice::new(b"de"), IoSlice::new(b"f")];
        seen.push(shown(stream.write_vectored(&bufs).await));
        seen.push(AsyncWrite::is_write_vectored(&stream).to_string());
        seen.push(shown(stream.flush().await));
        seen.push(shown(stream.shutdown().await));
        seen.push(shown(stream.write_all(b"late").await));
        let mut text = String::new();
        seen.push(shown(stream.read_to_string(&mut text).await));
        seen.push(text);
        seen.push(shown(stream.read(&mut buf).await));
        seen.push(shown(peer.join().unwrap()));
        seen.push(shown(stream.set_nodelay(true)));
        seen.push(shown(stream.nodelay()));
        seen.push(shown(stream.set_ttl(7)));
        seen.push(shown(stream.ttl()));
        seen.push(shown(stream.take_error().map(|error| error.is_none())));
        seen
    }

    pub(crate) async fn listener() -> Vec<String> {
        let mut seen = Vec::new();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        for _ in 0..2 {
            let peer = client(address);
            let (mut stream, from) = listener.accept().await.unwrap();
            seen.push((stream.peer_addr().unwrap() == from).to_string());
            let mut buf = [0; 4];
            seen.push(shown(stream.read_exact(&mut buf).await));
            seen.push(shown(stream.write_all(b"and back").await));
            drop(stream);
            seen.push(shown(peer.join().unwrap()));
        }
        seen.push(shown(TcpListener::bind(address).await.map(drop)));
        seen.push(shown(listener.set_ttl(9)));
        seen.push(shown(listener.ttl()));
        // std's gives what it is told; the mirror takes it either way.
        let std = listener.into_std().unwrap();
        seen.push(shown(std.accept().map(drop)));
        let listener = TcpListener::from_std(std).unwrap();
        let peer = client(address);
        let (mut stream, _) = listener.accept().await.unwrap();
        seen.push(shown(stream.read_u8().await));
        let std = stream.into_std().unwrap();
        seen.push(shown(read(&std)));
        seen.push(shown(read(&std)));
        let mut stream = TcpStream::try_from(std).unwrap();
        seen.push(shown(stream.write_all(b"end").await));
        drop(stream);
        seen.push(shown(peer.join().unwrap()));
        seen
    }

    /// Both halves at once, through whatever buffers there are on the way.
    async fn back_and_forth(mut reader: OwnedReadHalf, mut writer: OwnedWriteHalf) -> Vec<String> {
        let mut seen = vec![shown(reader.read_exact(&mut [0; 5]).await)];
        seen.push(shown(writer.write_all(b"abc").await));
        seen.push((reader.peer_addr().unwrap() == writer.peer_addr().unwrap()).to_string());
        seen.push((reader.local_addr().unwrap() == writer.local_addr().unwrap()).to_string());
        // Its drop is what closes the sending side.
        drop(writer);
        let mut text = String::new();
        while reader.peek(&mut [0; 3]).await.unwrap() < 3 {}
        seen.push(shown(reader.read_to_string(&mut text).await));
        seen.push(text);
        seen
    }

    pub(crate) async fn halves() -> Vec<String> {
        let (address, peer) = echo();
        let stream = TcpStream::connect(address).await.unwrap();
        let (reader, writer) = stream.into_split();
        let mut seen = back_and_forth(reader, writer).await;
        seen.push(shown(peer.join().unwrap()));

        // Forgotten, it closes nothing; one again, it is as before.
        let (address, peer) = echo();
        let (mut reader, writer) = TcpStream::connect(address).await.unwrap().into_split();
        writer.forget();
        seen.push(shown(reader.read_exact(&mut [0; 5]).await));
        let std = thread::spawn(move || reader.as_ref().local_addr().map(drop)).join();
        seen.push(shown(std.unwrap()));
        seen.push(shown(peer.join().unwrap()));

        let (address, peer) = echo();
        let (other_address, other_peer) = echo();
        let (reader, writer) = TcpStream::connect(address).await.unwrap().into_split();
        let other = TcpStream::connect(other_address)
            .await
            .unwrap()
            .into_split();
        let error = reader.reunite(other.1).unwrap_err();
        seen.push(error.to_string());
        let (reader, other_writer) = (error.0, error.1);
        let mut stream = writer.reunite(reader).unwrap();
        let mut other_stream = other.0.reunite(other_writer).unwrap();
        for (stream, text) in [(&mut stream, "one"), (&mut other_stream, "other")] {
            let (mut reader, mut writer) = stream.split();
            seen.push(shown(reader.peek(&mut [0; 1]).await));
            seen.push(shown(reader.read_exact(&mut [0; 5]).await));
            seen.push(shown(writer.write_all(text.as_bytes()).await));
            seen.push(shown(writer.shutdown().await));
            let mut back = String::new();
            seen.push(shown(reader.read_to_string(&mut back).await));
            seen.push(back);
        }
        seen.push(shown(peer.join().unwrap()));
        seen.push(shown(other_peer.join().unwrap()));
        seen
    }

    /// One half in another thread, while this one waits for what it sends.
    pub(crate) async fn halves_in_threads() -> Vec<String> {
        let (address, peer) = echo();
        let (reader, mut writer) = io::split(TcpStream::connect(address).await.unwrap());
        seen_of(reader, &mut writer, peer).await
    }

    async fn seen_of(
        mut reader: io::ReadHalf<TcpStream>,
        writer: &mut io::WriteHalf<TcpStream>,
        peer: Peer,
    ) -> Vec<String> {
        let mut seen = vec![shown(reader.read_exact(&mut [0; 5]).await)];
        seen.push(shown(send(writer).await));
        let mut bytes = Vec::new();
        seen.push(shown(reader.read_to_end(&mut bytes).await));
        seen.push(shown(peer.join().unwrap()));
        seen
    }

    /// `shutdown` of a generic writer is that of the socket, through each layer.
    async fn send<W: AsyncWrite + Unpin>(writer: W) -> io::Result<()> {
        let mut writer = BufWriter::new(writer);
        writer.write_all(&[7; 15_000]).await?;
        writer.shutdown().await
    }

    async fn reaches<A: ToSocketAddrs>(address: A) -> String {
        shown(TcpStream::connect(address).await.map(drop))
    }

    pub(crate) async fn addresses() -> Vec<String> {
        let somebody = TcpListener::bind(ANY).await.unwrap();
        let both = [nobody(), somebody.local_addr().unwrap()];
        let mut seen = vec![reaches(&both[..]).await];
        let none: &[SocketAddr] = &[];
        seen.push(reaches(none).await);
        seen.push(reaches(nobody()).await);
        seen.push(reaches(nobody().to_string()).await);
        seen.push(reaches("no port").await);
        seen.push(reaches("127.0.0.1:99999").await);
        seen.push(shown(TcpListener::bind(none).await.map(drop)));
        seen.push(shown(UdpSocket::bind(none).await.map(drop)));
        let mut found: Vec<SocketAddr> = lookup_host("127.0.0.1:80").await.unwrap().collect();
        found.extend(lookup_host(("127.0.0.1", 81)).await.unwrap());
        found.extend(lookup_host((Ipv4Addr::LOCALHOST, 82)).await.unwrap());
        seen.push(format!("{found:?}"));
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
    stream: 19, [0 = "true", 2 = "[104, 101, 108, 108, 111]", 3 = "5", 5 = "3", 10 = "6", 11 = "abcdef", 12 = "0", 13 = "6", 15 = "true", 17 = "7"];
    listener: 17, [0 = "true", 3 = r#""and back""#, 7 = r#""and back""#, 12 = "119", 13 = "3", 16 = r#""end""#];
    halves: 25, [5 = "abc", 6 = "3", 9 = "0", 10 = "tried to reunite halves that are not from the same socket", 16 = "one", 22 = "other"];
    halves_in_threads: 4, [0 = "5", 1 = "()", 2 = "15000", 3 = "15000"];
    addresses: 9, [0 = "()", 1 = "InvalidInput: could not resolve to any address", 8 = "[127.0.0.1:80, 127.0.0.1:81, 127.0.0.1:82]"];
}
