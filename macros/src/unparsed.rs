//! What is left of code that cannot be parsed yet, and what comes of arguments that cannot be meant.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand;

fn beside(item: &str) -> String {
    let item = item.parse().expect("tokens");
    expand::beside(TokenStream::new(), item).to_string()
}

#[test]
fn the_other_items_of_a_module_keep_their_bodies() {
    let output = beside(
        "mod m {
            fn chosen() -> u8 { if is_async!() { 1 } else { 2 } }
            #[only_async] fn alone() -> u8 { 3 }
            fn broken() -> u8 { only_blocking as }
            async fn whole() -> u8 { 4 }
        }",
    );
    for half in [
        "fn chosen () -> u8 { { 1 } }",
        "fn alone () -> u8 { 3 }",
        "fn broken () -> u8 { only_blocking as }",
        "async fn whole () -> u8 { 4 }",
    ] {
        assert!(output.contains(half), "no `{half}` in {output}");
    }
}

#[test]
fn a_raw_suffix_is_a_fault() {
    let output = expand::beside(
        quote!(suffix = r#async),
        quote!(
            async fn f() {}
        ),
    )
    .to_string();
    assert!(output.starts_with("async fn f () { }"), "{output}");
    assert!(output.contains("compile_error"), "{output}");
}

#[test]
fn a_module_is_not_named_by_a_keyword() {
    let output = expand::in_place(TokenStream::new(), quote!(mod use {})).to_string();
    assert!(output.contains("found keyword `use`"), "{output}");
}
