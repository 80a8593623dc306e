//! The async half of a module: the author's tokens, with the twins behind them.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Item;

use super::mark::Mark;
use super::tree::{Node, Tree};
use crate::errors::Errors;
use crate::groups;
use crate::helpers;
use crate::only::{self, Half};
use crate::tokio_test;
use crate::words::Words;

pub(crate) fn asynchronous(
    tokens: TokenStream,
    tree: &Tree,
    children: &[Option<TokenStream>],
    checks: &[Option<TokenStream>],
    errors: &mut Errors,
    stubs: bool,
) -> TokenStream {
    let mut half = AsyncHalf {
        tree,
        children,
        checks,
        errors,
        stubs,
    };
    half.module(opened(tokens.into_iter().collect()), 0)
}

struct AsyncHalf<'a> {
    tree: &'a Tree,
    /// By the index of the module.
    children: &'a [Option<TokenStream>],
    /// By the index of the item.
    checks: &'a [Option<TokenStream>],
    errors: &'a mut Errors,
    /// Whether the items of the tree are without their bodies.
    stubs: bool,
}

impl AsyncHalf<'_> {
    /// `pub mod api { .. }`
    fn module(&mut self, mut tokens: Vec<TokenTree>, module: usize) -> TokenStream {
        let body = match tokens.pop() {
            Some(TokenTree::Group(group)) => {
                let body = self.body(group.stream().into_iter().collect(), module);
                Some(TokenTree::Group(groups::regroup(
                    &group,
                    group.delimiter(),
                    body,
                )))
            }
            other => other,
        };
        helpers::strip(tokens.into_iter().collect())
            .into_iter()
            .chain(body)
            .collect()
    }

    fn body(&mut self, tokens: Vec<TokenTree>, module: usize) -> TokenStream {
        let tree = self.tree;
        let mut tokens = tokens.into_iter().map(shown);
        let mut out: TokenStream = tokens.by_ref().take(tree.modules[module].head).collect();
        for (index, node) in tree.nodes_of(module) {
            let run: Vec<TokenTree> = tokens.by_ref().take(node.reading.len).collect();
            if node.mark == Mark::Only(Half::Blocking) {
                continue;
            }
            if let Some(child) = node.child {
                out.extend(self.module(opened(run), child));
                continue;
            }
            // What has been read of a stub tells nothing of its body.
            if self.stubs || node.reading.words.any(Words::HELPERS.with(Words::TESTS)) {
                out.extend(self.item(node, run.into_iter().collect()));
            } else {
                out.extend(run);
            }
            out.extend(self.checks[index].clone());
        }
        out.extend(tokens);
        out.extend(self.children[module].clone());
        out
    }

    fn item(&mut self, node: &Node, tokens: TokenStream) -> TokenStream {
        let marked = only::is_mentioned(tokens.clone());
        let whole = marked.then(|| self.whole(node, &tokens)).flatten();
        let tokens = if let Some(mut item) = whole {
            only::select_inside(&mut item, Half::Async, node.mark.half(), self.errors);
            helpers::strip(item.into_token_stream())
        } else {
            helpers::strip(tokens)
        };
        match node.item {
            Item::Fn(_) => tokio_test::of_async_half(tokens),
            _ => tokens,
        }
    }

    /// The item with its bodies; `None` if it is the one that cannot be parsed.
    fn whole(&self, node: &Node, tokens: &TokenStream) -> Option<Item> {
        if !self.stubs {
            return Some(node.item.clone());
        }
        let mut item = syn::parse2(groups::visible(tokens.clone())).ok()?;
        Mark::take(&mut item, &mut Errors::default());
        Some(item)
    }
}

fn shown(token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Group(group) => TokenTree::Group(groups::shown(group, None)),
        other => other,
    }
}

/// An item that `macro_rules` has put into an invisible group.
fn opened(mut tokens: Vec<TokenTree>) -> Vec<TokenTree> {
    while let [TokenTree::Group(group)] = tokens.as_slice() {
        if group.delimiter() != Delimiter::None {
            break;
        }
        tokens = group.stream().into_iter().collect();
    }
    tokens
}
