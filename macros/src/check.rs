//! Calls whose value is thrown away, where both halves have the same names.
//!
//! `let _ = get(1);` does nothing if `get` is async, but its twin of the same name would run. Only
//! the types of the async half tell. So that half gets a copy of the function, which is never
//! called: there such values go through a witness, which refuses futures.

use std::ops::Deref;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::parse::Parser as _;
use syn::{
    Block, Expr, ExprAssign, ExprCall, FnArg, GenericParam, ImplItem, Item, ItemImpl, ItemTrait,
    Local, Macro, Pat, Path, Signature, Stmt, TraitItem, Type, parse_quote,
};

use crate::arguments::Arguments;
use crate::callee::Callee;
use crate::emit;
use crate::generator;
use crate::names::Names;
use crate::pass::{Pass, walk};
use crate::patterns;
use crate::shape;
use crate::uses::{self, Idle};

/// Which calls may be of an async function whose twin has the same name.
pub(crate) struct Suspects<'a> {
    /// Those that are known to be async are deferred: they run in neither half. Most items throw
    /// nothing away, and need none.
    pub(crate) names: &'a dyn Deref<Target = Names>,
    /// By the name, and whether it is that of a method.
    pub(crate) is_one: &'a dyn Fn(&Ident, bool) -> bool,
    /// Whether what is kept counts, too: it may belong to a mirrored library.
    pub(crate) kept: bool,
    /// Whether statements count; of those the compiler's own lint speaks too.
    pub(crate) statements: bool,
}

/// Input:  `async fn f(n: u8) { let _ = get(n); }`
/// Output: `const _: () = { async fn check_f(n: u8) { let _ = dropped(get(n), 0); } };`
pub(crate) fn copy_of(item: &Item, suspects: &Suspects) -> Option<TokenStream> {
    let copies = match item {
        // Beside it, as it may stand in an impl: one with a receiver does.
        Item::Fn(item) => {
            let (sig, block) = copy(&item.sig, &item.block, suspects)?;
            let lints = emit::no_lints();
            return sig.receiver().is_none().then(|| quote!(#lints #sig #block));
        }
        Item::Impl(item) => of_impl(item, suspects)?,
        Item::Trait(item) => of_trait(item, suspects)?,
        _ => return None,
    };
    let lints = emit::no_lints();
    Some(quote! {
        #lints
        const _: () = { #copies };
    })
}

/// The function under another name, if it throws anything suspect away.
fn copy(sig: &Signature, block: &Block, suspects: &Suspects) -> Option<(Signature, Block)> {
    let mut block = block.clone();
    let mut wrap = Wrap {
        suspects,
        any: false,
        defines_impls: false,
    };
    wrap.visit_block_mut(&mut block);
    if !wrap.any || wrap.defines_impls || sig.constness.is_some() {
        return None;
    }
    let mut sig = sig.clone();
    sig.ident = format_ident!("__check_{}", sig.ident, span = Span::call_site());
    Some((sig, block))
}

/// The methods of a trait of our own, which can be implemented for any type.
fn of_impl(item: &ItemImpl, suspects: &Suspects) -> Option<TokenStream> {
    let mut declared = Vec::new();
    let mut defined = Vec::new();
    let outer = item.trait_.as_ref().map(|(path, _)| path);
    let types = item.items.iter().filter_map(|member| match member {
        ImplItem::Type(ty) => Some(&ty.ident),
        _ => None,
    });
    let types: Vec<&Ident> = types.collect();
    for member in &item.items {
        let ImplItem::Fn(method) = member else {
            continue;
        };
        if let Some((mut sig, mut block)) = copy(&method.sig, &method.block, suspects) {
            if let Some(of_trait) = outer {
                let mut own = Own {
                    of_trait,
                    types: types.clone(),
                };
                own.visit_signature_mut(&mut sig);
                own.visit_block_mut(&mut block);
            }
            let body = quote!(#sig #block);
            plain_parameters(&mut sig);
            declared.push(quote!(#sig;));
            defined.push(body);
        }
    }
    if defined.is_empty() {
        return None;
    }
    let ty = &item.self_ty;
    let (generics, arguments, clause) = item.generics.split_for_impl();
    let mut parameters = item.generics.clone();
    for param in &mut parameters.params {
        without_default(param);
    }
    let parameters = parameters.params;
    let implies = outer.map(|of_trait| quote!(: #of_trait));
    Some(quote! {
        trait Check<#parameters> #implies #clause { #(#declared)* }
        impl #generics Check #arguments for #ty #clause { #(#defined)* }
    })
}

fn of_trait(item: &ItemTrait, suspects: &Suspects) -> Option<TokenStream> {
    let copies: Vec<TokenStream> = item
        .items
        .iter()
        .filter_map(|member| match member {
            TraitItem::Fn(method) => {
                let (sig, block) = copy(&method.sig, method.default.as_ref()?, suspects)?;
                Some(quote!(#sig #block))
            }
            _ => None,
        })
        .collect();
    if copies.is_empty() {
        return None;
    }
    let name = &item.ident;
    let (_, arguments, clause) = item.generics.split_for_impl();
    let mut parameters = item.generics.clone();
    parameters.params.iter_mut().for_each(without_default);
    let parameters = parameters.params;
    Some(quote! {
        trait Check<#parameters>: #name #arguments #clause { #(#copies)* }
    })
}

fn without_default(param: &mut GenericParam) {
    match param {
        GenericParam::Type(param) => param.default = None,
        GenericParam::Const(param) => param.default = None,
        GenericParam::Lifetime(_) => {}
    }
}

/// A method without a body has no patterns for parameters.
fn plain_parameters(sig: &mut Signature) {
    for input in &mut sig.inputs {
        match input {
            FnArg::Receiver(receiver) => receiver.mutability = None,
            FnArg::Typed(input) => *input.pat = parse_quote!(_),
        }
    }
}

/// `Self::Error` says which trait is meant only inside an impl of that trait.
struct Own<'a> {
    of_trait: &'a Path,
    types: Vec<&'a Ident>,
}

impl Own<'_> {
    fn is_own(&self, path: &Path) -> bool {
        let mut segments = path.segments.iter();
        segments.next().is_some_and(|first| first.ident == "Self")
            && segments
                .next()
                .is_some_and(|second| self.types.contains(&&second.ident))
    }

    fn qualified(&self, path: &Path) -> TokenStream {
        let (of_trait, rest) = (self.of_trait, path.segments.iter().skip(1));
        quote!(<Self as #of_trait>::#(#rest)::*)
    }
}

impl Pass for Own<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        walk::visit_type_mut(self, ty);
        if let Type::Path(path) = ty {
            if path.qself.is_none() && self.is_own(&path.path) {
                *ty = Type::Verbatim(self.qualified(&path.path));
            }
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        walk::visit_expr_mut(self, expr);
        if let Expr::Path(path) = expr {
            if path.qself.is_none() && self.is_own(&path.path) {
                *expr = Expr::Verbatim(self.qualified(&path.path));
            }
        }
    }
}

/// Puts the witness around what is thrown away.
struct Wrap<'a> {
    suspects: &'a Suspects<'a>,
    any: bool,
    /// A second impl of the same trait for the same type cannot be.
    defines_impls: bool,
}

impl Wrap<'_> {
    fn statements(&mut self, stmts: &mut [Stmt]) {
        for index in 0..stmts.len() {
            let (before, rest) = stmts.split_at_mut(index + 1);
            let stmt = &mut before[index];
            self.visit_stmt_mut(stmt);
            if let Stmt::Local(Local {
                pat,
                init: Some(init),
                ..
            }) = stmt
            {
                self.unused(pat, &mut init.expr, rest);
            }
        }
    }

    /// `let _ = get(1);`, or a variable with which nothing is done.
    fn unused(&mut self, pat: &Pat, value: &mut Expr, rest: &[Stmt]) {
        match (pat, value) {
            (pat, Expr::Paren(value)) => self.unused(pat, &mut value.expr, rest),
            (Pat::Tuple(pat), Expr::Tuple(value)) if patterns::takes_apart(pat, value) => {
                for (pat, value) in pat.elems.iter().zip(&mut value.elems) {
                    self.unused(pat, value, rest);
                }
            }
            (pat, value) => {
                let suspect = self.suspect(value).is_some();
                if suspect && uses::is_thrown_away(pat, rest, Idle::Dropped) {
                    self.wrap(value);
                }
            }
        }
    }

    /// The name of what is called, if it may be async.
    fn suspect(&self, expr: &Expr) -> Option<Ident> {
        let (name, is_method) = match shape::peeled(expr) {
            Expr::Call(call) => (
                &shape::plain_path(&call.func)?.segments.last()?.ident,
                false,
            ),
            Expr::MethodCall(call) => (&call.method, true),
            _ => return None,
        };
        let suspect = !shape::is_upper(name) && (self.suspects.is_one)(name, is_method);
        suspect.then(|| name.clone())
    }

    fn wrap(&mut self, expr: &mut Expr) {
        let Some(name) = self.suspect(expr) else {
            return;
        };
        let names: &Names = self.suspects.names;
        let callee = match shape::peeled(expr) {
            Expr::Call(call) => match shape::plain_path(&call.func) {
                Some(path) if path.segments.len() == 2 && path.segments[0].ident == "Self" => {
                    names.method_callee(&name)
                }
                Some(path) => names.function_callee(path),
                None => Callee::Unknown,
            },
            Expr::MethodCall(call) if shape::is_self(&call.receiver) => names.method_callee(&name),
            _ => Callee::Unknown,
        };
        if !matches!(callee, Callee::Unknown) || names.is_kept(&name) && !self.suspects.kept {
            return;
        }
        self.any = true;
        let span = emit::ours(name.span());
        let krate = names.krate(span);
        let zero = emit::zero(name.span());
        *expr = Expr::Verbatim(quote_spanned!(span=> #krate::__private::dropped(#expr, #zero)));
    }
}

impl Pass for Wrap<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.statements(&mut block.stmts);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        walk::visit_stmt_mut(self, stmt);
        if let (Stmt::Expr(expr, Some(_)), true) = (stmt, self.suspects.statements) {
            self.wrap(expr);
        }
    }

    fn visit_expr_assign_mut(&mut self, expr: &mut ExprAssign) {
        walk::visit_expr_assign_mut(self, expr);
        if let Expr::Infer(_) = &*expr.left {
            self.wrap(&mut expr.right);
        }
    }

    fn visit_expr_call_mut(&mut self, call: &mut ExprCall) {
        walk::visit_expr_call_mut(self, call);
        let dropping = shape::plain_path(&call.func).is_some_and(|path| {
            path.is_ident("drop")
                || shape::ends_with(path, &["mem", "drop"])
                || shape::ends_with(path, &["mem", "forget"])
        });
        if let (true, Some(value)) = (dropping, call.args.first_mut()) {
            self.wrap(value);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        let before = std::mem::take(&mut self.any);
        let mut seen = mac.clone();
        if !generator::visit_body(&mut seen, self) {
            if let Some(mut arguments) = Arguments::read(mac) {
                arguments.visit(self);
                seen.tokens = arguments.into_tokens();
            } else if let Ok(mut stmts) = Block::parse_within.parse2(mac.tokens.clone()) {
                self.statements(&mut stmts);
                seen.tokens = quote!(#(#stmts)*);
            }
        }
        if self.any {
            *mac = seen;
        }
        self.any |= before;
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        self.defines_impls |= matches!(item, Item::Impl(_));
    }
}
