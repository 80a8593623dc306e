//! The annotated module as a tree: its nested modules and their items, in the order in which they
//! are written.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;
use syn::buffer::Cursor;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, ForeignItem, Item, ItemMod, ItemUse, Result, Token, UseTree, Visibility, braced,
    token,
};

use crate::errors::Errors;
use crate::messages;
use crate::replace::Replacements;

use super::mark::Mark;

pub(crate) struct Tree {
    /// The annotated one comes first.
    pub(crate) modules: Vec<Module>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) outside: Outside,
}

/// Where paths lead that do not stay inside.
#[derive(Default)]
pub(crate) struct Outside {
    /// The annotated module's own path: `crate::api`.
    pub(crate) own: Option<Vec<Ident>>,
    /// Paths that mean something else in the twin.
    pub(crate) mapped: Replacements,
}

pub(crate) struct Module {
    pub(crate) parent: Option<usize>,
    /// How many modules there are between the annotated one and this.
    pub(crate) depth: usize,
    pub(crate) ident: Ident,
    pub(crate) nodes: Vec<usize>,
    /// How many tokens stand before the first item.
    pub(crate) head: usize,
    /// Those tokens: `//!` and `#![..]`.
    pub(crate) inner: TokenStream,
    /// `pub mod api`
    pub(crate) item: ItemMod,
}

pub(crate) struct Node {
    pub(crate) module: usize,
    /// A nested module has no content here: see `child`.
    pub(crate) item: Item,
    /// How many tokens it is long.
    pub(crate) len: usize,
    /// What it defines, in any namespace.
    pub(crate) names: Vec<Ident>,
    pub(crate) leaves: Vec<Leaf>,
    pub(crate) child: Option<usize>,
    pub(crate) mark: Mark,
}

/// One import of a `use`.
pub(crate) struct Leaf {
    pub(crate) leading: bool,
    pub(crate) path: Vec<Ident>,
    pub(crate) end: End,
}

pub(crate) enum End {
    Name,
    As(Ident),
    /// `as _`
    Hidden,
    Glob,
}

impl Leaf {
    /// The name it binds.
    pub(crate) fn binding(&self) -> Option<&Ident> {
        match &self.end {
            End::Name => self.path.last().filter(|last| *last != "self"),
            End::As(name) => Some(name),
            End::Hidden | End::Glob => None,
        }
    }
}

impl Tree {
    /// `None` after an error.
    pub(crate) fn parse(
        tokens: TokenStream,
        outside: Outside,
        errors: &mut Errors,
    ) -> Option<Self> {
        let mut tree = Self {
            modules: Vec::new(),
            nodes: Vec::new(),
            outside,
        };
        let parser = |input: ParseStream| {
            let item = head(input)?;
            tree.module(input, item, None, errors)
        };
        match parser.parse2(tokens) {
            Ok(_) => Some(tree),
            Err(error) => {
                errors.push(error);
                None
            }
        }
    }

    /// `{ .. }`
    fn module(
        &mut self,
        input: ParseStream,
        item: ItemMod,
        parent: Option<usize>,
        errors: &mut Errors,
    ) -> Result<usize> {
        let content;
        braced!(content in input);
        let begin = content.cursor();
        let inner = Attribute::parse_inner(&content)?;
        let index = self.modules.len();
        self.modules.push(Module {
            parent,
            depth: parent.map_or(0, |parent| self.modules[parent].depth + 1),
            ident: item.ident.clone(),
            item,
            inner: quote!(#(#inner)*),
            nodes: Vec::new(),
            head: count(begin, content.cursor()),
        });
        while !content.is_empty() {
            self.item(&content, index, errors)?;
        }
        Ok(index)
    }

    fn item(&mut self, input: ParseStream, module: usize, errors: &mut Errors) -> Result<()> {
        let begin = input.cursor();
        let nested = input.fork();
        let (mut item, child) = match head(&nested) {
            Ok(_) if nested.peek(token::Brace) => {
                let item = head(input)?;
                let child = self.module(input, item.clone(), Some(module), errors)?;
                (Item::Mod(item), Some(child))
            }
            _ => (input.parse()?, None),
        };
        if let (Item::Mod(item), None) = (&item, child) {
            errors.at(item.mod_token.span, messages::FILE_MODULE);
        }
        let mark = Mark::take(&mut item, errors);
        let node = Node {
            module,
            len: count(begin, input.cursor()),
            leaves: match &item {
                Item::Use(item) => leaves(item),
                _ => Vec::new(),
            },
            names: names(&item),
            item,
            child,
            mark,
        };
        self.modules[module].nodes.push(self.nodes.len());
        self.nodes.push(node);
        Ok(())
    }

    pub(crate) fn nodes_of(&self, module: usize) -> impl Iterator<Item = (usize, &Node)> {
        self.modules[module]
            .nodes
            .iter()
            .map(|&index| (index, &self.nodes[index]))
    }
}

/// `pub mod api`, without what follows.
fn head(input: ParseStream) -> Result<ItemMod> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis: Visibility = input.parse()?;
    Ok(ItemMod {
        attrs,
        vis,
        unsafety: input.parse()?,
        mod_token: input.parse()?,
        ident: input.call(Ident::parse_any)?,
        content: None,
        semi: None,
    })
}

fn count(mut begin: Cursor, end: Cursor) -> usize {
    let mut count = 0;
    while begin != end {
        let Some((_, next)) = begin.token_tree() else {
            break;
        };
        begin = next;
        count += 1;
    }
    count
}

fn names(item: &Item) -> Vec<Ident> {
    let name = match item {
        Item::Const(item) if item.ident != "_" => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::ExternCrate(item) => item.rename.as_ref().map_or(&item.ident, |(_, name)| name),
        Item::Fn(item) => &item.sig.ident,
        Item::Mod(item) => &item.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Use(item) => {
            let leaves = leaves(item);
            return leaves.iter().filter_map(Leaf::binding).cloned().collect();
        }
        Item::ForeignMod(item) => {
            let names = item.items.iter().filter_map(|item| match item {
                ForeignItem::Fn(item) => Some(item.sig.ident.clone()),
                ForeignItem::Static(item) => Some(item.ident.clone()),
                ForeignItem::Type(item) => Some(item.ident.clone()),
                _ => None,
            });
            return names.collect();
        }
        Item::Macro(item) => match &item.ident {
            Some(ident) => ident,
            None => return defined_in(item.mac.tokens.clone()),
        },
        _ => return Vec::new(),
    };
    vec![name.clone()]
}

/// What a macro that is given definitions is likely to define.
fn defined_in(tokens: TokenStream) -> Vec<Ident> {
    const WORDS: [&str; 8] = [
        "const", "enum", "fn", "static", "struct", "trait", "type", "union",
    ];
    let mut names = Vec::new();
    let mut after_word = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if after_word => {
                if ident != "ref" && ident != "mut" {
                    names.push(ident);
                    after_word = false;
                }
            }
            TokenTree::Ident(ident) => after_word = crate::shape::is_one_of(&ident, &WORDS),
            _ => after_word = false,
        }
    }
    names
}

pub(crate) fn leaves(item: &ItemUse) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut path = Vec::new();
    branch(
        &item.tree,
        item.leading_colon.is_some(),
        &mut path,
        &mut leaves,
    );
    leaves
}

fn branch(tree: &UseTree, leading: bool, path: &mut Vec<Ident>, out: &mut Vec<Leaf>) {
    let mut leaf = |path: &[Ident], last: Option<&Ident>, end: End| {
        let mut path = path.to_vec();
        // `a::{self}` names `a`.
        match last {
            Some(last) if *last == "self" && !path.is_empty() => {}
            Some(last) => path.push(last.clone()),
            None => {}
        }
        out.push(Leaf { leading, path, end });
    };
    match tree {
        UseTree::Name(name) => leaf(path, Some(&name.ident), End::Name),
        UseTree::Rename(rename) if rename.rename == "_" => {
            leaf(path, Some(&rename.ident), End::Hidden);
        }
        UseTree::Rename(rename) => {
            leaf(path, Some(&rename.ident), End::As(rename.rename.clone()));
        }
        UseTree::Glob(_) => leaf(path, None, End::Glob),
        UseTree::Path(inner) => {
            path.push(inner.ident.clone());
            branch(&inner.tree, leading, path, out);
            path.pop();
        }
        UseTree::Group(group) => {
            let items: &Punctuated<UseTree, Token![,]> = &group.items;
            for tree in items {
                branch(tree, leading, path, out);
            }
        }
    }
}
