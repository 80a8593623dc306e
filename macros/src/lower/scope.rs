//! Which names are local where.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::Pat;
use syn::ext::IdentExt as _;

use crate::callee::Callee;
use crate::shape;
use crate::values::Methods;

#[derive(Default)]
struct Frame {
    /// The body of an inner function: it sees the items around it, but no variables.
    is_fn: bool,
    variables: Vec<(String, Callee)>,
    functions: Vec<(String, Callee)>,
    /// Variables whose methods are known.
    values: Vec<(String, Option<Rc<Methods>>)>,
}

#[derive(Default)]
pub(crate) struct Scope(Vec<Frame>);

impl Scope {
    pub(crate) fn enter(&mut self) {
        self.0.push(Frame::default());
    }

    pub(crate) fn enter_fn(&mut self) {
        self.0.push(Frame {
            is_fn: true,
            ..Frame::default()
        });
    }

    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    pub(crate) fn bind(&mut self, ident: &Ident, callee: Callee) {
        if let Some(frame) = self.0.last_mut() {
            let name = ident.unraw().to_string();
            frame.values.push((name.clone(), None));
            frame.variables.push((name, callee));
        }
    }

    /// A parameter, `let` or pattern: nothing is known of a call of it.
    pub(crate) fn bind_pattern(&mut self, pat: &Pat) {
        for ident in shape::bound(pat) {
            self.bind(&ident, Callee::Local);
        }
    }

    pub(crate) fn bind_function(&mut self, ident: &Ident, callee: Callee) {
        if let Some(frame) = self.0.last_mut() {
            frame.functions.push((ident.unraw().to_string(), callee));
        }
    }

    /// What is known of a variable that has been bound.
    pub(crate) fn learn(&mut self, ident: &Ident, methods: Rc<Methods>) {
        if let Some(frame) = self.0.last_mut() {
            frame
                .values
                .push((ident.unraw().to_string(), Some(methods)));
        }
    }

    pub(crate) fn methods(&self, ident: &Ident) -> Option<&Rc<Methods>> {
        let name = ident.unraw().to_string();
        for frame in self.0.iter().rev() {
            let found = frame.values.iter().rev().find(|(bound, _)| *bound == name);
            if let Some((_, methods)) = found {
                return methods.as_ref();
            }
            if frame.is_fn {
                break;
            }
        }
        None
    }

    pub(crate) fn get(&self, ident: &Ident) -> Option<&Callee> {
        let name = ident.unraw().to_string();
        let named = |bindings: &'_ [(String, Callee)]| {
            bindings.iter().rposition(|(bound, _)| *bound == name)
        };
        let mut sees_variables = true;
        for frame in self.0.iter().rev() {
            if let Some(index) = named(&frame.variables).filter(|_| sees_variables) {
                return Some(&frame.variables[index].1);
            }
            if let Some(index) = named(&frame.functions) {
                return Some(&frame.functions[index].1);
            }
            sees_variables &= !frame.is_fn;
        }
        None
    }
}
