//! Types and bounds of the twin: the names of twins, blocking callbacks, and what is refused.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use syn::{
    Attribute, Block, Expr, ExprClosure, ExprPath, Generics, Item, ItemFn, Macro, PatIdent, Path,
    PathArguments, ReturnType, Stmt, TraitBound, Type, TypeFnPtr, TypePath, TypeTraitObject,
    UseTree, Visibility,
};

use crate::arguments::Arguments;
use crate::callee::Callee;
use crate::docs;
use crate::emit;
use crate::errors::Errors;
use crate::future_types;
use crate::generator;
use crate::groups;
use crate::messages;
use crate::names::Names;
use crate::only;
use crate::pass::{Pass, walk};
use crate::returns;
use crate::shape;
use crate::stream_types;
use crate::words::Words;

/// Input:  `impl<S: Store, F: AsyncFn(u8) -> u8>`
/// Output: `impl<S: StoreBlocking, F: ::core::ops::Fn(u8) -> u8>`
pub(crate) struct Types<'a> {
    names: &'a Names,
    errors: &'a mut Errors,
    in_object: bool,
    /// Generic parameters that are streams.
    streams: Vec<Ident>,
    /// The `use` items of the block around.
    imports: TokenStream,
}

impl<'a> Types<'a> {
    pub(crate) fn new(names: &'a Names, errors: &'a mut Errors) -> Self {
        Self {
            names,
            errors,
            in_object: false,
            streams: Vec::new(),
            imports: TokenStream::new(),
        }
    }

    /// Whether an item can hold anything for this pass.
    pub(crate) fn are_in(names: &Names) -> bool {
        names.has_type_twins() || names.words.any(Words::TYPES.with(Words::HALVES))
    }

    /// With the generic parameters of an item around.
    pub(crate) fn inside(mut self, outer: &Generics) -> Self {
        self.streams = stream_types::parameters(outer, self.names);
        self
    }

    /// Every segment that names a type; in an expression the last of several is a value.
    fn rename(&self, path: &mut Path, last_is_type: bool) {
        if self.names.is_replaced(path) {
            return;
        }
        let count = path.segments.len();
        let mut in_type = false;
        for (index, segment) in path.segments.iter_mut().enumerate() {
            // What stands behind a type is its own: an associated type, a variant.
            let member = std::mem::replace(&mut in_type, shape::is_upper(&segment.ident));
            if member {
                continue;
            }
            if last_is_type || index + 1 < count || count == 1 {
                if let Some(mut twin) = self.names.type_twin(&segment.ident) {
                    twin.set_span(emit::ours(segment.ident.span()));
                    segment.ident = twin;
                }
            }
        }
    }

    /// In code for the blocking half alone, where the twin has another name than the async one.
    fn refuse_async(&mut self, call: &Expr) {
        let (callee, name) = match call {
            Expr::MethodCall(call) if shape::is_self(&call.receiver) => {
                (self.names.method_callee(&call.method), Some(&call.method))
            }
            Expr::Call(call) => {
                let Some(path) = shape::plain_path(&call.func) else {
                    return;
                };
                let name = path.segments.last().map(|last| &last.ident);
                match (name, path.segments.first()) {
                    (Some(name), Some(first)) if first.ident == "Self" => {
                        (self.names.method_callee(name), Some(name))
                    }
                    _ => (self.names.function_callee(path), name),
                }
            }
            _ => return,
        };
        if let (Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin), Some(name)) =
            (callee, name)
        {
            if twin != *name {
                self.errors
                    .at(name.span(), messages::async_in_blocking(name, &twin));
            }
        }
    }
}

/// Input:  `AsyncFnMut(u8) -> u8`, also as `std::ops::AsyncFnMut(u8) -> u8`
/// Output: `::core::ops::FnMut(u8) -> u8`
///
/// Only the traits of std take parentheses, so the name is enough.
fn blocking_callback(path: &mut Path) {
    let Some(last) = path.segments.last() else {
        return;
    };
    let PathArguments::Parenthesized(_) = last.arguments else {
        return;
    };
    let name = match last.ident.to_string().as_str() {
        "AsyncFn" => "Fn",
        "AsyncFnMut" => "FnMut",
        "AsyncFnOnce" => "FnOnce",
        _ => return,
    };
    let span = emit::ours(last.ident.span());
    let name = Ident::new(name, span);
    let Ok(mut blocking) = syn::parse2::<Path>(quote_spanned!(span=> ::core::ops::#name)) else {
        return;
    };
    if let (Some(to), Some(from)) = (blocking.segments.last_mut(), path.segments.pop()) {
        to.arguments = from.arguments;
    }
    *path = blocking;
}

impl Pass for Types<'_> {
    fn visit_trait_bound_mut(&mut self, bound: &mut TraitBound) {
        blocking_callback(&mut bound.path);
        future_types::bound(bound, self.in_object, self.names);
        stream_types::bound(bound, self.names);
        walk::visit_trait_bound_mut(self, bound);
    }

    /// What a closure does that returns a future is decided with its body.
    fn visit_expr_closure_mut(&mut self, closure: &mut ExprClosure) {
        if returns::future_output(&closure.output).is_none() {
            return walk::visit_expr_closure_mut(self, closure);
        }
        let output = std::mem::replace(&mut closure.output, ReturnType::Default);
        walk::visit_expr_closure_mut(self, closure);
        closure.output = output;
    }

    fn visit_path_arguments_mut(&mut self, arguments: &mut PathArguments) {
        if let PathArguments::Parenthesized(arguments) = arguments {
            future_types::callback_output(&mut arguments.output);
        }
        let outer = std::mem::replace(&mut self.in_object, false);
        walk::visit_path_arguments_mut(self, arguments);
        self.in_object = outer;
    }

    fn visit_type_fn_ptr_mut(&mut self, ty: &mut TypeFnPtr) {
        future_types::callback_output(&mut ty.output);
        walk::visit_type_fn_ptr_mut(self, ty);
    }

    fn visit_type_trait_object_mut(&mut self, ty: &mut TypeTraitObject) {
        let outer = std::mem::replace(&mut self.in_object, true);
        walk::visit_type_trait_object_mut(self, ty);
        self.in_object = outer;
    }

    fn visit_generics_mut(&mut self, generics: &mut Generics) {
        let own = stream_types::parameters(generics, self.names);
        self.streams.extend(own);
        walk::visit_generics_mut(self, generics);
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        stream_types::pointer(ty, &self.streams, self.names);
        walk::visit_type_mut(self, ty);
    }

    fn visit_type_path_mut(&mut self, ty: &mut TypePath) {
        future_types::alias(ty, self.names);
        future_types::qualified(ty, self.names);
        stream_types::qualified(ty, self.names);
        walk::visit_type_path_mut(self, ty);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        self.rename(path, true);
        walk::visit_path_mut(self, path);
    }

    fn visit_expr_path_mut(&mut self, expr: &mut ExprPath) {
        self.rename(&mut expr.path, false);
        if let Some(qself) = &mut expr.qself {
            self.visit_qself_mut(qself);
        }
        for segment in &mut expr.path.segments {
            self.visit_path_arguments_mut(&mut segment.arguments);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        walk::visit_expr_mut(self, expr);
        if only::is_marked(expr) {
            self.refuse_async(expr);
            *expr = Expr::Verbatim(expr.to_token_stream());
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        walk::visit_stmt_mut(self, stmt);
        only::seal_statement(stmt);
    }

    /// `None` and other constants look like variables.
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        if let (true, Some(twin)) = (pat.subpat.is_none(), self.names.type_twin(&pat.ident)) {
            pat.ident = twin;
        }
        walk::visit_pat_ident_mut(self, pat);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        let uses = block.stmts.iter().filter_map(|stmt| match stmt {
            Stmt::Item(Item::Use(item)) => Some(item.to_token_stream()),
            _ => None,
        });
        let outer = std::mem::replace(&mut self.imports, uses.collect());
        walk::visit_block_mut(self, block);
        self.imports = outer;
    }

    /// Where the twin is not imported beside it.
    fn visit_use_tree_mut(&mut self, tree: &mut UseTree) {
        let (ident, below) = match tree {
            UseTree::Path(path) => (&mut path.ident, Some(&mut path.tree)),
            UseTree::Name(name) => (&mut name.ident, None),
            UseTree::Rename(rename) => (&mut rename.ident, None),
            UseTree::Group(group) => {
                return group
                    .items
                    .iter_mut()
                    .for_each(|tree| self.visit_use_tree_mut(tree));
            }
            UseTree::Glob(_) => return,
        };
        // What is imported from a type is its own: a variant.
        let below = below.filter(|_| !shape::is_upper(ident));
        let imported =
            |twin: &Ident| shape::mentions(self.imports.clone(), &|other| other == twin).is_some();
        if let Some(twin) = self.names.type_twin(ident).filter(|twin| !imported(twin)) {
            *ident = twin;
        }
        if let Some(below) = below {
            self.visit_use_tree_mut(below);
        }
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if generator::visit_body(mac, self) {
            return;
        }
        if shape::mentions(mac.tokens.clone(), &is_lowered).is_some() {
            if let Some(mut arguments) = Arguments::read(mac) {
                arguments.visit(self);
                mac.tokens = arguments.into_tokens();
                return;
            }
        }
        if self.names.has_type_twins() {
            mac.tokens = rename_tokens(std::mem::take(&mut mac.tokens), self.names);
        }
    }

    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        docs::expect_nothing(attr);
    }

    fn visit_visibility_mut(&mut self, _: &mut Visibility) {}

    // Items inside a body are items of their own: the async ones are lowered as such, or refused.
    fn visit_item_mut(&mut self, item: &mut Item) {
        let nested = matches!(item, Item::Impl(_) | Item::Trait(_) | Item::Mod(_));
        if !nested || shape::mentions_async(item.to_token_stream()).is_none() {
            walk::visit_item_mut(self, item);
        }
    }

    fn visit_item_fn_mut(&mut self, item: &mut ItemFn) {
        if !returns::has_twin(&item.sig) {
            walk::visit_item_fn_mut(self, item);
        }
    }
}

/// The name of a type or trait that has another one in every twin.
fn is_lowered(ident: &Ident) -> bool {
    const NAMES: [&str; 9] = [
        "AsyncFn",
        "AsyncFnMut",
        "AsyncFnOnce",
        "BoxFuture",
        "Future",
        "IntoFuture",
        "LocalBoxFuture",
        "Stream",
        "TryFuture",
    ];
    shape::is_one_of(ident, &NAMES)
}

fn rename_tokens(tokens: TokenStream, names: &Names) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_member = |index: usize| {
        let at = |back: usize| index.checked_sub(back).map(|index| &tokens[index]);
        let colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(colon)) if colon.as_char() == ':');
        colon(at(1))
            && colon(at(2))
            && matches!(at(3), Some(TokenTree::Ident(ident)) if shape::is_upper(ident))
    };
    tokens
        .iter()
        .enumerate()
        .map(|(index, token)| match token {
            TokenTree::Ident(ident) if !is_member(index) => {
                TokenTree::Ident(names.type_twin(ident).unwrap_or_else(|| ident.clone()))
            }
            TokenTree::Group(group) => {
                let inner = rename_tokens(group.stream(), names);
                TokenTree::Group(groups::regroup(group, group.delimiter(), inner))
            }
            other => other.clone(),
        })
        .collect()
}
