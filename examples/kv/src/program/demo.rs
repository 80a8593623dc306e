//! Both halves on the same server, one after the other.

use std::time::{Duration, Instant};

use kv::{Config, Server, blocking};
use tokio::runtime::Builder;

use super::{Done, asynchronous, blocking as blocking_half, print};

pub(crate) fn demo() -> Done {
    let server = Server::start("127.0.0.1:0")?;
    print(&format!("A server on {}.\n\n", server.address()))?;
    let address = server.address().to_string();
    // Nobody else is on this machine's loopback: what takes longer does not come.
    let config = Config::new().read_timeout(Duration::from_secs(1));

    let runtime = Builder::new_current_thread().enable_all().build()?;
    let begin = Instant::now();
    let asynchronous = runtime.block_on(async {
        let client = kv::Client::connect(&*address, config.clone()).await?;
        asynchronous::tour::tour(&client).await
    })?;
    let async_time = begin.elapsed();

    let begin = Instant::now();
    let client = blocking::Client::connect(&*address, config)?;
    let blocking = blocking_half::tour::tour(&client)?;
    let blocking_time = begin.elapsed();

    print(&asynchronous)?;
    if asynchronous != blocking {
        let text = format!("the halves differ; the blocking one says:\n{blocking}");
        return Err(text.into());
    }
    print(&format!(
        "\nBoth halves agree: async in {async_time:.1?}, blocking in {blocking_time:.1?}\n"
    ))
}
