//! Every place where something can be left out.

use quote::ToTokens as _;
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Block, Expr, ExprLit, FieldsNamed, FieldsUnnamed, Generics, Item, Lit, LitBool,
    Macro, PatStruct, Signature, Token, TypeFnPtr,
};

use super::choice::is_async;
use super::{Half, Only, is_helper, is_mark};
use crate::attrs::Attributed as _;
use crate::messages;
use crate::shape;

impl VisitMut for Only<'_> {
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
            Item::Impl(item) => {
                self.visit_generics_mut(&mut item.generics);
                item.items.retain_mut(|member| self.member(member));
            }
            Item::Trait(item) => {
                self.visit_generics_mut(&mut item.generics);
                self.sequence(&mut item.items, Self::visit_trait_item_mut);
            }
            Item::ForeignMod(item) => {
                self.sequence(&mut item.items, Self::visit_foreign_item_mut);
            }
            other => visit_mut::visit_item_mut(self, other),
        }
    }

    fn visit_generics_mut(&mut self, generics: &mut Generics) {
        self.list(&mut generics.params, Self::visit_generic_param_mut);
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
    }

    fn visit_type_fn_ptr_mut(&mut self, ty: &mut TypeFnPtr) {
        self.list(&mut ty.inputs, Self::visit_named_arg_mut);
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut PatStruct) {
        self.list(&mut pat.fields, Self::visit_field_pat_mut);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        block.stmts.retain_mut(|stmt| self.statement(stmt));
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Some(chosen) = self.chosen(expr) {
            *expr = chosen;
            return self.visit_expr_mut(expr);
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
                self.exprs(&mut expr.args);
            }
            Expr::Struct(expr) => {
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
                self.visit_expr_mut(&mut expr.body);
            }
            Expr::Macro(inner) if is_async(&inner.mac) => {
                let value = LitBool::new(self.half == Half::Async, inner.mac.path.span());
                *expr = Expr::Lit(ExprLit {
                    attrs: Vec::new(),
                    lit: Lit::Bool(value),
                });
            }
            other => {
                // Where nothing can be left out, leaving it out leaves a hole.
                if let Some(attrs) = other.attrs() {
                    let span = attrs
                        .iter()
                        .find(|attr| is_mark(attr))
                        .map(|attr| attr.pound_token.span);
                    if let (false, Some(span)) = (self.stays(attrs), span) {
                        self.errors.at(span, messages::HOLE);
                    }
                }
                visit_mut::visit_expr_mut(self, other);
            }
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let Some(token) = shape::mentions(mac.tokens.clone(), &is_helper) else {
            return;
        };
        match Punctuated::<Expr, Token![,]>::parse_terminated.parse2(mac.tokens.clone()) {
            Ok(mut list) => {
                self.exprs(&mut list);
                mac.tokens = list.into_token_stream();
            }
            Err(_) => self.errors.at(token.span(), messages::HALF_IN_MACRO),
        }
    }

    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}
}
