//! Each `snapshots/*.rs` is expanded and compared with the `*.expanded.rs` beside it.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p await-me-maybe-macros` writes them anew. The lint levels on
//! every twin are left out: they are the same everywhere.

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, File, Item, Meta};

use crate::attrs::Attributed as _;
use crate::expand;
use crate::test_attribute::expand_test;

struct WithoutLints;

impl VisitMut for WithoutLints {
    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Some(attrs) = item.attrs() {
            attrs.retain(|attr| !attr.path().is_ident("allow") && !attr.path().is_ident("deny"));
        }
        visit_mut::visit_item_mut(self, item);
    }
}

/// `#[await_me_maybe::test]`
fn is_test(attr: &Attribute) -> bool {
    let path = attr.path().to_token_stream().to_string();
    path == "await_me_maybe :: test"
}

/// What rustc does with the attribute, on text.
pub(crate) fn expand_file(source: &str) -> Result<String, syn::Error> {
    let mut out = TokenStream::new();
    for mut item in syn::parse_file(source)?.items {
        let found = item.attrs().and_then(|attrs| {
            let at = attrs
                .iter()
                .position(|attr| attr.path().is_ident("maybe_async") || is_test(attr))?;
            Some(attrs.remove(at))
        });
        match found {
            Some(attr) => {
                let test = is_test(&attr);
                let args = match attr.meta {
                    Meta::List(list) => list.tokens,
                    _ => TokenStream::new(),
                };
                let expand = if test { expand_test } else { expand::beside };
                out.extend(expand(args, item.to_token_stream()));
            }
            None => item.to_tokens(&mut out),
        }
    }
    let mut file: File = syn::parse2(out)?;
    WithoutLints.visit_file_mut(&mut file);
    Ok(prettyplease::unparse(&file))
}

#[test]
fn expansions_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let update = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let mut checked = 0;
    for entry in fs::read_dir(&folder).expect("the folder of snapshots") {
        let path = entry.expect("an entry of it").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default()
            .to_owned();
        let Some(stem) = name
            .strip_suffix(".rs")
            .filter(|stem| !stem.ends_with(".expanded"))
        else {
            continue;
        };
        let source = fs::read_to_string(&path).expect("a readable snapshot");
        let expanded = expand_file(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
        let recorded = folder.join(format!("{stem}.expanded.rs"));
        if update {
            fs::write(&recorded, expanded).expect("a writable snapshot");
        } else {
            let recorded = fs::read_to_string(&recorded).unwrap_or_default();
            assert_eq!(
                expanded, recorded,
                "{name} expands differently; see the head of this file"
            );
        }
        checked += 1;
    }
    assert!(checked > 0, "no snapshot in {}", folder.display());
}
