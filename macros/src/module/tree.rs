//! The annotated module as a tree: its nested modules and their items, in the order in which they
//! are written.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Item, ItemMod, Result, Visibility, braced, token};

use crate::errors::Errors;
use crate::groups;
use crate::messages;
use crate::only::Half;
use crate::reading::Reading;
use crate::replace::Replacements;
use crate::table::{Set, Table};
use crate::words::Words;

use super::defines;
use super::leaf::{self, End, Leaf};
use super::mark::Mark;
use super::mentions::{self, Mention};
use super::visibility;

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
    /// By name.
    index: Table<Vec<usize>>,
    /// The `use` items that import what they do not name.
    pub(crate) globs: Vec<usize>,
    /// The one it stands in, if it is not in both.
    pub(crate) half: Option<Half>,
    /// How many tokens stand before the first item.
    pub(crate) head: usize,
    /// Those tokens: `//!` and `#![..]`.
    pub(crate) inner: TokenStream,
    /// `pub mod api`
    pub(crate) item: ItemMod,
    /// Of all of these.
    words: Words,
}

pub(crate) struct Node {
    pub(crate) module: usize,
    /// A nested module has no content here: see `child`.
    pub(crate) item: Item,
    /// What its tokens tell; nothing of those of a nested module.
    pub(crate) reading: Reading,
    /// What it names.
    pub(crate) mentions: Vec<Mention>,
    /// What it defines, in any namespace.
    pub(crate) names: Vec<Ident>,
    pub(crate) leaves: Vec<Leaf>,
    pub(crate) child: Option<usize>,
    pub(crate) mark: Mark,
}

impl Tree {
    /// `None` after an error.
    pub(crate) fn parse(
        tokens: TokenStream,
        outside: Outside,
        errors: &mut Errors,
    ) -> Option<Self> {
        // Most modules hold no invisible group, and are parsed only once.
        let parsed = match Self::read(tokens.clone()) {
            Ok((tree, found)) if !tree.words().any(Words::INVISIBLE) => Ok((tree, found)),
            _ => Self::read(groups::visible(tokens)),
        };
        match parsed {
            Ok((mut tree, found)) => {
                errors.append(found);
                tree.outside = outside;
                for module in &tree.modules {
                    defines::claim(&mut tree.nodes, &module.nodes);
                }
                tree.inherit(0, Mark::None);
                tree.index();
                let own = tree.own_roots();
                tree.outside.mapped.hide(&own);
                Some(tree)
            }
            Err(error) => {
                errors.push(error);
                None
            }
        }
    }

    /// What is written, without a look at what it means.
    fn read(tokens: TokenStream) -> Result<(Self, Errors)> {
        let mut errors = Errors::default();
        let mut tree = Self {
            modules: Vec::new(),
            nodes: Vec::new(),
            outside: Outside::default(),
        };
        let parser = |input: ParseStream| {
            let begin = input.cursor();
            let item = head(input)?;
            tree.module(input, begin, item, None, &mut errors)
        };
        parser.parse2(tokens)?;
        Ok((tree, errors))
    }

    /// `{ .. }`, and in front of it what began at `begin`.
    fn module(
        &mut self,
        input: ParseStream,
        begin: Cursor,
        item: ItemMod,
        parent: Option<usize>,
        errors: &mut Errors,
    ) -> Result<usize> {
        let words = Reading::of(begin, Some(input.cursor())).words;
        let content;
        braced!(content in input);
        let begin = content.cursor();
        let inner = Attribute::parse_inner(&content)?;
        let reading = Reading::of(begin, Some(content.cursor()));
        let index = self.modules.len();
        self.modules.push(Module {
            parent,
            depth: parent.map_or(0, |parent| self.modules[parent].depth + 1),
            ident: item.ident.clone(),
            item,
            inner: quote!(#(#inner)*),
            nodes: Vec::new(),
            index: Table::default(),
            globs: Vec::new(),
            half: None,
            head: reading.len,
            words: reading.words.with(words),
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
                let child = self.module(input, begin, item.clone(), Some(module), errors)?;
                (Item::Mod(item), Some(child))
            }
            _ => (input.parse()?, None),
        };
        if let (Item::Mod(item), None) = (&item, child) {
            errors.at(item.mod_token.span, messages::FILE_MODULE);
        }
        let mark = Mark::take(&mut item, errors);
        let end = Some(input.cursor());
        let reading = match child {
            Some(_) => Reading::of_length(begin, end),
            None => Reading::of(begin, end),
        };
        let leaves = match &item {
            Item::Use(item) => leaf::leaves(item),
            _ => Vec::new(),
        };
        let node = Node {
            module,
            reading,
            mentions: mentions::of_node(&mut item, &leaves),
            leaves,
            names: defines::names(&item),
            item,
            child,
            mark,
        };
        self.modules[module].nodes.push(self.nodes.len());
        self.nodes.push(node);
        Ok(())
    }

    /// What is said of a module is said of all that is in it.
    fn inherit(&mut self, module: usize, mark: Mark) {
        self.modules[module].half = mark.half();
        for index in self.modules[module].nodes.clone() {
            let node = &mut self.nodes[index];
            if node.mark == Mark::None {
                node.mark = mark;
            }
            if let Some(child) = node.child {
                let mark = node.mark;
                self.inherit(child, mark);
            }
        }
    }

    fn index(&mut self) {
        for module in &mut self.modules {
            for &index in &module.nodes {
                let mut leaves = self.nodes[index].leaves.iter();
                if leaves.any(|leaf| matches!(leaf.end, End::Glob)) {
                    module.globs.push(index);
                }
                for name in &self.nodes[index].names {
                    let nodes = module.index.or_insert(name.to_string(), Vec::new());
                    if nodes.last() != Some(&index) {
                        nodes.push(index);
                    }
                }
            }
        }
    }

    /// Which words there are.
    pub(crate) fn words(&self) -> Words {
        let items = self.nodes.iter().filter(|node| node.child.is_none());
        let items = items.map(|node| node.reading.words);
        let heads = self.modules.iter().map(|module| module.words);
        heads.chain(items).fold(Words::NONE, Words::with)
    }

    /// The items of a module that have this name.
    pub(crate) fn named(&self, module: usize, name: &Ident) -> &[usize] {
        self.named_text(module, &name.to_string())
    }

    pub(super) fn named_text(&self, module: usize, name: &str) -> &[usize] {
        let nodes = self.modules[module].index.get(name);
        nodes.map_or(&[], Vec::as_slice)
    }

    /// Names of modules here, with which a path does not lead to a library.
    pub(crate) fn own_roots(&self) -> Set {
        let roots = self.nodes.iter().flat_map(|node| {
            let imports = node.leaves.iter().filter(|leaf| leaf.path.len() > 1);
            let renamed = imports.filter_map(Leaf::binding);
            let module = matches!(node.item, Item::Mod(_)).then_some(&node.names);
            module.into_iter().flatten().chain(renamed)
        });
        roots.map(ToString::to_string).collect()
    }

    /// Whether a module is `outer`, or stands in it.
    pub(crate) fn is_within(&self, module: usize, outer: usize) -> bool {
        let above = |module: &usize| self.modules[*module].parent;
        std::iter::successors(Some(module), above).any(|module| module == outer)
    }

    /// Whether an item is visible outside of its module.
    pub(crate) fn is_handed_on(&self, node: usize) -> bool {
        visibility::is_handed_on(&self.nodes[node].item)
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
        ident: input.parse()?,
        content: None,
        semi: None,
    })
}
