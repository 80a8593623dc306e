//! Which names are local where.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::Pat;
use syn::ext::IdentExt as _;

use crate::callee::Callee;
use crate::patterns;
use crate::shape;
use crate::values::Methods;

#[derive(Default)]
struct Frame {
    /// The body of an inner function: it sees the items around it, but no variables.
    is_fn: bool,
    variables: Vec<(String, Callee)>,
    functions: Vec<(String, Callee)>,
    /// Types, modules and whatever else the body defines or imports.
    items: Vec<String>,
    /// All of a module is imported: any name may be one of its own.
    has_glob: bool,
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
        for ident in patterns::bound(pat) {
            self.bind(&ident, Callee::Local);
        }
    }

    pub(crate) fn bind_function(&mut self, ident: &Ident, callee: Callee) {
        if let Some(frame) = self.0.last_mut() {
            frame.functions.push((ident.unraw().to_string(), callee));
        }
    }

    pub(crate) fn bind_item(&mut self, ident: &Ident) {
        if let Some(frame) = self.0.last_mut() {
            frame.items.push(ident.to_string());
        }
    }

    /// Whether a path that begins with this name may mean something in the body.
    pub(crate) fn hides(&self, first: &Ident) -> bool {
        const FIXED: [&str; 4] = ["Self", "crate", "self", "super"];
        if !self.holds_items() {
            return false;
        }
        let first_word = first.to_string();
        let named = |frame: &Frame| frame.has_glob || frame.items.contains(&first_word);
        self.0.iter().any(named) && !shape::is_one_of(first, &FIXED)
    }

    /// Whether the body defines or imports anything.
    pub(crate) fn holds_items(&self) -> bool {
        let own = |frame: &Frame| frame.has_glob || !frame.items.is_empty();
        self.0.iter().any(own)
    }

    /// Names that are imported from nobody knows where.
    pub(crate) fn bind_glob(&mut self) {
        if let Some(frame) = self.0.last_mut() {
            frame.has_glob = true;
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

    /// [`Callee::Unknown`] is a name that is imported in the body.
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
            if frame.has_glob {
                return Some(&Callee::Unknown);
            }
            sees_variables &= !frame.is_fn;
        }
        None
    }
}
