//! `kv serve ADDRESS` runs the server; `kv` alone shows both clients at work.

use std::error::Error;
use std::process::ExitCode;

use kv::{Batch, Config, Server, blocking};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["serve", address] => serve(address),
        [] => demo(),
        _ => {
            eprintln!("usage: kv [serve ADDRESS]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kv: {error}");
            let mut source = error.source();
            while let Some(error) = source {
                eprintln!("    {error}");
                source = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

fn serve(address: &str) -> Result<(), Box<dyn Error>> {
    let server = Server::start(address)?;
    println!("listening on {}", server.address());
    server.wait();
    Ok(())
}

/// What one client writes the other one reads.
fn demo() -> Result<(), Box<dyn Error>> {
    let server = Server::start("127.0.0.1:0")?;
    println!("a server on {}", server.address());
    let config = Config::new(server.address());

    let client: blocking::Client = blocking::Client::new(config.clone());
    let batch = Batch::new()
        .set("fruit/apple", b"red")
        .set("fruit/pear", b"green");
    println!("blocking: {:?}", client.batch(&batch)?);

    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let client: kv::Client = kv::Client::new(config);
        let mut scan = client.scan("fruit/");
        while let Some(key) = scan.next().await? {
            let value = client.get(&key).await?.unwrap_or_default();
            println!("async:    {key} is {}", String::from_utf8_lossy(&value));
        }
        client.batch(&Batch::new().del("fruit/apple")).await
    })?;
    println!("blocking: {:?}", client.scan("fruit/").collect()?);
    Ok(())
}
