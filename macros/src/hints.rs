//! What a signature tells of the body behind it.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::{Block, FnArg, Generics, Pat, Signature};

use crate::errors::Errors;
use crate::mapped_types;
use crate::names::Names;
use crate::pairs::Pairs;
use crate::pass::Pass as _;
use crate::returns;
use crate::signature::{self, Callbacks};
use crate::types::Types;
use crate::values::{self, Methods};
use crate::words::Words;

pub(crate) struct Hints {
    pub(crate) callbacks: Callbacks,
    /// Parameters whose methods are known.
    pub(crate) values: Vec<(Ident, Rc<Methods>)>,
    /// Parameters that are streams, or of a mirrored library.
    pub(crate) mapped: Vec<Ident>,
    /// Whether the twin is another function.
    pub(crate) twinned: bool,
    /// The function is not `async` but returns a future.
    pub(crate) returns_future: bool,
    pairs: Pairs,
    /// The parameters of the function and of what is around it.
    generics: Generics,
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
        let generics = joined(outer, &sig.generics);
        let hints = Self {
            callbacks: if names.words.any(Words::TYPES) {
                Callbacks::of(sig, outer, &pairs)
            } else {
                Callbacks::default()
            },
            values: values::of_parameters(sig, &generics, &names.known.types),
            mapped: mapped_parameters(sig, &generics, names),
            twinned: returns::has_twin(sig),
            returns_future: awaited && sig.asyncness.is_none(),
            pairs: pairs.clone(),
            generics,
        };
        if hints.twinned {
            signature::lower(sig, twin);
        }
        pairs.lower_generics(&mut sig.generics);
        if !pairs.is_empty() {
            pairs.visit_signature_mut(sig);
        }
        if Types::are_in(names) {
            Types::new(names, errors)
                .inside(outer)
                .visit_signature_mut(sig);
        }
        hints
    }

    /// The types in the body, as those in the signature.
    pub(crate) fn lower_types(&mut self, block: &mut Block, names: &Names, errors: &mut Errors) {
        if !self.pairs.is_empty() {
            self.pairs.visit_block_mut(block);
        }
        if Types::are_in(names) {
            Types::new(names, errors)
                .inside(&self.generics)
                .visit_block_mut(block);
        }
    }
}

fn mapped_parameters(sig: &Signature, generics: &Generics, names: &Names) -> Vec<Ident> {
    let mapped = mapped_types::parameters(generics, names);
    let parameters = sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(input) if mapped_types::is_one(&input.ty, &mapped, names) => {
            match &*input.pat {
                Pat::Ident(pat) => Some(pat.ident.clone()),
                _ => None,
            }
        }
        _ => None,
    });
    parameters.collect()
}

fn joined(outer: &Generics, own: &Generics) -> Generics {
    let mut generics = outer.clone();
    generics.params.extend(own.params.clone());
    if let Some(clause) = &own.where_clause {
        let predicates = clause.predicates.clone();
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}
