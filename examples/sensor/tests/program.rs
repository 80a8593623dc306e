//! The program: its table, and that it notices halves that differ.

use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_sensor");
    Command::new(program)
        .args(args)
        .output()
        .expect("a program")
}

#[test]
fn equal_halves_are_a_success() {
    for seed in ["1", "77"] {
        let output = run(&["--seed", seed]);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{text}");
        assert!(
            text.ends_with("13 cases, the same in both halves\n"),
            "{text}"
        );
        // A case, its transfers and seconds, and the verdict.
        let is_same = |line: &&str| {
            line.get(54..64)
                .is_some_and(|verdict| verdict.contains("same"))
        };
        assert_eq!(text.lines().filter(is_same).count(), 13, "{text}");
    }
}

#[test]
fn halves_that_differ_are_a_failure() {
    let output = run(&["--skew"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains(" differ "), "{text}");
}

#[test]
fn unknown_arguments_are_refused() {
    for args in [&["--sed"][..], &["--seed"], &["--seed", "x"]] {
        assert_eq!(run(args).status.code(), Some(2));
    }
}
