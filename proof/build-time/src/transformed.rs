//! The transform called as a function: a quick look, with no rustc around it.
//!
//! Tokens are those of proc-macro2's own fallback here, which are cheaper than the compiler's:
//! there every stream, group and comparison of an identifier passes the bridge. What is slow here
//! is slow there; not the other way round.

use std::str::FromStr as _;
use std::time::Instant;

use anyhow::{Result, anyhow};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

use crate::stats;
use crate::subject::{OURS_EACH, OURS_MODULE, Subject};
use crate::table::Table;

type Pass = fn(TokenStream) -> TokenStream;

const PASSES: [(&str, Subject, Pass); 6] = [
    ("suffix", OURS_EACH, |item| {
        transform::beside(TokenStream::new(), item)
    }),
    ("suffix, parsed alone", OURS_EACH, |item| parsed(item, 0)),
    ("suffix, printed twice", OURS_EACH, |item| parsed(item, 2)),
    ("module", OURS_MODULE, |item| {
        transform::beside(TokenStream::new(), item)
    }),
    ("module, parsed alone", OURS_MODULE, |item| parsed(item, 0)),
    ("module, printed twice", OURS_MODULE, |item| parsed(item, 2)),
];

/// # Errors
///
/// If the source is no Rust.
pub(crate) fn run(functions: usize, runs: usize, only: Option<&str>) -> Result<()> {
    let mut inputs = Vec::new();
    for (name, subject, pass) in PASSES {
        if only.is_none_or(|only| only == name) {
            inputs.push((name, pass, annotated(&subject.form.files(functions)[0].1)?));
        }
    }
    let mut seconds = vec![Vec::new(); inputs.len()];
    for _ in 0..runs {
        for ((_, pass, items), seconds) in inputs.iter().zip(&mut seconds) {
            let items = items.clone();
            let start = Instant::now();
            for item in items {
                std::hint::black_box(pass(item));
            }
            seconds.push(start.elapsed().as_secs_f64());
        }
    }
    let count = u32::try_from(functions).map_or(f64::MAX, f64::from);
    let title = format!("the transform without rustc: {functions} functions, µs for each");
    let mut table = Table::new(&title, &["median", "minimum"], "printed twice");
    let minima: Vec<f64> = seconds
        .iter()
        .map(|seconds| stats::minimum(seconds))
        .collect();
    for (index, (name, ..)) in inputs.iter().enumerate() {
        let values = [stats::median(&seconds[index]), minima[index]];
        let floor = minima.get(index / 3 * 3 + 2);
        let ratio = floor.map(|floor| minima[index] / floor);
        table.row(name, &values.map(|value| 1e6 * value / count), ratio);
    }
    table.print();
    Ok(())
}

/// The items that carry our attribute, without it.
fn annotated(text: &str) -> Result<Vec<TokenStream>> {
    let tokens = TokenStream::from_str(text).map_err(|error| anyhow!("{error}"))?;
    let file: syn::File = syn::parse2(tokens)?;
    let items = file.items.iter().map(ToTokens::to_token_stream);
    Ok(items.filter_map(unmarked).collect())
}

fn unmarked(item: TokenStream) -> Option<TokenStream> {
    let mut tokens = item.into_iter();
    let marked = matches!(tokens.next()?, TokenTree::Punct(punct) if punct.as_char() == '#');
    let ours = tokens.next()?.to_string().contains("maybe_async");
    (marked && ours).then(|| tokens.collect())
}

fn parsed(item: TokenStream, times: usize) -> TokenStream {
    let Ok(item) = syn::parse2::<syn::Item>(item) else {
        return TokenStream::new();
    };
    let mut out = TokenStream::new();
    for _ in 0..times {
        item.to_tokens(&mut out);
    }
    out
}
