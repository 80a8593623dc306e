//! A program as a tree of typed templates, which can be printed and made smaller.

use crate::ty::Ty;

/// What a node stands for, and so what may stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// An expression of this type.
    Value(Ty),
    /// A statement, which may be missing.
    Statement,
    /// A function, type, trait or `impl`, which may be missing if nobody names it.
    Item,
    /// A part of the node around it.
    Part,
}

/// A stretch of a node.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Text(String),
    Node(Node),
    /// A function that is written by hand in both forms, called in the blocking one.
    Twin(&'static str),
    /// The attribute of an item, where the form of the program has one.
    Attribute,
}

/// A construct, the text around its parts, and the parts.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What the table of coverage calls it.
    pub(crate) construct: &'static str,
    pub(crate) sort: Sort,
    pub(crate) pieces: Vec<Piece>,
}

/// Stands in a template for the next part.
pub(crate) const HOLE: char = '¤';

impl Node {
    /// A node of a template, whose holes are filled with the parts in turn.
    pub(crate) fn new(
        construct: &'static str,
        sort: Sort,
        template: &str,
        parts: impl IntoIterator<Item = Node>,
    ) -> Self {
        let mut parts = parts.into_iter();
        let mut pieces = Vec::new();
        for (index, text) in template.split(HOLE).enumerate() {
            if index > 0 {
                pieces.extend(parts.next().map(Piece::Node));
            }
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
        }
        pieces.extend(parts.map(Piece::Node));
        Node {
            construct,
            sort,
            pieces,
        }
    }

    /// An expression.
    pub(crate) fn value(
        construct: &'static str,
        ty: &Ty,
        template: &str,
        parts: impl IntoIterator<Item = Node>,
    ) -> Self {
        Node::new(construct, Sort::Value(ty.clone()), template, parts)
    }

    /// A statement.
    pub(crate) fn statement(
        construct: &'static str,
        template: &str,
        parts: impl IntoIterator<Item = Node>,
    ) -> Self {
        Node::new(construct, Sort::Statement, template, parts)
    }

    /// Something that belongs to the node around it.
    pub(crate) fn part(template: &str, parts: impl IntoIterator<Item = Node>) -> Self {
        Node::new("", Sort::Part, template, parts)
    }

    /// Whether it goes on behind a block that would be a statement by itself.
    pub(crate) fn begins_with_block(&self) -> bool {
        match self.pieces.first() {
            Some(Piece::Node(node)) => node.is_block() || node.begins_with_block(),
            Some(Piece::Text(_)) => self.is_block() && self.construct.contains("in front of"),
            _ => false,
        }
    }

    fn is_block(&self) -> bool {
        matches!(self.pieces.first(), Some(Piece::Text(text))
            if ["{", "if ", "match ", "'"].iter().any(|start| text.starts_with(start)))
    }

    /// The nodes right below.
    pub(crate) fn children(&self) -> impl Iterator<Item = &Node> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Node(node) => Some(node),
            _ => None,
        })
    }

    /// Shows this node and all below to `see`, from the outside in.
    pub(crate) fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Node)) {
        see(self);
        for child in self.children() {
            child.visit(see);
        }
    }

    /// How many nodes there are.
    pub(crate) fn size(&self) -> usize {
        let mut size = 0;
        self.visit(&mut |_| size += 1);
        size
    }

    /// The node at an index of [`Node::visit`]'s order.
    pub(crate) fn at_mut(&mut self, index: &mut usize) -> Option<&mut Node> {
        if *index == 0 {
            return Some(self);
        }
        *index -= 1;
        for piece in &mut self.pieces {
            let Piece::Node(child) = piece else {
                continue;
            };
            let size = child.size();
            if *index < size {
                return child.at_mut(index);
            }
            *index -= size;
        }
        None
    }
}
