//! Code for one half only: `#[only_async]`, `#[only_blocking]` and `if is_async!() { .. }`.
//!
//! What belongs to the other half is gone before anything is type-checked.

mod choice;
mod pairs;
mod seal;
mod single;
mod visit;

pub(crate) use pairs::pairs;
pub(crate) use seal::{is_marked, seal_statement};
pub(crate) use single::refuse_halves_of_one;

use proc_macro2::{Ident, Span, TokenStream};
use syn::punctuated::{Pair, Punctuated};
use syn::{Attribute, Expr, ImplItem, Item, Meta, Stmt, Token};

use crate::attrs::Attributed;
use crate::errors::Errors;
use crate::messages;
use crate::pass::{Pass as _, walk};
use crate::shape;

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Half {
    Async,
    Blocking,
}

impl Half {
    pub(crate) fn of(attr: &Attribute) -> Option<Self> {
        let last = &attr.path().segments.last()?.ident;
        if last == "only_async" {
            Some(Self::Async)
        } else if last == "only_blocking" {
            Some(Self::Blocking)
        } else {
            None
        }
    }
}

/// Whether a source speaks of halves at all.
pub(crate) fn is_mentioned(tokens: TokenStream) -> bool {
    shape::mentions(tokens, &is_helper).is_some()
}

fn is_helper(ident: &Ident) -> bool {
    shape::is_one_of(ident, &["only_async", "only_blocking", "is_async"])
}

/// The attribute on a member that stands in the twin alone, under its own name.
pub(crate) fn take_only_blocking(attrs: &mut Vec<Attribute>) -> bool {
    let before = attrs.len();
    attrs.retain(|attr| Half::of(attr) != Some(Half::Blocking));
    attrs.len() < before
}

/// Input:  `struct Client { #[only_async] socket: TcpStream, #[only_blocking] socket: Std }`
/// Output: of the async half `struct Client { socket: TcpStream }`
///
/// `false` if nothing is left.
pub(crate) fn select(item: &mut Item, half: Half, errors: &mut Errors) -> bool {
    select_inside(item, half, None, errors)
}

/// The same of an item whose own attribute has been taken away already.
pub(crate) fn select_inside(
    item: &mut Item,
    half: Half,
    inside: Option<Half>,
    errors: &mut Errors,
) -> bool {
    let mut only = Only {
        half,
        errors,
        inside,
        in_macro: false,
    };
    only.element(item, Only::annotated)
}

/// The attribute on the annotated item itself.
pub(crate) fn stands_alone(item: &mut Item) -> Option<Span> {
    let attr = item.attrs()?.iter().find(|attr| is_mark(attr))?;
    Some(attr.pound_token.span)
}

struct Only<'a> {
    half: Half,
    errors: &'a mut Errors,
    /// The attribute we are under, if any.
    inside: Option<Half>,
    in_macro: bool,
}

impl Only<'_> {
    /// Takes the attribute away; whether what it stands on stays.
    fn stays(&mut self, attrs: &mut Vec<Attribute>) -> bool {
        let marked = |attr: &Attribute| Some((Half::of(attr)?, attr.clone()));
        let found: Vec<(Half, Attribute)> = attrs.iter().filter_map(marked).collect();
        attrs.retain(|attr| !is_mark(attr));
        let Some(&(half, ref attr)) = found.first() else {
            return true;
        };
        // Each half sees the nonsense, one of them reports it.
        if let (Some((second, attr)), Half::Async) = (found.get(1), self.half) {
            let text = if *second == half {
                messages::HALF_TWICE
            } else {
                messages::TWO_HALVES
            };
            self.errors.at(attr.pound_token.span, text);
        }
        if self.inside.is_some_and(|inside| inside != half) {
            let span = attr.pound_token.span;
            self.errors.at(span, messages::OTHER_HALF_INSIDE);
        }
        let own = found.iter().filter(|(half, _)| *half == self.half);
        for (_, attr) in own {
            expect_no_arguments(attr, self.errors);
        }
        half == self.half
    }

    /// What stays of a list, visited.
    fn list<T: Attributed, P: Default>(
        &mut self,
        list: &mut Punctuated<T, P>,
        visit: fn(&mut Self, &mut T),
    ) {
        let mut out = Punctuated::new();
        for pair in std::mem::take(list).into_pairs() {
            let (mut element, comma) = match pair {
                Pair::Punctuated(element, comma) => (element, Some(comma)),
                Pair::End(element) => (element, None),
            };
            if self.element(&mut element, visit) {
                out.push_value(element);
                if let Some(comma) = comma {
                    out.push_punct(comma);
                }
            }
        }
        *list = out;
    }

    /// The same of a sequence without separators.
    fn sequence<T: Attributed>(&mut self, list: &mut Vec<T>, visit: fn(&mut Self, &mut T)) {
        list.retain_mut(|element| self.element(element, visit));
    }

    fn element<T: Attributed>(&mut self, element: &mut T, visit: fn(&mut Self, &mut T)) -> bool {
        let outer = self.inside;
        let stays = self.enter(element.attrs());
        if stays {
            visit(self, element);
        }
        self.inside = outer;
        stays
    }

    /// Goes under the attribute, if there is one; whether what it stands on stays.
    fn enter(&mut self, attrs: Option<&mut Vec<Attribute>>) -> bool {
        let Some(attrs) = attrs else { return true };
        let marked = attrs.iter().find_map(Half::of);
        let stays = self.stays(attrs);
        self.inside = marked.or(self.inside);
        stays
    }

    /// The item that the attribute stands on.
    fn annotated(&mut self, item: &mut Item) {
        if let Item::Impl(item) = item {
            self.implementation(item, |only, members| {
                members.retain_mut(|member| only.member(member));
            });
        } else {
            self.visit_item_mut(item);
        }
    }

    /// A member for the blocking half alone stays marked: see [`take_only_blocking`].
    fn member(&mut self, member: &mut ImplItem) -> bool {
        let mark = member.attrs().and_then(|attrs| {
            attrs
                .iter()
                .find(|attr| Half::of(attr) == Some(Half::Blocking))
                .cloned()
        });
        let stays = self.element(member, Self::visit_impl_item_mut);
        if let (true, Some(attrs)) = (stays, member.attrs()) {
            attrs.extend(mark);
        }
        stays
    }

    fn exprs(&mut self, list: &mut Punctuated<Expr, Token![,]>) {
        self.list(list, Self::visit_expr_mut);
    }

    /// A statement; syn hangs the attribute of `#[only_async] x = y;` on `x`.
    fn statement(&mut self, stmt: &mut Stmt) -> bool {
        match stmt {
            Stmt::Local(_) | Stmt::Macro(_) => {
                self.element(stmt, |only, stmt| walk::visit_stmt_mut(only, stmt))
            }
            Stmt::Item(item) => self.element(item, Self::visit_item_mut),
            Stmt::Expr(expr, _) => {
                let marks = leftmost(expr).filter(|attrs| attrs.iter().any(is_mark));
                let outer = self.inside;
                let stays = self.enter(marks);
                if stays {
                    self.visit_expr_mut(expr);
                }
                self.inside = outer;
                stays
            }
        }
    }
}

fn is_mark(attr: &Attribute) -> bool {
    Half::of(attr).is_some()
}

/// `#[only_async(..)]`
pub(crate) fn expect_no_arguments(attr: &Attribute, errors: &mut Errors) {
    if !matches!(attr.meta, Meta::Path(_)) {
        errors.on(&attr.meta, messages::HALF_WITH_ARGUMENTS);
    }
}

/// The attributes that stand in front of a statement.
fn leftmost(expr: &mut Expr) -> Option<&mut Vec<Attribute>> {
    match expr {
        Expr::Assign(expr) => leftmost(&mut expr.left),
        Expr::Binary(expr) => leftmost(&mut expr.left),
        Expr::Cast(expr) => leftmost(&mut expr.expr),
        other => other.attrs(),
    }
}
