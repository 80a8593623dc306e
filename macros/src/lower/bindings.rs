//! What the statements of a body bind: functions, imports, variables.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::{Expr, ForeignItem, Item, Local, Path, PathSegment, Stmt, UseTree};

use super::Lower;
use super::closure::{Role, left_behind};
use crate::callee::Callee;
use crate::patterns;
use crate::returns;
use crate::shape;
use crate::uses;
use crate::values::Methods;

/// A closure that a `let` binds, what a call of it is, and what it is lowered as.
pub(super) type BoundClosure = (Ident, Callee, Role);

impl Lower<'_> {
    /// Items are in scope in the whole block, before their definition too.
    pub(super) fn declare(&mut self, stmt: &Stmt) {
        let Stmt::Item(item) = stmt else { return };
        match item {
            Item::Fn(item) => {
                let callee = if returns::is_awaited(&item.sig) {
                    Callee::Async(self.names.suffixed(&item.sig.ident))
                } else if returns::has_twin(&item.sig) {
                    Callee::Stream(self.names.suffixed(&item.sig.ident))
                } else {
                    Callee::Single
                };
                self.scope.bind_function(&item.sig.ident, callee);
            }
            Item::Const(item) => self.scope.bind_function(&item.ident, Callee::Local),
            Item::Static(item) => self.scope.bind_function(&item.ident, Callee::Local),
            Item::ForeignMod(block) => {
                for item in &block.items {
                    if let ForeignItem::Fn(item) = item {
                        self.scope.bind_function(&item.sig.ident, Callee::Single);
                    }
                }
            }
            Item::Use(item) => {
                let leading_colon = item.leading_colon;
                let path = Path {
                    leading_colon,
                    segments: syn::punctuated::Punctuated::new(),
                };
                self.import(&item.tree, path);
            }
            Item::Struct(item) => self.scope.bind_item(&item.ident),
            Item::Enum(item) => self.scope.bind_item(&item.ident),
            Item::Union(item) => self.scope.bind_item(&item.ident),
            Item::Type(item) => self.scope.bind_item(&item.ident),
            Item::Trait(item) => self.scope.bind_item(&item.ident),
            Item::TraitAlias(item) => self.scope.bind_item(&item.ident),
            Item::Mod(item) => self.scope.bind_item(&item.ident),
            _ => {}
        }
    }

    /// An imported name hides what is known of one outside the body.
    fn import(&mut self, tree: &UseTree, mut path: Path) {
        match tree {
            UseTree::Path(tree) => {
                path.segments.push(PathSegment::from(tree.ident.clone()));
                self.import(&tree.tree, path);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, path.clone());
                }
            }
            UseTree::Name(name) => self.import_as(&name.ident, &name.ident, path),
            UseTree::Rename(name) => self.import_as(&name.ident, &name.rename, path),
            // An enum has no functions.
            UseTree::Glob(_) => {
                let module = path.segments.last();
                if module.is_some_and(|module| !shape::is_upper(&module.ident)) {
                    self.scope.bind_glob();
                }
            }
        }
    }

    fn import_as(&mut self, ident: &Ident, name: &Ident, mut path: Path) {
        path.segments.push(PathSegment::from(ident.clone()));
        let callee = match self.names.function_callee(&path) {
            Callee::Async(_) => Callee::Async(self.names.suffixed(name)),
            Callee::Future(_) => Callee::Future(self.names.suffixed(name)),
            Callee::Stream(_) => Callee::Stream(self.names.suffixed(name)),
            other => other,
        };
        self.scope.bind_function(name, callee);
        self.scope.bind_item(name);
    }

    /// The patterns of `if let` and of chains of them.
    pub(super) fn bind_condition(&mut self, cond: &Expr) {
        match shape::peeled(cond) {
            Expr::Let(cond) => self.scope.bind_pattern(&cond.pat),
            Expr::Binary(both) => {
                self.bind_condition(&both.left);
                self.bind_condition(&both.right);
            }
            _ => {}
        }
    }

    /// Where a closure is only called, its calls can give thunks; where it is passed on as well, it
    /// is a callback. `rest` is what follows in the block.
    pub(super) fn bound_closure(&mut self, local: &Local, rest: &[Stmt]) -> Option<BoundClosure> {
        let ident = patterns::plain_let(&local.pat)?;
        let Expr::Closure(closure) = shape::peeled(&local.init.as_ref()?.expr) else {
            return None;
        };
        let (callee, role) = if closure.asyncness.is_some() {
            (Callee::AsyncLocal, Role::Callback)
        } else if !self.is_future_closure(closure) {
            (Callee::Plain, Role::Callback)
        } else if uses::only_called(rest, ident) {
            (Callee::Single, Role::Producer)
        } else if matches!(shape::unpinned(&closure.body), Expr::Async(_))
            && left_behind(closure).is_empty()
        {
            (Callee::AsyncLocal, Role::Callback)
        } else {
            (Callee::Eager, Role::Callback)
        };
        Some((ident.clone(), callee, role))
    }

    /// What is known of the variables of a `let`, from then on.
    pub(super) fn bind_local(
        &mut self,
        local: &Local,
        closure: Option<BoundClosure>,
        values: Vec<(Ident, Rc<Methods>)>,
    ) {
        self.scope.bind_pattern(&local.pat);
        if let Some((ident, callee, _)) = closure {
            self.scope.bind(&ident, callee);
        }
        for (ident, methods) in values {
            self.scope.learn(&ident, methods);
        }
    }

    /// The same of a `let` that is only looked at. `rest` is what follows in the block.
    pub(super) fn bind_seen(&mut self, local: &Local, rest: &[Stmt]) {
        let closure = self.bound_closure(local, rest);
        let values = self.let_values(local);
        self.bind_local(local, closure, values);
    }
}
