//! In release a twin is, instruction for instruction, the function somebody would write by hand,
//! and `await_me_maybe` costs no instruction more than the direct await, call or value.
//!
//! It reads the assembly that rustc writes for this package; nothing is timed.
#![cfg(all(target_arch = "x86_64", target_os = "linux"))]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The instructions of every function, by its path, with the names of labels and of the two
/// modules taken out.
struct Assembly {
    functions: BTreeMap<String, Vec<String>>,
    /// Functions that LLVM has found equal to another one, and made one of both.
    aliases: BTreeMap<String, String>,
}

impl Assembly {
    fn build() -> Self {
        let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        let status = Command::new(env!("CARGO"))
            .args(["rustc", "--release", "--lib", "--manifest-path"])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&target)
            .args([
                "--",
                "--emit",
                "asm",
                "-C",
                "codegen-units=1",
                "-C",
                "debuginfo=0",
            ])
            .args(["-C", "symbol-mangling-version=v0"])
            .env_remove("RUSTFLAGS")
            .status()
            .expect("cargo runs");
        assert!(status.success());
        let deps = target.join("release/deps");
        let newest = fs::read_dir(&deps)
            .expect("the folder of artifacts")
            .map(|entry| entry.expect("an entry of it").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "s"))
            .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
            .expect("an assembly file");
        Self::read(&fs::read_to_string(newest).expect("a readable assembly file"))
    }

    fn read(text: &str) -> Self {
        let (mut functions, mut aliases) = (BTreeMap::new(), BTreeMap::new());
        let mut current: Option<String> = None;
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default().trim_end();
            if let Some(label) = line
                .strip_suffix(':')
                .filter(|label| !label.starts_with([' ', '\t', '.']))
            {
                current = name(label);
            } else if let Some((alias, to)) = line.split_once(" = ") {
                if let (Some(alias), Some(to)) = (name(alias.trim()), name(to.trim())) {
                    aliases.insert(alias, to);
                }
            } else if let Some(function) = &current {
                let line = line.trim();
                if !line.is_empty() && !line.starts_with('.') {
                    functions
                        .entry(function.clone())
                        .or_insert_with(Vec::new)
                        .push(neutral(line));
                }
            }
        }
        Self { functions, aliases }
    }

    fn of(&self, function: &str) -> &[String] {
        let function = self.aliases.get(function).map_or(function, String::as_str);
        self.functions
            .get(function)
            .unwrap_or_else(|| panic!("no function {function}"))
    }
}

/// `twin::copy_blocking` of a mangled `_RNvNtCs…_27await_me_maybe_machine_code4twin13copy_blocking`.
fn name(symbol: &str) -> Option<String> {
    for module in ["4twin", "4hand", "6direct", "8resolved"] {
        if let Some((_, rest)) = symbol.split_once(&format!("machine_code{module}")) {
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            let length: usize = rest[..digits].parse().ok()?;
            let function = rest[digits..].trim_start_matches('_').get(..length)?;
            return Some(format!(
                "{}::{function}",
                module.trim_start_matches(|char: char| char.is_ascii_digit())
            ));
        }
    }
    None
}

/// Local labels are numbered through the file, and a recursive function calls itself by a name
/// that holds its module.
fn neutral(line: &str) -> String {
    let mut out = String::new();
    for (index, word) in line.split_inclusive([' ', '\t', ',', '(', ')']).enumerate() {
        let end = word.trim_end_matches([' ', '\t', ',', '(', ')']);
        let local = end.trim_start_matches(['*', '$']).starts_with(".L");
        let own = index > 0 && name(end).is_some();
        out += if local {
            ".L"
        } else if own {
            "function"
        } else {
            end
        };
        out += &word[end.len()..];
    }
    out
}

/// Whom a function calls, in the order of the calls in its code.
fn calls(instructions: &[String]) -> Vec<&str> {
    let calls = instructions
        .iter()
        .filter_map(|line| line.strip_prefix("callq\t"));
    calls.collect()
}

/// Calls what only the running program knows; what stands in the table of the linker is known, also
/// when it has been loaded from there before.
fn is_indirect(callee: &str, instructions: &[String]) -> bool {
    let Some(place) = callee.strip_prefix('*') else {
        return false;
    };
    let from_table = |line: &String| line.contains("@GOTPCREL") && line.ends_with(place);
    !place.contains("@GOTPCREL") && !instructions.iter().any(from_table)
}

/// Equal to the last instruction.
const EQUAL: [&str; 15] = [
    "bound_block",
    "copy",
    "depth",
    "early",
    "first_digit",
    "folded",
    "looped",
    "maybe_never",
    "parse",
    "passed_block",
    "passed_on",
    "persistent",
    "pinned",
    "returned",
    "total",
];

/// Where the optimiser has found something else: the same calls in fewer instructions.
const SHORTER: [&str; 2] = ["chosen", "with_pairs"];

#[test]
fn machine_code_is_that_of_hand_written_functions() {
    let assembly = Assembly::build();
    let mut report = String::new();
    for function in EQUAL.iter().chain(&SHORTER) {
        let twin = assembly.of(&format!("twin::{function}_blocking"));
        let hand = assembly.of(&format!("hand::{function}_blocking"));
        assert!(!hand.is_empty());
        writeln!(
            report,
            "{function}: {} instructions, by hand {}",
            twin.len(),
            hand.len()
        )
        .expect("text");
        if EQUAL.contains(function) {
            assert_eq!(twin, hand, "{function}\n{report}");
        }
        assert!(
            twin.len() <= hand.len(),
            "{function}\n{report}{twin:#?}{hand:#?}"
        );
        assert_eq!(calls(twin), calls(hand), "{function}");
        for callee in calls(twin) {
            assert!(!is_indirect(callee, twin), "{function} calls {callee}");
            let allocates = callee.contains("__rust_alloc") || callee.contains("exchange_malloc");
            assert!(!allocates || *function == "parse", "{function} allocates");
        }
    }
    for function in ["value", "call", "future", "async_closure", "blocking_call"] {
        let resolved = assembly.of(&format!("resolved::{function}"));
        let direct = assembly.of(&format!("direct::{function}"));
        writeln!(
            report,
            "{function}: {} instructions, direct {}",
            resolved.len(),
            direct.len()
        )
        .expect("text");
        assert!(
            resolved.len() <= direct.len(),
            "{function}\n{report}\n{resolved:#?}\n{direct:#?}"
        );
    }
    println!("{report}");
}
