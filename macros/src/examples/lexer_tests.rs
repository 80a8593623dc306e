//! Tokens of all kinds.

use super::lexer::{Kind, lex};

fn texts(text: &str) -> Option<Vec<&str>> {
    let tokens = lex(text)?;
    Some(
        tokens
            .iter()
            .map(|token| &text[token.start..token.end])
            .collect(),
    )
}

#[test]
fn literals_and_lifetimes_are_told_apart() {
    let text = r##"f('a', 'b: loop {}, '\'', b'x', "a\"b", r#"a "b" c"#, br"\", r#fn, 1..2, 1.5e-3, x.0.1, 0x1e-2)"##;
    let expected = [
        "f",
        "(",
        "'a'",
        ",",
        "'b",
        ":",
        "loop",
        "{",
        "}",
        ",",
        r"'\''",
        ",",
        "b'x'",
        ",",
        r#""a\"b""#,
        ",",
        r##"r#"a "b" c"#"##,
        ",",
        r#"br"\""#,
        ",",
        "r#fn",
        ",",
        "1",
        ".",
        ".",
        "2",
        ",",
        "1.5e-3",
        ",",
        "x",
        ".",
        "0",
        ".",
        "1",
        ",",
        "0x1e",
        "-",
        "2",
        ")",
    ];
    assert_eq!(texts(text).as_deref(), Some(expected.as_slice()));
}

#[test]
fn comments_are_no_tokens() {
    let text = "a // .await\n/* /* b */ .await */ c /// d\n1.await";
    assert_eq!(texts(text), Some(vec!["a", "c", "1", ".", "await"]));
}

#[test]
fn delimiters_know_their_counterpart() {
    let tokens = lex("{ ( ) [ ] }").unwrap_or_default();
    let kinds: Vec<Kind> = tokens.iter().map(|token| token.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Open('{', 5),
            Kind::Open('(', 2),
            Kind::Close(')', 1),
            Kind::Open('[', 4),
            Kind::Close(']', 3),
            Kind::Close('}', 0),
        ]
    );
}

#[test]
fn what_is_not_rust_is_not_read() {
    for text in [
        "don't", "(]", "(", "}", "\"", "/*", "a \\ b", "`a`", "k\"x\"", "r#\"x\"", "…",
    ] {
        assert!(lex(text).is_none(), "{text}");
    }
}
