//! The server, as clients see it that know nothing of the library.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use kv::Server;
use kv::server::{Limits, Store};

fn started() -> Server {
    Server::start("127.0.0.1:0").expect("a free port")
}

fn connected(server: &Server) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(server.address())?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    Ok(stream)
}

/// All that the server says to this, and to the end of it.
fn told(server: &Server, bytes: &[u8]) -> io::Result<String> {
    let mut stream = connected(server)?;
    stream.write_all(bytes)?;
    stream.shutdown(Shutdown::Write)?;
    let mut told = Vec::new();
    stream.read_to_end(&mut told)?;
    Ok(String::from_utf8_lossy(&told).into_owned())
}

#[test]
fn requests_in_one_piece() -> io::Result<()> {
    let server = started();
    let told = told(
        &server,
        b"PING\nSET k 3\na\nb\nGET k\nKEYS 9 = =\nDEL k\nDEL k\nGET k\n",
    )?;
    let answers = "PONG\nOK\nVALUE 3\na\nb\nKEYS 1\nk\nOK\nMISSING\nMISSING\n";
    assert_eq!(told, answers);
    Ok(())
}

#[test]
fn what_is_no_request_ends_the_connection_and_nothing_else() -> io::Result<()> {
    let server = started();
    let endless = vec![b'x'; 100_000];
    for bytes in [
        &b"\n"[..],
        b"GET / HTTP/1.1\r\n\r\n",
        b"SET k -1\n",
        b"SET k 99999999999999999999999\n",
        b"SET k 1\nabc\n",
        b"KEYS 1 = \n",
        b"\xff\xfe\n",
        b"\0\0\0\0\n",
        &endless,
    ] {
        let told = told(&server, &[b"PING\n", bytes, b"\nSET broken 0\n\n"].concat())?;
        let said: Vec<&str> = told.lines().collect();
        assert_eq!(said.len(), 2, "{told}");
        assert_eq!(said[0], "PONG");
        assert!(said[1].starts_with("BYE `"), "{told}");
    }
    assert_eq!(told(&server, b"KEYS 9 = =\n")?, "KEYS 0\n");
    Ok(())
}

#[test]
fn half_a_request_is_none() -> io::Result<()> {
    let server = started();
    for bytes in [&b"DEL k"[..], b"SET k 5\nhal", b"SET k 0\n"] {
        let whole = [b"SET k 3\nold\n", bytes].concat();
        assert_eq!(told(&server, &whole)?, "OK\n");
        assert_eq!(told(&server, b"GET k\n")?, "VALUE 3\nold\n");
    }
    Ok(())
}

/// Whoever asks for much and reads nothing holds up nobody, and gets it in the end.
#[test]
fn a_client_that_reads_late() -> io::Result<()> {
    let server = started();
    let value = vec![b'x'; 1 << 20];
    let mut stream = connected(&server)?;
    stream.write_all(b"SET k 1048576\n")?;
    stream.write_all(&value)?;
    stream.write_all(b"\n")?;
    let asked = b"GET k\n".repeat(50);
    stream.write_all(&asked)?;
    thread::sleep(Duration::from_millis(50));
    assert_eq!(told(&server, b"PING\n")?, "PONG\n");
    stream.shutdown(Shutdown::Write)?;
    let mut told = Vec::new();
    stream.read_to_end(&mut told)?;
    assert_eq!(
        told.len(),
        3 + 50 * ("VALUE 1048576\n".len() + (1 << 20) + 1)
    );
    Ok(())
}

#[test]
fn a_client_that_is_silent_for_too_long() -> io::Result<()> {
    let limits = Limits::new().idle(Duration::from_millis(50));
    let server = Server::serve("127.0.0.1:0", Store::new(), limits)?;
    let mut stream = connected(&server)?;
    let begin = Instant::now();
    stream.write_all(b"PI")?;
    assert_eq!(stream.read(&mut [0; 9])?, 0);
    assert!(begin.elapsed() >= Duration::from_millis(50));
    Ok(())
}

#[test]
fn as_many_clients_as_allowed() -> io::Result<()> {
    let limits = Limits::new().clients(2);
    let server = Server::serve("127.0.0.1:0", Store::new(), limits)?;
    let first = connected(&server)?;
    let _second = connected(&server)?;
    assert_eq!(
        told(&server, b"PING\n")?,
        "BYE there are too many clients\n"
    );
    drop(first);
    // It takes the server a moment to see that.
    let end = Instant::now() + Duration::from_secs(5);
    while told(&server, b"PING\n")? != "PONG\n" {
        assert!(Instant::now() < end, "there is no room again");
        thread::sleep(Duration::from_millis(5));
    }
    Ok(())
}

#[test]
fn the_end_of_a_server_is_the_end_of_its_connections() -> io::Result<()> {
    let server = started();
    let mut stream = connected(&server)?;
    stream.write_all(b"PING\n")?;
    let mut answer = [0; 5];
    stream.read_exact(&mut answer)?;
    let address = server.address();
    let begin = Instant::now();
    drop(server);
    assert!(begin.elapsed() < Duration::from_secs(2));
    assert!(matches!(stream.read(&mut answer), Ok(0) | Err(_)));
    assert!(TcpStream::connect(address).is_err());
    Ok(())
}

#[test]
fn an_address_that_is_taken() {
    let server = started();
    assert!(Server::start(server.address()).is_err());
}
