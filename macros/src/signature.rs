//! Signatures: what a caller of the twin sees, and which parameters are async callbacks.

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::{
    FnArg, GenericParam, Generics, Pat, PatIdent, PathArguments, ReceiverKind, ReturnType,
    Signature, Type, TypeParamBound, WherePredicate,
};

use crate::emit;
use crate::pairs::Pairs;
use crate::patterns;
use crate::returns;
use crate::shape;

/// Input:  `async fn fetch(f: impl AsyncFn(u8) -> u8) -> u8`, `fn fetch() -> BoxFuture<'_, u8>`
/// Output: `fn fetch_blocking(f: impl AsyncFn(u8) -> u8) -> u8`, `fn fetch_blocking() -> u8`
pub(crate) fn lower(sig: &mut Signature, twin: Ident) {
    if !returns::is_awaited(sig) {
        sig.ident = twin;
        return;
    }
    if sig.asyncness.take().is_none() {
        let mut ignored = 0;
        for input in &mut sig.inputs {
            if let FnArg::Typed(input) = input {
                if shape::is_droppable(&input.ty) {
                    name_ignored(&mut input.pat, &mut ignored);
                }
            }
        }
    }
    if let Some(output) = returns::future_output(&sig.output).cloned() {
        if let ReturnType::Type(_, ty) = &mut sig.output {
            **ty = output;
        }
    }
    sig.ident = twin;
}

/// Where async callbacks come into a function.
#[derive(Default)]
pub(crate) struct Callbacks {
    /// Parameters that are callbacks: `f: impl AsyncFn()`, `f: &F`.
    pub(crate) parameters: Vec<String>,
    /// Parameters that may hold some: `f: Option<F>`.
    pub(crate) holders: Vec<String>,
    /// Whether there is any in sight, be it behind a field of `self`.
    pub(crate) any: bool,
}

impl Callbacks {
    /// `outer` are the generic parameters of the impl, `pairs` the futures that callbacks return.
    pub(crate) fn of(sig: &Signature, outer: &Generics, pairs: &Pairs) -> Self {
        let mut generics = async_generics(&sig.generics, pairs);
        generics.extend(async_generics(outer, pairs));
        let mut callbacks = Self {
            any: !generics.is_empty(),
            ..Self::default()
        };
        for input in &sig.inputs {
            let FnArg::Typed(input) = input else { continue };
            let Pat::Ident(pat) = &*input.pat else {
                continue;
            };
            let name = pat.ident.to_string();
            if is_callback(&input.ty, &generics, pairs) {
                callbacks.parameters.push(name);
            } else if holds_callback(&input.ty, &generics) {
                callbacks.holders.push(name);
            } else {
                continue;
            }
            callbacks.any = true;
        }
        callbacks
    }
}

fn is_callback(ty: &Type, generics: &[Ident], pairs: &Pairs) -> bool {
    match referent(ty) {
        Type::ImplTrait(ty) => ty.bounds.iter().any(|bound| is_async_fn(bound, pairs)),
        Type::TraitObject(ty) => ty.bounds.iter().any(|bound| is_async_fn(bound, pairs)),
        Type::FnPtr(ty) => returns::future_output(&ty.output).is_some(),
        Type::Path(ty) => ty
            .path
            .get_ident()
            .is_some_and(|ident| generics.contains(ident)),
        _ => false,
    }
}

fn holds_callback(ty: &Type, generics: &[Ident]) -> bool {
    shape::mentions(ty.to_token_stream(), &|ident| {
        generics.contains(ident) || ident.to_string().starts_with("AsyncFn")
    })
    .is_some()
}

fn referent(ty: &Type) -> &Type {
    match ty {
        Type::Reference(ty) => referent(&ty.elem),
        Type::Paren(ty) => referent(&ty.elem),
        Type::Group(ty) => referent(&ty.elem),
        _ => ty,
    }
}

fn async_generics(generics: &Generics, pairs: &Pairs) -> Vec<Ident> {
    let params = generics.params.iter().filter_map(|param| match param {
        GenericParam::Type(param) if param.bounds.iter().any(|bound| is_async_fn(bound, pairs)) => {
            Some(param.ident.clone())
        }
        _ => None,
    });
    let predicates = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    let bounded = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate)
            if predicate
                .bounds
                .iter()
                .any(|bound| is_async_fn(bound, pairs)) =>
        {
            match &predicate.bounded_ty {
                Type::Path(ty) => ty.path.get_ident().cloned(),
                _ => None,
            }
        }
        _ => None,
    });
    params.chain(bounded).collect()
}

/// `AsyncFn(A) -> R`, `Fn(A) -> BoxFuture<'a, R>`, `Fn(A) -> Fut`
fn is_async_fn(bound: &TypeParamBound, pairs: &Pairs) -> bool {
    let TypeParamBound::Trait(bound) = bound else {
        return false;
    };
    let Some(last) = bound.path.segments.last() else {
        return false;
    };
    if shape::is_one_of(&last.ident, &["AsyncFn", "AsyncFnMut", "AsyncFnOnce"]) {
        return true;
    }
    let PathArguments::Parenthesized(arguments) = &last.arguments else {
        return false;
    };
    let ReturnType::Type(_, ty) = &arguments.output else {
        return false;
    };
    returns::future_output(&arguments.output).is_some()
        || matches!(&**ty, Type::Path(ty) if pairs.names().any(|name| ty.path.is_ident(name)))
}

/// Parameters whose drop can be seen, the last one first.
pub(crate) fn droppable_parameters(sig: &Signature) -> Vec<Ident> {
    let mut parameters = Vec::new();
    for input in &sig.inputs {
        match input {
            FnArg::Receiver(receiver) => {
                let by_value = match &receiver.kind {
                    ReceiverKind::Value => true,
                    ReceiverKind::Typed(_, ty) => shape::is_droppable(ty),
                    _ => false,
                };
                if by_value {
                    parameters.push(Ident::from(receiver.self_token));
                }
            }
            FnArg::Typed(input) if shape::is_droppable(&input.ty) => {
                parameters.extend(patterns::bound(&input.pat));
            }
            FnArg::Typed(_) => {}
        }
    }
    parameters.reverse();
    parameters
}

/// Names what a parameter ignores, so that its drop can be placed.
///
/// Input:  `_`, `(a, _)`
/// Output: `ignored0`, `(a, ignored0)`
pub(crate) fn name_ignored(pat: &mut Pat, index: &mut usize) {
    match pat {
        Pat::Wild(wild) => {
            let ident = emit::local("ignored", *index, wild.underscore_token.span);
            *index += 1;
            *pat = Pat::Ident(PatIdent {
                attrs: std::mem::take(&mut wild.attrs),
                by_ref: None,
                mutability: None,
                ident,
                subpat: None,
            });
        }
        Pat::Tuple(tuple) => tuple
            .elems
            .iter_mut()
            .for_each(|pat| name_ignored(pat, index)),
        Pat::Type(typed) if shape::is_droppable(&typed.ty) => name_ignored(&mut typed.pat, index),
        _ => {}
    }
}
