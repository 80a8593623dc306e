//! What is known of the value a method is called on.

use std::rc::Rc;

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::{Expr, ExprMethodCall, Generics, Local, Member, Pat, Path, Type};

use super::Lower;
use crate::callee::Callee;
use crate::shape;
use crate::values::{self, Methods};

impl Lower<'_> {
    pub(super) fn method_callee(&self, call: &ExprMethodCall) -> Callee {
        if self.names.is_kept(&call.method) {
            return Callee::Kept;
        }
        if shape::is_self(&call.receiver) {
            return self.names.method_callee(&call.method);
        }
        let methods = self.methods_of(&call.receiver);
        let callee = methods.and_then(|methods| methods.get(&call.method.to_string()));
        callee.cloned().unwrap_or(Callee::Unknown)
    }

    fn methods_of(&self, receiver: &Expr) -> Option<&Rc<Methods>> {
        match shape::peeled(receiver) {
            Expr::Path(path) => self.scope.methods(path.path.get_ident()?),
            Expr::Reference(expr) => self.methods_of(&expr.expr),
            Expr::Field(field) if shape::is_self(&field.base) => match &field.member {
                Member::Named(name) => self.names.known.fields.get(&name.to_string()),
                Member::Unnamed(_) => None,
            },
            _ => None,
        }
    }

    /// Input:  `let client: Client = ..;`, `let client = Client::connect(address).await?;`
    /// Output: the methods of `Client`
    pub(super) fn let_value(&self, local: &Local) -> Option<(Ident, Rc<Methods>)> {
        if let Pat::Type(typed) = &local.pat {
            let ident = shape::plain_let(&typed.pat)?.clone();
            let methods = self.methods_of_type(&typed.ty)?;
            return Some((ident, methods));
        }
        let ident = shape::plain_let(&local.pat)?.clone();
        let methods = self.methods_given(&local.init.as_ref()?.expr, false)?;
        Some((ident, methods))
    }

    fn methods_of_type(&self, ty: &Type) -> Option<Rc<Methods>> {
        // A type of the body itself has the methods that it has there.
        let hidden = |ident: &Ident| self.scope.hides(ident);
        if shape::mentions(ty.to_token_stream(), &hidden).is_some() {
            return None;
        }
        values::of_type(ty, &Generics::default(), &self.names.known.types)
    }

    /// Whether the body may mean something of its own by this path.
    pub(super) fn is_hidden(&self, path: &Path) -> bool {
        let first = path.segments.first();
        path.leading_colon.is_none() && first.is_some_and(|first| self.scope.hides(&first.ident))
    }

    /// `inner` says that a `Result` or an `Option` is taken apart.
    fn methods_given(&self, expr: &Expr, inner: bool) -> Option<Rc<Methods>> {
        match shape::peeled(expr) {
            Expr::Await(expr) => self.methods_given(&expr.base, inner),
            Expr::Try(expr) => self.methods_given(&expr.expr, true),
            Expr::Reference(expr) => self.methods_given(&expr.expr, inner),
            Expr::MethodCall(call) if shape::is_one_of(&call.method, &["expect", "unwrap"]) => {
                self.methods_given(&call.receiver, true)
            }
            Expr::Struct(literal) if self.is_hidden(&literal.path) => None,
            Expr::Struct(literal) => values::of_path(&literal.path, &self.names.known.types),
            Expr::Call(call) => {
                let path = shape::plain_path(&call.func).filter(|path| !self.is_hidden(path))?;
                let gives = self.names.known.gives.get(&shape::path_text(path))?;
                let methods = if inner { &gives.inner } else { &gives.plain };
                methods.clone()
            }
            Expr::Path(path) => self.scope.methods(path.path.get_ident()?).cloned(),
            _ => None,
        }
    }
}
