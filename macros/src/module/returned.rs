//! What methods return, for the calls that follow in a chain.

use std::rc::Rc;

use syn::{Item, Signature};

use super::known::Catalogue;
use super::sharing::Sharing;
use super::tree::{Node, Tree};
use crate::into_future;
use crate::item::{method_of_impl, method_of_trait};
use crate::table::Table;
use crate::values::{Gives, Methods, Types};

impl Catalogue {
    /// Whosever method it is, it returns this. Only what is awaited itself has to be known so far.
    pub(super) fn returned_by_methods(&self, tree: &Tree, sharing: &Sharing) -> Types {
        let is_awaited =
            |node: &Node| matches!(&node.item, Item::Impl(item) if into_future::is_one(item));
        let mut returned: Table<Option<Rc<Methods>>> = Table::default();
        if !tree.nodes.iter().any(is_awaited) {
            return Types::default();
        }
        for (index, node) in tree.nodes.iter().enumerate() {
            let (signatures, own): (Vec<&Signature>, _) = match &node.item {
                Item::Impl(item) => {
                    let methods = item.items.iter().filter_map(method_of_impl);
                    let signatures = methods.map(|(_, sig)| sig).collect();
                    (signatures, self.own_type(sharing, index))
                }
                Item::Trait(item) => {
                    let signatures = item.items.iter().filter_map(method_of_trait);
                    (signatures.collect(), None)
                }
                _ => continue,
            };
            let mut types = self.types(sharing, index);
            if let Some(own) = own {
                types.insert("Self".to_owned(), own);
            }
            for sig in signatures {
                let name = sig.ident.to_string();
                let gives = Gives::of(&sig.output, &types).plain;
                let same = |other: &Option<Rc<Methods>>| match (other, &gives) {
                    (Some(other), Some(gives)) => Rc::ptr_eq(other, gives),
                    _ => false,
                };
                let agree = returned.get(&name).is_none_or(same);
                returned.insert(name, gives.filter(|_| agree));
            }
        }
        let known = returned.iter();
        let known = known.filter_map(|(name, gives)| Some((name.clone(), gives.clone()?)));
        known.collect()
    }

    /// The methods of the type of an impl.
    fn own_type(&self, sharing: &Sharing, index: usize) -> Option<Rc<Methods>> {
        match sharing.parts[index].as_ref()?.ty.as_slice() {
            [ty] => self.methods[*ty].clone(),
            _ => None,
        }
    }
}
