//! That programs are made again, that differences are noticed, and that a short run is clean.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::campaign::Campaign;
use crate::constructs;
use crate::documented::Documented;
use crate::generate;
use crate::judge::{Verdict, judge};
use crate::node::{Node, Piece, Sort};
use crate::program::{Form, Program};
use crate::scratch::{Scratch, workspace};
use crate::shrink::shrink;
use crate::ty::Ty;

/// One crate compiles at a time, and all of these use it.
static SCRATCH: Mutex<()> = Mutex::new(());

fn with_scratch<R>(test: impl FnOnce(&Scratch, &Documented) -> R) -> R {
    let _one = SCRATCH.lock().unwrap_or_else(PoisonError::into_inner);
    let scratch = Scratch::new("batch0").expect("a folder");
    let documented = Documented::read(&workspace()).expect("the sources of the texts");
    test(&scratch, &documented)
}

#[test]
fn a_seed_makes_the_same_programs() {
    for index in 0..50 {
        let text = generate::program(7, index).key();
        assert_eq!(text, generate::program(7, index).key());
        assert_ne!(text, generate::program(8, index).key());
        assert_ne!(text, generate::program(7, index + 1).key());
    }
}

#[test]
fn every_construct_is_reached() {
    let mut reached = BTreeSet::new();
    for index in 0..6000 {
        reached.extend(generate::program(1, index).constructs());
    }
    let listed: BTreeSet<_> = constructs::all().collect();
    assert_eq!(reached, listed);
}

#[test]
fn every_lowering_is_reached_or_said_to_be_missing() {
    let page = std::fs::read_to_string(workspace().join("docs/lowerings.md")).expect("the page");
    let lowerings = page.lines().filter_map(|line| line.strip_prefix("### "));
    for lowering in lowerings {
        assert!(
            constructs::of(lowering).is_some()
                || constructs::MISSING
                    .iter()
                    .any(|(name, _)| *name == lowering),
            "nothing is made of the lowering `{lowering}`"
        );
    }
    let listed: BTreeSet<_> = constructs::all().collect();
    for (lowering, names) in constructs::LOWERINGS {
        for name in *names {
            assert!(
                listed.contains(name),
                "`{name}` of `{lowering}` is no construct"
            );
        }
    }
}

/// A program whose `start` is annotated, and calls a function whose forms are written by hand.
fn planted(asynchronous: &str, blocking: &str) -> Program {
    let odd = format!(
        "pub async fn odd() -> u32 {{ {asynchronous} 1 }}\npub fn odd_blocking() -> u32 {{ {blocking} 1 }}"
    );
    let statement = |text: &str| Node::statement("planted", text, []);
    let sum = Node::value(
        "planted",
        &Ty::U32,
        "¤ + ¤",
        [
            Node::value("planted", &Ty::U32, "odd().await", []),
            Node::value("planted", &Ty::U32, "note(\"n\", 5u32)", []),
        ],
    );
    let body = Node::part(
        "¤¤¤",
        [
            statement("log(\"one\");"),
            statement("let _guard = Guard::loud(\"g\");"),
            sum,
        ],
    );
    let mut start = Node::new(
        "planted",
        Sort::Item,
        "pub async fn start() -> u32 { ¤ }",
        [body],
    );
    start.pieces.insert(0, Piece::Attribute);
    Program {
        form: Form::Suffix,
        items: vec![Node::new("planted", Sort::Item, &odd, []), start],
        twins: Vec::new(),
        streams: Vec::new(),
    }
}

#[test]
fn planted_faults_are_noticed_and_made_small() {
    let same = planted("log(\"odd\");", "log(\"odd\");");
    let differs = planted("log(\"odd\");", "log(\"even\");");
    let wrong_value = planted("", "return 2;");
    let mut broken = planted("", "");
    broken.items[0] = Node::new("planted", Sort::Item, "pub async fn odd() -> u32 { 1 }", []);
    let both = planted("", "let () = 1;");
    let lost = planted("", "std::process::exit(0);");
    let mut fault = planted("let () = 1;", "");
    fault.twins.clear();
    let mut refused = planted("", "");
    refused.items.insert(0, {
        let text = "pub async fn raced() { tokio::select! { n = odd() => drop(n), } }";
        let mut item = Node::new("planted", Sort::Item, text, []);
        item.pieces.insert(0, Piece::Attribute);
        item
    });
    with_scratch(|scratch, documented| {
        let programs = [
            &same,
            &differs,
            &wrong_value,
            &both,
            &fault,
            &refused,
            &lost,
            &broken,
        ];
        let programs: Vec<_> = (0..).zip(programs).collect();
        let verdicts = judge(scratch, documented, &programs).expect("a compiler");
        assert!(
            matches!(
                verdicts[&0],
                Verdict::Agrees {
                    effects: 5,
                    panics: false
                }
            ),
            "{verdicts:?}"
        );
        assert!(matches!(verdicts[&1], Verdict::Differs(_)), "{verdicts:?}");
        assert!(matches!(verdicts[&2], Verdict::Differs(_)), "{verdicts:?}");
        // What is written by hand is compiled with the async half, too.
        assert!(matches!(verdicts[&3], Verdict::Fault(_)), "{verdicts:?}");
        assert!(matches!(verdicts[&4], Verdict::Fault(_)), "{verdicts:?}");
        assert!(
            matches!(&verdicts[&5], Verdict::Refused(name) if name == "race"),
            "{verdicts:?}"
        );
        assert!(matches!(verdicts[&6], Verdict::Lost), "{verdicts:?}");
        assert!(matches!(verdicts[&7], Verdict::Broken(_)), "{verdicts:?}");

        let (small, verdict) =
            shrink(scratch, documented, &differs, &verdicts[&1], 200).expect("a compiler");
        assert!(matches!(verdict, Verdict::Differs(_)));
        let text = small.key();
        assert!(text.contains("odd().await"), "{text}");
        assert!(
            !text.contains("note(") && !text.contains("log(\"one\")") && !text.contains("_guard"),
            "{text}"
        );
        let ready = crate::ready::test(&small, "planted", &verdict);
        assert!(ready.contains("assert_eq!(log, [\"odd\"]);"), "{ready}");
    });
}

/// What the public is told by `cargo run -p fuzz`, in small.
#[test]
fn a_short_run_is_clean() {
    with_scratch(|_, documented| {
        let campaign = Campaign {
            seed: 1,
            first: 0,
            programs: 60,
            batch: 60,
            jobs: 1,
        };
        let results = campaign.run(documented).expect("a compiler");
        assert_eq!(results.programs, 60);
        assert!(results.findings.is_empty(), "{:?}", results.findings);
        assert!(
            results.agree > 50,
            "{} refused, {:?}",
            results.refused.len(),
            results.faults
        );
    });
}
