//! The paths of parsed code.

use proc_macro2::TokenStream;
use syn::punctuated::Punctuated;
use syn::{
    Arm, Attribute, Expr, ExprLet, ExprPath, ExprStruct, FieldPat, FieldValue, Item, Local, Macro,
    Meta, Pat, PatStruct, PatTupleStruct, Path, PathArguments, PathSegment, QSelf, Signature,
    Token, TraitBound, TypePath, Visibility,
};

use super::{Replacements, head, tokens};
use crate::emit;
use crate::helpers::is_helper;
use crate::messages;
use crate::pass::{Pass, walk};
use crate::returns;
use crate::shape;

impl Replacements {
    /// Input:  `tokio::net::TcpStream`, with the rule `tokio::net = std::net`
    /// Output: `std::net::TcpStream`
    ///
    /// No rule takes more than the first `within` segments.
    fn path(&mut self, path: &mut Path, within: usize) {
        let mut idents = head(path);
        let written = idents.last().map(|&last| last.clone());
        idents.truncate(within);
        let Some(found) = self.replacement(path.leading_colon.is_some(), &idents, false) else {
            return;
        };
        let rest = std::mem::take(&mut path.segments)
            .into_pairs()
            .skip(found.taken - 1);
        let mut segments: Punctuated<PathSegment, Token![::]> = Punctuated::new();
        for ident in found.idents {
            if !segments.empty_or_trailing() {
                segments.push_punct(Token![::](emit::ours(ident.span())));
            }
            segments.push_value(PathSegment::from(ident));
        }
        for (index, pair) in rest.enumerate() {
            let (segment, colons) = pair.into_tuple();
            if index > 0 {
                segments.push_value(segment);
            } else if let Some(last) = segments.last_mut() {
                last.arguments = segment.arguments;
            }
            if let Some(colons) = colons {
                segments.push_punct(colons);
            }
        }
        path.leading_colon = found.leading_colon;
        path.segments = segments;
        self.note(path.leading_colon.is_some(), head(path), written.as_ref());
    }

    /// In `<T as path::Trait>::name` the trait is a path of its own.
    fn qualified(&mut self, qself: &mut Option<QSelf>, path: &mut Path) {
        let Some(qself) = qself else {
            return self.visit_path_mut(path);
        };
        self.visit_type_mut(&mut qself.ty);
        walk::visit_path_mut(self, path);
        let rest = path.segments.len() - qself.position;
        self.path(path, qself.position);
        qself.position = path.segments.len() - rest;
    }

    /// Input:  `LIMIT` as a pattern of an arm, with the rule `LIMIT = small::LIMIT`
    /// Output: `small::LIMIT`
    ///
    /// As everywhere, an upper-case name is taken for a constant there, and not for a binding.
    fn constant(&mut self, pat: &mut Pat) {
        let Pat::Ident(ident) = pat else { return };
        if ident.by_ref.is_some()
            || ident.mutability.is_some()
            || ident.subpat.is_some()
            || !shape::is_upper(&ident.ident)
        {
            return;
        }
        let mut path = Path::from(ident.ident.clone());
        self.path(&mut path, 1);
        if self.is_made(&path) {
            *pat = Pat::Path(ExprPath {
                attrs: std::mem::take(&mut ident.attrs),
                qself: None,
                path,
            });
        }
    }

    /// Attributes are macros too: what they are given are the author's own words.
    fn attribute(&mut self, attr: &mut Attribute) {
        match &mut attr.meta {
            Meta::List(list) if list.path.is_ident("cfg_attr") => {
                list.tokens = self.conditional(std::mem::take(&mut list.tokens));
            }
            meta => self.visit_meta_mut(meta),
        }
    }

    fn pattern(&mut self, pat: &mut Pat, refutable: bool) {
        let outer = std::mem::replace(&mut self.in_refutable, refutable);
        self.visit_pat_mut(pat);
        self.in_refutable = outer;
    }
}

impl Pass for Replacements {
    fn visit_path_mut(&mut self, path: &mut Path) {
        walk::visit_path_mut(self, path);
        self.path(path, usize::MAX);
    }

    fn visit_expr_path_mut(&mut self, expr: &mut ExprPath) {
        self.visit_attributes_mut(&mut expr.attrs);
        self.qualified(&mut expr.qself, &mut expr.path);
    }

    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        self.qualified(&mut ty.qself, &mut ty.path);
    }

    fn visit_expr_struct_mut(&mut self, expr: &mut ExprStruct) {
        self.visit_attributes_mut(&mut expr.attrs);
        self.qualified(&mut expr.qself, &mut expr.path);
        for field in &mut expr.fields {
            self.visit_field_value_mut(field);
        }
        if let Some(rest) = &mut expr.rest {
            self.visit_expr_mut(rest);
        }
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut PatStruct) {
        self.visit_attributes_mut(&mut pat.attrs);
        self.qualified(&mut pat.qself, &mut pat.path);
        for field in &mut pat.fields {
            self.visit_field_pat_mut(field);
        }
    }

    fn visit_pat_tuple_struct_mut(&mut self, pat: &mut PatTupleStruct) {
        self.visit_attributes_mut(&mut pat.attrs);
        self.qualified(&mut pat.qself, &mut pat.path);
        for pat in &mut pat.elems {
            self.visit_pat_mut(pat);
        }
    }

    /// `Point { x }` names a field first.
    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        self.visit_attributes_mut(&mut field.attrs);
        if field.colon_token.is_some() {
            self.visit_expr_mut(&mut field.expr);
        }
    }

    fn visit_field_pat_mut(&mut self, field: &mut FieldPat) {
        self.visit_attributes_mut(&mut field.attrs);
        if field.colon_token.is_some() {
            self.visit_pat_mut(&mut field.pat);
        }
    }

    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        walk::visit_pat_mut(self, pat);
        if self.in_refutable {
            self.constant(pat);
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        self.visit_attributes_mut(&mut arm.attrs);
        self.pattern(&mut arm.pat, true);
        self.visit_expr_mut(&mut arm.body);
    }

    fn visit_expr_let_mut(&mut self, expr: &mut ExprLet) {
        self.visit_attributes_mut(&mut expr.attrs);
        self.pattern(&mut expr.pat, true);
        self.visit_expr_mut(&mut expr.expr);
    }

    fn visit_local_mut(&mut self, local: &mut Local) {
        self.visit_attributes_mut(&mut local.attrs);
        let init = local.init.as_ref();
        let refutable = init.is_some_and(|init| init.diverge.is_some());
        self.pattern(&mut local.pat, refutable);
        if let Some(init) = &mut local.init {
            self.visit_local_init_mut(init);
        }
    }

    /// What stands in the guard of an arm is no pattern.
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let outer = std::mem::replace(&mut self.in_refutable, false);
        walk::visit_expr_mut(self, expr);
        self.in_refutable = outer;
    }

    /// The twin calls `AsyncFn(A) -> R` by its blocking name already.
    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        let last = bound.path.segments.last();
        let callback = last.is_some_and(|last| {
            matches!(last.arguments, PathArguments::Parenthesized(_))
                && shape::is_one_of(&last.ident, &["AsyncFn", "AsyncFnMut", "AsyncFnOnce"])
        });
        if callback {
            let parents = bound.path.segments.len() - 1;
            walk::visit_path_mut(self, &mut bound.path);
            self.path(&mut bound.path, parents);
        } else {
            walk::visit_trait_bound_mut(self, bound);
        }
    }

    /// The type that makes a function async is what the twin does not have.
    fn visit_signature_mut(&mut self, sig: &mut Signature) {
        let written = sig.output.clone();
        walk::visit_signature_mut(self, sig);
        let is_future = |output| returns::future_output(output).is_some();
        if is_future(&written) != is_future(&sig.output) {
            self.faults
                .push(syn::Error::new_spanned(&written, messages::FUTURE_REPLACED));
            sig.output = written;
        }
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Use(import) = item {
            if let Some(replaced) = self.import(import) {
                *item = replaced;
            }
        } else {
            walk::visit_item_mut(self, item);
        }
    }

    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        let path = attr.path();
        // The twin has `#[test]` for `#[tokio::test]`, unless a rule names that very attribute.
        let mapped = shape::ends_with(path, &["tokio", "test"]) && !self.names_exactly(path);
        if mapped || is_helper(attr) || tokens::is_builtin(path) {
            return;
        }
        let mirror = self.mirror.take();
        self.attribute(attr);
        self.mirror = mirror;
    }

    /// The author has imported the macro, or named it in full: only rules can mean another.
    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let mirror = self.mirror.take();
        self.visit_path_mut(&mut mac.path);
        self.mirror = mirror;
        self.visit_token_stream_mut(&mut mac.tokens);
    }
    fn visit_token_stream_mut(&mut self, tokens: &mut TokenStream) {
        *tokens = self.tokens(std::mem::take(tokens));
    }

    fn visit_visibility_mut(&mut self, _: &mut Visibility) {}
}
