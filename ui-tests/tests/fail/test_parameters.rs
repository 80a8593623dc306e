//! Parameters of a test.

#[await_me_maybe::test]
async fn with_parameters(number: u32, text: &str) {} //~

struct Client;

impl Client {
    #[await_me_maybe::test]
    async fn method(&self) {} //~
}

/// Two faults are two errors.
#[await_me_maybe::test]
fn both(number: u32) {} //~ //~

fn main() {}
