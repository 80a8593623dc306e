//! `copy`, `split`, `join`, `duplex`, `simplex`.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::io::{ErrorKind, IoSlice};

    use await_me_maybe_conformance::outcome::shown;
    use await_me_maybe_conformance::scripted::{Reader, Writer};
    use tokio::io::{
        self, AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, BufWriter, duplex, simplex,
    };

    fn pieces() -> Reader {
        Reader::new([Ok("ab"), Err(ErrorKind::Interrupted), Ok("c")])
    }

    /// Less the flushes before a wait, of which the halves have different ones.
    fn without_flushes(mut log: Vec<String>) -> Vec<String> {
        let last = log.pop();
        log.retain(|step| step != "flush");
        log.extend(last);
        log
    }

    pub(crate) async fn copy() -> Vec<String> {
        let mut seen = Vec::new();
        for script in [
            vec![Ok(1), Err(ErrorKind::Interrupted)],
            vec![Ok(1), Ok(0)],
            vec![Err(ErrorKind::BrokenPipe)],
        ] {
            let mut writer = Writer::new(script.clone());
            seen.push(shown(io::copy(&mut pieces(), &mut writer).await));
            seen.extend(without_flushes(writer.log));
            let mut writer = Writer::new(script);
            let mut reader = BufReader::new(pieces());
            seen.push(shown(io::copy_buf(&mut reader, &mut writer).await));
            seen.extend(without_flushes(writer.log));
        }
        let mut failing = Reader::new([Ok("ab"), Err(ErrorKind::TimedOut)]);
        let mut bytes = Vec::new();
        seen.push(shown(io::copy(&mut failing, &mut bytes).await));
        seen.push(format!("{bytes:?}"));
        let large = vec![3; 100_000];
        let mut writer = BufWriter::new(Vec::new());
        seen.push(shown(io::copy(&mut &large[..], &mut writer).await));
        seen.push((writer.into_inner() == large).to_string());
        seen
    }

    pub(crate) async fn joined() -> Vec<String> {
        let mut stream = io::join(BufReader::new(&b"in\nput"[..]), Vec::new());
        let mut line = String::new();
        let mut seen = vec![shown(stream.read_line(&mut line).await), line];
        seen.push(shown(stream.write_all(b"out").await));
        seen.push(shown(stream.flush().await));
        seen.push(format!("{:?} {:?}", stream.reader(), stream.writer()));
        let (_, written) = stream.into_inner();
        seen.push(format!("{written:?}"));
        seen
    }

    pub(crate) async fn both_ends() -> Vec<String> {
        let (mut near, mut far) = duplex(4);
        let mut seen = Vec::new();
        seen.push(shown(near.write(b"abcdef").await));
        seen.push(shown(far.read(&mut [0; 3]).await));
        seen.push(shown(near.write(b"ghijkl").await));
        let bufs = [IoSlice::new(b"12"), IoSlice::new(b""), IoSlice::new(b"345")];
        seen.push(shown(far.write_vectored(&bufs).await));
        let mut buf = [0; 9];
        seen.push(shown(far.read(&mut buf).await));
        seen.push(format!("{buf:?}"));
        seen.push(shown(far.read(&mut []).await));
        seen.push(shown(near.shutdown().await));
        seen.push(shown(far.read(&mut buf).await));
        seen.push(shown(near.write(b"m").await));
        seen.push(shown(near.write(b"").await));
        seen.push(shown(near.read_u32().await));
        drop(near);
        seen.push(shown(far.write(b"n").await));
        seen.push(shown(far.flush().await));
        seen
    }

    /// More than the buffer holds, so each end has to wait for the other one.
    pub(crate) async fn ends_in_threads() -> Vec<String> {
        use std::thread;

        use await_me_maybe::mirror::tokio::io as mirror;

        let (reader, writer) = simplex(2);
        let mut seen = vec![format!("{reader:?} {writer:?}")];
        let same = reader.is_pair_of(&writer) && writer.is_pair_of(&reader);
        seen.push(same.to_string());
        seen.push(format!("{}", reader.is_pair_of(&simplex(2).1)));
        let mut stream = reader.unsplit(writer);
        seen.push(shown(stream.write(b"abc").await));
        seen.push(shown(stream.read(&mut [0; 9]).await));
        seen.push(shown(stream.shutdown().await));
        seen.push(shown(stream.read(&mut [0; 9]).await));
        seen.push(shown(stream.write(b"abc").await));

        // A pair of the mirror's, in a thread each.
        let (near, far) = mirror::duplex(3);
        let (mut input, mut output) = mirror::split(near);
        let (mut back, mut forth) = mirror::split(far);
        let echo = thread::spawn(move || {
            let copied = mirror::copy(&mut back, &mut forth);
            mirror::AsyncWriteExt::shutdown(&mut forth).map(|()| copied)?
        });
        let sender = thread::spawn(move || {
            mirror::AsyncWriteExt::write_all(&mut output, &[7; 10_000])?;
            mirror::AsyncWriteExt::shutdown(&mut output)
        });
        let mut bytes = Vec::new();
        seen.push(shown(mirror::AsyncReadExt::read_to_end(
            &mut input, &mut bytes,
        )));
        seen.push((bytes == [7; 10_000]).to_string());
        seen.push(shown(sender.join().unwrap()));
        seen.push(shown(echo.join().unwrap()));
        seen
    }

    pub(crate) async fn split() -> Vec<String> {
        let (near, mut far) = duplex(9);
        let (mut reader, mut writer) = io::split(near);
        let mut seen = vec![shown(writer.write_all(b"abc").await)];
        seen.push(shown(far.read(&mut [0; 9]).await));
        seen.push(shown(far.write_all(b"de").await));
        seen.push(shown(reader.read_u16().await));
        drop(writer);
        // The stream lives as long as either half.
        seen.push(shown(far.write_all(b"f").await));
        seen.push(shown(reader.read_u8().await));
        drop(reader);
        seen.push(shown(far.write_all(b"g").await));
        seen.push(shown(far.read(&mut [0; 9]).await));
        seen
    }
}

#[test]
fn copies() {
    let seen = both(suite::copy(), suite::blocking::copy);
    assert_eq!(seen[0], "3");
    assert!(seen.contains(&"WriteZero: write zero byte into writer".to_owned()));
    assert!(seen.contains(&"WriteZero: write zero".to_owned()));
    assert_eq!(
        seen[seen.len() - 4..],
        ["TimedOut: timed out", "[97, 98]", "100000", "true"]
    );
}

#[test]
fn joins() {
    let seen = both(suite::joined(), suite::blocking::joined);
    assert_eq!(seen[..4], ["3", "in\n", "()", "()"]);
    assert_eq!(seen[5], "[111, 117, 116]");
}

#[test]
fn connects_two_ends() {
    let seen = both(suite::both_ends(), suite::blocking::both_ends);
    assert_eq!(seen[..5], ["4", "3", "3", "4", "4"]);
    assert_eq!(seen[6..9], ["0", "()", "0"]);
    assert_eq!(seen[9], "BrokenPipe: broken pipe");
    assert_eq!(seen[12], "BrokenPipe: broken pipe");
}

#[test]
fn waits_for_the_other_end() {
    let seen = both(suite::ends_in_threads(), suite::blocking::ends_in_threads);
    assert_eq!(
        seen[..3],
        ["split::ReadHalf split::WriteHalf", "true", "false"]
    );
    assert_eq!(seen[3..7], ["2", "2", "()", "0"]);
    assert_eq!(
        seen[7..],
        ["BrokenPipe: broken pipe", "10000", "true", "()", "10000"]
    );
}

#[test]
fn splits() {
    let seen = both(suite::split(), suite::blocking::split);
    assert_eq!(seen[..6], ["()", "3", "()", "25701", "()", "102"]);
    assert_eq!(seen[6..], ["BrokenPipe: broken pipe", "0"]);
}
