//! What is known of the methods of a value, by its type as it is written.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::{
    FnArg, Generics, Pat, Path, ReturnType, Signature, Type, TypeParamBound, WherePredicate,
};

use crate::callee::Callee;
use crate::shape;
use crate::table::Table;

/// By name.
pub(crate) type Methods = Table<Callee>;

/// The types and traits whose methods are known, by their path as it is written.
pub(crate) type Types = Table<Rc<Methods>>;

/// What a call returns: as it is, and inside a `Result`, an `Option` or a future.
#[derive(Clone, Default)]
pub(crate) struct Gives {
    pub(crate) plain: Option<Rc<Methods>>,
    pub(crate) inner: Option<Rc<Methods>>,
}

impl Gives {
    pub(crate) fn of(output: &ReturnType, types: &Types) -> Self {
        let ReturnType::Type(_, ty) = output else {
            return Self::default();
        };
        let none = Generics::default();
        Self {
            plain: of_type(ty, &none, types),
            inner: argument(ty, &["Result", "Option"]).and_then(|ty| of_type(ty, &none, types)),
        }
    }
}

/// The parameters whose methods are known; `generics` are all that are in scope.
pub(crate) fn of_parameters(
    sig: &Signature,
    generics: &Generics,
    types: &Types,
) -> Vec<(Ident, Rc<Methods>)> {
    if types.is_empty() {
        return Vec::new();
    }
    let parameters = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(input) => match &*input.pat {
            Pat::Ident(pat) => Some((pat.ident.clone(), of_type(&input.ty, generics, types)?)),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    });
    parameters.collect()
}

pub(crate) fn of_type(ty: &Type, generics: &Generics, types: &Types) -> Option<Rc<Methods>> {
    match ty {
        Type::Reference(ty) => of_type(&ty.elem, generics, types),
        Type::Paren(ty) => of_type(&ty.elem, generics, types),
        Type::Group(ty) => of_type(&ty.elem, generics, types),
        Type::ImplTrait(ty) => of_bounds(ty.bounds.iter(), types),
        Type::TraitObject(ty) => of_bounds(ty.bounds.iter(), types),
        Type::Path(path) => {
            if let Some(ty) = argument(ty, &["Arc", "Box", "Rc"]) {
                return of_type(ty, generics, types);
            }
            match path.path.get_ident() {
                Some(ident) if generics.type_params().any(|param| param.ident == *ident) => {
                    of_parameter(ident, generics, types)
                }
                _ => types.get(&shape::path_text(&path.path)).cloned(),
            }
        }
        _ => None,
    }
}

/// The methods of a generic parameter are those of its bounds.
fn of_parameter(ident: &Ident, generics: &Generics, types: &Types) -> Option<Rc<Methods>> {
    let own = generics.type_params().filter(|param| param.ident == *ident);
    let own = own.flat_map(|param| &param.bounds);
    let clauses = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    let clauses = clauses.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => match &predicate.bounded_ty {
            Type::Path(ty) if ty.path.is_ident(ident) => Some(&predicate.bounds),
            _ => None,
        },
        _ => None,
    });
    of_bounds(own.chain(clauses.flatten()), types)
}

fn of_bounds<'a>(
    bounds: impl Iterator<Item = &'a TypeParamBound>,
    types: &Types,
) -> Option<Rc<Methods>> {
    let known = bounds.filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => types.get(&shape::path_text(&bound.path)).cloned(),
        _ => None,
    });
    together(known).filter(|methods| !methods.is_empty())
}

/// The methods of several types and traits: of one, the very same.
pub(crate) fn together(mut all: impl Iterator<Item = Rc<Methods>>) -> Option<Rc<Methods>> {
    let mut methods = all.next()?;
    for more in all {
        Rc::make_mut(&mut methods).extend_from(&more);
    }
    Some(methods)
}

/// The `T` of `Arc<T>`.
fn argument<'a>(ty: &'a Type, names: &[&str]) -> Option<&'a Type> {
    let Type::Path(ty) = ty else { return None };
    let last = ty.path.segments.last()?;
    let argument = shape::type_arguments(last).next()?;
    shape::is_one_of(&last.ident, names).then_some(argument)
}

/// For a path of a type that stands in an expression.
pub(crate) fn of_path(path: &Path, types: &Types) -> Option<Rc<Methods>> {
    types.get(&shape::path_text(path)).cloned()
}
