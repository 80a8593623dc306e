//! Types of which it is written that they are a mirrored library's, or bounded by its traits: their
//! methods have the same names in the twin.

use proc_macro2::Ident;
use syn::{Generics, Path, Type, TypeParamBound};

use crate::names::Names;
use crate::stream_types;

/// The parameters that are bounded by a trait of a mirrored library.
pub(crate) fn parameters(generics: &Generics, names: &Names) -> Vec<Ident> {
    stream_types::bounded(generics, &|path| is_trait(path, names))
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

fn is_trait(path: &Path, names: &Names) -> bool {
    stream_types::is_trait(path, names) || names.origin(path).is_some()
}

fn is_bound(bound: &TypeParamBound, names: &Names) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => is_trait(&bound.path, names),
        _ => false,
    }
}
