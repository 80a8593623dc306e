//! What the blocking mirror can neither read, nor write, nor split.

use await_me_maybe::maybe_async;

#[maybe_async]
mod api {
    use tokio::io::{AsyncBufRead, AsyncRead, AsyncWrite};

    pub async fn reads(_: impl AsyncRead) {}

    pub async fn buffered(_: impl AsyncBufRead) {}

    pub async fn writes(_: impl AsyncWrite) {}

    pub async fn splits<S: AsyncRead + AsyncWrite>(stream: S) {
        let _ = tokio::io::split(stream); //~
    }
}

struct Own;

fn main() {
    let _ = (api::reads(&b""[..]), api::buffered(&b""[..]), api::writes(Vec::new()));
    let _ = api::splits(tokio::io::duplex(1).0);
    api::blocking::reads(Own); //~
    api::blocking::buffered(&b"text"[..]);
    api::blocking::buffered(Own); //~
    api::blocking::writes(Own); //~
}
