//! Callbacks that name the type of their future: `F: Fn(A) -> Fut, Fut: Future<Output = R>`.

use proc_macro2::Ident;
use syn::{
    FnArg, GenericParam, Generics, Path, PathArguments, ReturnType, Signature, Type, TypeFnPtr,
    TypeParamBound, WherePredicate,
};

use crate::errors::Errors;
use crate::messages;
use crate::pass::{Pass, walk};
use crate::returns;
use crate::shape;

/// The parameters that are such futures, with what they give where a bound says it.
#[derive(Clone, Default)]
pub(crate) struct Pairs(Vec<(Ident, Option<Type>)>);

impl Pairs {
    pub(crate) fn of(generics: &Generics, sig: Option<&Signature>) -> Self {
        let futures = futures(generics);
        if futures.is_empty() {
            return Self::default();
        }
        let mut outputs = Outputs(Vec::new());
        outputs.visit_generics_mut(&mut generics.clone());
        if let Some(sig) = sig {
            outputs.visit_signature_mut(&mut sig.clone());
        }
        Self(
            futures
                .into_iter()
                .filter(|(name, _)| outputs.0.contains(name))
                .collect(),
        )
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those of an impl and of a method in it.
    pub(crate) fn join(mut self, other: &Self) -> Self {
        self.0.extend(other.0.iter().cloned());
        self
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &Ident> {
        self.0.iter().map(|(name, _)| name)
    }

    fn get(&self, ident: &Ident) -> Option<&(Ident, Option<Type>)> {
        self.0.iter().find(|(name, _)| name == ident)
    }

    /// Input:  `<F: Fn(A) -> Fut, Fut: Future<Output = R> + Send>`
    /// Output: `<F: Fn(A) -> R>`
    ///
    /// Where no bound says what it gives, the parameter itself stands for that from now on.
    pub(crate) fn lower_generics(&self, generics: &mut Generics) {
        if self.0.is_empty() {
            return;
        }
        let gone = |ident: &Ident| matches!(self.get(ident), Some((_, Some(_))));
        let params = std::mem::take(&mut generics.params).into_iter();
        let stays = |param: &GenericParam| !matches!(param, GenericParam::Type(param) if gone(&param.ident));
        generics.params = params.filter(stays).collect();
        for param in &mut generics.params {
            if let GenericParam::Type(param) = param {
                if self.get(&param.ident).is_some() {
                    let bounds = std::mem::take(&mut param.bounds).into_iter();
                    param.bounds = bounds.filter(|bound| !is_future(bound)).collect();
                }
            }
        }
        if let Some(clause) = &mut generics.where_clause {
            let predicates = std::mem::take(&mut clause.predicates).into_iter();
            let lowered = predicates.filter_map(|mut predicate| {
                if let WherePredicate::Type(predicate) = &mut predicate {
                    let pair = self
                        .0
                        .iter()
                        .find(|(name, _)| is(&predicate.bounded_ty, name));
                    match pair {
                        Some((_, Some(_))) => return None,
                        Some((_, None)) => {
                            let bounds = std::mem::take(&mut predicate.bounds).into_iter();
                            predicate.bounds = bounds.filter(|bound| !is_future(bound)).collect();
                        }
                        None => {}
                    }
                }
                Some(predicate)
            });
            clause.predicates = lowered.collect();
        }
        self.clone().visit_generics_mut(generics);
    }

    /// A future that is a parameter as well would have to be a thunk there, and a value here.
    pub(crate) fn refuse_parameters(&self, sig: &mut Signature, errors: &mut Errors) {
        for input in &mut sig.inputs {
            let FnArg::Typed(input) = input else { continue };
            if let Some(name) = self.names().find(|name| is(&input.ty, name)) {
                errors.on(&input.ty, messages::future_and_result(name));
                // What callers see of a stub takes anything.
                *input.ty = syn::parse_quote!(impl ::core::marker::Sized);
            }
        }
    }
}

fn is(ty: &Type, name: &Ident) -> bool {
    matches!(ty, Type::Path(ty) if ty.path.is_ident(name))
}

pub(crate) fn is_future(bound: &TypeParamBound) -> bool {
    matches!(bound, TypeParamBound::Trait(bound) if bound.path.segments.last().is_some_and(|last| {
        shape::is_one_of(&last.ident, &returns::FUTURES)
    }))
}

/// The parameters that are bounded by `Future`.
pub(crate) fn futures(generics: &Generics) -> Vec<(Ident, Option<Type>)> {
    let output = |bounds: &mut dyn Iterator<Item = &TypeParamBound>| {
        let mut future = None;
        for bound in bounds.filter(|bound| is_future(bound)) {
            let TypeParamBound::Trait(bound) = bound else {
                continue;
            };
            let output = returns::assoc_output(&bound.path).cloned();
            future = Some(output.or(future.flatten()));
        }
        future
    };
    let mut found = Vec::new();
    for param in generics.type_params() {
        if let Some(output) = output(&mut param.bounds.iter()) {
            found.push((param.ident.clone(), output));
        }
    }
    for predicate in generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates)
    {
        let WherePredicate::Type(predicate) = predicate else {
            continue;
        };
        let (Type::Path(ty), Some(output)) =
            (&predicate.bounded_ty, output(&mut predicate.bounds.iter()))
        else {
            continue;
        };
        if let Some(ident) = ty.path.get_ident() {
            found.push((ident.clone(), output));
        }
    }
    found
}

/// What `Fn(..) -> X` bounds return, where it is a name.
struct Outputs(Vec<Ident>);

impl Outputs {
    fn note(&mut self, output: &ReturnType) {
        if let ReturnType::Type(_, ty) = output {
            if let Type::Path(ty) = &**ty {
                self.0.extend(ty.path.get_ident().cloned());
            }
        }
    }
}

impl Pass for Outputs {
    fn visit_path_arguments_mut(&mut self, arguments: &mut PathArguments) {
        if let PathArguments::Parenthesized(arguments) = arguments {
            self.note(&arguments.output);
        }
        walk::visit_path_arguments_mut(self, arguments);
    }

    fn visit_type_fn_ptr_mut(&mut self, ty: &mut TypeFnPtr) {
        self.note(&ty.output);
        walk::visit_type_fn_ptr_mut(self, ty);
    }
}

/// Input:  `Fut`, `Fut::Output`, `<Fut as Future>::Output`
/// Output: `R`
impl Pass for Pairs {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        walk::visit_type_mut(self, ty);
        let Type::Path(path) = ty else { return };
        let name = match &path.qself {
            Some(qself) if last_is_output(&path.path) => match &*qself.ty {
                Type::Path(inner) => inner.path.get_ident().cloned(),
                _ => None,
            },
            Some(_) => None,
            None if path.path.segments.len() == 2 && last_is_output(&path.path) => {
                path.path.segments.first().map(|first| first.ident.clone())
            }
            None => path.path.get_ident().cloned(),
        };
        let Some((name, value)) = name.and_then(|name| self.get(&name)) else {
            return;
        };
        *ty = value.clone().unwrap_or_else(|| {
            let path = Path::from(name.clone());
            syn::parse_quote!(#path)
        });
    }
}

fn last_is_output(path: &Path) -> bool {
    path.segments
        .last()
        .is_some_and(|last| last.ident == "Output")
}
