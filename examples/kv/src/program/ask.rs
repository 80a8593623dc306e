//! One request from the command line, where there is no runtime to be had.

use std::io::{self, Write as _};
use std::net::SocketAddr;

use kv::Config;
use kv::blocking::Client;

use super::args::Question;
use super::{Done, print};

pub(crate) fn ask(address: SocketAddr, question: Question) -> Done {
    let client = Client::new(address.to_string(), Config::new());
    match question {
        Question::Ping => client.ping()?,
        Question::Get(key) => {
            let value = client.get(&key)?.ok_or("there is no such key")?;
            // As it is: it need not be text.
            let mut stdout = io::stdout().lock();
            stdout.write_all(&value)?;
            stdout.write_all(b"\n")?;
        }
        Question::Set(key, value) => client.set(&key, value)?,
        Question::Del(key) => {
            if !client.del(&key)? {
                return Err("there is no such key".into());
            }
        }
        Question::Keys(prefix) => {
            for key in client.scan(&prefix) {
                print(&format!("{}\n", key?))?;
            }
        }
    }
    Ok(())
}
