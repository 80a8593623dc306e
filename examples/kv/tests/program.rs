//! The program, as it is called from a shell.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Output, Stdio};

use kv::{Config, Result};
use tokio::runtime::Builder;

fn kv() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kv"));
    command.stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    kv().args(args).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A server that ends with the test, even if that is killed: then the pipe to it breaks.
struct Serving {
    child: Child,
    address: String,
}

impl Serving {
    fn start(args: &[&str]) -> Self {
        let mut child = kv()
            .args(["serve", "--until-eof"])
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stdout = child.stdout.take().expect("its output");
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.strip_prefix("listening on ").expect("an address");
        let address = address.trim_end().to_owned();
        Self { child, address }
    }

    /// What `kv at` says to these words.
    fn asked(&self, words: &[&str]) -> (Option<i32>, String, String) {
        let words = [&["at", &self.address], words].concat();
        let output = run(&words);
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn both_clients_talk_to_a_server_in_another_process() -> Result<()> {
    let serving = Serving::start(&[]);
    let blocking = kv::blocking::Client::connect(&*serving.address, Config::new())?;
    blocking.set("key", "value")?;
    let runtime = Builder::new_current_thread().enable_all().build();
    let value = runtime.expect("a runtime").block_on(async {
        let client = kv::Client::connect(&*serving.address, Config::new()).await?;
        client.get("key").await
    })?;
    assert_eq!(value.as_deref(), Some(&b"value"[..]));
    Ok(())
}

#[test]
fn a_server_can_be_asked_from_the_shell() {
    let serving = Serving::start(&["0"]);
    let done = (Some(0), String::new(), String::new());
    assert_eq!(serving.asked(&["ping"]), done);
    assert_eq!(
        serving.asked(&["set", "fruit/pear", "green and\nyellow"]),
        done
    );
    assert_eq!(serving.asked(&["set", "fruit/apple", "red"]), done);
    assert_eq!(
        serving.asked(&["keys", "fruit/"]).1,
        "fruit/apple\nfruit/pear\n"
    );
    assert_eq!(
        serving.asked(&["get", "fruit/pear"]).1,
        "green and\nyellow\n"
    );
    assert_eq!(serving.asked(&["del", "fruit/pear"]), done);
    let missing = (
        Some(1),
        String::new(),
        "kv: there is no such key\n".to_owned(),
    );
    assert_eq!(serving.asked(&["del", "fruit/pear"]), missing);
    assert_eq!(serving.asked(&["get", "fruit/pear"]), missing);
    assert_eq!(serving.asked(&["keys"]).1, "fruit/apple\n");
    let (code, _, stderr) = serving.asked(&["get", "two words"]);
    assert_eq!(code, Some(1));
    assert!(
        stderr.starts_with("kv: `two words` cannot be a key"),
        "{stderr}"
    );
}

#[test]
fn a_server_ends_with_its_input() {
    let mut serving = Serving::start(&["127.0.0.1:0"]);
    let client = kv::blocking::Client::connect(&*serving.address, Config::new());
    drop(serving.child.stdin.take());
    assert_eq!(serving.child.wait().expect("an end").code(), Some(0));
    let client = client.expect("it was there");
    assert!(client.ping().is_err());
}

#[test]
fn a_server_that_has_gone() {
    let mut serving = Serving::start(&[]);
    drop(serving.child.stdin.take());
    serving.child.wait().expect("an end");
    let (code, stdout, stderr) = serving.asked(&["ping"]);
    assert_eq!((code, stdout), (Some(1), String::new()));
    let cause = format!("kv: cannot connect to {}: ", serving.address);
    assert!(stderr.starts_with(&cause), "{stderr}");
    assert_eq!(stderr.lines().count(), 1);
}

#[test]
fn without_words_both_halves_are_shown() {
    let output = run(&[]);
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output.stdout);
    for part in [
        "A server on 127.0.0.1:",
        "\ngreeting: \"hello,\\nworld\"\n",
        "\nthe last one: square/0999 is 998001\n",
        "\nBoth halves agree: async in ",
    ] {
        assert!(shown.contains(part), "{part}\nis not in\n{shown}");
    }
}

#[test]
fn a_reader_that_has_seen_enough() {
    let mut child = kv()
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("a child");
    drop(child.stdout.take());
    let mut stderr = String::new();
    let pipe = child.stderr.as_mut().expect("its errors");
    pipe.read_to_string(&mut stderr).expect("text");
    assert_eq!(stderr, "");
    assert_eq!(child.wait().expect("an end").code(), Some(0));
}

#[test]
fn misuse() {
    for args in [
        &["nonsense"][..],
        &["--nonsense"],
        &["serve", "nowhere"],
        &["serve", "1", "2"],
        &["serve", "65536"],
        &["at"],
        &["at", "1"],
        &["at", "1", "get"],
        &["at", "1", "set", "key"],
        &["at", "1", "ping", "pong"],
        &["at", "nowhere", "ping"],
    ] {
        let output = run(args);
        let stderr = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {stderr}");
        assert!(stderr.ends_with("; `kv --help` tells more\n"), "{stderr}");
        assert!(output.stdout.is_empty());
    }
    let output = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).contains("\nUsage: kv "));
}

#[test]
fn an_address_that_is_taken() {
    let serving = Serving::start(&[]);
    let output = run(&["serve", &serving.address]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = text(&output.stderr);
    assert!(
        stderr.starts_with(&format!("kv: {}: ", serving.address)),
        "{stderr}"
    );
}
