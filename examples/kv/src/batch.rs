//! Requests that are sent together.

use crate::Request;

/// Requests that are sent together, before the first reply is read.
///
/// ```
/// let batch = kv::Batch::new().set("a", b"1").get("a").del("b");
/// assert_eq!(batch.requests().len(), 3);
/// ```
#[derive(Debug, Clone, Default)]
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
    pub fn set(self, key: &str, value: &[u8]) -> Self {
        self.with(Request::Set(key.to_owned(), value.to_vec()))
    }

    /// Takes a key away.
    pub fn del(self, key: &str) -> Self {
        self.with(Request::Del(key.to_owned()))
    }

    /// What will be asked.
    #[must_use]
    pub fn requests(&self) -> &[Request] {
        &self.0
    }

    fn with(mut self, request: Request) -> Self {
        self.0.push(request);
        self
    }
}
