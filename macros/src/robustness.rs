//! The macro never panics, whatever it is given: the snapshots with tokens taken out, doubled,
//! swapped and moved between groups, by a fixed seed.

use std::fs;
use std::path::Path;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;

use crate::expand;
use crate::helpers;
use crate::only;
use crate::shape;
use crate::test_attribute::expand_test;

/// Knuth's linear congruential generator: the same programs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % bound.max(1)
    }
}

fn mutate(tokens: TokenStream, donors: &[TokenTree], random: &mut Random) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if trees.is_empty() {
        return donors
            .get(random.below(donors.len()))
            .cloned()
            .into_iter()
            .collect();
    }
    let at = random.below(trees.len());
    if let TokenTree::Group(group) = &trees[at] {
        if random.below(5) > 0 {
            let inner = mutate(group.stream(), donors, random);
            trees[at] = TokenTree::Group(Group::new(group.delimiter(), inner));
            return trees.into_iter().collect();
        }
    }
    let other = random.below(trees.len());
    match random.below(5) {
        0 => {
            trees.remove(at);
        }
        1 => trees.insert(at, trees[other].clone()),
        2 => trees.swap(at, other),
        3 => trees[at] = donors[random.below(donors.len())].clone(),
        _ => trees.insert(at, donors[random.below(donors.len())].clone()),
    }
    trees.into_iter().collect()
}

/// Every token of a source, at every depth.
fn flatten(tokens: TokenStream, out: &mut Vec<TokenTree>) {
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            flatten(group.stream(), out);
        }
        out.push(token);
    }
}

/// Whether all tokens of `part` stand in `whole` in their order. The twins of a module stand
/// inside it, so that they come between.
fn holds_in_order(whole: TokenStream, part: TokenStream) -> bool {
    let (mut wholes, mut parts) = (Vec::new(), Vec::new());
    words(whole, &mut wholes);
    words(part, &mut parts);
    let mut wholes = wholes.iter();
    parts.iter().all(|part| wholes.any(|word| word == part))
}

fn words(tokens: TokenStream, out: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                out.push(format!("{:?}", group.delimiter()));
                words(group.stream(), out);
            }
            other => out.push(other.to_string()),
        }
    }
}

#[test]
fn mutated_items_never_panic_and_keep_the_async_half() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
    let mut sources: Vec<_> = fs::read_dir(folder)
        .expect("the folder of snapshots")
        .map(|entry| entry.expect("an entry of it").path())
        .collect();
    sources.sort();
    let mut donors = Vec::new();
    let mut items = Vec::new();
    for path in sources {
        let source = fs::read_to_string(path).expect("a readable snapshot");
        flatten(source.parse().expect("tokens"), &mut donors);
        let file = syn::parse_file(&source).expect("Rust");
        items.extend(file.items.iter().map(quote::ToTokens::to_token_stream));
    }
    let mut random = Random(20_261_121);
    for _ in 0..60 {
        for item in &items {
            let mut item = item.clone();
            for _ in 0..=random.below(3) {
                item = mutate(item, &donors, &mut random);
            }
            let donor = &donors[random.below(donors.len())];
            let args = match random.below(6) {
                0 => mutate(TokenStream::new(), &donors, &mut random),
                1 => quote!(replace(#donor = other::it, ::#donor = ::it)),
                _ => TokenStream::new(),
            };
            let once = expand::beside(args.clone(), item.clone());
            // Code for one half alone is not in the other one.
            if !only::is_mentioned(item.clone()) {
                let as_written = helpers::strip(item.clone());
                assert!(
                    once.to_string().starts_with(&as_written.to_string())
                        || shape::mentions(item.clone(), &|ident| ident == "mod").is_some()
                            && holds_in_order(once.clone(), as_written),
                    "{item}"
                );
            }
            let again = expand::beside(args.clone(), item.clone());
            assert_eq!(once.to_string(), again.to_string());
            let in_place = expand::in_place(args.clone(), item.clone());
            let again = expand::in_place(args.clone(), item.clone());
            assert_eq!(in_place.to_string(), again.to_string());
            let tests = expand_test(args, item.clone()).to_string();
            assert!(
                tests.contains(&helpers::strip(item.clone()).to_string()),
                "{item}"
            );
        }
    }
}
