//! Types of which it is written that they are a mirrored library's, or bounded by its traits: their
//! methods have the same names in the twin.

use proc_macro2::Ident;
use syn::{GenericParam, Generics, Type, TypeParamBound, WherePredicate};

use crate::names::Names;
use crate::stream_types;

/// The parameters that are bounded by a trait of a mirrored library.
pub(crate) fn parameters(generics: &Generics, names: &Names) -> Vec<Ident> {
    let own = generics.params.iter().filter_map(|param| match param {
        GenericParam::Type(param) if param.bounds.iter().any(|bound| is_bound(bound, names)) => {
            Some(param.ident.clone())
        }
        _ => None,
    });
    let clauses = generics.where_clause.iter();
    let clauses = clauses.flat_map(|clause| &clause.predicates);
    let clauses = clauses.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate)
            if predicate.bounds.iter().any(|bound| is_bound(bound, names)) =>
        {
            match &predicate.bounded_ty {
                Type::Path(ty) => ty.path.get_ident().cloned(),
                _ => None,
            }
        }
        _ => None,
    });
    own.chain(clauses).collect()
}

/// Whether a type is one of these parameters, or names a mirrored library itself.
pub(crate) fn is_one(ty: &Type, parameters: &[Ident], names: &Names) -> bool {
    match ty {
        _ if stream_types::is_stream(ty, parameters, names) => true,
        Type::Reference(ty) => is_one(&ty.elem, parameters, names),
        Type::Paren(ty) => is_one(&ty.elem, parameters, names),
        Type::ImplTrait(ty) => ty.bounds.iter().any(|bound| is_bound(bound, names)),
        Type::TraitObject(ty) => ty.bounds.iter().any(|bound| is_bound(bound, names)),
        Type::Path(ty) => names.origin(&ty.path).is_some(),
        _ => false,
    }
}

fn is_bound(bound: &TypeParamBound, names: &Names) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => {
            stream_types::is_trait(&bound.path, names) || names.origin(&bound.path).is_some()
        }
        _ => false,
    }
}
