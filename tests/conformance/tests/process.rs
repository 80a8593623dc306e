//! `tokio::process`, with the processes of any Unix.
#![cfg(unix)]

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::process::Stdio;
    use std::time::Duration;

    use await_me_maybe_conformance::folder::Folder;
    use await_me_maybe_conformance::outcome::shown;
    use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
    use tokio::process::{ChildStdin, ChildStdout, Command};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.arg("-c").arg(script);
        command
    }

    /// Whether the operating system still knows a process that has not ended.
    fn is_running(id: u32) -> bool {
        let state = std::process::Command::new("ps")
            .args(["-o", "stat=", "-p", &id.to_string()])
            .output()
            .unwrap();
        let state = String::from_utf8_lossy(&state.stdout).trim().to_owned();
        !state.is_empty() && !state.starts_with('Z')
    }

    /// Whether it comes to an end by itself, or rather at the hand of another.
    fn ends(id: u32) -> bool {
        (0..500).any(|_| {
            std::thread::sleep(Duration::from_millis(10));
            !is_running(id)
        })
    }

    pub(crate) async fn output() -> Vec<String> {
        let mut seen = Vec::new();
        let mut command = shell("echo out; echo err >&2; exit 3");
        seen.push(shown(command.output().await));
        seen.push(shown(
            shell("exit 3").status().await.map(|status| status.code()),
        ));
        // More than a pipe holds, on both of them.
        let script = "i=0; while [ $i -lt 3000 ]; do echo 01234567890123456789012345678901; echo 01234567890123456789012345678901 >&2; i=$((i+1)); done";
        let output = shell(script).output().await;
        seen.push(shown(
            output.map(|output| (output.stdout.len(), output.stderr.len())),
        ));
        // Unlike std's, this one sets pipes whatever was set before.
        let mut command = shell("echo out");
        command.stdout(Stdio::null());
        seen.push(shown(
            command.output().await.map(|output| output.stdout.len()),
        ));
        seen.push(shown(Command::new("/no/such/program").output().await));
        seen.push(shown(Command::new("/no/such/program").status().await));
        seen.push(shown(Command::new("/no/such/program").spawn().map(drop)));
        // Nobody writes to it, so it must not wait for a writer.
        let mut command = shell("cat; exit 5");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        seen.push(shown(command.status().await.map(|status| status.code())));
        seen
    }

    pub(crate) async fn built() -> Vec<String> {
        let folder = Folder::new();
        let mut seen = Vec::new();
        let mut command = Command::new("sh");
        command
            .args([
                "-c",
                "echo $A$B$C \"$(basename \"$PWD\")\" \"$0\" $1",
                "name",
                "first",
            ])
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("A", "a")
            .envs([("B", "b"), ("C", "c")])
            .env_remove("C")
            .current_dir(folder.path())
            .process_group(0);
        let output = command.output().await.unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let name = folder
            .path()
            .file_name()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        seen.push(text.replace(&name, "folder"));
        seen.push(format!("{:?}", command.as_std().get_program()));
        command.as_std_mut().env("A", "other");
        let output = command.output().await.unwrap();
        seen.push(
            String::from_utf8(output.stdout)
                .unwrap()
                .replace(&name, "folder"),
        );
        let mut command = Command::new("sh");
        command.arg0("zero").args(["-c", "echo $0"]);
        seen.push(shown(
            command
                .output()
                .await
                .map(|output| String::from_utf8(output.stdout)),
        ));
        seen.push(format!("{}", command.get_kill_on_drop()));
        command.kill_on_drop(true);
        seen.push(format!("{}", command.get_kill_on_drop()));
        seen.push(format!("{:?}", command.into_std().get_program()));
        let command = Command::from(std::process::Command::new("true"));
        seen.push(format!("{:?}", command.as_std()));
        seen
    }

    pub(crate) async fn pipes() -> Vec<String> {
        let mut seen = Vec::new();
        let mut command = shell("read line; echo got $line; echo err >&2; cat");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin: ChildStdin = child.stdin.take().unwrap();
        let stdout: ChildStdout = child.stdout.take().unwrap();
        let mut stdout = BufReader::new(stdout);
        seen.push(shown(stdin.write_all(b"hello\n").await));
        seen.push(shown(stdin.flush().await));
        let mut line = String::new();
        seen.push(shown(stdout.read_line(&mut line).await));
        seen.push(line);
        seen.push(shown(stdin.write_all(b"rest").await));
        // It is the drop that closes the pipe.
        seen.push(shown(stdin.shutdown().await));
        seen.push(shown(stdin.write_all(b".").await));
        drop(stdin);
        let mut rest = String::new();
        seen.push(shown(stdout.read_to_string(&mut rest).await));
        seen.push(rest);
        let mut err = String::new();
        seen.push(shown(
            child
                .stderr
                .as_mut()
                .unwrap()
                .read_to_string(&mut err)
                .await,
        ));
        seen.push(err);
        seen.push(shown(child.wait().await));
        seen.push(shown(child.wait().await));
        seen.push(shown(child.try_wait()));
        seen.push(format!("{:?}", child.id()));

        // The output of one is what the other is given.
        let mut first = shell("echo through")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let between: Stdio = first.stdout.take().unwrap().try_into().unwrap();
        let mut second = Command::new("cat");
        second.stdin(between);
        seen.push(shown(second.output().await));
        seen.push(shown(first.wait().await));
        seen
    }

    pub(crate) async fn waits() -> Vec<String> {
        let mut seen = Vec::new();
        // Waiting closes the pipe, so this one ends.
        let mut child = shell("cat; exit 4").stdin(Stdio::piped()).spawn().unwrap();
        seen.push(shown(child.try_wait()));
        seen.push(format!("{}", child.id().is_some()));
        seen.push(shown(child.wait().await));
        seen.push(format!("{:?} {}", child.id(), child.stdin.is_none()));
        seen.push(shown(child.start_kill()));
        seen.push(shown(child.kill().await));
        let mut command = shell("cat; echo end");
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        seen.push(shown(
            child.stdin.as_mut().unwrap().write_all(b"text ").await,
        ));
        seen.push(shown(child.wait_with_output().await));
        let mut child = shell("echo early").stdout(Stdio::piped()).spawn().unwrap();
        seen.push(shown(child.wait().await));
        seen.push(shown(child.wait_with_output().await));
        seen
    }

    pub(crate) async fn kills() -> Vec<String> {
        let mut seen = Vec::new();
        let mut child = Command::new("sleep").arg("100").spawn().unwrap();
        seen.push(shown(child.kill().await));
        seen.push(shown(child.wait().await));
        let mut child = Command::new("sleep").arg("100").spawn().unwrap();
        seen.push(shown(child.start_kill()));
        seen.push(shown(child.wait().await));

        let mut command = Command::new("sleep");
        command.arg("100").kill_on_drop(true);
        let child = command.spawn().unwrap();
        let id = child.id().unwrap();
        seen.push(is_running(id).to_string());
        drop(child);
        seen.push(ends(id).to_string());

        // By itself a drop ends nothing.
        let mut command = Command::new("sleep");
        let child = command.arg("100").spawn().unwrap();
        let id = child.id().unwrap();
        drop(child);
        std::thread::sleep(Duration::from_millis(50));
        seen.push(is_running(id).to_string());
        let killed = Command::new("kill")
            .arg("-9")
            .arg(id.to_string())
            .status()
            .await;
        seen.push(shown(killed.map(|status| status.success())));
        seen.push(ends(id).to_string());
        seen
    }
}

macro_rules! same {
    ($($name:ident: $len:literal, [$($at:literal = $value:literal),*];)*) => {$(
        #[test]
        fn $name() {
            let seen = both(suite::$name(), suite::blocking::$name);
            assert_eq!(seen.len(), $len, "{seen:#?}");
            $(assert_eq!(seen[$at], $value, "{seen:#?}");)*
        }
    )*};
}

same! {
    output: 8, [
        0 = r#"Output { status: ExitStatus(unix_wait_status(768)), stdout: "out\n", stderr: "err\n" }"#,
        1 = "Some(3)", 2 = "(99000, 99000)", 3 = "4",
        4 = "NotFound: No such file or directory (os error 2)",
        7 = "Some(5)"
    ];
    built: 8, [0 = "ab folder name first\n", 2 = "otherb folder name first\n", 4 = "false", 5 = "true"];
    pipes: 17, [3 = "got hello\n", 8 = "rest.", 10 = "err\n", 11 = "ExitStatus(unix_wait_status(0))", 14 = "None"];
    waits: 10, [0 = "None", 1 = "true", 2 = "ExitStatus(unix_wait_status(1024))", 3 = "None true", 4 = "()", 5 = "()"];
    kills: 9, [0 = "()", 1 = "ExitStatus(unix_wait_status(9))", 4 = "true", 5 = "true", 6 = "true", 7 = "true", 8 = "true"];
}

/// Who was dropped before it ended is asked how, when the next one is started.
#[test]
fn no_process_stays_in_the_table() {
    use await_me_maybe::mirror::tokio::process::Command;

    let child = Command::new("true").spawn().unwrap();
    let id = child.id().unwrap().to_string();
    drop(child);
    let is_known = || {
        let mut ps = std::process::Command::new("ps");
        let output = ps.args(["-o", "stat=", "-p", &id]).output().unwrap();
        !output.stdout.is_empty()
    };
    let gone = (0..500).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        Command::new("true").status().unwrap();
        !is_known()
    });
    assert!(gone);
}
