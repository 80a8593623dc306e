//! A language server as a child process: messages over its standard streams.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

/// No request takes longer, unless something is wrong. The first one reads the standard library.
const LONGEST: Duration = Duration::from_secs(300);
/// The server has dropped the request, as something changed under it.
const ASK_AGAIN: [i64; 2] = [-32801, -32802];

pub(crate) struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    last_id: i64,
    /// Notifications that nobody has read yet.
    notices: VecDeque<Value>,
    /// What the server gets when it asks for its configuration.
    settings: Value,
}

impl Server {
    pub(crate) fn start(program: &Path, folder: &Path, settings: Value) -> Result<Self> {
        let mut child = Command::new(program)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?;
        let input = child.stdin.take();
        let stdout = child.stdout.take().context("the server's output")?;
        let (sender, output) = mpsc::channel();
        thread::spawn(move || forward(stdout, &sender));
        Ok(Self {
            child,
            input,
            output,
            last_id: 0,
            notices: VecDeque::new(),
            settings,
        })
    }

    /// Asks, and asks again as long as the server says that something changed meanwhile.
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> Result<Value> {
        let deadline = Instant::now() + LONGEST;
        loop {
            let answer = self.ask(method, params, deadline)?;
            let Some(error) = answer.get("error") else {
                return Ok(answer["result"].clone());
            };
            if !ASK_AGAIN.contains(&error["code"].as_i64().unwrap_or(0)) {
                bail!("{method}: {}", error["message"].as_str().unwrap_or("?"));
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    fn ask(&mut self, method: &str, params: &Value, deadline: Instant) -> Result<Value> {
        self.last_id += 1;
        let id = self.last_id;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }))?;
        loop {
            let Some(message) = self.receive(deadline)? else {
                bail!("{method}: no answer after {} s", LONGEST.as_secs());
            };
            if message.get("method").is_none() && message["id"] == id {
                return Ok(message);
            }
        }
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) -> Result<()> {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    /// The next notification of the server, if there is one in time.
    pub(crate) fn notice(&mut self, deadline: Instant) -> Result<Option<Value>> {
        loop {
            if let Some(notice) = self.notices.pop_front() {
                return Ok(Some(notice));
            }
            if self.receive(deadline)?.is_none() {
                return Ok(None);
            }
        }
    }

    /// The next message, if there is one in time; notifications are kept for later, and what the
    /// server asks is answered.
    fn receive(&mut self, deadline: Instant) -> Result<Option<Value>> {
        let left = deadline.saturating_duration_since(Instant::now());
        let message = match self.output.recv_timeout(left) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => return Ok(None),
            Err(RecvTimeoutError::Disconnected) => bail!("the server has stopped"),
        };
        if message.get("method").is_some() {
            if message.get("id").is_some() {
                self.answer(&message)?;
            } else {
                self.notices.push_back(message.clone());
            }
        }
        Ok(Some(message))
    }

    fn answer(&mut self, message: &Value) -> Result<()> {
        let result = if message["method"] == "workspace/configuration" {
            let items = message["params"]["items"].as_array().map_or(0, Vec::len);
            Value::Array(vec![self.settings.clone(); items])
        } else {
            Value::Null
        };
        self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }))
    }

    fn send(&mut self, message: &Value) -> Result<()> {
        let text = message.to_string();
        let input = self.input.as_mut().context("the server's input")?;
        write!(input, "Content-Length: {}\r\n\r\n{text}", text.len())?;
        input.flush().context("writing to the server")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It stops by itself when its input ends, and its own children with it.
        self.input = None;
        let deadline = Instant::now() + Duration::from_secs(2);
        while Instant::now() < deadline {
            if let Ok(Some(_)) = self.child.try_wait() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        // Either fails only if it has stopped meanwhile.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads messages until the server stops, or nobody listens.
fn forward(output: ChildStdout, sender: &Sender<Value>) {
    let mut output = BufReader::new(output);
    while let Some(message) = message(&mut output) {
        if sender.send(message).is_err() {
            return;
        }
    }
}

fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("Content-Length: ") {
            length = number.parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
