//! Every place where something can be left out.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    Attribute, Block, Expr, FieldsNamed, FieldsUnnamed, Generics, ImplItem, Item, ItemImpl, Macro,
    PatStruct, Signature, StmtMacro, TypeFnPtr, WherePredicate,
};

use super::choice::{self, is_async};
use super::{Half, Only, is_helper, is_mark, seal};
use crate::arguments::Arguments;
use crate::attrs::Attributed as _;
use crate::generator;
use crate::groups;
use crate::helpers;
use crate::messages;
use crate::pass::{Pass, walk};
use crate::shape;

impl Only<'_> {
    pub(super) fn implementation(
        &mut self,
        item: &mut ItemImpl,
        members: impl FnOnce(&mut Self, &mut Vec<ImplItem>),
    ) {
        self.visit_generics_mut(&mut item.generics);
        if let Some((path, _)) = &mut item.trait_ {
            self.visit_path_mut(path);
        }
        self.visit_type_mut(&mut item.self_ty);
        members(self, &mut item.items);
    }

    /// Under `#[only_blocking]`. What is inside a macro is as that macro is.
    fn is_blocking_code(&self) -> bool {
        let blocking = Half::Blocking;
        self.half == blocking && self.inside == Some(blocking) && !self.in_macro
    }

    /// Where nothing can be left out, leaving it out leaves a hole.
    fn refuse_hole(&mut self, expr: &mut Expr) {
        let Some(attrs) = expr.attrs() else { return };
        let mark = attrs.iter().find(|attr| is_mark(attr));
        let span = mark.map(|attr| attr.pound_token.span);
        if let (Some(span), false) = (span, self.stays(attrs)) {
            self.errors.at(span, messages::HOLE);
        }
    }
}

impl Pass for Only<'_> {
    fn visit_item_mut(&mut self, item: &mut Item) {
        match item {
            Item::Mod(module) => {
                if let Some((_, items)) = &mut module.content {
                    self.sequence(items, Self::visit_item_mut);
                }
            }
            Item::Enum(item) => {
                self.visit_generics_mut(&mut item.generics);
                self.list(&mut item.variants, Self::visit_variant_mut);
            }
            Item::Impl(item) => self.implementation(item, |only, members| {
                only.sequence(members, Self::visit_impl_item_mut);
            }),
            Item::Trait(item) => {
                self.visit_generics_mut(&mut item.generics);
                for bound in &mut item.supertraits {
                    self.visit_type_param_bound_mut(bound);
                }
                self.sequence(&mut item.items, Self::visit_trait_item_mut);
            }
            Item::ForeignMod(item) => {
                self.sequence(&mut item.items, Self::visit_foreign_item_mut);
            }
            other => walk::visit_item_mut(self, other),
        }
    }

    fn visit_generics_mut(&mut self, generics: &mut Generics) {
        self.list(&mut generics.params, Self::visit_generic_param_mut);
        if let Some(clause) = &mut generics.where_clause {
            self.visit_where_clause_mut(clause);
        }
    }

    fn visit_where_predicate_mut(&mut self, predicate: &mut WherePredicate) {
        let attrs = predicate.attrs().map(std::mem::take).unwrap_or_default();
        // Each half sees it, one of them reports it.
        if let (Some(mark), Half::Async) = (attrs.iter().find(|attr| is_mark(attr)), self.half) {
            let span = mark.pound_token.span;
            self.errors.at(span, messages::HALF_OF_A_PREDICATE);
        }
        if let Some(out) = predicate.attrs() {
            out.extend(attrs.into_iter().filter(|attr| !is_mark(attr)));
        }
        walk::visit_where_predicate_mut(self, predicate);
    }

    fn visit_fields_named_mut(&mut self, fields: &mut FieldsNamed) {
        self.list(&mut fields.named, Self::visit_field_mut);
    }

    fn visit_fields_unnamed_mut(&mut self, fields: &mut FieldsUnnamed) {
        self.list(&mut fields.unnamed, Self::visit_field_mut);
    }

    fn visit_signature_mut(&mut self, sig: &mut Signature) {
        self.visit_generics_mut(&mut sig.generics);
        self.list(&mut sig.inputs, Self::visit_fn_arg_mut);
        self.visit_return_type_mut(&mut sig.output);
    }

    fn visit_type_fn_ptr_mut(&mut self, ty: &mut TypeFnPtr) {
        self.list(&mut ty.inputs, Self::visit_named_arg_mut);
        self.visit_return_type_mut(&mut ty.output);
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut PatStruct) {
        self.list(&mut pat.fields, Self::visit_field_pat_mut);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain_mut(|stmt| self.statement(stmt));
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        self.refuse_hole(expr);
        if let Some(chosen) = self.chosen(expr) {
            *expr = chosen;
            let outer = self.inside.replace(self.half);
            self.visit_expr_mut(expr);
            self.inside = outer;
            return;
        }
        match expr {
            Expr::Array(expr) => self.exprs(&mut expr.elems),
            Expr::Tuple(expr) => self.exprs(&mut expr.elems),
            Expr::Call(expr) => {
                self.visit_expr_mut(&mut expr.func);
                self.exprs(&mut expr.args);
            }
            Expr::MethodCall(expr) => {
                self.visit_expr_mut(&mut expr.receiver);
                if let Some(turbofish) = &mut expr.turbofish {
                    self.visit_angle_bracketed_generic_arguments_mut(turbofish);
                }
                self.exprs(&mut expr.args);
            }
            Expr::Struct(expr) => {
                self.visit_path_mut(&mut expr.path);
                self.list(&mut expr.fields, Self::visit_field_value_mut);
                if let Some(rest) = &mut expr.rest {
                    self.visit_expr_mut(rest);
                }
            }
            Expr::Match(expr) => {
                self.visit_expr_mut(&mut expr.expr);
                self.sequence(&mut expr.arms, Self::visit_arm_mut);
            }
            Expr::Closure(expr) => {
                self.list(&mut expr.inputs, Self::visit_pat_mut);
                self.visit_return_type_mut(&mut expr.output);
                self.visit_expr_mut(&mut expr.body);
            }
            Expr::Macro(inner) if is_async(&inner.mac) => *expr = self.value(&inner.mac),
            Expr::Await(inner) => {
                self.visit_expr_mut(&mut inner.base);
                seal::unmark_awaited(&mut inner.base);
            }
            _ => walk::visit_expr_mut(self, expr),
        }
        if self.is_blocking_code() {
            seal::mark(expr);
        }
    }

    fn visit_stmt_macro_mut(&mut self, stmt: &mut StmtMacro) {
        walk::visit_stmt_macro_mut(self, stmt);
        if self.is_blocking_code() {
            seal::mark_statement(stmt);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if shape::mentions(mac.tokens.clone(), &is_helper).is_none() {
            return;
        }
        if generator::visit_body(mac, self) {
            return;
        }
        let outer = std::mem::replace(&mut self.in_macro, true);
        if let Some(mut arguments) = Arguments::read(mac) {
            match &mut arguments {
                Arguments::List(list) => self.exprs(list),
                other => other.visit(self),
            }
            mac.tokens = arguments.into_tokens();
        } else {
            mac.tokens = answered(std::mem::take(&mut mac.tokens), self.half);
            if let Some(token) = shape::mentions(mac.tokens.clone(), &is_helper) {
                self.errors.at(token.span(), messages::HALF_IN_MACRO);
                mac.tokens = helpers::strip(std::mem::take(&mut mac.tokens));
            }
        }
        self.in_macro = outer;
    }

    /// A mark where we do not look for one.
    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        if Half::of(attr).is_some_and(|half| half != self.half) {
            self.errors.at(attr.pound_token.span, messages::HOLE);
        }
    }
}

/// In tokens of which nothing is known the question can still be answered.
///
/// Input:  `x if is_async!() =>`
/// Output: of the async half `x if true =>`
fn answered(tokens: TokenStream, half: Half) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        if let [.., TokenTree::Ident(name), TokenTree::Punct(bang)] = out.as_slice() {
            if name == "is_async" && bang.as_char() == '!' && group.stream().is_empty() {
                let value = choice::bool(half, name.span());
                out.truncate(out.len() - 2);
                out.push(TokenTree::Ident(value));
                continue;
            }
        }
        let inner = if group.delimiter() == Delimiter::None {
            group.stream()
        } else {
            answered(group.stream(), half)
        };
        let delimiter = group.delimiter();
        out.push(TokenTree::Group(groups::regroup(&group, delimiter, inner)));
    }
    out.into_iter().collect()
}
