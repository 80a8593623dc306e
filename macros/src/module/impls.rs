//! What an impl is about: it can stand twice only if its type or its trait does.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use syn::{GenericArgument, Item, ItemImpl, Path, PathArguments, Type, TypeParamBound};

use super::mentions::{self, Mention};
use super::sharing::Sharing;
use super::tree::Tree;

/// The items of the annotated module that an impl is about.
pub(crate) struct Parts {
    pub(crate) ty: Vec<usize>,
    pub(crate) of_trait: Vec<usize>,
}

impl Parts {
    pub(crate) fn of(tree: &Tree, node: usize, item: &ItemImpl) -> Self {
        let generics: Vec<&Ident> = item
            .generics
            .type_params()
            .map(|param| &param.ident)
            .collect();
        let parameter =
            |mention: &Mention| mention.path.len() == 1 && generics.contains(&&mention.path[0]);
        let ty = head(&item.self_ty).filter(|mention| !parameter(mention));
        let of_trait = item.trait_.as_ref().map_or_else(Vec::new, |(path, _)| {
            tree.find(node, &of_path(path)).nodes().collect()
        });
        Self {
            ty: ty.map_or_else(Vec::new, |mention| types(tree, node, &mention)),
            of_trait,
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        self.ty.iter().chain(&self.of_trait).copied()
    }
}

/// Whether an impl that is repeated can stand beside the first one.
pub(crate) fn stands(sharing: &Sharing, tree: &Tree, node: usize, item: &ItemImpl) -> bool {
    let parts = Parts::of(tree, node, item);
    parts.all().any(|part| sharing.is_twin(part))
        || differs_in_arguments(sharing, tree, node, item, &parts)
}

/// `impl From<Client> for u8` can stand twice, for two types `Client`.
///
/// With another trait, and a type that is shared, rustc could no longer infer the argument in the
/// async half: such a type is repeated instead.
fn differs_in_arguments(
    sharing: &Sharing,
    tree: &Tree,
    node: usize,
    item: &ItemImpl,
    parts: &Parts,
) -> bool {
    let twinned = |ty: &Type| {
        let mut found = types_in(ty)
            .into_iter()
            .flat_map(|mention| tree.find(node, &mention).nodes().collect::<Vec<_>>());
        found.any(|node| sharing.is_twin(node))
    };
    let last = item
        .trait_
        .as_ref()
        .and_then(|(path, _)| path.segments.last());
    let Some(last) = last else { return false };
    let arguments = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .any(|argument| matches!(argument, GenericArgument::Type(ty) if twinned(ty))),
        _ => false,
    };
    arguments && (last.ident == "From" || parts.ty.is_empty())
        || parts.ty.is_empty() && twinned(&item.self_ty)
}

/// The type itself, behind aliases.
fn types(tree: &Tree, node: usize, mention: &Mention) -> Vec<usize> {
    let mut types = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open: Vec<usize> = tree.find(node, mention).nodes().collect();
    while let Some(node) = open.pop() {
        match &tree.nodes[node].item {
            Item::Type(alias) => {
                if let Some(behind) = head(&alias.ty).filter(|_| seen.insert(node)) {
                    open.extend(tree.find(node, &behind).nodes());
                }
            }
            // `impl dyn Store`
            Item::Trait(_) | Item::Struct(_) | Item::Enum(_) | Item::Union(_) | Item::Macro(_) => {
                types.push(node);
            }
            _ => {}
        }
    }
    types
}

/// The path of a type, without its arguments.
pub(crate) fn head(ty: &Type) -> Option<Mention> {
    match ty {
        Type::Path(ty) if ty.qself.is_none() => Some(of_path(&ty.path)),
        Type::Group(ty) => head(&ty.elem),
        Type::Paren(ty) => head(&ty.elem),
        Type::Reference(ty) => head(&ty.elem),
        Type::TraitObject(ty) => ty.bounds.iter().find_map(|bound| match bound {
            TypeParamBound::Trait(bound) => Some(of_path(&bound.path)),
            _ => None,
        }),
        _ => None,
    }
}

fn of_path(path: &Path) -> Mention {
    let idents = path.segments.iter().map(|segment| segment.ident.clone());
    Mention {
        leading: path.leading_colon.is_some(),
        path: idents.collect(),
    }
}

fn types_in(ty: &Type) -> Vec<Mention> {
    mentions::of(&Item::Type(syn::parse_quote!(type T = #ty;)))
}
