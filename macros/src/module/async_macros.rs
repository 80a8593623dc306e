//! The macros of an annotated module that make async code: what they expand to is not lowered.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Item, Macro};

use super::tree::Tree;
use crate::errors::Errors;
use crate::messages;
use crate::shape;

/// By the index of their definition.
pub(crate) struct AsyncMacros(Vec<usize>);

impl AsyncMacros {
    pub(crate) fn new(tree: &Tree) -> Self {
        let definitions = || {
            let nodes = tree.nodes.iter().enumerate();
            nodes.filter_map(|(index, node)| match &node.item {
                Item::Macro(item) if item.ident.is_some() => Some((index, bodies(&item.mac))),
                _ => None,
            })
        };
        let own = definitions().filter(|(_, body)| shape::mentions_async(body.clone()).is_some());
        let mut macros = Self(own.map(|(index, _)| index).collect());
        // Macros that call them.
        loop {
            let before = macros.0.len();
            for (index, body) in definitions() {
                let known = macros.0.contains(&index);
                if !known && macros.called(tree, index, body).next().is_some() {
                    macros.0.push(index);
                }
            }
            if macros.0.len() == before {
                return macros;
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The calls of such macros in an item that has a twin.
    pub(crate) fn refuse(&self, tree: &Tree, index: usize, item: TokenStream, errors: &mut Errors) {
        for name in self.called(tree, index, item) {
            errors.at(name.span(), messages::async_macro(&name));
        }
    }

    fn called(
        &self,
        tree: &Tree,
        index: usize,
        tokens: TokenStream,
    ) -> impl Iterator<Item = Ident> {
        let mut calls = Vec::new();
        invocations(tokens, &mut calls);
        let calls = calls.into_iter().filter(move |path| {
            tree.resolve(tree.nodes[index].module, false, path)
                .nodes()
                .any(|node| self.0.contains(&node))
        });
        calls.filter_map(|mut path| path.pop())
    }
}

/// What a `macro_rules` expands to: each group behind an `=>`.
fn bodies(mac: &Macro) -> TokenStream {
    let mut behind_arrow = false;
    let mut out = TokenStream::new();
    for token in mac.tokens.clone() {
        match token {
            TokenTree::Punct(punct) => behind_arrow = punct.as_char() == '>',
            TokenTree::Group(group) if behind_arrow => {
                out.extend(group.stream());
                behind_arrow = false;
            }
            _ => behind_arrow = false,
        }
    }
    out
}

/// The paths of all macros that are called, at any depth.
fn invocations(tokens: TokenStream, out: &mut Vec<Vec<Ident>>) {
    let mut path: Vec<Ident> = Vec::new();
    let mut colons = 0;
    let mut bang = false;
    for token in tokens {
        let called = std::mem::take(&mut bang);
        match token {
            TokenTree::Ident(ident) => {
                if colons != 2 {
                    path.clear();
                }
                path.push(ident);
                colons = 0;
            }
            TokenTree::Punct(punct) => match punct.as_char() {
                ':' => colons += 1,
                '!' => {
                    bang = !path.is_empty() && colons == 0;
                    colons = 0;
                }
                _ => {
                    path.clear();
                    colons = 0;
                }
            },
            TokenTree::Group(group) => {
                if called {
                    out.push(std::mem::take(&mut path));
                }
                path.clear();
                colons = 0;
                invocations(group.stream(), out);
            }
            TokenTree::Literal(_) => path.clear(),
        }
    }
}
