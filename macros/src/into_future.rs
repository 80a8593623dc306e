//! `impl IntoFuture for Request`: a value that is awaited itself, as the builder of a request is.
//!
//! It becomes what stands for a future in the twin: awaiting it runs the body.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{
    GenericArgument, ImplItem, ImplItemFn, ImplItemType, ItemImpl, PathArguments, ReturnType, Type,
};

use crate::emit;
use crate::errors::Errors;
use crate::form::Form;
use crate::future_types;
use crate::helpers::is_helper;
use crate::messages;
use crate::names::Names;
use crate::returns;

/// Input:  `type IntoFuture = BoxFuture<'static, T>; fn into_future(self) -> Self::IntoFuture`
/// Output: `fn into_future(self) -> impl Future<Output = T>`, beside the same type
///
/// A future of the author's own stays, as its `poll` cannot be lowered.
pub(crate) fn spell_out(item: &mut ItemImpl) {
    let Some(output) = output(item) else { return };
    let span = item.impl_token.span;
    for member in &mut item.items {
        if let ImplItem::Fn(method) = member {
            let future = syn::parse_quote_spanned! {span=>
                impl ::core::future::Future<Output = #output>
            };
            if let ReturnType::Type(_, ty) = &mut method.sig.output {
                **ty = future;
            }
        }
    }
}

/// Whether this is an impl that [`spell_out`] knows, before or after it.
pub(crate) fn is_one(item: &ItemImpl) -> bool {
    output(item).is_some()
}

/// The twin's trait is one of ours, and so is the name of its method.
pub(crate) fn refuse_names(item: &ItemImpl, name: Option<&Ident>, errors: &mut Errors) {
    if let Some(name) = name {
        errors.at(name.span(), messages::NAME_OF_RESOLVE);
    }
    let methods = item.items.iter().filter_map(|member| match member {
        ImplItem::Fn(method) => Some(&method.attrs),
        _ => None,
    });
    for attr in methods.flatten().filter(|attr| is_helper(attr)) {
        errors.on(attr.path(), messages::NAME_OF_RESOLVE);
    }
}

/// Input:  `impl IntoFuture for X { type Output = T; type IntoFuture = ..; fn into_future() }`
/// Output: `impl Resolve for X { type Output = T; fn resolve() }`, and an impl that tells the
///         witness of it
pub(crate) fn as_resolve(item: &mut ItemImpl, names: &Names) -> Option<TokenStream> {
    item.items
        .retain(|member| !matches!(member, ImplItem::Type(ty) if ty.ident == "IntoFuture"));
    for member in &mut item.items {
        if let ImplItem::Fn(method) = member {
            method.sig.ident = Ident::new("resolve", method.sig.ident.span());
        }
    }
    let (path, _) = item.trait_.as_mut()?;
    let span = path.segments.last()?.ident.span();
    *path = future_types::runtime(names, "Resolve", span, None);
    // On a type that has both forms the witness sees the async one.
    if names.form == Form::Beside {
        return None;
    }
    let cfgs = item.attrs.iter().filter(|attr| attr.path().is_ident("cfg"));
    let pending = emit::private(names, "Pending", span);
    let (generics, _, clause) = item.generics.split_for_impl();
    let ty = &item.self_ty;
    Some(quote!(#(#cfgs)* impl #generics #pending for #ty #clause {}))
}

/// What awaiting gives.
fn output(item: &ItemImpl) -> Option<Type> {
    let (path, _) = item.trait_.as_ref()?;
    if path.segments.last()?.ident != "IntoFuture" {
        return None;
    }
    let mut future = None;
    let mut method = None;
    for member in &item.items {
        match member {
            ImplItem::Type(ty) if ty.ident == "Output" => {}
            ImplItem::Type(ty) if ty.ident == "IntoFuture" && future.is_none() => {
                future = Some(ty);
            }
            ImplItem::Fn(member) if member.sig.ident == "into_future" && method.is_none() => {
                method = Some(member);
            }
            _ => return None,
        }
    }
    let (ImplItemType { ty, .. }, ImplItemFn { sig, .. }) = (future?, method?);
    let ReturnType::Type(_, returned) = &sig.output else {
        return None;
    };
    let known = is_the_type(returned) || of_type(returned).is_some();
    of_type(ty).filter(|_| known && sig.asyncness.is_none())
}

/// `Self::IntoFuture`, `<Self as IntoFuture>::IntoFuture`
fn is_the_type(ty: &Type) -> bool {
    let Type::Path(path) = ty else { return false };
    let last = path.path.segments.last();
    let of_self = match &path.qself {
        Some(qself) => matches!(&*qself.ty, Type::Path(ty) if ty.path.is_ident("Self")),
        None => path.path.segments.len() == 2 && path.path.segments[0].ident == "Self",
    };
    of_self && last.is_some_and(|last| last.ident == "IntoFuture")
}

/// Input:  `BoxFuture<'static, T>`, `Pin<Box<dyn Future<Output = T>>>`, `std::future::Ready<T>`
/// Output: `T`
fn of_type(ty: &Type) -> Option<Type> {
    if let Some(output) = returns::of_type(ty) {
        return Some(output.clone());
    }
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(ty) if last.ident == "Ready" && arguments.args.len() == 1 => {
            Some(ty.clone())
        }
        _ => None,
    }
}
