//! What an item names.
//!
//! Not what it defines itself: fields, variants, methods, generic parameters.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{
    Attribute, GenericParam, Item, ItemUse, Macro, Meta, Pat, PatIdent, Path, TypeParam, UseTree,
    Visibility,
};

use super::leaf::{End, Leaf};
use super::mark::Mark;
use super::tree::Node;
use super::visibility;
use crate::pass::{Pass, walk};
use crate::shape;
use crate::words::Words;

/// A path as it is written, without generic arguments.
#[derive(Clone)]
pub(crate) struct Mention {
    pub(crate) leading: bool,
    pub(crate) path: Vec<Ident>,
    /// `api::Client`
    pub(crate) text: String,
}

impl Mention {
    pub(crate) fn new(leading: bool, path: Vec<Ident>) -> Self {
        let text = text(&path);
        Self {
            leading,
            path,
            text,
        }
    }
}

pub(crate) fn text(path: &[Ident]) -> String {
    if let [only] = path {
        return only.to_string();
    }
    let words: Vec<String> = path.iter().map(ToString::to_string).collect();
    words.join("::")
}

/// The first thing in an item that is lowered.
pub(crate) fn lowered(node: &Node) -> Option<Ident> {
    const TYPES: [&str; 11] = [
        "AsyncFn",
        "AsyncFnMut",
        "AsyncFnOnce",
        "BoxFuture",
        "BoxStream",
        "Future",
        "IntoFuture",
        "LocalBoxFuture",
        "LocalBoxStream",
        "Stream",
        "TryFuture",
    ];
    let word = if node.mark == Mark::Shared {
        // Less what says so, which has been taken away.
        shape::mentions(node.item.to_token_stream(), &|ident| {
            shape::is_one_of(
                ident,
                &["async", "await", "is_async", "only_async", "only_blocking"],
            )
        })
    } else {
        node.reading.lowered.clone()
    };
    if word.is_some() || !node.reading.words.any(Words::TYPES) {
        return word;
    }
    let last = node
        .mentions
        .iter()
        .filter_map(|mention| mention.path.last());
    last.into_iter()
        .find(|last| shape::is_one_of(last, &TYPES))
        .cloned()
}

/// What an item of the annotated module names; nothing of what is in a module inside.
pub(crate) fn of_node(item: &mut Item, leaves: &[Leaf]) -> Vec<Mention> {
    match item {
        Item::Mod(_) => Vec::new(),
        // A private import serves the items beside it; others hand on what they name.
        Item::Use(_) if !visibility::is_handed_on(item) => Vec::new(),
        Item::Use(_) => {
            let leaves = leaves.iter().filter(|leaf| !matches!(leaf.end, End::Glob));
            let mentions = leaves.map(|leaf| Mention::new(leaf.leading, leaf.path.clone()));
            mentions.collect()
        }
        item => of(item),
    }
}

/// The visitor changes nothing.
pub(crate) fn of(item: &mut Item) -> Vec<Mention> {
    let mut mentions = Mentions::default();
    mentions.visit_item_mut(item);
    let Mentions { generics, mut out } = mentions;
    if !generics.is_empty() {
        let own = |mention: &Mention| generics.contains(&mention.path[0]);
        out.retain(|mention| mention.leading || !own(mention));
    }
    out
}

#[derive(Default)]
struct Mentions {
    /// Parameters of the item and of what is in it.
    generics: Vec<Ident>,
    out: Vec<Mention>,
}

impl Mentions {
    fn push(&mut self, leading: bool, path: Vec<Ident>) {
        if !path.is_empty() {
            self.out.push(Mention::new(leading, path));
        }
    }

    /// Every run of `ident::ident` that is not a member of something.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let colons = |index: usize| {
            let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
            colon(tokens.get(index)) && colon(tokens.get(index + 1))
        };
        let mut index = 0;
        while index < tokens.len() {
            match &tokens[index] {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let dot = |back: usize| {
                        index
                            .checked_sub(back)
                            .and_then(|index| tokens.get(index))
                            .is_some_and(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.'))
                    };
                    let member = dot(1) && !dot(2);
                    let leading = index >= 2 && colons(index - 2);
                    let mut path = vec![first.clone()];
                    while colons(index + 1) {
                        let Some(TokenTree::Ident(next)) = tokens.get(index + 3) else {
                            break;
                        };
                        path.push(next.clone());
                        index += 3;
                    }
                    if !member {
                        self.push(leading, path);
                    }
                }
                TokenTree::Literal(literal) => self.captures(&literal.to_string()),
                TokenTree::Punct(_) => {}
            }
            index += 1;
        }
    }

    /// What an import inside a body names.
    fn imports(&mut self, leading: bool, tree: &UseTree, path: &mut Vec<Ident>) {
        let depth = path.len();
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.clone());
                self.imports(leading, &tree.tree, path);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.imports(leading, tree, path);
                }
            }
            UseTree::Name(name) if name.ident != "self" => path.push(name.ident.clone()),
            UseTree::Rename(name) if name.ident != "self" => path.push(name.ident.clone()),
            UseTree::Name(_) | UseTree::Rename(_) | UseTree::Glob(_) => {}
        }
        if !matches!(tree, UseTree::Path(_) | UseTree::Group(_)) {
            self.push(leading, path.clone());
        }
        path.truncate(depth);
    }

    /// `"{LIMIT}"`: what a format string captures, if it is not a variable.
    fn captures(&mut self, literal: &str) {
        for piece in literal.split('{').skip(1) {
            let name: String = piece
                .chars()
                .take_while(|char| char.is_alphanumeric() || *char == '_')
                .collect();
            if let Ok(ident) = syn::parse_str::<Ident>(&name) {
                if shape::is_upper(&ident) {
                    self.push(false, vec![ident]);
                }
            }
        }
    }

    /// `with = "hex::serde"`
    fn strings(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.strings(group.stream()),
                TokenTree::Literal(literal) => {
                    let Ok(text) = syn::parse2::<syn::LitStr>(literal.to_token_stream()) else {
                        continue;
                    };
                    if let Ok(tokens) = text.value().parse() {
                        self.tokens(tokens);
                    }
                }
                _ => {}
            }
        }
    }
}

impl Pass for Mentions {
    fn visit_generic_param_mut(&mut self, param: &mut GenericParam) {
        match param {
            GenericParam::Type(TypeParam { ident, .. }) => self.generics.push(ident.clone()),
            GenericParam::Const(param) => self.generics.push(param.ident.clone()),
            GenericParam::Lifetime(_) => {}
        }
        walk::visit_generic_param_mut(self, param);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        let idents = path.segments.iter().map(|segment| segment.ident.clone());
        self.push(path.leading_colon.is_some(), idents.collect());
        walk::visit_path_mut(self, path);
    }

    fn visit_item_use_mut(&mut self, item: &mut ItemUse) {
        let leading = item.leading_colon.is_some();
        self.imports(leading, &item.tree, &mut Vec::new());
    }

    /// A constant in a pattern looks like a variable.
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        if let Pat::Ident(PatIdent { ident, .. }) = pat {
            if shape::is_upper(ident) {
                self.push(false, vec![ident.clone()]);
            }
        }
        walk::visit_pat_mut(self, pat);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        self.visit_path_mut(&mut mac.path);
        self.tokens(mac.tokens.clone());
    }

    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        // Comments are no code, and `cfg(feature = ..)` names nothing of ours.
        if attr.path().is_ident("doc") || attr.path().is_ident("cfg") {
            return;
        }
        self.visit_path_mut(&mut attr.path().clone());
        match &attr.meta {
            Meta::List(list) if matches!(list.delimiter, syn::MacroDelimiter::Paren(_)) => {
                self.tokens(list.tokens.clone());
                self.strings(list.tokens.clone());
            }
            Meta::List(list) => self.tokens(list.tokens.clone()),
            _ => {}
        }
    }

    fn visit_visibility_mut(&mut self, _: &mut Visibility) {}
}
