//! What the survey says of a source whose constructs are known.

use proc_macro2::TokenStream;
use quote::quote;
use survey::judge::{Judgement, Status, Transform, judge};
use survey::kind::Kind;
use survey::sources::ModulePath;
use survey::templates::Templates;

const CLIENT: &str = include_str!("fixtures/client.rs");

fn survey(source: &str, transform: &Transform) -> Judgement {
    let path = ModulePath {
        name: syn::parse_quote!(client),
        path: syn::parse_quote!(crate::client),
    };
    let templates = Templates::read().expect("the texts are Rust");
    judge(source, &path, None, &templates, transform).expect("there is async code in it")
}

/// The line that holds this text, from one on.
fn line(text: &str) -> usize {
    let before = CLIENT.split(text).next().expect("there is a first part");
    assert!(
        before.len() < CLIENT.len(),
        "`{text}` is not in the fixture"
    );
    before.matches('\n').count() + 1
}

fn status(judgement: &Judgement, kind: Kind, text: &str) -> Status {
    let at = line(text);
    let mut found = judgement.constructs.iter();
    let found = found.find(|construct| construct.kind == kind && construct.line == at);
    found
        .unwrap_or_else(|| panic!("no {kind:?} in line {at}"))
        .status
}

#[test]
fn what_is_lowered() {
    let judgement = survey(CLIENT, &transform::beside);
    assert_eq!(judgement.faults, []);
    for (kind, text) in [
        (Kind::AsyncMethod, "pub async fn get"),
        (Kind::AwaitVariable, "sent.await"),
        (Kind::AwaitBlock, "async { format!"),
        (Kind::AsyncBlock, "async { format!"),
        (Kind::FutureFn, "pub fn boxed"),
        (Kind::AsyncFn, "pub(super) async fn logged"),
        (Kind::MacroAwaits, "println!"),
        (Kind::AsyncFn, "async fn only_value"),
        (Kind::StreamFn, "pub fn values"),
        (Kind::Generator, "async_stream::try_stream!"),
    ] {
        assert_eq!(status(&judgement, kind, text), Status::Lowered, "{text}");
    }
}

#[test]
fn what_is_refused_and_where() {
    let judgement = survey(CLIENT, &transform::beside);
    let refusals = judgement.refusals.iter();
    let mut refusals: Vec<(usize, &str, Kind, &str)> = refusals
        .map(|refusal| {
            let item = refusal.item.as_str();
            (refusal.line, refusal.reason.as_str(), refusal.kind, item)
        })
        .collect();
    refusals.sort_unstable();
    assert_eq!(
        refusals,
        [
            (line("mod codec"), "FILE_MODULE", Kind::FileModule, "codec"),
            (line("select!"), "race", Kind::Select, "raced"),
            (
                line("impl Future"),
                "hand_written",
                Kind::HandWritten,
                "impl"
            ),
        ]
    );
    for (kind, text, expected) in [
        (Kind::FileModule, "mod codec", Status::Refused),
        (Kind::Select, "select!", Status::Refused),
        (Kind::AsyncMethod, "pub async fn raced", Status::Refused),
        (
            Kind::AwaitCall,
            "self.send(\"first\").await",
            Status::Beside,
        ),
        (Kind::HandWritten, "impl Future", Status::Refused),
    ] {
        assert_eq!(status(&judgement, kind, text), expected, "{text}");
    }
}

const SOURCE: &str = "async fn twice(n: u8) -> u8 { n }\nasync fn other() { twice(1).await; }\n";

/// What the source is when the macro gives `twin` for a module, in the lines of the source.
fn fabricated(twin: &'static str) -> Judgement {
    survey(SOURCE, &move |_, item| {
        let twin: TokenStream = twin.parse().expect("the twin is of tokens");
        quote!(#item #twin)
    })
}

#[test]
fn what_does_not_parse_is_not_understood() {
    let judgement = fabricated("fn");
    let statuses = judgement
        .constructs
        .iter()
        .map(|construct| construct.status);
    assert!(
        statuses
            .into_iter()
            .all(|status| status == Status::NotUnderstood)
    );
    assert!(
        judgement.faults[0]
            .1
            .starts_with("the output does not parse")
    );
}

#[test]
fn an_unknown_text_is_not_understood() {
    let judgement = fabricated("::core::compile_error! { \"something else; write nothing\" }");
    assert!(
        judgement.faults[0]
            .1
            .starts_with("unknown text: something else")
    );
    assert_eq!(judgement.refusals.len(), 0);
}

#[test]
fn no_twin_is_not_understood() {
    let judgement = fabricated("");
    let mut lines: Vec<(usize, String)> = judgement.faults.clone();
    lines.sort_unstable();
    let text = |name: &str| format!("`{name}` is neither lowered nor refused");
    assert_eq!(lines, [(1, text("twice")), (2, text("other"))]);
}

#[test]
fn what_is_left_in_a_twin_is_not_understood() {
    // As if the macro had taken `async` off the functions, and nothing else.
    let judgement = survey(SOURCE, &|_, item| {
        let module: syn::ItemMod = syn::parse2(item).expect("it is a module");
        let (_, mut items) = module.content.expect("it has content");
        for item in &mut items {
            if let syn::Item::Fn(item) = item {
                item.sig.asyncness = None;
            }
        }
        quote!(mod client { pub mod blocking { #(#items)* } })
    });
    assert_eq!(
        judgement.faults,
        [(2, "an `.await` is left in the twin".to_owned())]
    );
    let statuses: Vec<_> = judgement
        .constructs
        .iter()
        .map(|found| found.status)
        .collect();
    let expected = [
        Status::Lowered,
        Status::NotUnderstood,
        Status::NotUnderstood,
    ];
    assert_eq!(statuses, expected);
}

#[test]
fn known_texts_are_told_apart() {
    let templates = Templates::read().expect("the texts are Rust");
    let texts = |source: &str| survey(source, &transform::beside).refusals;
    let bare = texts("async fn f() { poll_fn(|_| todo!()).await }");
    assert_eq!(bare[0].reason, "hand_polled");
    assert!(
        bare[0].text.ends_with("`twins(poll_fn)`"),
        "{}",
        bare[0].text
    );
    assert_eq!(templates.name("nothing; of the kind"), None);
}
