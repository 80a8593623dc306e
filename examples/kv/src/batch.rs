//! Requests that are sent together.

use crate::{Request, Result};

/// Requests that share one connection, and are sent before the replies to earlier ones are read.
///
/// ```
/// use kv::{Batch, Config, Reply, Server, blocking::Client};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let server = Server::start("127.0.0.1:0")?;
/// let client = Client::connect(server.address().to_string(), Config::new())?;
/// let batch = Batch::new().set("a", "1").get("a").del("b");
/// let replies = client.batch(&batch)?;
/// assert_eq!(replies, [Reply::Done, Reply::Value(b"1".to_vec()), Reply::Missing]);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "a batch does nothing until a client runs it"]
pub struct Batch(Vec<Request>);

impl Batch {
    /// Without any request yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Asks for a value.
    pub fn get(self, key: &str) -> Self {
        self.with(Request::Get(key.to_owned()))
    }

    /// Gives a key a value.
    pub fn set(self, key: &str, value: impl Into<Vec<u8>>) -> Self {
        self.with(Request::Set(key.to_owned(), value.into()))
    }

    /// Takes a key away.
    pub fn del(self, key: &str) -> Self {
        self.with(Request::Del(key.to_owned()))
    }

    /// Asks anything.
    pub fn with(mut self, request: Request) -> Self {
        self.0.push(request);
        self
    }

    /// What will be asked.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.0
    }
}

/// Requests that are sent before the first of their replies is read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) bytes: Vec<u8>,
    pub(crate) replies: usize,
}

/// A window is no longer than this, or a single request.
///
/// A server that cannot get rid of its replies stops reading: if the client went on sending, both
/// sides would wait for the other one. This much fits into the buffers of any system, so that the
/// client comes to reading.
const WINDOW: usize = 8 << 10;

/// All requests as they are sent; the first that cannot be sent is an error.
pub(crate) fn windows(requests: &[Request]) -> Result<Vec<Window>> {
    let mut windows: Vec<Window> = Vec::new();
    for request in requests {
        let mut bytes = Vec::new();
        request.encode(&mut bytes)?;
        match windows.last_mut() {
            Some(window) if window.bytes.len() + bytes.len() <= WINDOW => {
                window.bytes.append(&mut bytes);
                window.replies += 1;
            }
            _ => windows.push(Window { bytes, replies: 1 }),
        }
    }
    Ok(windows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    #[test]
    fn a_window_is_short_or_a_single_request() {
        let mut batch = Batch::new();
        for _ in 0..3_000 {
            batch = batch.get("key");
        }
        let batch = batch.set("key", vec![0; 100_000]).get("key");
        let windows = windows(batch.requests()).unwrap();
        let replies: usize = windows.iter().map(|window| window.replies).sum();
        assert_eq!(replies, 3_002);
        assert_eq!(windows.len(), 3 + 1 + 1);
        for window in &windows {
            assert!(window.bytes.len() <= WINDOW || window.replies == 1);
        }
    }

    #[test]
    fn nothing_is_sent_of_a_batch_with_a_fault() {
        let batch = Batch::new().get("good").get("not good");
        assert!(matches!(windows(batch.requests()), Err(Error::Key(_))));
        assert_eq!(windows(&[]).unwrap(), []);
    }
}
