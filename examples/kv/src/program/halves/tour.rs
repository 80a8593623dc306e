//! What a client can do, told line by line.

use std::fmt::Write as _;

use kv::{Batch, Error, Reply};

use super::{Client, maybe_async};

/// Leaves the server as it was.
#[maybe_async]
pub(crate) async fn tour(client: &Client) -> Result<String, Box<dyn std::error::Error>> {
    let mut told = String::new();
    client.set("greeting", "hello,\nworld").await?;
    let greeting = client.get("greeting").await?.unwrap_or_default();
    writeln!(told, "greeting: {:?}", String::from_utf8_lossy(&greeting))?;
    writeln!(told, "taken away: {}", client.del("greeting").await?)?;
    writeln!(told, "taken away again: {}", client.del("greeting").await?)?;

    let mut batch = Batch::new();
    for number in 0..1000_u32 {
        batch = batch.set(
            &format!("square/{number:04}"),
            (number * number).to_string(),
        );
    }
    let replies = client.batch(&batch).await?;
    let done = replies.iter().filter(|reply| **reply == Reply::Done);
    writeln!(told, "squares: {}", done.count())?;

    let mut last = None;
    let mut scan = client.scan("square/");
    while let Some(key) = scan.next().await? {
        last = Some(key);
    }
    if let Some(key) = last {
        let value = client.get(&key).await?.unwrap_or_default();
        writeln!(
            told,
            "the last one: {key} is {}",
            String::from_utf8_lossy(&value)
        )?;
    }
    let mut batch = Batch::new();
    let collected = &mut batch;
    client
        .scan("square/")
        .for_each(async |key| {
            *collected = std::mem::take(collected).del(&key);
            Ok(())
        })
        .await?;
    let replies = client.batch(&batch).await?;
    writeln!(told, "taken away: {}", replies.len())?;

    match client.get("two words").await {
        Err(error @ Error::Key(_)) => writeln!(told, "an error: {error}")?,
        other => writeln!(told, "no error: {other:?}")?,
    }
    writeln!(told, "idle connections: {}", client.idle_connections())?;
    Ok(told)
}
