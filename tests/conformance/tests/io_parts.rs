//! What readers, writers, files and sockets are made of and made from.

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use tokio::io::{self, AsyncReadExt, AsyncWriteExt};

    pub(crate) async fn joined() -> Vec<String> {
        let mut both = io::join(&b"abc"[..], Vec::new());
        both.write_all(b"one").await.unwrap();
        both.writer_mut().push(b'!');
        *both.reader_mut() = b"xyz";
        let mut text = String::new();
        both.read_to_string(&mut text).await.unwrap();
        vec![text, String::from_utf8(both.into_inner().1).unwrap()]
    }

    pub(crate) async fn simplex() -> [u8; 3] {
        let mut stream = io::SimplexStream::new_unsplit(4);
        stream.write_all(b"abc").await.unwrap();
        let mut bytes = [0; 3];
        stream.read_exact(&mut bytes).await.unwrap();
        bytes
    }

    pub(crate) async fn standard() -> Vec<bool> {
        let mut seen = Vec::new();
        seen.push(io::stdout().write_all(b"").await.is_ok());
        seen.push(io::stdout().flush().await.is_ok());
        seen.push(io::stderr().flush().await.is_ok());
        seen.push(io::stdin().read(&mut []).await.is_ok());
        seen
    }
}

#[cfg(unix)]
#[maybe_async]
mod of_unix {
    use std::os::unix::fs::MetadataExt;
    use std::process::Stdio;
    use std::time::Duration;

    use await_me_maybe_conformance::folder::Folder;
    use tokio::fs::{self, OpenOptions};
    use tokio::io::AsyncReadExt;
    use tokio::net::unix::SocketAddr;
    use tokio::net::{UnixListener, UnixStream};
    use tokio::process::{ChildStderr, ChildStdin, ChildStdout, Command};

    pub(crate) async fn listener() -> bool {
        let folder = Folder::new();
        let address = std::os::unix::net::SocketAddr::from_pathname(folder.at("socket")).unwrap();
        let address = SocketAddr::from(address);
        let listener = UnixListener::bind_addr(&address).unwrap();
        let near = UnixStream::connect_addr(&address).await;
        listener.accept().await.is_ok() && near.is_ok()
    }

    pub(crate) async fn forgotten() -> bool {
        let (near, far) = std::os::unix::net::UnixStream::pair().unwrap();
        near.set_nonblocking(true).unwrap();
        far.set_read_timeout(Some(Duration::from_millis(20)))
            .unwrap();
        let (mut reader, writer) = UnixStream::from_std(near).unwrap().into_split();
        writer.forget();
        let is_open = std::io::Read::read(&mut &far, &mut [0]).is_err();
        std::io::Write::write_all(&mut &far, b"a").unwrap();
        is_open && reader.read_u8().await.unwrap() == b'a'
    }

    pub(crate) async fn entries() -> bool {
        let folder = Folder::new();
        fs::write(folder.at("file"), "").await.unwrap();
        let mut entries = fs::read_dir(folder.path()).await.unwrap();
        let entry = entries.next_entry().await.unwrap().unwrap();
        entry.ino() == entry.metadata().await.unwrap().ino()
    }

    pub(crate) async fn opened() -> bool {
        let folder = Folder::new();
        // No flag more than those that are asked for by name.
        let mut options = OpenOptions::new();
        options.write(true).create(true).custom_flags(0);
        options.open(folder.at("a")).await.is_ok()
    }

    pub(crate) async fn users() -> bool {
        let own = fs::metadata("/proc/self").await.unwrap();
        let mut command = Command::new("true");
        command.gid(own.gid()).uid(own.uid());
        command.status().await.unwrap().success()
    }

    pub(crate) async fn pipes() -> String {
        let mut command = std::process::Command::new("cat");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let input = ChildStdin::from_std(child.stdin.take().unwrap()).unwrap();
        let mut output = ChildStdout::from_std(child.stdout.take().unwrap()).unwrap();
        let errors = ChildStderr::from_std(child.stderr.take().unwrap()).unwrap();
        let input = std::fs::File::from(input.into_owned_fd().unwrap());
        std::io::Write::write_all(&mut &input, b"abc").unwrap();
        drop(input);
        let mut text = String::new();
        output.read_to_string(&mut text).await.unwrap();
        let closed = output.into_owned_fd().is_ok() && errors.into_owned_fd().is_ok();
        assert!(closed && child.wait().unwrap().success());
        text
    }
}

#[maybe_async]
mod udp {
    use tokio::net::UdpSocket;

    pub(crate) async fn loops() -> Option<[bool; 2]> {
        // Not every machine has the protocol.
        let socket = UdpSocket::bind("[::1]:0").await.ok()?;
        let before = socket.multicast_loop_v6().ok()?;
        socket.set_multicast_loop_v6(!before).ok()?;
        Some([before, socket.multicast_loop_v6().ok()?])
    }
}

#[test]
fn parts_are_joined() {
    assert_eq!(
        both(suite::joined(), suite::blocking::joined),
        ["xyz", "one!"]
    );
}

#[test]
fn a_pipe_can_be_one() {
    assert_eq!(both(suite::simplex(), suite::blocking::simplex), *b"abc");
}

#[test]
fn the_process_has_streams() {
    assert_eq!(
        both(suite::standard(), suite::blocking::standard),
        [true; 4]
    );
}

#[test]
fn multicast_loops_are_set() {
    both(udp::loops(), udp::blocking::loops);
}

#[cfg(unix)]
#[test]
fn unix_has_more() {
    assert!(both(of_unix::listener(), of_unix::blocking::listener));
    assert!(both(of_unix::forgotten(), of_unix::blocking::forgotten));
    assert!(both(of_unix::entries(), of_unix::blocking::entries));
    assert!(both(of_unix::opened(), of_unix::blocking::opened));
    assert!(both(of_unix::users(), of_unix::blocking::users));
    assert_eq!(both(of_unix::pipes(), of_unix::blocking::pipes), "abc");
}
