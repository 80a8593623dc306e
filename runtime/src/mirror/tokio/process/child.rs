//! `Child`: a process that was started.

use std::io::Result;
use std::process::{self, ExitStatus, Output};

use super::{ChildStderr, ChildStdin, ChildStdout, orphans};
use crate::mirror::tokio::io::retry;

/// A process that was started.
///
/// Dropped, it goes on, unless it was started with
/// [`kill_on_drop`](super::Command::kill_on_drop).
#[derive(Debug)]
pub struct Child {
    process: Process,
    /// What it is given, through a pipe.
    pub stdin: Option<ChildStdin>,
    /// What it writes, through a pipe.
    pub stdout: Option<ChildStdout>,
    /// What it writes of what went wrong, through a pipe.
    pub stderr: Option<ChildStderr>,
}

#[derive(Debug)]
struct Process {
    /// There is one until it is dropped.
    std: Option<process::Child>,
    ended: bool,
    kill_on_drop: bool,
}

impl Process {
    fn std(&mut self) -> &mut process::Child {
        self.std.as_mut().expect("taken by the last call alone")
    }

    fn into_std(mut self) -> process::Child {
        self.std.take().expect("this is the last call")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let Some(mut child) = self.std.take() else {
            return;
        };
        if self.ended {
            return;
        }
        if self.kill_on_drop {
            // Nobody is there to be told.
            let _ = child.kill();
        }
        orphans::adopt(child);
    }
}

impl Child {
    pub(super) fn new(mut std: process::Child, kill_on_drop: bool) -> Self {
        Self {
            stdin: std.stdin.take().map(ChildStdin),
            stdout: std.stdout.take().map(ChildStdout),
            stderr: std.stderr.take().map(ChildStderr),
            process: Process {
                std: Some(std),
                ended: false,
                kill_on_drop,
            },
        }
    }

    /// Its number in the operating system, until its end is known.
    #[must_use]
    pub fn id(&self) -> Option<u32> {
        let std = self.process.std.as_ref()?;
        (!self.process.ended).then(|| std.id())
    }

    /// Its handle in the operating system, until its end is known.
    #[cfg(windows)]
    #[must_use]
    pub fn raw_handle(&self) -> Option<std::os::windows::io::RawHandle> {
        use std::os::windows::io::AsRawHandle as _;

        let std = self.process.std.as_ref()?;
        (!self.process.ended).then(|| std.as_raw_handle())
    }

    /// Kills it, and does not wait for its end.
    pub fn start_kill(&mut self) -> Result<()> {
        if self.process.ended {
            return Ok(());
        }
        self.process.std().kill()?;
        self.process.kill_on_drop = false;
        Ok(())
    }

    /// Kills it and waits for its end.
    pub fn kill(&mut self) -> Result<()> {
        self.start_kill()?;
        self.wait().map(drop)
    }

    /// Closes the pipe to it, waits for its end and says how it ended, also when that is known.
    pub fn wait(&mut self) -> Result<ExitStatus> {
        self.stdin = None;
        let status = retry(|| self.process.std().wait())?;
        self.process.ended = true;
        Ok(status)
    }

    /// How it ended, if it has.
    pub fn try_wait(&mut self) -> Result<Option<ExitStatus>> {
        let status = self.process.std().try_wait()?;
        self.process.ended |= status.is_some();
        Ok(status)
    }

    /// Closes the pipe to it, reads what it writes and waits for its end.
    pub fn wait_with_output(mut self) -> Result<Output> {
        self.stdin = None;
        let mut std = self.process.into_std();
        std.stdout = self.stdout.take().map(|pipe| pipe.0);
        std.stderr = self.stderr.take().map(|pipe| pipe.0);
        std.wait_with_output()
    }
}
