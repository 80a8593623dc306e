//! A test whose body has no blocking meaning.

async fn ping() {}
fn ping_blocking() {}

#[await_me_maybe::test]
async fn at_once() {
    ping().await;
    futures::join!(ping(), ping()); //~
}

fn main() {
    ping_blocking();
    drop(ping());
}
