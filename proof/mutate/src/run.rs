//! All inputs, in threads, under a watch for those that never end.

use std::collections::HashSet;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use std::{env, fs, process};

use crate::corpus;
use crate::examine::{self, Breach, Fault};
use crate::input::Input;
use crate::reduce;
use crate::sources::Sources;
use crate::stats::Stats;
use crate::watch::{self, Clock};

/// That of rustc's threads.
const STACK: usize = 8 << 20;
/// Processor time after which an expansion hangs.
const LIMIT: Duration = Duration::from_secs(2);
/// Finds of which no file is made any more.
const FILES: usize = 40;
/// No input: between two of them, or at the end.
const NONE: u64 = u64::MAX;
/// How many inputs a thread counts by itself.
const BATCH: u64 = 256;

pub(crate) struct Run {
    sources: Sources,
    seed: u64,
    next: AtomicU64,
    end: u64,
    stats: Mutex<Stats>,
    /// What was found, so that it is reported once.
    found: Mutex<HashSet<String>>,
    /// Whether finds are written to the corpus.
    keeps: bool,
}

/// A thread, as its watch sees it.
struct Worker {
    clock: Clock,
    current: AtomicU64,
    /// Holds the number of the input: if the stack overflows nobody else can tell.
    note: PathBuf,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Run {
    pub(crate) fn new(sources: Sources, seed: u64, first: u64, inputs: u64, keeps: bool) -> Self {
        Self {
            sources,
            seed,
            next: AtomicU64::new(first),
            end: first.saturating_add(inputs),
            stats: Mutex::default(),
            found: Mutex::default(),
            keeps,
        }
    }

    /// Every input; what came out.
    pub(crate) fn all(self, threads: usize) -> Stats {
        let run = Arc::new(self);
        let begin = Instant::now();
        let mut workers: Vec<Watched> = (0..threads).map(|index| run.start(index)).collect();
        let mut started = threads;
        let mut reported = Instant::now();
        while !workers.is_empty() {
            thread::sleep(Duration::from_millis(50));
            for watched in &mut workers {
                if watched.hangs() {
                    let worker = &watched.worker;
                    run.hangs(worker.current.load(Ordering::Relaxed));
                    *watched = run.start(started);
                    started += 1;
                }
            }
            workers.retain_mut(|watched| !watched.ended());
            if reported.elapsed() > Duration::from_secs(20) {
                reported = Instant::now();
                run.report(begin.elapsed());
            }
        }
        std::mem::take(&mut *locked(&run.stats))
    }

    fn start(self: &Arc<Self>, index: usize) -> Watched {
        let (run, (send, receive)) = (Arc::clone(self), std::sync::mpsc::channel());
        let name = format!("mutate-{}-{index}", process::id());
        let note = env::temp_dir().join(&name);
        let thread = thread::Builder::new()
            .name(name)
            .stack_size(STACK)
            .spawn(move || {
                let worker = Arc::new(Worker {
                    clock: Clock::here(),
                    current: AtomicU64::new(NONE),
                    note,
                });
                if send.send(Arc::clone(&worker)).is_ok() {
                    run.work(&worker);
                }
            });
        let thread = thread.expect("a thread can be started");
        let worker = receive.recv().expect("a thread tells of itself first");
        Watched {
            worker,
            thread: Some(thread),
            since: (NONE, Duration::ZERO),
        }
    }

    fn work(&self, worker: &Worker) {
        let mut stats = Stats::default();
        // Without the file a stack overflow is still seen, but not of which input.
        let mut note = File::create(&worker.note).ok();
        loop {
            let index = self.next.fetch_add(1, Ordering::Relaxed);
            if index >= self.end {
                break;
            }
            if let Some(note) = &mut note {
                let _ = note.rewind().and_then(|()| writeln!(note, "{index}"));
            }
            let input = Input::generate(&self.sources, self.seed, index);
            worker.current.store(index, Ordering::Relaxed);
            let verdict = examine::examine(&input);
            worker.current.store(NONE, Ordering::Relaxed);
            stats.add(index, &input, &verdict);
            if let Some(fault) = &verdict.fault {
                self.find(index, &input, fault);
            }
            if stats.inputs >= BATCH {
                locked(&self.stats).merge(std::mem::take(&mut stats));
            }
        }
        locked(&self.stats).merge(stats);
        let _ = fs::remove_file(&worker.note);
    }

    /// Reports a find, once for all that break the same at the same place.
    fn find(&self, index: u64, input: &Input, fault: &Fault) {
        {
            let mut found = locked(&self.found);
            let text: String = fault.what.split('`').step_by(2).collect();
            let place = format!("{} {} {text}", fault.breach, input.entry);
            let is_exact = fault.breach == Breach::Panic || fault.breach == Breach::Unparsable;
            if found.len() >= FILES || is_exact && !found.insert(place) {
                return;
            }
        }
        let small = reduce::reduced(input, fault);
        let text = corpus::print(&small);
        if !locked(&self.found).insert(text.clone()) {
            return;
        }
        println!("\ninput {index}: {}: {}\n{text}", fault.breach, fault.what);
        self.write(index, &small, fault);
    }

    fn write(&self, index: u64, input: &Input, fault: &Fault) {
        if self.keeps {
            let name = format!("{}_{}_{index}", fault.breach, self.seed).replace(' ', "_");
            match corpus::keep(&name, input, fault) {
                Ok(path) => println!("kept as {}", path.display()),
                Err(error) => println!("not kept: {error}"),
            }
        }
    }

    fn hangs(&self, index: u64) {
        let input = Input::generate(&self.sources, self.seed, index);
        let fault = Fault {
            breach: Breach::Hang,
            what: format!("more than {LIMIT:?} of processor time"),
        };
        locked(&self.stats).breach(fault.breach);
        println!(
            "\ninput {index}: {}: {}\n{}",
            fault.breach,
            fault.what,
            corpus::print(&input)
        );
        self.write(index, &input, &fault);
    }

    fn report(&self, time: Duration) {
        let stats = locked(&self.stats);
        let rate = stats.inputs / time.as_secs().max(1);
        let memory = watch::memory().unwrap_or(0);
        println!(
            "{:>10} inputs, {} finds, {rate} inputs/s, {memory} MiB, {} s",
            stats.inputs,
            stats.faults(),
            time.as_secs()
        );
    }
}

struct Watched {
    worker: Arc<Worker>,
    thread: Option<thread::JoinHandle<()>>,
    /// The input that was seen last, and the time of the thread then.
    since: (u64, Duration),
}

impl Watched {
    fn hangs(&mut self) -> bool {
        let current = self.worker.current.load(Ordering::Relaxed);
        if current != self.since.0 {
            self.since = (current, self.worker.clock.time());
            return false;
        }
        current != NONE && self.worker.clock.time() > self.since.1 + LIMIT
    }

    fn ended(&mut self) -> bool {
        let ended = self
            .thread
            .as_ref()
            .is_none_or(thread::JoinHandle::is_finished);
        if let (true, Some(thread)) = (ended, self.thread.take_if(|_| ended)) {
            thread.join().expect("a worker guards what it runs");
        }
        ended
    }
}
