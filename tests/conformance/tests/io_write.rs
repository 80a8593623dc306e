//! `AsyncWriteExt`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::io::{Cursor, ErrorKind, IoSlice};
    use std::pin::Pin;

    use await_me_maybe_conformance::outcome::shown;
    use await_me_maybe_conformance::scripted::Writer;
    use tokio::io::{self, AsyncWrite, AsyncWriteExt};

    pub(crate) async fn writes() -> Vec<String> {
        let script = [
            Ok(2),
            Ok(0),
            Err(ErrorKind::Interrupted),
            Err(ErrorKind::BrokenPipe),
        ];
        let mut writer = Writer::new(script);
        let mut seen = Vec::new();
        for _ in 0..5 {
            seen.push(shown(writer.write(b"abc").await));
        }
        seen.push(shown(writer.write(b"").await));
        seen.push(shown(writer.flush().await));
        seen.push(shown(writer.shutdown().await));
        seen.extend(writer.log);
        seen
    }

    pub(crate) async fn all() -> Vec<String> {
        let mut seen = Vec::new();
        for script in [
            vec![],
            vec![Ok(1), Err(ErrorKind::Interrupted), Ok(1)],
            vec![Ok(1), Ok(0)],
            vec![Ok(2), Err(ErrorKind::BrokenPipe)],
        ] {
            let mut writer = Writer::new(script);
            seen.push(shown(writer.write_all(b"abcd").await));
            seen.append(&mut writer.log);
        }
        let mut nothing = Writer::new([]);
        seen.push(shown(nothing.write_all(b"").await));
        seen.push(nothing.log.len().to_string());
        seen
    }

    pub(crate) async fn vectored() -> Vec<String> {
        let bufs = [IoSlice::new(b""), IoSlice::new(b"ab"), IoSlice::new(b"cd")];
        let mut seen = Vec::new();
        for vectored in [false, true] {
            let mut writer = Writer::new([Ok(3)]);
            writer.vectored = vectored;
            seen.push(shown(writer.write_vectored(&bufs).await));
            seen.push(shown(writer.write_vectored(&bufs[..1]).await));
            seen.extend(writer.log);
        }
        let mut bytes = Vec::new();
        seen.push(shown(bytes.write_vectored(&bufs).await));
        seen.push(format!(
            "{bytes:?} {}",
            AsyncWrite::is_write_vectored(&bytes)
        ));
        seen
    }

    /// A bound's own methods must not win over those of the extension trait.
    async fn generic<W: AsyncWrite + Unpin>(mut writer: W) -> io::Result<()> {
        writer.write_all(b"ab").await?;
        by_reference(&mut writer).await?;
        by_value(&mut writer).await?;
        writer.flush().await?;
        writer.shutdown().await
    }

    async fn by_reference<W: AsyncWrite + Unpin + ?Sized>(writer: &mut W) -> io::Result<()> {
        writer.write_u8(b'c').await
    }

    async fn by_value(mut writer: impl AsyncWrite + Unpin) -> io::Result<()> {
        writer.write_u8(b'd').await
    }

    async fn pinned<W: AsyncWrite>(mut writer: Pin<&mut W>) -> io::Result<()> {
        writer.write_all(b"e").await?;
        writer.shutdown().await
    }

    pub(crate) async fn receivers() -> Vec<String> {
        let mut seen = Vec::new();
        let mut writer = Writer::new([]);
        seen.push(shown(generic(&mut writer).await));
        {
            let boxed: Box<dyn AsyncWrite + Unpin + Send + '_> = Box::new(&mut writer);
            seen.push(shown(generic(boxed).await));
        }
        seen.push(shown(pinned(Pin::new(&mut writer)).await));
        seen.extend(writer.log);
        seen.push(shown(generic(Writer::new([Ok(1), Ok(0)])).await));
        seen
    }

    pub(crate) async fn in_memory() -> Vec<String> {
        let mut seen = Vec::new();
        let mut slice = [0; 3];
        let mut cursor = Cursor::new(&mut slice[..]);
        seen.push(shown(cursor.write_all(b"ab").await));
        seen.push(shown(cursor.write_all(b"cd").await));
        seen.push(shown(cursor.shutdown().await));
        seen.push(format!("{slice:?}"));
        let mut boxed = Cursor::new(vec![0; 2].into_boxed_slice());
        seen.push(shown(boxed.write_all(b"abc").await));
        let mut bytes = Vec::new();
        let mut cursor = Cursor::new(&mut bytes);
        cursor.set_position(2);
        seen.push(shown(cursor.write_all(b"ab").await));
        seen.push(format!("{bytes:?}"));
        let mut owned = Cursor::new(Vec::new());
        seen.push(shown(owned.write_all(b"ab").await));
        seen.push(format!("{owned:?}"));
        seen
    }

    pub(crate) async fn trivial() -> Vec<String> {
        use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncSeekExt, SeekFrom};

        let mut seen = vec![format!(
            "{:?} {:?} {:?}",
            io::empty(),
            io::sink(),
            io::repeat(1)
        )];
        let bufs = [IoSlice::new(b"ab"), IoSlice::new(b"cd")];
        let mut empty = io::empty();
        seen.push(shown(empty.read(&mut [0; 3]).await));
        seen.push(shown(empty.fill_buf().await.map(<[u8]>::len)));
        seen.push(shown(empty.write(b"abc").await));
        seen.push(shown(empty.write_vectored(&bufs).await));
        seen.push(shown(empty.seek(SeekFrom::Start(9)).await));
        let mut sink = io::sink();
        seen.push(shown(sink.write(b"abc").await));
        seen.push(shown(sink.write_vectored(&bufs).await));
        seen.push(shown(sink.shutdown().await));
        let mut buf = [0; 3];
        seen.push(shown(io::repeat(7).read(&mut buf).await));
        seen.push(format!("{buf:?}"));
        seen
    }
}

#[test]
fn writes_what_is_taken() {
    let seen = both(suite::writes(), suite::blocking::writes);
    assert_eq!(seen[..3], ["2", "0", "Interrupted: operation interrupted"]);
    assert_eq!(seen[3], "BrokenPipe: broken pipe");
    assert_eq!(seen[4..8], ["3", "0", "()", "()"]);
    assert_eq!(seen[8], r#"write Ok("ab") of 3"#);
    assert_eq!(seen[seen.len() - 2..], ["flush", "shutdown"]);
}

#[test]
fn writes_all() {
    let seen = both(suite::all(), suite::blocking::all);
    assert_eq!(seen[..2], ["()", r#"write Ok("abcd") of 4"#]);
    assert!(
        seen.contains(&"WriteZero: write zero".to_owned()),
        "{seen:?}"
    );
    assert!(
        seen.contains(&"BrokenPipe: broken pipe".to_owned()),
        "{seen:?}"
    );
    assert_eq!(seen[seen.len() - 2..], ["()", "0"]);
}

#[test]
fn writes_several_buffers() {
    let seen = both(suite::vectored(), suite::blocking::vectored);
    assert_eq!(seen[..2], ["2", "0"]);
    assert_eq!(seen[4..6], ["3", "0"]);
    assert_eq!(seen[seen.len() - 2..], ["4", "[97, 98, 99, 100] true"]);
}

#[test]
fn writes_through_any_receiver() {
    let seen = both(suite::receivers(), suite::blocking::receivers);
    assert_eq!(seen[..3], ["()", "()", "()"]);
    assert_eq!(seen.iter().filter(|step| *step == "shutdown").count(), 3);
    assert_eq!(seen.last().unwrap(), "WriteZero: write zero");
}

#[test]
fn writes_into_memory() {
    let seen = both(suite::in_memory(), suite::blocking::in_memory);
    assert_eq!(
        seen[..4],
        ["()", "WriteZero: write zero", "()", "[97, 98, 99]"]
    );
    assert_eq!(seen[4], "WriteZero: write zero");
    assert_eq!(seen[6], "[0, 0, 97, 98]");
}

#[test]
fn does_next_to_nothing() {
    let seen = both(suite::trivial(), suite::blocking::trivial);
    assert_eq!(seen[0], "Empty { .. } Sink { .. } Repeat { byte: 1 }");
    assert_eq!(seen[1..6], ["0", "0", "3", "4", "0"]);
    assert_eq!(seen[6..], ["3", "4", "()", "3", "[7, 7, 7]"]);
}
