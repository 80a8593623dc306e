//! Return types that are futures: `impl Future<Output = T>`, boxed ones, and their aliases.

use syn::{
    AssocType, GenericArgument, Path, PathArguments, ReturnType, Signature, Type, TypeParamBound,
};

use crate::shape;
use crate::stream_types;

/// Traits that say no more than that something can be awaited.
pub(crate) const FUTURES: [&str; 3] = ["Future", "FusedFuture", "IntoFuture"];

/// Whether a caller of this function has to await it.
pub(crate) fn is_awaited(sig: &Signature) -> bool {
    sig.asyncness.is_some() || future_output(&sig.output).is_some()
}

/// Whether the twin of this function is another function: one is awaited, or hands out streams.
pub(crate) fn has_twin(sig: &Signature) -> bool {
    is_awaited(sig) || stream_types::gives_streams(sig)
}

/// Input:  `-> impl Future<Output = T> + Send`, `-> Pin<Box<dyn Future<Output = T>>>`,
///         `-> BoxFuture<'_, T>`
/// Output: `T`
pub(crate) fn future_output(output: &ReturnType) -> Option<&Type> {
    match output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => of_type(ty),
    }
}

pub(crate) fn of_type(ty: &Type) -> Option<&Type> {
    match ty {
        Type::ImplTrait(ty) => of_bounds(&ty.bounds),
        Type::Group(ty) => of_type(&ty.elem),
        Type::Paren(ty) => of_type(&ty.elem),
        Type::Path(ty) if ty.qself.is_none() => of_path(&ty.path),
        _ => None,
    }
}

fn of_bounds<'a>(bounds: impl IntoIterator<Item = &'a TypeParamBound>) -> Option<&'a Type> {
    bounds.into_iter().find_map(|bound| match bound {
        TypeParamBound::Trait(bound) => assoc_output(&bound.path),
        _ => None,
    })
}

/// Input:  `core::future::Future<Output = T>`
/// Output: `T`
pub(crate) fn assoc_output(path: &Path) -> Option<&Type> {
    let last = path.segments.last().filter(|last| last.ident == "Future")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(AssocType { ident, ty, .. }) if ident == "Output" => Some(ty),
        _ => None,
    })
}

fn of_path(path: &Path) -> Option<&Type> {
    let last = path.segments.last()?;
    let mut types = shape::type_arguments(last);
    let (first, more) = (types.next()?, types.next());
    if more.is_some() {
        return None;
    }
    if last.ident == "BoxFuture" || last.ident == "LocalBoxFuture" {
        Some(first)
    } else if last.ident == "Pin" || last.ident == "Box" {
        match first {
            Type::TraitObject(object) => of_bounds(&object.bounds),
            boxed => of_type(boxed),
        }
    } else {
        None
    }
}
