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
    values: Vec<(String, Value)>,
}

/// What is known of a variable.
#[derive(Clone)]
enum Value {
    Unknown,
    /// Its type is in sight.
    Of(Rc<Methods>),
    /// Of a mirrored library, or a stream: its methods have their own names.
    Mapped,
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
            frame.values.push((name.clone(), Value::Unknown));
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
        self.set(ident, Value::Of(methods));
    }

    pub(crate) fn learn_mapped(&mut self, ident: &Ident) {
        self.set(ident, Value::Mapped);
    }

    pub(crate) fn is_mapped(&self, ident: &Ident) -> bool {
        matches!(self.value(ident), Some(Value::Mapped))
    }

    fn set(&mut self, ident: &Ident, value: Value) {
        if let Some(frame) = self.0.last_mut() {
            frame.values.push((ident.unraw().to_string(), value));
        }
    }

    pub(crate) fn methods(&self, ident: &Ident) -> Option<&Rc<Methods>> {
        match self.value(ident)? {
            Value::Of(methods) => Some(methods),
            Value::Unknown | Value::Mapped => None,
        }
    }

    fn value(&self, ident: &Ident) -> Option<&Value> {
        let name = ident.unraw().to_string();
        for frame in self.0.iter().rev() {
            let found = frame.values.iter().rev().find(|(bound, _)| *bound == name);
            if let Some((_, value)) = found {
                return Some(value);
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
