//! An editor with a project open.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

use crate::files::Files;
use crate::place::{self, Place};
use crate::server::Server;

/// The first time, the dependencies of the project are built.
const LONGEST_START: Duration = Duration::from_secs(900);
/// A server that is ready may begin again, when macros have been built.
const SETTLED: Duration = Duration::from_millis(1500);

pub(crate) struct Session {
    server: Server,
    pub(crate) files: Files,
    version: u64,
}

/// What the program, the folder and the settings of the server are.
pub(crate) struct Setup<'a> {
    pub(crate) program: &'a Path,
    pub(crate) folder: &'a Path,
    pub(crate) settings: Value,
}

impl Session {
    /// Starts a server, opens all files, and waits until everything has been read.
    pub(crate) fn open(setup: &Setup<'_>, files: Files) -> Result<Self> {
        let server = Server::start(setup.program, setup.folder, setup.settings.clone())?;
        let mut session = Self {
            server,
            files,
            version: 0,
        };
        session.initialize(setup)?;
        let paths: Vec<PathBuf> = session.files.paths().map(Path::to_owned).collect();
        for path in paths {
            let document = json!({
                "uri": place::uri(&path)?,
                "languageId": "rust",
                "version": 0,
                "text": session.files.text(&path)?,
            });
            let params = json!({ "textDocument": document });
            session.server.notify("textDocument/didOpen", &params)?;
        }
        session.wait()?;
        Ok(session)
    }

    fn initialize(&mut self, setup: &Setup<'_>) -> Result<()> {
        let uri = place::uri(setup.folder)?;
        let answer = self.server.request(
            "initialize",
            &json!({
                "processId": std::process::id(),
                "rootUri": uri,
                "workspaceFolders": [{ "uri": uri, "name": "project" }],
                "initializationOptions": setup.settings,
                "capabilities": {
                    "general": { "positionEncodings": ["utf-8"] },
                    "experimental": { "serverStatusNotification": true },
                    "workspace": {
                        "configuration": true,
                        "workspaceEdit": { "documentChanges": true },
                    },
                    "textDocument": {
                        "definition": { "linkSupport": true },
                        "diagnostic": { "dynamicRegistration": false },
                        "hover": { "contentFormat": ["markdown"] },
                        "rename": { "prepareSupport": true },
                        "signatureHelp": {
                            "signatureInformation": {
                                "parameterInformation": { "labelOffsetSupport": true },
                            },
                        },
                    },
                },
            }),
        )?;
        let encoding = &answer["capabilities"]["positionEncoding"];
        ensure!(encoding == "utf-8", "the server counts in {encoding}");
        self.server.notify("initialized", &json!({}))
    }

    /// Waits until the server is ready, and has stayed so.
    fn wait(&mut self) -> Result<()> {
        let deadline = Instant::now() + LONGEST_START;
        let mut last = Value::Null;
        loop {
            let ready = last["quiescent"] == true;
            let until = if ready {
                Instant::now() + SETTLED
            } else {
                deadline
            };
            match self.server.notice(until)? {
                Some(notice) if notice["method"] == "experimental/serverStatus" => {
                    last = notice["params"].clone();
                }
                Some(_) => {}
                None if ready => break,
                None => bail!("not ready after {} s: {last}", LONGEST_START.as_secs()),
            }
        }
        ensure!(last["health"] == "ok", "the server is not well: {last}");
        Ok(())
    }

    /// Types a text in the place of a file's own.
    pub(crate) fn change(&mut self, path: &Path, text: &str) -> Result<()> {
        self.version += 1;
        self.server.notify(
            "textDocument/didChange",
            &json!({
                "textDocument": { "uri": place::uri(path)?, "version": self.version },
                "contentChanges": [{ "text": text }],
            }),
        )
    }

    pub(crate) fn restore(&mut self, path: &Path) -> Result<()> {
        let text = self.files.text(path)?.to_owned();
        self.change(path, &text)
    }

    /// Asks about a marked word.
    fn ask(&mut self, method: &str, mark: &str, more: &[(&str, Value)]) -> Result<Value> {
        let mark = self.files.mark(mark)?;
        let text = self.files.text(&mark.path)?;
        // Not before its first letter, where the mark ends, which is a token of its own.
        let mut params = place::at(&mark.path, text, mark.word.start + 1)?;
        for (key, value) in more {
            params[*key] = value.clone();
        }
        self.server.request(method, &params)
    }

    /// All places that an editor offers to go to. Two items may have a name at the same place.
    pub(crate) fn definition(&mut self, mark: &str) -> Result<Vec<Place>> {
        let mut places = places(&self.ask("textDocument/definition", mark, &[])?)?;
        places.dedup();
        Ok(places)
    }

    pub(crate) fn references(&mut self, mark: &str) -> Result<Vec<Place>> {
        let context = json!({ "includeDeclaration": true });
        places(&self.ask("textDocument/references", mark, &[("context", context)])?)
    }

    /// What is shown of a word; nothing for one that is not known.
    pub(crate) fn hover(&mut self, mark: &str) -> Result<String> {
        let answer = self.ask("textDocument/hover", mark, &[])?;
        Ok(answer["contents"]["value"]
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// The edit that gives a word another name.
    pub(crate) fn rename(&mut self, mark: &str, new: &str) -> Result<Value> {
        self.ask("textDocument/rename", mark, &[("newName", json!(new))])
    }

    /// The words that are offered at an offset of a text that has been typed.
    pub(crate) fn completion(
        &mut self,
        path: &Path,
        text: &str,
        offset: usize,
    ) -> Result<Vec<String>> {
        let params = place::at(path, text, offset)?;
        let answer = self.server.request("textDocument/completion", &params)?;
        let items = answer.get("items").unwrap_or(&answer).as_array();
        let labels = items.into_iter().flatten().map(|item| {
            let label = item["label"].as_str().unwrap_or_default();
            let end = label.find(|c: char| c != '_' && !c.is_alphanumeric());
            label[..end.unwrap_or(label.len())].to_owned()
        });
        Ok(labels.collect())
    }

    /// The signatures of the call around an offset.
    pub(crate) fn signatures(
        &mut self,
        path: &Path,
        text: &str,
        offset: usize,
    ) -> Result<Vec<String>> {
        let params = place::at(path, text, offset)?;
        let answer = self.server.request("textDocument/signatureHelp", &params)?;
        let signatures = answer["signatures"].as_array().into_iter().flatten();
        Ok(signatures
            .map(|signature| signature["label"].as_str().unwrap_or_default().to_owned())
            .collect())
    }

    /// The hints that stand directly behind a marked word.
    pub(crate) fn hints(&mut self, mark: &str) -> Result<Vec<String>> {
        let place = self.files.place(mark)?;
        let end = json!({ "line": place.line, "character": place.end });
        let answer = self.server.request(
            "textDocument/inlayHint",
            &json!({
                "textDocument": { "uri": place::uri(&place.path)? },
                "range": {
                    "start": { "line": place.line, "character": 0 },
                    "end": { "line": place.line + 1, "character": 0 },
                },
            }),
        )?;
        let hints = answer.as_array().context("no hints in the answer")?.iter();
        let hints = hints.filter(|hint| hint["position"] == end);
        Ok(hints.map(|hint| label(&hint["label"])).collect())
    }

    pub(crate) fn diagnostics(&mut self, path: &Path) -> Result<Vec<Value>> {
        let params = json!({ "textDocument": { "uri": place::uri(path)? } });
        let answer = self.server.request("textDocument/diagnostic", &params)?;
        let items = answer["items"].as_array();
        Ok(items
            .context("no list of diagnostics in the answer")?
            .clone())
    }
}

fn places(answer: &Value) -> Result<Vec<Place>> {
    let mut places = match answer {
        Value::Null => Vec::new(),
        Value::Array(places) => places.iter().map(Place::read).collect::<Result<_>>()?,
        place => vec![Place::read(place)?],
    };
    places.sort();
    Ok(places)
}

fn label(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(parts) => parts
            .iter()
            .filter_map(|part| part["value"].as_str())
            .collect(),
        _ => String::new(),
    }
}
