//! What an impl is about: it can stand twice only if its type or its trait does.

use proc_macro2::Ident;
use syn::{Item, ItemImpl, Path, Type, TypeParamBound};

use super::mentions::{self, Mention};
use super::sharing::Sharing;
use super::tree::Tree;
use crate::shape;

/// The items of the annotated module that an impl is about.
pub(crate) struct Parts {
    pub(crate) ty: Vec<usize>,
    pub(crate) of_trait: Vec<usize>,
    /// If one of these is repeated, the impl stands for other types each time.
    arguments: Vec<usize>,
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
        let ty = ty.map_or_else(Vec::new, |mention| types(tree, node, &mention));
        let of_trait = item.trait_.as_ref().map_or_else(Vec::new, |(path, _)| {
            tree.find(node, &of_path(path)).nodes().collect()
        });
        Self {
            arguments: arguments(tree, node, item, ty.is_empty()),
            ty,
            of_trait,
        }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = usize> {
        self.ty.iter().chain(&self.of_trait).copied()
    }

    /// Whether an impl that is repeated can stand beside the first one.
    pub(crate) fn stand_twice(&self, sharing: &Sharing) -> bool {
        let mut parts = self.all().chain(self.arguments.iter().copied());
        parts.any(|part| sharing.is_twin(part))
    }
}

/// `impl From<Client> for u8` can stand twice, for two types `Client`.
///
/// With another trait, and a type that is shared, rustc could no longer infer the argument in the
/// async half: such a type is repeated instead.
fn arguments(tree: &Tree, node: usize, item: &ItemImpl, is_foreign: bool) -> Vec<usize> {
    let path = item.trait_.as_ref().map(|(path, _)| path);
    let Some(last) = path.and_then(|path| path.segments.last()) else {
        return Vec::new();
    };
    let mut types = Vec::new();
    if is_foreign || last.ident == "From" {
        types.extend(shape::type_arguments(last));
    }
    if is_foreign {
        types.push(&*item.self_ty);
    }
    let mentions = types.into_iter().flat_map(types_in);
    let found = mentions.map(|mention| tree.find(node, &mention));
    found
        .flat_map(|found| found.nodes().collect::<Vec<_>>())
        .collect()
}

/// The type itself, behind aliases.
fn types(tree: &Tree, node: usize, mention: &Mention) -> Vec<usize> {
    let mut types = Vec::new();
    let mut seen = Vec::new();
    let mut open: Vec<usize> = tree.find(node, mention).nodes().collect();
    while let Some(node) = open.pop() {
        match &tree.nodes[node].item {
            Item::Type(alias) => {
                if let Some(behind) = head(&alias.ty).filter(|_| !seen.contains(&node)) {
                    seen.push(node);
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
    Mention::new(path.leading_colon.is_some(), idents.collect())
}

fn types_in(ty: &Type) -> Vec<Mention> {
    mentions::of(&mut Item::Type(syn::parse_quote!(type T = #ty;)))
}
