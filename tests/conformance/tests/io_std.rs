//! Twins that are given readers and writers of std's and of other libraries.

use std::fs::File;
use std::io::{self, Cursor, Read, Result, Seek, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::thread;

use await_me_maybe::maybe_async;
use await_me_maybe::mirror::tokio::io::{BufReader, StdIo};
use await_me_maybe_conformance::both;
use await_me_maybe_conformance::folder::Folder;

#[maybe_async]
mod suite {
    use std::io::Cursor;

    use tokio::io::{self, AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek};
    use tokio::io::{AsyncSeekExt, AsyncWrite, AsyncWriteExt, BufReader};

    pub(crate) async fn receive<R: AsyncRead + Unpin>(reader: R) -> io::Result<String> {
        let mut text = String::new();
        BufReader::new(reader).read_to_string(&mut text).await?;
        Ok(text)
    }

    pub(crate) async fn line<R: AsyncBufRead + Unpin>(reader: R) -> io::Result<Option<String>> {
        reader.lines().next_line().await
    }

    pub(crate) async fn send<W: AsyncWrite + Unpin + ?Sized>(writer: &mut W) -> io::Result<()> {
        writer.write_all(b"text\nmore").await?;
        writer.shutdown().await
    }

    /// What both halves do with what both of them take.
    pub(crate) async fn in_memory() -> (String, Option<String>, u8) {
        let mut bytes = Vec::new();
        send(&mut bytes).await.unwrap();
        let text = receive(&bytes[..]).await.unwrap();
        let line = line(&bytes[..]).await.unwrap();
        (text, line, again(Cursor::new(bytes)).await.unwrap())
    }

    pub(crate) async fn again<S: AsyncSeek + AsyncRead + Unpin>(mut stream: S) -> io::Result<u8> {
        stream.rewind().await?;
        stream.read_u8().await
    }
}

use suite::blocking::{again, line, receive, send};

/// A reader and writer that knows nothing of the mirror, and is interrupted first.
#[derive(Default)]
struct Foreign {
    bytes: Cursor<Vec<u8>>,
    flushed: usize,
    interrupted: bool,
}

impl Foreign {
    fn interrupt(&mut self) -> Result<()> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        Ok(())
    }
}

impl Read for Foreign {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.interrupt()?;
        self.bytes.read(buf)
    }
}

impl Write for Foreign {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.interrupt()?;
        self.bytes.write(&buf[..buf.len().min(2)])
    }

    fn flush(&mut self) -> Result<()> {
        self.flushed += 1;
        Ok(())
    }
}

#[test]
fn what_both_halves_take() {
    let (text, line, first) = both(suite::in_memory(), suite::blocking::in_memory);
    assert_eq!(
        (&*text, line.as_deref(), first),
        ("text\nmore", Some("text"), b't')
    );
}

#[test]
fn a_file_of_std() {
    let folder = Folder::new();
    let mut made = File::create_new(folder.at("a")).unwrap();
    send(&mut made).unwrap();
    let open = || File::open(folder.at("a")).unwrap();
    assert_eq!(receive(open()).unwrap(), "text\nmore");
    let file = open();
    assert_eq!(receive(&file).unwrap(), "text\nmore");
    assert_eq!(receive(io::BufReader::new(open()).take(3)).unwrap(), "tex");
    assert_eq!(line(io::BufReader::new(open())).unwrap().unwrap(), "text");
    assert_eq!(again(&file).unwrap(), b't');
    assert_eq!(made.stream_position().unwrap(), 9);
}

#[test]
fn a_socket_of_std_is_shut_down() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    // Each one has to see the end before the stream is dropped.
    let peer = thread::spawn(move || {
        let texts = (0..4).map(|_| receive(listener.accept()?.0));
        texts.collect::<Result<Vec<_>>>()
    });
    let connect = || TcpStream::connect(address).unwrap();
    let mut streams = (
        connect(),
        connect(),
        io::BufWriter::new(connect()),
        connect(),
    );
    send(&mut streams.0).unwrap();
    send(&mut &streams.1).unwrap();
    send(&mut streams.2).unwrap();
    let boxed: &mut dyn Write = &mut streams.3;
    send(&mut { boxed }).unwrap();
    // How to close a writer of an unknown type is not known.
    streams.3.shutdown(Shutdown::Write).unwrap();
    assert_eq!(peer.join().unwrap().unwrap(), ["text\nmore"; 4]);
    drop(streams);
}

#[test]
fn objects_of_std() {
    let mut foreign = Foreign::default();
    {
        let mut writer: &mut dyn Write = &mut foreign;
        send(&mut writer).unwrap();
    }
    assert_eq!(foreign.flushed, 1);
    foreign.bytes.set_position(0);
    let reader: &mut dyn Read = &mut foreign;
    assert_eq!(receive(reader).unwrap(), "text\nmore");
    foreign.bytes.set_position(0);
    let boxed: Box<dyn Read + Send + Sync> = Box::new(foreign);
    assert_eq!(receive(boxed).unwrap(), "text\nmore");
    let boxed: Box<dyn io::BufRead> = Box::new(&b"a\nb"[..]);
    assert_eq!(line(boxed).unwrap().unwrap(), "a");
}

#[test]
fn wrapped_readers_and_writers() {
    let mut foreign = Foreign::default();
    send(&mut StdIo(&mut foreign)).unwrap();
    assert_eq!(
        (foreign.bytes.get_ref().as_slice(), foreign.flushed),
        (&b"text\nmore"[..], 1)
    );
    foreign.bytes.set_position(0);
    assert_eq!(receive(StdIo(&mut foreign)).unwrap(), "text\nmore");
    foreign.bytes.set_position(0);
    assert_eq!(
        line(BufReader::new(StdIo(foreign))).unwrap().unwrap(),
        "text"
    );
}

#[test]
fn std_is_given_what_a_twin_has() {
    use await_me_maybe::mirror::tokio::io as mirror;

    let (near, far) = mirror::duplex(64);
    let mut near = StdIo(near);
    near.write_all(b"a\nb").unwrap();
    near.flush().unwrap();
    drop(near);
    let lines = io::BufRead::lines(StdIo(mirror::BufReader::new(far)));
    assert_eq!(lines.collect::<Result<Vec<_>>>().unwrap(), ["a", "b"]);
}
