//! Every test of a client runs in both halves, against a real server on loopback.

mod servers;

#[path = "clients"]
mod asynchronous {
    use await_me_maybe::asynchronous::{maybe_async, only_async, only_blocking};
    use kv::Client;

    mod faults;
    mod requests;
}

#[path = "clients"]
#[allow(clippy::duplicate_mod)]
mod blocking {
    use await_me_maybe::blocking::{maybe_async, only_async, only_blocking};
    use kv::blocking::Client;

    mod faults;
    mod requests;
}

/// What one half writes the other one reads.
#[test]
fn both_halves_see_the_same() -> Result<(), Box<dyn std::error::Error>> {
    let server = kv::Server::start("127.0.0.1:0")?;
    let config = kv::Config::new(server.address());
    let blocking: kv::blocking::Client = kv::blocking::Client::new(config.clone());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let client: kv::Client = kv::Client::new(config);
        for n in 0..100_u8 {
            client.set(&format!("key{n:03}"), &[n]).await?;
        }
        Ok::<(), kv::Error>(())
    })?;
    assert_eq!(blocking.scan("key").collect()?.len(), 100);
    assert_eq!(blocking.get("key042")?, Some(vec![42]));
    // The error is one type for both.
    let errors: [kv::Error; 2] = [
        blocking.get("no key").unwrap_err(),
        runtime
            .block_on(
                kv::Client::<kv::asynchronous::transport::Tcp>::new(kv::Config::new(
                    server.address(),
                ))
                .get("no key"),
            )
            .unwrap_err(),
    ];
    assert_eq!(errors[0].to_string(), errors[1].to_string());
    Ok(())
}
