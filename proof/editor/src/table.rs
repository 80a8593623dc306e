//! What was checked, and how it went.

use std::time::Instant;

use anyhow::Result;

pub(crate) struct Table {
    passed: usize,
    failed: usize,
    started: Instant,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self {
            passed: 0,
            failed: 0,
            started: Instant::now(),
        }
    }

    pub(crate) fn head(&self, title: &str) {
        let seconds = self.started.elapsed().as_secs();
        println!("\n{title} ({seconds} s)");
    }

    pub(crate) fn row(&mut self, name: &str, result: Result<()>) {
        match result {
            Ok(()) => {
                self.passed += 1;
                println!("  ok    {name}");
            }
            Err(error) => {
                self.failed += 1;
                let text = format!("{error:#}").replace('\n', "\n          ");
                println!("  FAIL  {name}\n          {text}");
            }
        }
    }

    /// Whether everything went well.
    pub(crate) fn finish(self) -> bool {
        let seconds = self.started.elapsed().as_secs();
        println!(
            "\n{} ok, {} failed, in {seconds} s",
            self.passed, self.failed
        );
        self.failed == 0
    }
}
