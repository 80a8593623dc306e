//! Which names are local where.

use proc_macro2::Ident;
use syn::Pat;
use syn::ext::IdentExt as _;

use crate::shape;

#[derive(Clone)]
pub(crate) enum Binding {
    /// A parameter, `let` or pattern: callbacks are called by their own name.
    Opaque,
    /// The same, and its call is seen not to return a future.
    Plain,
    /// A closure or parameter whose call returns a future, and does nothing before.
    AsyncLocal,
    /// A closure whose call returns a future, and does something before.
    Eager,
    /// An async function inside a body, with the name of its twin.
    Fn(Ident),
    /// Any other function inside a body, and a closure whose calls give thunks.
    Single,
}

#[derive(Default)]
struct Frame {
    /// The body of an inner function: it sees the items around it, but no variables.
    is_fn: bool,
    bindings: Vec<(String, Binding)>,
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

    pub(crate) fn bind(&mut self, ident: &Ident, binding: Binding) {
        if let Some(frame) = self.0.last_mut() {
            frame.bindings.push((ident.unraw().to_string(), binding));
        }
    }

    pub(crate) fn bind_pattern(&mut self, pat: &Pat) {
        for ident in shape::bound(pat) {
            self.bind(&ident, Binding::Opaque);
        }
    }

    pub(crate) fn get(&self, ident: &Ident) -> Option<&Binding> {
        let name = ident.unraw().to_string();
        let mut variables = true;
        for frame in self.0.iter().rev() {
            for (bound, binding) in frame.bindings.iter().rev() {
                let visible = variables || matches!(binding, Binding::Fn(_) | Binding::Single);
                if visible && *bound == name {
                    return Some(binding);
                }
            }
            variables &= !frame.is_fn;
        }
        None
    }
}
