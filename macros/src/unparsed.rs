//! What is left of code that cannot be parsed yet.

use proc_macro2::TokenStream;

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
