//! `AsyncReadExt`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::io::{Cursor, ErrorKind};
    use std::pin::Pin;

    use await_me_maybe_conformance::outcome::shown;
    use await_me_maybe_conformance::scripted::Reader;
    use tokio::io::{self, AsyncRead, AsyncReadExt};

    fn pieces() -> Reader {
        Reader::new([Ok("ab"), Err(ErrorKind::Interrupted), Ok("cde"), Ok("f")])
    }

    fn failing() -> Reader {
        Reader::new([Ok("ab"), Err(ErrorKind::ConnectionReset), Ok("c")])
    }

    pub(crate) async fn reads() -> Vec<String> {
        let mut seen = Vec::new();
        let mut reader = pieces();
        for len in [3, 2, 0, 2, 5, 5] {
            let mut buf = vec![b'.'; len];
            let read = reader.read(&mut buf).await;
            seen.push(format!("{} {}", shown(read), String::from_utf8_lossy(&buf)));
        }
        let mut reader = failing();
        for _ in 0..3 {
            seen.push(shown(reader.read(&mut [0; 4]).await));
        }
        seen
    }

    pub(crate) async fn exact() -> Vec<String> {
        let mut seen = Vec::new();
        for (mut reader, len) in [(pieces(), 6), (pieces(), 0), (pieces(), 7), (failing(), 3)] {
            let mut buf = vec![b'.'; len];
            let read = reader.read_exact(&mut buf).await;
            seen.push(format!("{} {}", shown(read), String::from_utf8_lossy(&buf)));
        }
        seen
    }

    /// A bound's own methods must not win over those of the extension trait.
    async fn generic<R: AsyncRead + Unpin>(mut reader: R) -> io::Result<usize> {
        let mut buf = [0; 4];
        let read: usize = reader.read_exact(&mut buf).await?;
        let again = by_reference(&mut reader).await?;
        let third = by_value(&mut reader).await?;
        Ok(read + again + third)
    }

    async fn by_reference<R: AsyncRead + Unpin + ?Sized>(reader: &mut R) -> io::Result<usize> {
        reader.read_exact(&mut [0; 1]).await
    }

    async fn by_value(mut reader: impl AsyncRead + Unpin) -> io::Result<usize> {
        reader.read_exact(&mut [0; 1]).await
    }

    async fn pinned<R: AsyncRead>(mut reader: Pin<&mut R>) -> io::Result<usize> {
        reader.read_exact(&mut [0; 6]).await
    }

    pub(crate) async fn receivers() -> Vec<String> {
        let mut seen = vec![
            shown(generic(pieces()).await),
            shown(generic(&b"abcdef"[..]).await),
            shown(generic(&b"abcde"[..]).await),
        ];
        let boxed: Box<dyn AsyncRead + Unpin + Send> = Box::new(pieces());
        seen.push(shown(generic(boxed).await));
        let mut object: Box<dyn AsyncRead + Unpin + Send> = Box::new(pieces());
        seen.push(shown(object.read_exact(&mut [0; 5]).await));
        let borrowed: &mut (dyn AsyncRead + Unpin + Send) = &mut *object;
        seen.push(shown(by_reference(borrowed).await));
        seen.push(shown(by_reference(&mut object).await));
        let mut reader = pieces();
        seen.push(shown(pinned(Pin::new(&mut reader)).await));
        let mut reader = Box::pin(pieces());
        seen.push(shown(reader.read_exact(&mut [0; 6]).await));
        seen.push(shown(
            AsyncReadExt::read_exact(&mut pieces(), &mut [0; 6]).await,
        ));
        seen
    }

    pub(crate) async fn to_the_end() -> Vec<String> {
        let mut seen = Vec::new();
        for mut reader in [pieces(), failing(), Reader::new([])] {
            let mut buf = b"<".to_vec();
            let read = reader.read_to_end(&mut buf).await;
            seen.push(format!("{} {}", shown(read), String::from_utf8_lossy(&buf)));
        }
        let large = vec![7; 100_000];
        let mut buf = Vec::new();
        seen.push(shown((&large[..]).read_to_end(&mut buf).await));
        seen.push((buf == large).to_string());
        seen
    }

    pub(crate) async fn to_a_string() -> Vec<String> {
        let mut seen = Vec::new();
        for mut reader in [pieces(), failing()] {
            let mut text = "<".to_owned();
            let read = reader.read_to_string(&mut text).await;
            seen.push(format!("{} {text}", shown(read)));
        }
        for bytes in [&b"\xe2\x82\xac"[..], b"ab\xe2\x82", b"\xff"] {
            let mut text = "<".to_owned();
            let read = Cursor::new(bytes).read_to_string(&mut text).await;
            seen.push(format!("{} {text}", shown(read)));
        }
        seen
    }

    pub(crate) async fn take_and_chain() -> Vec<String> {
        let mut seen = Vec::new();
        let mut taken = pieces().take(3);
        let mut buf = Vec::new();
        seen.push(shown(taken.read_to_end(&mut buf).await));
        seen.push(format!(
            "{} {}",
            String::from_utf8_lossy(&buf),
            taken.limit()
        ));
        taken.set_limit(2);
        seen.push(shown(taken.read(&mut [0; 9]).await));
        seen.push(taken.limit().to_string());
        seen.push(shown(taken.get_mut().read(&mut [0; 9]).await));
        seen.push(shown(taken.into_inner().read(&mut [0; 9]).await));

        let mut chained = pieces().chain(&b"xyz"[..]);
        let mut text = String::new();
        seen.push(shown(chained.read(&mut [0; 0]).await));
        seen.push(shown(chained.read_to_string(&mut text).await));
        seen.push(text);
        let (first, second) = chained.get_ref();
        seen.push(format!("{first:?} {second:?}"));
        seen.push(format!("{chained:?}"));
        let chained = failing().chain(&b"xyz"[..]);
        seen.push(shown(generic(chained).await));
        seen
    }
}

#[test]
fn reads_what_there_is() {
    let seen = both(suite::reads(), suite::blocking::reads);
    let interrupted = "Interrupted: operation interrupted ..";
    assert_eq!(seen[..4], ["2 ab.", interrupted, "0 ", "2 cd"]);
    assert_eq!(seen[4..6], ["1 e....", "1 f...."]);
    assert_eq!(seen[6..], ["2", "ConnectionReset: connection reset", "1"]);
}

#[test]
fn reads_exactly() {
    let seen = both(suite::exact(), suite::blocking::exact);
    assert_eq!(seen[..2], ["6 abcdef", "0 "]);
    assert_eq!(seen[2], "UnexpectedEof: early eof abcdef.");
    assert_eq!(seen[3], "ConnectionReset: connection reset ab.");
}

#[test]
fn reads_through_any_receiver() {
    let seen = both(suite::receivers(), suite::blocking::receivers);
    assert_eq!(seen[..2], ["6", "6"]);
    assert_eq!(seen[2], "UnexpectedEof: early eof");
    assert_eq!(seen[3..6], ["6", "5", "1"]);
    assert_eq!(seen[6], "UnexpectedEof: early eof");
    assert_eq!(seen[7..], ["6", "6", "6"]);
}

#[test]
fn reads_to_the_end() {
    let seen = both(suite::to_the_end(), suite::blocking::to_the_end);
    assert_eq!(
        seen[..2],
        ["6 <abcdef", "ConnectionReset: connection reset <ab"]
    );
    assert_eq!(seen[2..], ["0 <", "100000", "true"]);
}

#[test]
fn reads_to_a_string() {
    let seen = both(suite::to_a_string(), suite::blocking::to_a_string);
    assert_eq!(
        seen[..2],
        ["6 <abcdef", "ConnectionReset: connection reset <"]
    );
    assert_eq!(seen[2], "3 <\u{20ac}");
    assert!(
        seen[3].starts_with("InvalidData: incomplete utf-8"),
        "{}",
        seen[3]
    );
    assert!(seen[4].ends_with(" <"), "{}", seen[4]);
}

#[test]
fn takes_and_chains() {
    let seen = both(suite::take_and_chain(), suite::blocking::take_and_chain);
    assert_eq!(seen[..6], ["3", "abc 0", "2", "0", "1", "0"]);
    assert_eq!(seen[6..9], ["0", "9", "abcdefxyz"]);
    assert_eq!(seen[11], "ConnectionReset: connection reset");
}
