//! Signatures: what a caller of the twin sees, and which parameters are async callbacks.

use proc_macro2::Ident;
use syn::{
    FnArg, GenericParam, Generics, Pat, ReturnType, Signature, Type, TypeParamBound, WherePredicate,
};

use crate::returns;

/// Input:  `async fn fetch(f: impl AsyncFn(u8) -> u8) -> u8`, `fn fetch() -> BoxFuture<'_, u8>`
/// Output: `fn fetch_blocking(f: impl AsyncFn(u8) -> u8) -> u8`, `fn fetch_blocking() -> u8`
pub(crate) fn lower(sig: &mut Signature, twin: Ident) {
    sig.asyncness = None;
    if let Some(output) = returns::future_output(&sig.output).cloned() {
        if let ReturnType::Type(_, ty) = &mut sig.output {
            **ty = output;
        }
    }
    sig.ident = twin;
}

/// The names of parameters that are async callbacks: `f: impl AsyncFn()`, `f: &F`.
pub(crate) fn callbacks(sig: &Signature) -> Vec<String> {
    let generics = async_generics(&sig.generics);
    let is_callback = |ty: &Type| match referent(ty) {
        Type::ImplTrait(ty) => ty.bounds.iter().any(is_async_fn),
        Type::Path(ty) => ty
            .path
            .get_ident()
            .is_some_and(|ident| generics.contains(ident)),
        _ => false,
    };
    let named = |input: &FnArg| match input {
        FnArg::Typed(input) if is_callback(&input.ty) => match &*input.pat {
            Pat::Ident(pat) => Some(pat.ident.to_string()),
            _ => None,
        },
        _ => None,
    };
    sig.inputs.iter().filter_map(named).collect()
}

fn referent(ty: &Type) -> &Type {
    match ty {
        Type::Reference(ty) => referent(&ty.elem),
        Type::Paren(ty) => referent(&ty.elem),
        Type::Group(ty) => referent(&ty.elem),
        _ => ty,
    }
}

pub(crate) fn async_generics(generics: &Generics) -> Vec<Ident> {
    let params = generics.params.iter().filter_map(|param| match param {
        GenericParam::Type(param) if param.bounds.iter().any(is_async_fn) => {
            Some(param.ident.clone())
        }
        _ => None,
    });
    let predicates = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    let bounded = predicates.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) if predicate.bounds.iter().any(is_async_fn) => {
            match &predicate.bounded_ty {
                Type::Path(ty) => ty.path.get_ident().cloned(),
                _ => None,
            }
        }
        _ => None,
    });
    params.chain(bounded).collect()
}

fn is_async_fn(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::Trait(bound) if bound.path.segments.last().is_some_and(|last| {
        last.ident == "AsyncFn" || last.ident == "AsyncFnMut" || last.ident == "AsyncFnOnce"
    }))
}
