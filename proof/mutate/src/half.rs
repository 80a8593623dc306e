//! Whether the async half is the author's code.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{File, Item};

use crate::compare::{begins, holds_invisible, in_order, mentions, words};
use crate::input::Entry;
use crate::{module, own};

/// # Errors
///
/// What is wrong with the async half in the output.
pub(crate) fn check(
    entry: Entry,
    args: &TokenStream,
    item: &TokenStream,
    output: &TokenStream,
) -> Result<(), String> {
    let tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let out: Vec<TokenTree> = output.clone().into_iter().collect();
    match entry {
        _ if own::holds_stray_hash(&tokens) => Ok(()),
        Entry::InPlace => Ok(()),
        Entry::Keep => {
            let whole = !args.is_empty() || module::unchanged(&tokens, output.clone());
            exact(whole && begins(&out, &tokens))
        }
        Entry::Beside if own::is_module(&tokens) => of_module(&tokens, &out),
        Entry::Beside | Entry::Asynchronous => of_item(&tokens, &out),
        // Behind `#[::tokio::test]`, or the lints on what cannot be a test.
        Entry::Test => {
            let args: Vec<TokenTree> = args.clone().into_iter().collect();
            // What is handed to tokio is read as a part of the item.
            let asked = mentions(&args, &own::HALVES) || mentions(&args, &["maybe_async"]);
            if asked {
                return Ok(());
            }
            of_item(&tokens, out.get(2..).unwrap_or_default())
        }
    }
}

fn exact(holds: bool) -> Result<(), String> {
    if holds {
        Ok(())
    } else {
        Err("it is not the item token for token".to_owned())
    }
}

fn of_item(item: &[TokenTree], output: &[TokenTree]) -> Result<(), String> {
    if !own::mentions_ours(item) {
        return exact(begins(output, item));
    }
    let stream = || item.iter().cloned().collect::<TokenStream>();
    if mentions(item, &own::HALVES) {
        if holds_invisible(item) {
            return holds(output, own::required(stream()));
        }
        if let Ok(item) = syn::parse2::<Item>(stream()) {
            return of_halves(&item, output);
        }
    }
    let length = transform::as_written(stream()).into_iter().count();
    let Some(half) = output.get(..length) else {
        return Err("it is too short".to_owned());
    };
    let half = words(own::less_attributes(half.iter().cloned().collect()));
    if half == words(own::less_attributes(stream())) {
        Ok(())
    } else {
        Err("it is not the item less our attributes".to_owned())
    }
}

/// Code for the other half alone is gone, all else is there, and nothing comes to it.
fn of_halves(item: &Item, output: &[TokenTree]) -> Result<(), String> {
    let item = item.to_token_stream();
    let required = own::required(item.clone());
    if required.is_empty() {
        return Ok(());
    }
    // What does not parse is another fault.
    let Ok(file) = syn::parse2::<File>(output.iter().cloned().collect()) else {
        return Ok(());
    };
    let Some(half) = file.items.first().map(Item::to_token_stream) else {
        return Err("it is not there".to_owned());
    };
    let tokens: Vec<TokenTree> = half.clone().into_iter().collect();
    holds(&tokens, required)?;
    let half: Vec<String> = words(own::less_attributes(half));
    let half: Vec<String> = half
        .into_iter()
        .filter(|word| !own::is_added(word))
        .collect();
    in_order(&words(item), &half).map_err(|word| format!("it has a `{word}` that nobody wrote"))
}

fn holds(output: &[TokenTree], required: TokenStream) -> Result<(), String> {
    let output = words(output.iter().cloned().collect());
    let required = words(own::less_attributes(required));
    // Empty ones are not printed again by syn.
    let mut kept: Vec<String> = Vec::new();
    for word in required {
        if word == ">" && kept.last().is_some_and(|last| last == "<") {
            kept.pop();
        } else if word != "where" {
            kept.push(word);
        }
    }
    in_order(&output, &kept).map_err(|word| format!("it has lost a `{word}`"))
}

fn of_module(item: &[TokenTree], output: &[TokenTree]) -> Result<(), String> {
    if !own::mentions_ours(item) && !holds_invisible(item) {
        return exact(module::is_kept(item, output));
    }
    let stream: TokenStream = item.iter().cloned().collect();
    if mentions(item, &own::HALVES) {
        holds(output, own::required(stream))
    } else {
        holds(output, stream)
    }
}
