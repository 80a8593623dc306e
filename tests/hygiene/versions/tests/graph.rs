//! Makes a second version of the crates, and builds and runs libraries that use both.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the whole workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if !from.is_dir() {
        fs::copy(from, to)?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        if name != "target" {
            copy(&from.join(&name), &to.join(&name))?;
        }
    }
    Ok(())
}

/// Writes a file anew, with some of its text replaced, all of which has to be there.
fn edit(file: &Path, changes: &[(&str, &str)]) -> io::Result<()> {
    let mut text = fs::read_to_string(file)?;
    for (from, to) in changes {
        assert!(text.contains(from), "`{from}` in {}", file.display());
        text = text.replace(from, to);
    }
    fs::write(file, text)
}

/// The crates as version 0.2.0, in a workspace of their own.
fn second_version(at: &Path) -> io::Result<()> {
    let root = root();
    fs::create_dir_all(at)?;
    for part in ["Cargo.toml", "README.md", "macros", "runtime"] {
        copy(&root.join(part), &at.join(part))?;
    }
    let manifest = fs::read_to_string(at.join("Cargo.toml"))?;
    let members = manifest.lines().find(|line| line.starts_with("members = "));
    let members = members.expect("the workspace lists its members");
    edit(
        &at.join("Cargo.toml"),
        &[
            (members, r#"members = ["macros", "runtime"]"#),
            (r#"version = "0.1.0""#, r#"version = "0.2.0""#),
            (r#"version = "=0.1.0""#, r#"version = "=0.2.0""#),
        ],
    )
}

#[test]
fn two_versions_in_one_graph() -> io::Result<()> {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("versions");
    let (second, graph) = (scratch.join("second-version"), scratch.join("graph"));
    for made in [&second, &graph] {
        if made.exists() {
            fs::remove_dir_all(made)?;
        }
    }
    second_version(&second)?;
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("graph"), &graph)?;
    let paths = [
        ("@ONE@", root().join("runtime")),
        ("@TWO@", second.join("runtime")),
    ];
    for package in ["first", "second", "app"] {
        let manifest = graph.join(package).join("Cargo.toml");
        let text = fs::read_to_string(&manifest)?;
        let text = paths.iter().fold(text, |text, (mark, path)| {
            text.replace(mark, &path.display().to_string())
        });
        fs::write(&manifest, text)?;
    }
    // The same versions of everything else, none of which has to be fetched.
    fs::copy(root().join("Cargo.lock"), graph.join("Cargo.lock"))?;
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "app"])
        .current_dir(&graph)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TARGET_DIR", scratch.join("target"))
        .output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "both halves of both versions"
    );
    let lock = fs::read_to_string(graph.join("Cargo.lock"))?;
    for (name, version) in [
        ("await-me-maybe", "0.1.0"),
        ("await-me-maybe", "0.2.0"),
        ("await-me-maybe-macros", "0.1.0"),
        ("await-me-maybe-macros", "0.2.0"),
    ] {
        let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
        assert!(lock.contains(&entry), "{name} {version} in the graph");
    }
    Ok(())
}
