//! Who sees the twins: whoever sees the originals.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::spanned::Spanned as _;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Field, ImplItem, Item, Variant, VisRestricted, Visibility};

/// Makes everything visible where the original is.
///
/// Input:  `fn f`, `pub(super) fn g`, `pub fn h`
/// Output: `pub(super) fn f`, `pub(in super::super) fn g`, `pub fn h`
pub(crate) fn visible(item: &mut Item) {
    let vis = match item {
        Item::Const(item) => &mut item.vis,
        Item::Enum(item) => &mut item.vis,
        Item::ExternCrate(item) => &mut item.vis,
        Item::Fn(item) => &mut item.vis,
        Item::Static(item) => &mut item.vis,
        Item::Struct(item) => &mut item.vis,
        Item::Trait(item) => &mut item.vis,
        Item::TraitAlias(item) => &mut item.vis,
        Item::Type(item) => &mut item.vis,
        Item::Union(item) => &mut item.vis,
        Item::Use(item) => &mut item.vis,
        Item::ForeignMod(item) => {
            for item in &mut item.items {
                match item {
                    syn::ForeignItem::Fn(item) => deeper(&mut item.vis),
                    syn::ForeignItem::Static(item) => deeper(&mut item.vis),
                    syn::ForeignItem::Type(item) => deeper(&mut item.vis),
                    _ => {}
                }
            }
            return;
        }
        Item::Impl(item) => {
            if item.trait_.is_none() {
                for item in &mut item.items {
                    match item {
                        ImplItem::Const(item) => deeper(&mut item.vis),
                        ImplItem::Fn(item) => deeper(&mut item.vis),
                        ImplItem::Type(item) => deeper(&mut item.vis),
                        _ => {}
                    }
                }
            }
            return;
        }
        _ => return,
    };
    deeper(vis);
    Fields.visit_item_mut(item);
}

/// The visibility one module deeper.
pub(crate) fn deeper(vis: &mut Visibility) {
    let restricted = |span, path: TokenStream| {
        syn::parse2::<Visibility>(quote_spanned!(span=> pub(#path)))
            .unwrap_or(Visibility::Inherited)
    };
    *vis = match vis {
        Visibility::Inherited => {
            let span = proc_macro2::Span::call_site();
            restricted(span, quote_spanned!(span=> super))
        }
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

impl VisitMut for Fields {
    fn visit_field_mut(&mut self, field: &mut Field) {
        deeper(&mut field.vis);
    }

    /// The fields of a variant are as visible as the enum.
    fn visit_variant_mut(&mut self, _: &mut Variant) {}

    fn visit_expr_mut(&mut self, _: &mut Expr) {}

    fn visit_block_mut(&mut self, _: &mut Block) {}

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Struct(_) | Item::Union(_) = item {
            visit_mut::visit_item_mut(self, item);
        }
    }
}
