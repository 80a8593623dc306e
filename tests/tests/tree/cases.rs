//! Tests that are written once and run in both halves.

use super::client::Client;
use super::transport::Memory;
use super::*;

#[maybe_async]
#[tokio::test]
async fn what_is_set_can_be_got() {
    let mut client = Client::new(Memory::default());
    client.set("a", "1").await.unwrap();
    assert_eq!(client.get("a").await.unwrap().as_deref(), Some("1"));
}

#[test]
fn plain_tests_run_in_both() {
    assert_eq!(module_path!().contains("asynchronous"), is_async!());
}

#[maybe_async]
#[await_me_maybe::test(flavor = "multi_thread", worker_threads = 1)]
#[should_panic = "as it has to"]
async fn one_attribute_for_both() {
    let mut client = Client::new(Memory::default());
    client.get("a").await.unwrap();
    panic!("as it has to");
}
