//! The bridges between async and blocking code under load and faults: what the tests share.

use std::any::Any;
use std::env;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::{Duration, Instant};

/// How long a test may take before it counts as hanging.
const LIMIT: Duration = Duration::from_secs(60);

/// Set to the name of a test in the process that is to run its body.
const CHILD: &str = "AWAIT_ME_MAYBE_TEST";

/// Tests whose bodies run in a process of their own, which is killed when it hangs.
#[macro_export]
macro_rules! in_child {
    ($($(#[$attr:meta])* fn $name:ident() $body:block)*) => {$(
        #[test]
        $(#[$attr])*
        fn $name() {
            $crate::in_child(stringify!($name), &[], || $body);
        }
    )*};
}

/// Runs the body of the test of this name in another process, with these variables set.
///
/// # Panics
///
/// If the body does not come to its end, or takes longer than a minute.
pub fn in_child(name: &str, variables: &[(&str, &str)], body: impl FnOnce()) {
    if env::var_os(CHILD).is_some_and(|child| child == name) {
        body();
        println!("{}", end_of(name));
        return;
    }
    let child = Command::new(env::current_exe().expect("this is a program"))
        .args([name, "--exact", "--nocapture"])
        .env(CHILD, name)
        .envs(variables.iter().copied())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the test starts again");
    let mut child = Kill(child);
    let pipes = (child.0.stdout.take(), child.0.stderr.take());
    let (stdout, stderr) = (pipes.0.map(read), pipes.1.map(read));
    let status = wait(&mut child.0);
    drop(child);
    let printed: String = stdout
        .into_iter()
        .chain(stderr)
        .map(|pipe| pipe.join().expect("the output is read"))
        .collect();
    let status = status.unwrap_or_else(|| panic!("`{name}` hangs\n{printed}"));
    assert!(
        status.success() && printed.contains(&end_of(name)),
        "`{name}` fails\n{printed}"
    );
}

fn end_of(name: &str) -> String {
    format!("`{name}` has come to its end")
}

fn wait(child: &mut Child) -> Option<ExitStatus> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("the child can be waited for") {
            return Some(status);
        }
        if start.elapsed() > LIMIT {
            return None;
        }
        sleep(Duration::from_millis(5));
    }
}

/// Reads on the side, since a child that prints much waits until somebody does.
fn read(pipe: impl Read + Send + 'static) -> JoinHandle<String> {
    spawn(move || {
        let mut printed = Vec::new();
        let mut pipe = pipe;
        pipe.read_to_end(&mut printed)
            .expect("the output can be read");
        String::from_utf8_lossy(&printed).into_owned()
    })
}

struct Kill(Child);

impl Drop for Kill {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The payload of a panic that has to come.
///
/// # Panics
///
/// If it does not.
pub fn payload<T>(run: impl FnOnce() -> T) -> Box<dyn Any + Send> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(_) => panic!("this should have panicked"),
        Err(payload) => payload,
    }
}

/// The text of a panic that has to come.
///
/// # Panics
///
/// If it does not, or has no text.
pub fn panic_text<T>(run: impl FnOnce() -> T) -> String {
    let payload = payload(run);
    let text = payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string));
    text.expect("a panic with a text")
}
