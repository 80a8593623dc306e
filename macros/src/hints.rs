//! What a signature tells of the body behind it.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::visit_mut::VisitMut as _;
use syn::{Block, Generics, Signature};

use crate::errors::Errors;
use crate::names::Names;
use crate::pairs::Pairs;
use crate::returns;
use crate::signature::{self, Callbacks};
use crate::types::Types;
use crate::values::{self, Methods};

pub(crate) struct Hints {
    pub(crate) callbacks: Callbacks,
    /// Parameters whose methods are known.
    pub(crate) values: Vec<(Ident, Rc<Methods>)>,
    /// Parameters that are futures.
    pub(crate) futures: Vec<Ident>,
    /// Whether callers await it.
    pub(crate) awaited: bool,
    /// The function is not `async` but returns a future.
    pub(crate) returns_future: bool,
    pairs: Pairs,
}

impl Hints {
    /// Reads a signature, and makes it that of the twin; `outer` are the generics around it.
    pub(crate) fn of(
        sig: &mut Signature,
        outer: &Generics,
        twin: Ident,
        names: &Names,
        errors: &mut Errors,
    ) -> Self {
        let mut pairs = Pairs::of(&sig.generics, Some(sig)).join(&Pairs::of(outer, Some(sig)));
        pairs.refuse_parameters(sig, errors);
        let awaited = returns::is_awaited(sig);
        let hints = Self {
            callbacks: Callbacks::of(sig, outer, &pairs),
            values: values::of_parameters(sig, outer, &names.known.types),
            futures: signature::future_parameters(sig, outer, &pairs),
            awaited,
            returns_future: awaited && sig.asyncness.is_none(),
            pairs: pairs.clone(),
        };
        if awaited {
            signature::lower(sig, twin);
        }
        pairs.lower_generics(&mut sig.generics);
        pairs.visit_signature_mut(sig);
        Types::new(names, errors).visit_signature_mut(sig);
        hints
    }

    /// The types in the body, as those in the signature.
    pub(crate) fn lower_types(&mut self, block: &mut Block, names: &Names, errors: &mut Errors) {
        self.pairs.visit_block_mut(block);
        Types::new(names, errors).visit_block_mut(block);
    }
}
