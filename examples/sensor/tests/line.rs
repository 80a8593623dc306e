//! The serial line, in both halves: every way to cut the bytes, and every place to break.

mod common;

use embedded_hal::i2c::ErrorKind as BusError;
use embedded_io::ErrorKind;
use sensor::LineError;
use sensor::line::{Lines, blocking, serve};
use sensor::simulation::{Device, Fault, Noise, Port};

use common::{block_on, halves};

type Received = Vec<Result<String, LineError<ErrorKind>>>;

/// All lines of up to 16 bytes, until the port is closed or broken.
fn received(port: impl Fn() -> Port<'static>) -> Received {
    let mut lines = Lines::<_, 16>::new(port());
    let asynchronous = block_on(async {
        let mut received = Vec::new();
        loop {
            match lines.receive().await {
                Ok(None) => return received,
                Ok(Some(line)) => received.push(Ok(line.to_owned())),
                Err(error) => {
                    received.push(Err(error));
                    if matches!(error, LineError::Port(_) | LineError::Closed) {
                        return received;
                    }
                }
            }
        }
    });

    let mut lines = blocking::Lines::<_, 16>::new(port());
    let mut received = Vec::new();
    loop {
        match lines.receive() {
            Ok(None) => break,
            Ok(Some(line)) => received.push(Ok(line.to_owned())),
            Err(error) => {
                received.push(Err(error));
                if matches!(error, LineError::Port(_) | LineError::Closed) {
                    break;
                }
            }
        }
    }
    assert_eq!(received, asynchronous);
    asynchronous
}

/// What `serve` says and writes, over a sensor with some fault.
fn served(input: &[u8], chunk: usize, calls: u32, device: &Device) -> (Served, String) {
    let port = || Port::new(input).with_chunk(chunk).with_calls(calls);
    let text = |port: &Port| String::from_utf8(port.written().to_vec()).expect("text");
    let trace = halves(
        device,
        async |sensor| {
            let mut port = port();
            let result = serve(&mut Lines::<_, 64>::new(&mut port), sensor).await;
            (result, text(&port))
        },
        |sensor| {
            let mut port = port();
            let result = blocking::serve(&mut blocking::Lines::<_, 64>::new(&mut port), sensor);
            (result, text(&port))
        },
    );
    trace.value
}

type Served = Result<u32, LineError<ErrorKind>>;

#[test]
fn lines_are_the_same_however_they_are_cut() {
    let input = b"read\r\n\n0123456789abcde\n0123456789abcdef\nquit\n\xff\n\r\r\n0123456789012345678901234567890123456789\nend\n";
    let expected: Received = vec![
        Ok("read".to_owned()),
        Ok(String::new()),
        Ok("0123456789abcde".to_owned()),
        Err(LineError::TooLong),
        Ok("quit".to_owned()),
        Err(LineError::NotText),
        Ok("\r".to_owned()),
        Err(LineError::TooLong),
        Ok("end".to_owned()),
    ];
    for chunk in 1..=20 {
        let lines = received(|| Port::new(input).with_chunk(chunk));
        assert_eq!(lines, expected, "{chunk} at a time");
    }
}

#[test]
fn a_line_without_an_end_is_an_error() {
    for input in [
        &b"read\nqu"[..],
        b"read\n0123456789abcdefghij",
        b"read\n0123456789abcdef",
    ] {
        for chunk in 1..=17 {
            let lines = received(|| Port::new(input).with_chunk(chunk));
            assert_eq!(lines, [Ok("read".to_owned()), Err(LineError::Closed)]);
        }
    }
    assert_eq!(received(|| Port::new(b"")), []);
}

#[test]
fn any_bytes_are_cut_the_same_way() {
    let mut noise = Noise::new(11);
    for _ in 0..500 {
        let bytes: Vec<u8> = (0..noise.below(120))
            .map(|_| b"ab\r\n\xc3\xa4 0"[usize::from(noise.below(8))])
            .collect();
        let bytes: &'static [u8] = bytes.leak();
        let whole = received(|| Port::new(bytes).with_chunk(200));
        let chunk = usize::from(noise.below(20));
        assert_eq!(received(|| Port::new(bytes).with_chunk(chunk)), whole);

        let split = bytes.split_inclusive(|byte| *byte == b'\n');
        let plain: Received = split
            .map(|line| {
                let Some(text) = line.strip_suffix(b"\n") else {
                    return Err(LineError::Closed);
                };
                if line.len() > 16 {
                    return Err(LineError::TooLong);
                }
                let text = text.strip_suffix(b"\r").unwrap_or(text);
                let text = std::str::from_utf8(text).map_err(|_| LineError::NotText)?;
                Ok(text.to_owned())
            })
            .collect();
        assert_eq!(whole, plain, "{:?}", bytes.escape_ascii().to_string());
    }
}

#[test]
fn a_host_is_answered() {
    for chunk in [1, 2, 7, 100] {
        let (result, text) = served(
            b"read\nnonsense\nsteady\nquit\nread\n",
            chunk,
            999,
            &Device::new(1),
        );
        assert_eq!(result, Ok(2));
        let lines: Vec<&str> = text.split("\r\n").collect();
        let [read, nonsense, steady, ""] = lines[..] else {
            panic!("{lines:?}");
        };
        assert!(
            read.starts_with("ok 6") && steady.starts_with("ok 6"),
            "{text}"
        );
        assert_eq!(nonsense, "error: read, steady or quit");
    }
}

#[test]
fn a_host_is_told_of_faults_and_served_again() {
    let device = Device::new(1).with_fault(Fault::Flip(0), 3, 1);
    let (result, text) = served(b"read\nread\n", 9, 999, &device);
    assert_eq!(result, Ok(1));
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("error: wrong checksum of word 0"));
    assert!(lines.next().is_some_and(|line| line.starts_with("ok ")));
    let device = Device::new(1).with_fault(Fault::Bus, 0, u32::MAX);
    let (result, text) = served(b"steady\n", 9, 999, &device);
    assert_eq!(result, Ok(0));
    assert_eq!(text, format!("error: bus: {:?}\r\n", BusError::Bus));
}

#[test]
fn a_port_that_breaks_ends_it_at_the_same_byte() {
    let (fine, whole) = served(b"read\nquit\n", 3, 999, &Device::new(1));
    assert_eq!(fine, Ok(1));
    let mut broken = 0;
    for calls in 0..30 {
        let (result, text) = served(b"read\nquit\n", 3, calls, &Device::new(1));
        assert!(whole.starts_with(&text));
        if result == Err(LineError::Port(ErrorKind::BrokenPipe)) {
            broken += 1;
        } else {
            assert_eq!(result, Ok(1));
        }
    }
    assert!((10..30).contains(&broken), "{broken}");
}

#[test]
fn a_line_that_is_too_long_is_not_sent_at_all() {
    let mut port = Port::new(b"");
    let result = block_on(Lines::<_, 8>::new(&mut port).send("1234567"));
    assert_eq!(result, Err(LineError::TooLong));
    let result = blocking::Lines::<_, 8>::new(&mut port).send("1234567");
    assert_eq!(result, Err(LineError::TooLong));
    assert_eq!(port.written(), b"");
    assert_eq!(
        block_on(Lines::<_, 8>::new(&mut port).send(123_456)),
        Ok(())
    );
    assert_eq!(blocking::Lines::<_, 8>::new(&mut port).send('x'), Ok(()));
    assert_eq!(port.written(), b"123456\r\nx\r\n");
}
