//! Who sees the twins: whoever sees the originals.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned as _;
use syn::{
    Block, Expr, Field, ForeignItem, ImplItem, Item, ItemForeignMod, ItemImpl, Variant,
    VisRestricted, Visibility,
};

use crate::pass::{Pass, walk};

/// Whether an item is visible outside of its module.
pub(crate) fn is_handed_on(item: &Item) -> bool {
    let vis = match item {
        Item::Const(item) => &item.vis,
        Item::Enum(item) => &item.vis,
        Item::ExternCrate(item) => &item.vis,
        Item::Fn(item) => &item.vis,
        Item::Mod(item) => &item.vis,
        Item::Static(item) => &item.vis,
        Item::Struct(item) => &item.vis,
        Item::Trait(item) => &item.vis,
        Item::TraitAlias(item) => &item.vis,
        Item::Type(item) => &item.vis,
        Item::Union(item) => &item.vis,
        Item::Use(item) => &item.vis,
        _ => return false,
    };
    match vis {
        Visibility::Inherited => false,
        Visibility::Restricted(vis) => !vis.path.is_ident("self"),
        Visibility::Public(_) => true,
    }
}

/// Makes everything visible where the original is.
///
/// Input:  `fn f`, `pub(super) fn g`, `pub fn h`
/// Output: `pub(super) fn f`, `pub(in super::super) fn g`, `pub fn h`
pub(crate) fn visible(item: &mut Item) {
    let (vis, name) = match item {
        Item::Const(item) if item.ident != "_" => (&mut item.vis, &item.ident),
        Item::Enum(item) => (&mut item.vis, &item.ident),
        Item::ExternCrate(item) => (&mut item.vis, &item.ident),
        Item::Fn(item) => (&mut item.vis, &item.sig.ident),
        Item::Static(item) => (&mut item.vis, &item.ident),
        Item::Struct(item) => (&mut item.vis, &item.ident),
        Item::Trait(item) => (&mut item.vis, &item.ident),
        Item::TraitAlias(item) => (&mut item.vis, &item.ident),
        Item::Type(item) => (&mut item.vis, &item.ident),
        Item::Union(item) => (&mut item.vis, &item.ident),
        Item::ForeignMod(item) => return foreign(item),
        Item::Impl(item) => return members(item),
        _ => return,
    };
    deeper(vis, name.span());
    Fields.visit_item_mut(item);
}

fn foreign(item: &mut ItemForeignMod) {
    for item in &mut item.items {
        let (vis, name) = match item {
            ForeignItem::Fn(item) => (&mut item.vis, &item.sig.ident),
            ForeignItem::Static(item) => (&mut item.vis, &item.ident),
            ForeignItem::Type(item) => (&mut item.vis, &item.ident),
            _ => continue,
        };
        deeper(vis, name.span());
    }
}

/// Those of a trait are as visible as the trait.
fn members(item: &mut ItemImpl) {
    if item.trait_.is_some() {
        return;
    }
    for item in &mut item.items {
        let (vis, name) = match item {
            ImplItem::Const(item) => (&mut item.vis, &item.ident),
            ImplItem::Fn(item) => (&mut item.vis, &item.sig.ident),
            ImplItem::Type(item) => (&mut item.vis, &item.ident),
            _ => continue,
        };
        deeper(vis, name.span());
    }
}

/// The visibility one module deeper. `span` is that of the name, where nothing is written.
pub(crate) fn deeper(vis: &mut Visibility, span: Span) {
    let restricted = |span, path: TokenStream| {
        syn::parse2::<Visibility>(quote_spanned!(span=> pub(#path)))
            .unwrap_or(Visibility::Inherited)
    };
    *vis = match vis {
        Visibility::Inherited => restricted(span, quote_spanned!(span=> super)),
        Visibility::Restricted(VisRestricted { path, .. }) => {
            let span = path.span();
            let first = path.segments.first().map(|segment| &segment.ident);
            match first {
                Some(first) if *first == "self" => restricted(span, quote_spanned!(span=> super)),
                Some(first) if *first == "super" => {
                    restricted(span, quote_spanned!(span=> in super::#path))
                }
                _ => return,
            }
        }
        Visibility::Public(_) => return,
    };
}

struct Fields;

impl Pass for Fields {
    fn visit_field_mut(&mut self, field: &mut Field) {
        let span = field
            .ident
            .as_ref()
            .map_or_else(|| field.ty.span(), Ident::span);
        deeper(&mut field.vis, span);
    }

    /// The fields of a variant are as visible as the enum.
    fn visit_variant_mut(&mut self, _: &mut Variant) {}

    fn visit_expr_mut(&mut self, _: &mut Expr) {}

    fn visit_block_mut(&mut self, _: &mut Block) {}

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Struct(_) | Item::Union(_) = item {
            walk::visit_item_mut(self, item);
        }
    }
}
