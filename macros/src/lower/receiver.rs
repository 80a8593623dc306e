//! What is known of the value a method is called on.

use std::rc::Rc;

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::{Expr, ExprCall, ExprMethodCall, Generics, Local, Member, Pat, Path, Type};

use super::wants::Want;
use super::{Lower, refuse};
use crate::callee::Callee;
use crate::form::Form;
use crate::generator;
use crate::library;
use crate::patterns;
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
        match callee {
            Some(callee) => callee.clone(),
            // Another name would be no name of the mirror's.
            None if self.is_mapped(&call.receiver) => Callee::Kept,
            None => Callee::Unknown,
        }
    }

    /// What is wrong with calling this method, if anything is.
    pub(super) fn refused_method(&self, call: &ExprMethodCall) -> Option<String> {
        let text = refuse::method(call, self.names.join)?;
        let own = refuse::runs_a_future(call) && self.is_own_method(call);
        (!own).then_some(text)
    }

    /// Whether the author has a method of this name, which the twin can be given a thunk.
    fn is_own_method(&self, call: &ExprMethodCall) -> bool {
        match self.method_callee(call) {
            Callee::Async(_) | Callee::Future(_) | Callee::Stream(_) => true,
            // Beside the async half it exists once, and takes futures.
            Callee::Single => !self.is_beside(),
            _ => self.names.is_kept(&call.method),
        }
    }

    pub(super) fn is_beside(&self) -> bool {
        self.names.form == Form::Beside
    }

    /// What a file has imported for its async half is not there for a twin beside it.
    pub(super) fn want_traits(&mut self, call: &ExprMethodCall) {
        if call.args.is_empty() && call.method == "as_mut" {
            self.wants.insert(Want::Pinning);
        }
        let of_stream = self.is_beside()
            && (self.names.is_kept(&call.method) || self.is_mapped(&call.receiver))
            && library::is_of_streams_alone(&call.method);
        if of_stream {
            self.wants.insert(Want::Streams);
        }
    }

    /// Input:  `s.any(|n| async move { n > 1 }).await`
    /// Output: `s.__any(|n| n > 1)`, which takes the stream as `any` of the async half does
    pub(super) fn unambiguous(&mut self, callee: &Callee, call: &ExprMethodCall) -> Option<Ident> {
        let method = library::unambiguous(&call.method)?;
        let may_be = match callee {
            Callee::Unknown => !self.is_beside(),
            Callee::Kept => !self.names.is_kept(&call.method),
            _ => false,
        };
        // That of `tokio_stream` borrows, as an iterator's does.
        let borrows = self.names.imports_from("tokio_stream");
        let closure = matches!(call.args.last(), Some(Expr::Closure(_)));
        if !may_be || borrows || !closure {
            return None;
        }
        if self.is_beside() {
            self.wants.insert(Want::Streams);
        }
        Some(Ident::new(method, call.method.span()))
    }

    /// Whether a value is seen to be a stream, or of a mirrored library.
    pub(super) fn is_mapped(&self, expr: &Expr) -> bool {
        if !self.names.may_map() {
            return false;
        }
        match shape::peeled(expr) {
            Expr::Path(path) => {
                let ident = path.path.get_ident();
                ident.is_some_and(|ident| self.scope.is_mapped(ident))
            }
            Expr::Reference(expr) => self.is_mapped(&expr.expr),
            Expr::Unary(expr) => self.is_mapped(&expr.expr),
            Expr::Await(expr) => self.is_mapped(&expr.base),
            Expr::Try(expr) => self.is_mapped(&expr.expr),
            Expr::Call(call) if hands_on(call) => {
                call.args.first().is_some_and(|arg| self.is_mapped(arg))
            }
            Expr::Call(call) => match self.callee(&call.func) {
                Callee::Stream(_) => true,
                _ => shape::plain_path(&call.func).is_some_and(|path| {
                    let origin = self.names.origin(path);
                    origin.is_some_and(|origin| library::gives_own(&origin))
                }),
            },
            Expr::MethodCall(call) => {
                let own = shape::is_self(&call.receiver)
                    || matches!(self.method_callee(call), Callee::Stream(_));
                if own {
                    return matches!(self.method_callee(call), Callee::Stream(_));
                }
                let hands_on = shape::is_one_of(&call.method, &["expect", "unwrap"])
                    || library::hands_on(&call.method);
                hands_on && self.is_mapped(&call.receiver)
            }
            Expr::TryBlock(_) => true,
            Expr::Macro(mac) => {
                generator::is_generator(&mac.mac.path)
                    || shape::ends_with(&mac.mac.path, &["pin"])
                        && mac
                            .mac
                            .parse_body::<Expr>()
                            .is_ok_and(|value| self.is_mapped(&value))
            }
            _ => false,
        }
    }

    /// Input:  `let (sender, receiver) = tokio::sync::mpsc::channel(1);`
    /// Output: `sender`, `receiver`
    pub(super) fn mapped_bindings(&self, local: &Local) -> Vec<Ident> {
        let mut bound = Vec::new();
        if let Some(init) = &local.init {
            patterns::paired(&local.pat, &init.expr, &mut |pat, value| {
                if self.is_mapped(value) {
                    bound.extend(patterns::bound(pat));
                }
            });
        }
        bound
    }

    /// Whether this is a method that is not async, behind others of types in sight.
    ///
    /// Input:  `client.get(1).limit(2)`
    pub(super) fn is_chained(&self, call: &ExprMethodCall) -> bool {
        if self.names.known.returned.is_empty() {
            return false;
        }
        let methods = self.methods_behind(&call.receiver);
        let callee = methods.and_then(|methods| methods.get(&call.method.to_string()).cloned());
        matches!(callee, Some(Callee::Single))
    }

    /// The methods of what a chain of calls returns.
    fn methods_behind(&self, receiver: &Expr) -> Option<Rc<Methods>> {
        let Expr::MethodCall(call) = shape::peeled(receiver) else {
            return self.methods_given(receiver, false);
        };
        let known = matches!(self.method_callee(call), Callee::Single) || self.is_chained(call);
        let returned = self.names.known.returned.get(&call.method.to_string());
        returned.filter(|_| known).cloned()
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

    /// Input:  `let client: Client = ..;`, `let (client, n) = (Client::connect(address).await?, 1);`
    /// Output: `client`, and the methods of `Client`
    pub(super) fn let_values(&self, local: &Local) -> Vec<(Ident, Rc<Methods>)> {
        let mut values = Vec::new();
        match &local.init {
            Some(init) => patterns::paired(&local.pat, &init.expr, &mut |pat, value| {
                let given = || {
                    let ident = patterns::plain_let(pat)?.clone();
                    Some((ident, self.methods_given(value, false)?))
                };
                values.extend(self.typed(pat).or_else(given));
            }),
            None => values.extend(self.typed(&local.pat)),
        }
        values
    }

    /// `client: Client`
    pub(super) fn typed(&self, pat: &Pat) -> Option<(Ident, Rc<Methods>)> {
        let Pat::Type(typed) = pat else { return None };
        let ident = patterns::plain_let(&typed.pat)?.clone();
        Some((ident, self.methods_of_type(&typed.ty)?))
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
                let Some(gives) = self.names.known.gives.get(&shape::path_text(path)) else {
                    // A tuple struct.
                    return values::of_path(path, &self.names.known.types);
                };
                let methods = if inner { &gives.inner } else { &gives.plain };
                methods.clone()
            }
            Expr::Path(path) => match path.path.get_ident() {
                Some(ident) if !shape::is_upper(ident) => self.scope.methods(ident).cloned(),
                _ if self.is_hidden(&path.path) => None,
                _ => values::of_path(&path.path, &self.names.known.types),
            },
            _ => None,
        }
    }
}

/// `Box::pin(s)`, `Pin::new(&mut s)`, `Arc::clone(&s)`
fn hands_on(call: &ExprCall) -> bool {
    let pointers = ["Arc", "Box", "Pin", "Rc"].iter();
    let mut functions = pointers.flat_map(|name| [[name, "new"], [name, "pin"], [name, "clone"]]);
    shape::plain_path(&call.func)
        .is_some_and(|path| functions.any(|function| shape::ends_with(path, &function)))
}
