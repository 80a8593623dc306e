//! How the server is set up: as it comes, but for where it builds and what.

use std::path::Path;

use serde_json::{Value, json};

/// `target`: where the server builds; `library`: the sources of the standard library.
pub(crate) fn of_fixture(target: &Path, library: &Path) -> Value {
    of(target, library, &[])
}

/// The same for some packages of the workspace, of which not everything has to be built.
pub(crate) fn of_examples(target: &Path, library: &Path, packages: &[&str]) -> Value {
    of(target, library, packages)
}

fn of(target: &Path, library: &Path, packages: &[&str]) -> Value {
    let mut build = vec!["cargo", "check", "--quiet", "--message-format=json"];
    build.extend(["--offline", "--all-targets", "--keep-going"]);
    for package in packages {
        build.extend(["-p", package]);
    }
    json!({
        "cargo": {
            "buildScripts": { "overrideCommand": build },
            // The server itself may fetch what the standard library is made with.
            "extraEnv": { "CARGO_TARGET_DIR": target },
            "sysrootSrc": library,
        },
        // Nothing is saved, and rustc is asked without the server.
        "checkOnSave": false,
        "cachePriming": { "enable": false },
        // The names in scope are what is asked for.
        "completion": { "autoimport": { "enable": false } },
    })
}
