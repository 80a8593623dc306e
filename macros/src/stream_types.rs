//! Types that are streams: in the twin they are iterators, which nothing has to pin.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{
    AssocType, GenericArgument, GenericParam, Generics, Lifetime, Path, PathArguments, PathSegment,
    Signature, TraitBound, Type, TypeParamBound, TypePath, WherePredicate,
};

use crate::emit;
use crate::names::Names;
use crate::pass::{Pass, walk};
use crate::shape;
use crate::words::Words;

pub(crate) const TRAITS: [&str; 3] = ["FusedStream", "Stream", "TryStream"];

/// Whether a function hands out streams: then it has a twin, which is called where it is.
pub(crate) fn gives_streams(sig: &Signature) -> bool {
    let mut find = Find(false);
    find.visit_return_type_mut(&mut sig.output.clone());
    find.0
}

/// A stream in a type, but not in what a callback there takes or returns.
struct Find(bool);

impl Pass for Find {
    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        self.0 |= item(&bound.path).is_some();
        walk::visit_trait_bound_mut(self, bound);
    }

    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        self.0 |= boxed(&ty.path).is_some();
        walk::visit_type_path_mut(self, ty);
    }

    fn visit_parenthesized_generic_arguments_mut(
        &mut self,
        _: &mut syn::ParenthesizedGenericArguments,
    ) {
    }

    fn visit_type_fn_ptr_mut(&mut self, _: &mut syn::TypeFnPtr) {}
}

/// Input:  `Stream<Item = T>`, `TryStream<Ok = T, Error = E>`
/// Output: `::core::iter::Iterator<Item = T>`, `::core::iter::Iterator<Item = Result<T, E>>`
///
/// Plenty of crates have a `Stream` of their own: one without an `Item` is the libraries' if its
/// path says so.
pub(crate) fn bound(bound: &mut TraitBound, names: &Names) {
    let Some(last) = bound.path.segments.last() else {
        return;
    };
    // One that names no item stays the mirror's, which has `Ok` and `Error`.
    let try_stream = last.ident == "TryStream" && item(&bound.path).is_none();
    if try_stream || !shape::is_one_of(&last.ident, &TRAITS) {
        return;
    }
    let span = emit::ours(last.ident.span());
    let name = Ident::new(
        if last.ident == "FusedStream" {
            "FusedIterator"
        } else {
            "Iterator"
        },
        span,
    );
    let arguments = match item(&bound.path) {
        _ if is_own(&bound.path, names) => return,
        Some(item) => quote_spanned!(span=> <Item = #item>),
        None if is_library(&bound.path, names) => TokenStream::new(),
        None => return,
    };
    if let Ok(path) = syn::parse2(quote_spanned!(span=> ::core::iter::#name #arguments)) {
        bound.path = path;
    }
}

/// Input:  `<S as Stream>::Item`
/// Output: `<S as ::core::iter::Iterator>::Item`
pub(crate) fn qualified(path: &mut TypePath, names: &Names) {
    let Some(qself) = &mut path.qself else { return };
    if qself.position == 0 {
        return;
    }
    let mut segments = path.path.segments.iter().cloned();
    let of_trait = Path {
        leading_colon: path.path.leading_colon,
        segments: segments.by_ref().take(qself.position).collect(),
    };
    let last = of_trait.segments.last();
    let Some(span) = last
        .filter(|last| last.ident == "Stream")
        .map(|last| last.ident.span())
    else {
        return;
    };
    if is_own(&of_trait, names) || of_trait.segments.len() > 1 && !is_library(&of_trait, names) {
        return;
    }
    let span = emit::ours(span);
    let rest = segments.collect::<Vec<PathSegment>>();
    if let Ok(mut iterator) = syn::parse2::<Path>(quote_spanned!(span=> ::core::iter::Iterator)) {
        qself.position = iterator.segments.len();
        iterator.segments.extend(rest);
        path.path = iterator;
    }
}

/// Input:  `BoxStream<'a, T>`, `Pin<Box<dyn Stream<Item = T>>>`, `Pin<&mut S>` of a stream `S`
/// Output: `Box<dyn Iterator<Item = T> + Send + 'a>`, `Box<dyn Stream<Item = T>>`, `&mut S`
pub(crate) fn pointer(ty: &mut Type, streams: &[Ident], names: &Names) {
    let Type::Path(path) = &*ty else { return };
    if path.qself.is_some() || is_own(&path.path, names) {
        return;
    }
    if let Some((item, lifetime, is_send)) = boxed(&path.path) {
        let Some(last) = path.path.segments.last() else {
            return;
        };
        let span = emit::ours(last.ident.span());
        let boxed = emit::private(names, "Box", last.ident.span());
        let send = is_send.then(|| quote_spanned!(span=> + ::core::marker::Send));
        let lifetime = lifetime.map(|lifetime| quote!(+ #lifetime));
        let tokens = quote_spanned! {span=>
            #boxed<dyn ::core::iter::Iterator<Item = #item> #send #lifetime>
        };
        if let Ok(boxed) = syn::parse2(tokens) {
            *ty = boxed;
        }
    } else if let Some(pointer) = pinned(&path.path, streams, names) {
        *ty = pointer.clone();
    }
}

/// The `P` of a `Pin<P>` that points to a stream.
fn pinned<'a>(path: &'a Path, streams: &[Ident], names: &Names) -> Option<&'a Type> {
    let last = path.segments.last().filter(|last| last.ident == "Pin")?;
    let pointer = shape::type_arguments(last).next()?;
    let target = match pointer {
        Type::Reference(reference) => &reference.elem,
        Type::Path(path) => shape::type_arguments(path.path.segments.last()?).next()?,
        _ => return None,
    };
    is_stream(target, streams, names).then_some(pointer)
}

/// A type of which it is written that it is a stream.
pub(crate) fn is_stream(ty: &Type, streams: &[Ident], names: &Names) -> bool {
    if streams.is_empty() && !names.words.any(Words::TYPES) {
        return false;
    }
    let is_bound = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => is_trait(&bound.path, names),
        _ => false,
    };
    match ty {
        Type::Reference(ty) => is_stream(&ty.elem, streams, names),
        Type::Paren(ty) => is_stream(&ty.elem, streams, names),
        Type::Group(ty) => is_stream(&ty.elem, streams, names),
        Type::ImplTrait(ty) => ty.bounds.iter().any(is_bound),
        Type::TraitObject(ty) => ty.bounds.iter().any(is_bound),
        Type::Path(path) => {
            let own = path.path.get_ident();
            own.is_some_and(|ident| streams.contains(ident))
                || boxed(&path.path).is_some()
                || pinned(&path.path, streams, names).is_some()
                || path.path.segments.last().is_some_and(|last| {
                    last.ident == "Box"
                        && shape::type_arguments(last)
                            .next()
                            .is_some_and(|ty| is_stream(ty, streams, names))
                })
        }
        _ => false,
    }
}

/// The parameters that are bounded by a stream.
pub(crate) fn parameters(generics: &Generics, names: &Names) -> Vec<Ident> {
    bounded(generics, &|path| is_trait(path, names))
}

/// The parameters that are bounded by such a trait.
pub(crate) fn bounded(generics: &Generics, is_one: &dyn Fn(&Path) -> bool) -> Vec<Ident> {
    let is_bound = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => is_one(&bound.path),
        _ => false,
    };
    let own = generics.params.iter().filter_map(|param| match param {
        GenericParam::Type(param) if param.bounds.iter().any(is_bound) => Some(param.ident.clone()),
        _ => None,
    });
    let clauses = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    let clauses = clauses.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) if predicate.bounds.iter().any(is_bound) => {
            match &predicate.bounded_ty {
                Type::Path(ty) => ty.path.get_ident().cloned(),
                _ => None,
            }
        }
        _ => None,
    });
    own.chain(clauses).collect()
}

/// Before or after it has become an iterator.
pub(crate) fn is_trait(path: &Path, names: &Names) -> bool {
    let Some(last) = path.segments.last() else {
        return false;
    };
    let stream = shape::is_one_of(&last.ident, &TRAITS);
    stream && !is_own(path, names) && (item(path).is_some() || is_library(path, names))
}

/// A trait of the author's, in sight or said to be one.
fn is_own(path: &Path, names: &Names) -> bool {
    let twin = path
        .segments
        .last()
        .is_some_and(|last| names.type_twin(&last.ident).is_some());
    twin || names.is_own(path) || names.is_replaced(path) && !is_library(path, names)
}

fn is_library(path: &Path, names: &Names) -> bool {
    names.origin(path).is_some_and(|origin| {
        origin
            .first()
            .is_some_and(|root| root.starts_with("futures") || root == "tokio_stream")
    })
}

/// The `T` of a `Stream<Item = T>`; a `Result` of what a `TryStream` names.
fn item(path: &Path) -> Option<TokenStream> {
    let last = path.segments.last()?;
    let assoc = |name: &str| assoc(last, name);
    if shape::is_one_of(&last.ident, &["FusedStream", "Stream"]) {
        return assoc("Item").map(|ty| quote!(#ty));
    }
    if last.ident == "TryStream" {
        let (ok, error) = (assoc("Ok")?, assoc("Error")?);
        return Some(quote!(::core::result::Result<#ok, #error>));
    }
    None
}

fn assoc<'a>(segment: &'a PathSegment, name: &str) -> Option<&'a Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::AssocType(AssocType { ident, ty, .. }) if ident == name => Some(ty),
        _ => None,
    })
}

/// What a boxed stream holds, for how long, and whether it is `Send`.
fn boxed(path: &Path) -> Option<(&Type, Option<&Lifetime>, bool)> {
    let last = path.segments.last()?;
    if !shape::is_one_of(&last.ident, &["BoxStream", "LocalBoxStream"]) {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    let lifetime = arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) => Some(lifetime),
        _ => None,
    });
    Some((
        shape::type_arguments(last).next()?,
        lifetime,
        last.ident == "BoxStream",
    ))
}
