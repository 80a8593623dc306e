//! The finds of before, a short run by a fixed seed, and whether the checks can fail.

use proc_macro2::TokenStream;

use crate::corpus;
use crate::examine::{self, Breach};
use crate::half;
use crate::input::{Entry, Input};
use crate::reduce;
use crate::run::Run;
use crate::sources::{self, Sources};
use crate::tree;

#[test]
fn the_finds_of_before_are_mended() {
    let finds = corpus::finds().expect("a readable corpus");
    assert!(!finds.is_empty());
    for (name, input) in finds {
        let fault = examine::examine(&input).fault;
        assert!(fault.is_none(), "{name}: {fault:?}");
    }
}

#[test]
fn a_short_run() {
    let sources = Sources::read(&sources::workspace()[..1]).expect("snapshots");
    let stats = Run::new(sources, 20_261_121, 0, 2_000, false).all(2);
    assert_eq!(stats.inputs, 2_000);
    assert_eq!(stats.faults(), 0, "{stats}");
}

#[test]
fn an_input_is_made_of_its_number() {
    let sources = Sources::read(&sources::workspace()[..1]).expect("snapshots");
    let input = |seed, index| corpus::print(&Input::generate(&sources, seed, index));
    for index in 0..50 {
        assert_eq!(input(1, index), input(1, index));
    }
    let different = (0..50).filter(|&index| input(1, index) != input(2, index));
    assert!(different.count() > 40);
}

fn is_kept(item: &str, output: &str) -> bool {
    let tokens = |text: &str| text.parse().expect("tokens");
    let args = TokenStream::new();
    half::check(Entry::Beside, &args, &tokens(item), &tokens(output)).is_ok()
}

#[test]
fn a_changed_half_is_seen() {
    const ITEM: &str = "async fn f(x: u8) -> u8 { x -= 1; g().await }";
    assert!(is_kept(ITEM, &format!("{ITEM} fn h() {{}}")));
    assert!(!is_kept(ITEM, &format!("fn h() {{}} {ITEM}")));
    assert!(!is_kept(ITEM, &ITEM.replace("-=", "- =")));
    assert!(!is_kept(ITEM, &ITEM.replace(".await", "")));
}

#[test]
fn a_changed_half_with_helpers_is_seen() {
    const HELPED: &str = "impl S { #[maybe_async(skip)] #[inline] async fn f(&self) {} }";
    let less = HELPED.replace("#[maybe_async(skip)]", "");
    assert!(is_kept(HELPED, &less));
    assert!(!is_kept(HELPED, &less.replace("#[inline]", "")));
}

#[test]
fn a_changed_choice_is_seen() {
    const ITEM: &str = "async fn f() { a(); #[only_async] b(); #[only_blocking] c(); }";
    assert!(is_kept(
        ITEM,
        "async fn f() { a(); b(); } fn f_blocking() { a(); c(); }"
    ));
    assert!(!is_kept(
        ITEM,
        "async fn f() { b(); } fn f_blocking() { a(); c(); }"
    ));
    assert!(!is_kept(ITEM, "async fn f() { a(); b(); d(); }"));
}

#[test]
fn a_changed_module_is_seen() {
    const ITEM: &str = "mod m { struct A; async fn f() {} }";
    assert!(is_kept(
        ITEM,
        "mod m { struct A; async fn f() {} mod blocking { fn f() {} } }"
    ));
    assert!(!is_kept(ITEM, "mod m { async fn f() {} struct A; }"));
    assert!(!is_kept(ITEM, "mod m { struct A; async fn f() }"));
}

/// A find is what is left when nothing more can be taken away.
#[test]
fn finds_are_made_small() {
    let name = "hang_two_globs";
    let finds = corpus::finds().expect("a readable corpus");
    let (_, mut input) = finds.into_iter().find(|find| find.0 == name).expect(name);
    input.item = tree::read("mod m { fn a() {} fn b() { c(1 + 2, [d]) } }");
    let breaks = |input: &Input| {
        let text = corpus::print(input);
        text.contains("[d").then(|| examine::Fault {
            breach: Breach::Panic,
            what: "`d` stands there".to_owned(),
        })
    };
    let fault = breaks(&input).expect("it does at first");
    let small = reduce::reduced_by(&input, &fault, &breaks);
    assert_eq!(corpus::print(&small), "// beside: \n[d]\n");
}
