//! `AsyncBufReadExt`, `BufReader`, `BufWriter`, `BufStream`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::io::{Cursor, ErrorKind, IoSlice};

    use await_me_maybe_conformance::outcome::shown;
    use await_me_maybe_conformance::scripted::{Reader, Writer};
    use tokio::io::{
        AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufReader,
        BufStream, BufWriter, SeekFrom,
    };

    fn lines() -> Reader {
        let interrupted = Err(ErrorKind::Interrupted);
        Reader::new([Ok("one\r\ntw"), interrupted, Ok("o\n"), Ok("\nrest")])
    }

    fn failing() -> Reader {
        Reader::new([Ok("be"), Err(ErrorKind::TimedOut), Ok("gun\nnext")])
    }

    pub(crate) async fn until() -> Vec<String> {
        let mut seen = Vec::new();
        let mut reader = BufReader::with_capacity(4, lines());
        let mut buf = b"<".to_vec();
        for _ in 0..5 {
            let read = reader.read_until(b'\n', &mut buf).await;
            seen.push(format!(
                "{} {:?}",
                shown(read),
                String::from_utf8_lossy(&buf)
            ));
        }
        let mut reader = BufReader::new(failing());
        for _ in 0..3 {
            let read = reader.read_until(b'\n', &mut buf).await;
            seen.push(format!(
                "{} {:?}",
                shown(read),
                String::from_utf8_lossy(&buf)
            ));
        }
        seen
    }

    pub(crate) async fn line() -> Vec<String> {
        let mut seen = Vec::new();
        let mut text = "<".to_owned();
        let mut reader = BufReader::new(failing());
        for _ in 0..4 {
            let read = reader.read_line(&mut text).await;
            seen.push(format!("{} {text:?}", shown(read)));
        }
        let mut invalid = &b"ab\xff\nc"[..];
        for _ in 0..2 {
            let read = invalid.read_line(&mut text).await;
            seen.push(format!("{} {text:?}", shown(read)));
        }
        seen
    }

    /// A bound's own methods must not win over those of the extension trait.
    async fn generic<R: AsyncBufRead + Unpin>(reader: R) -> Vec<String> {
        let mut lines = reader.lines();
        let mut seen = Vec::new();
        for _ in 0..6 {
            seen.push(shown(lines.next_line().await));
        }
        seen.push(shown(lines.get_mut().fill_buf().await.map(<[u8]>::len)));
        let mut reader = lines.into_inner();
        reader.consume(0);
        seen.push(shown(reader.read(&mut [0; 1]).await));
        seen
    }

    pub(crate) async fn all_lines() -> Vec<String> {
        let mut seen = generic(BufReader::new(lines())).await;
        seen.extend(generic(BufReader::new(failing())).await);
        seen.extend(generic(&b"ab\xff\nc"[..]).await);
        let boxed: Box<dyn AsyncBufRead + Unpin + Send> = Box::new(Cursor::new("a\n\nb"));
        seen.extend(generic(boxed).await);
        seen
    }

    pub(crate) async fn segments() -> Vec<String> {
        let mut seen = Vec::new();
        for mut segments in [
            BufReader::new(lines()).split(b'o'),
            BufReader::new(failing()).split(b'g'),
        ] {
            for _ in 0..5 {
                let segment = segments.next_segment().await;
                let segment = segment.map(|s| s.map(|s| String::from_utf8_lossy(&s).into_owned()));
                seen.push(shown(segment));
            }
        }
        seen
    }

    pub(crate) async fn reader() -> Vec<String> {
        let mut seen = Vec::new();
        let mut reader = BufReader::with_capacity(4, &b"abcdefghij"[..]);
        seen.push(format!("{reader:?} {:?}", reader.buffer()));
        seen.push(shown(reader.fill_buf().await.map(<[u8]>::to_vec)));
        reader.consume(1);
        seen.push(format!("{reader:?} {:?}", reader.buffer()));
        for len in [2, 9, 9, 3, 3] {
            let mut buf = vec![b'.'; len];
            let read = reader.read(&mut buf).await;
            seen.push(format!(
                "{} {:?}",
                shown(read),
                String::from_utf8_lossy(&buf)
            ));
        }
        reader.consume(99);
        seen.push(format!("{:?} {:?}", reader.buffer(), reader.get_ref()));
        let mut failing = BufReader::new(failing());
        for _ in 0..3 {
            seen.push(shown(failing.read(&mut [0; 9]).await));
        }
        seen
    }

    pub(crate) async fn seek() -> Vec<String> {
        let mut seen = Vec::new();
        let mut reader = BufReader::with_capacity(4, Cursor::new(b"0123456789".to_vec()));
        for to in [
            SeekFrom::Start(3),
            SeekFrom::Current(2),
            SeekFrom::Current(-4),
            SeekFrom::Current(i64::MIN),
            SeekFrom::Current(-99),
            SeekFrom::End(-1),
            SeekFrom::End(5),
        ] {
            let sought = shown(reader.seek(to).await);
            let read = shown(reader.read_u8().await);
            seen.push(format!("{sought} {read} {:?}", reader.buffer()));
        }
        seen.push(shown(reader.rewind().await));
        seen.push(shown(reader.read_u8().await));
        seen.push(shown(reader.stream_position().await));
        let mut writer = BufWriter::new(Cursor::new(Vec::new()));
        seen.push(shown(writer.write_all(b"abcdef").await));
        seen.push(shown(writer.seek(SeekFrom::Start(1)).await));
        seen.push(shown(writer.write_all(b"XY").await));
        seen.push(shown(writer.stream_position().await));
        seen.push(format!("{:?}", writer.into_inner()));
        seen
    }

    pub(crate) async fn writer() -> Vec<String> {
        let mut seen = Vec::new();
        let mut writer =
            BufWriter::with_capacity(4, Writer::new([Ok(2), Err(ErrorKind::Interrupted)]));
        for text in ["ab", "cd", "e", "fghi", "jklmn", "o"] {
            seen.push(shown(writer.write(text.as_bytes()).await));
            seen.push(format!("{:?}", writer.buffer()));
        }
        seen.push(shown(writer.flush().await));
        seen.push(shown(writer.write_all(b"p").await));
        seen.push(shown(writer.shutdown().await));
        seen.append(&mut writer.get_mut().log);
        seen.push(format!("{writer:?}"));
        for script in [[Ok(1), Ok(0)], [Ok(1), Err(ErrorKind::BrokenPipe)]] {
            let mut writer = BufWriter::new(Writer::new(script));
            seen.push(shown(writer.write_all(b"abc").await));
            seen.push(shown(writer.flush().await));
            seen.push(format!("{:?}", writer.buffer()));
            seen.push(shown(writer.flush().await));
        }
        // What is not flushed is lost.
        let mut bytes = Vec::new();
        let mut writer = BufWriter::new(&mut bytes);
        seen.push(shown(writer.write_all(b"abc").await));
        drop(writer);
        seen.push(format!("{bytes:?}"));
        seen
    }

    pub(crate) async fn vectored() -> Vec<String> {
        let long = [b'x'; 9];
        let several: [&[&[u8]]; 5] = [
            &[b"", b"a", b"b"],
            &[b"cd", b"efg"],
            &[&long, b"h"],
            &[b""],
            &[],
        ];
        let mut seen = Vec::new();
        for vectored in [false, true] {
            let mut writer = BufWriter::with_capacity(4, Writer::default());
            writer.get_mut().vectored = vectored;
            for bufs in several {
                let bufs: Vec<IoSlice<'_>> = bufs.iter().map(|buf| IoSlice::new(buf)).collect();
                seen.push(shown(writer.write_vectored(&bufs).await));
                seen.push(format!("{:?}", writer.buffer()));
            }
            seen.append(&mut writer.get_mut().log);
        }
        seen
    }

    pub(crate) async fn stream() -> Vec<String> {
        let mut seen = Vec::new();
        let mut stream = BufStream::with_capacity(4, 4, Cursor::new(b"0123456789".to_vec()));
        seen.push(shown(stream.read_u8().await));
        seen.push(shown(stream.write(b"ab").await));
        seen.push(format!("{stream:?}"));
        seen.push(shown(stream.flush().await));
        seen.push(shown(stream.read_u8().await));
        seen.push(shown(stream.seek(SeekFrom::Start(5)).await));
        seen.push(shown(stream.read_u8().await));
        seen.push(shown(stream.shutdown().await));
        seen.push(format!("{:?}", stream.into_inner()));
        let mut inverse = BufWriter::new(BufReader::new(Cursor::new(b"abc".to_vec())));
        seen.push(shown(inverse.read_u8().await));
        seen.push(shown(inverse.write(b"z").await));
        let stream = BufStream::from(inverse);
        seen.push(format!("{stream:?}"));
        seen
    }
}

macro_rules! same {
    ($($name:ident: $len:literal, $first:literal, $last:literal;)*) => {$(
        #[test]
        fn $name() {
            let seen = both(suite::$name(), suite::blocking::$name);
            assert_eq!(seen.len(), $len, "{seen:#?}");
            assert_eq!(seen[0], $first);
            assert_eq!(seen[$len - 1], $last);
        }
    )*};
}

same! {
    until: 8, r#"5 "<one\r\n""#, r#"4 "<one\r\ntwo\n\nrestbegun\nnext""#;
    line: 6, r#"TimedOut: timed out "<be""#, r#"1 "<begun\nnextc""#;
    all_lines: 32, r#"Some("one")"#, "0";
    segments: 10, r#"Some("")"#, "None";
    reader: 12, "BufReader { reader: [97, 98, 99, 100, 101, 102, 103, 104, 105, 106], buffer: 0/4 } []", "8";
    seek: 15, "3 51 [52, 53, 54]", "Cursor { inner: [97, 88, 89, 100, 101, 102], pos: 3 }";
    writer: 36, "2", "[]";
    vectored: 27, "2", r#"write Ok("xxxxxxxxxh") of 10"#;
    stream: 12, "48", "BufStream { inner: BufReader { reader: BufWriter { writer: Cursor { inner: [97, 98, 99], pos: 3 }, buffer: 1/8192, written: 0 }, buffer: 2/8192 } }";
}

#[test]
fn a_buffer_without_room_is_refused() {
    let refused = std::panic::catch_unwind(|| {
        await_me_maybe::mirror::tokio::io::BufReader::with_capacity(0, &b""[..])
    });
    let text = *refused.unwrap_err().downcast::<&str>().unwrap();
    assert_eq!(text, "capacity must be greater than zero");
}
