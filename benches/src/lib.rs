//! What this crate costs beside what it stands for: time and allocations of one call.
//!
//! `cargo bench -p await-me-maybe-benches` measures; with `-- --test` each benchmark runs once.
//! Nothing here fails because a machine is slow.

/// Counts the allocations of each benchmark.
#[macro_export]
macro_rules! bench {
    () => {
        #[global_allocator]
        static ALLOCATIONS: $crate::AllocProfiler = $crate::AllocProfiler::system();

        fn main() {
            $crate::run();
        }
    };
}

pub mod programs;

pub use divan::AllocProfiler;

/// Runs the benchmarks of the program.
pub fn run() {
    divan::main();
}
