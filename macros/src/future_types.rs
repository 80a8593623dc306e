//! Types that are futures: in the twin they are thunks, work that is still to do.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{
    AssocType, GenericArgument, Path, PathArguments, PathSegment, ReturnType, Token, TraitBound,
    Type, TypePath, punctuated::Punctuated,
};

use crate::emit;
use crate::names::Names;
use crate::returns;
use crate::shape;

/// Input:  `Future<Output = T>`, in an object or not
/// Output: `Thunk<Output = T>`, `Resolve<Output = T>`
pub(crate) fn bound(bound: &mut TraitBound, in_object: bool, names: &Names) {
    let Some(last) = bound.path.segments.last() else {
        return;
    };
    let to = if in_object { "Thunk" } else { "Resolve" };
    let span = last.ident.span();
    if shape::is_one_of(&last.ident, &returns::FUTURES) {
        let mut segment = last.clone();
        segment.arguments = without_into_future(&last.arguments);
        bound.path = runtime(names, to, span, Some(segment.arguments));
    } else if last.ident == "TryFuture" {
        if let Some(output) = try_output(last) {
            let arguments = syn::parse_quote!(<Output = #output>);
            let arguments = PathArguments::AngleBracketed(arguments);
            bound.path = runtime(names, to, span, Some(arguments));
        }
    }
}

/// Input:  `<F as Future>`
/// Output: `<F as Resolve>`
pub(crate) fn qualified(path: &mut TypePath, names: &Names) {
    let Some(qself) = &mut path.qself else { return };
    let Some(last) = qself.position.checked_sub(1) else {
        return;
    };
    let Some(segment) = path.path.segments.get(last) else {
        return;
    };
    if !shape::is_one_of(&segment.ident, &returns::FUTURES) {
        return;
    }
    let (span, arguments) = (segment.ident.span(), segment.arguments.clone());
    let of_trait = runtime(names, "Resolve", span, Some(arguments));
    let mut segments: Punctuated<PathSegment, Token![::]> = of_trait.segments;
    let position = segments.len();
    segments.extend(path.path.segments.iter().skip(last + 1).cloned());
    path.path = Path {
        leading_colon: of_trait.leading_colon,
        segments,
    };
    qself.position = position;
}

/// Input:  `BoxFuture<'a, T>`
/// Output: `BoxThunk<'a, T>`
pub(crate) fn alias(path: &mut TypePath, names: &Names) {
    if path.qself.is_some() {
        return;
    }
    let Some(last) = path.path.segments.last() else {
        return;
    };
    let name = match last.ident.to_string().as_str() {
        "BoxFuture" => "BoxThunk",
        "LocalBoxFuture" => "LocalBoxThunk",
        _ => return,
    };
    let (span, arguments) = (last.ident.span(), last.arguments.clone());
    path.path = private(names, name, span, arguments);
}

/// What a callback returns is awaited by whoever calls it.
///
/// Input:  `-> BoxFuture<'a, R>` of `Fn(A) -> BoxFuture<'a, R>`
/// Output: `-> R`
pub(crate) fn callback_output(output: &mut ReturnType) {
    if let Some(value) = returns::future_output(output).cloned() {
        if let ReturnType::Type(_, ty) = output {
            **ty = value;
        }
    }
}

/// `IntoFuture` names its future too, which the twin has not.
fn without_into_future(arguments: &PathArguments) -> PathArguments {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return arguments.clone();
    };
    let mut arguments = arguments.clone();
    let own = |argument: &GenericArgument| match argument {
        GenericArgument::AssocType(ty) => ty.ident != "IntoFuture",
        GenericArgument::Constraint(constraint) => constraint.ident != "IntoFuture",
        _ => true,
    };
    arguments.args = arguments.args.into_iter().filter(own).collect();
    PathArguments::AngleBracketed(arguments)
}

/// Input:  `TryFuture<Ok = T, Error = E>`
/// Output: `Result<T, E>`
fn try_output(segment: &PathSegment) -> Option<TokenStream> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    let named = |name: &str| {
        arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(AssocType { ident, ty, .. }) if ident == name => Some(ty),
            _ => None,
        })
    };
    let (ok, error): (&Type, &Type) = (named("Ok")?, named("Error")?);
    Some(quote!(::core::result::Result<#ok, #error>))
}

/// `::await_me_maybe::blocking::Resolve<..>`
pub(crate) fn runtime(
    names: &Names,
    name: &str,
    span: Span,
    arguments: Option<PathArguments>,
) -> Path {
    let span = emit::ours(span);
    let krate = names.krate(span);
    let name = Ident::new(name, span);
    let mut path: Path = syn::parse_quote_spanned!(span=> #krate::blocking::#name);
    if let (Some(last), Some(arguments)) = (path.segments.last_mut(), arguments) {
        last.arguments = arguments;
    }
    path
}

fn private(names: &Names, name: &str, span: Span, arguments: PathArguments) -> Path {
    let path = emit::private(names, name, span);
    let mut path: Path = syn::parse_quote!(#path);
    if let Some(last) = path.segments.last_mut() {
        last.arguments = arguments;
    }
    path
}
