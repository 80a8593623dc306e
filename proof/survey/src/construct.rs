//! The constructs of async Rust in a source.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{
    Expr, ExprAwait, ExprCall, ExprClosure, ExprMethodCall, File, ImplItem, Item, Macro, Path,
    ReturnType, Signature, TraitBound, TraitItem, TypePath,
};

use crate::kind::Kind;
use crate::unit::{self, Key, Unit, position};

/// One construct, and where it stands.
#[derive(Clone, Debug)]
pub struct Construct {
    /// What it is.
    pub kind: Kind,
    /// Its first token.
    pub start: Key,
    /// Behind its last token.
    pub end: Key,
    /// What it is left out with.
    pub unit: Option<usize>,
}

/// What stands in a file.
#[derive(Debug, Default)]
pub struct Contents {
    /// Items and members, outer ones first.
    pub units: Vec<Unit>,
    /// In the order in which they begin.
    pub constructs: Vec<Construct>,
}

impl Contents {
    /// Reads a file.
    #[must_use]
    pub fn of(file: &File) -> Self {
        let mut read = Read {
            contents: Self::default(),
            unit: None,
            in_body: false,
            in_return: false,
            method: Kind::AsyncFn,
        };
        read.visit_file(file);
        read.contents
    }

    /// The innermost unit around a place.
    #[must_use]
    pub fn unit_at(&self, at: Key) -> Option<usize> {
        (0..self.units.len())
            .filter(|&unit| self.units[unit].start <= at && at < self.units[unit].end)
            .max_by_key(|&unit| (self.units[unit].start, unit))
    }

    /// The innermost construct around a place.
    #[must_use]
    pub fn kind_at(&self, at: Key) -> Kind {
        let around = self
            .constructs
            .iter()
            .filter(|construct| construct.start <= at && at < construct.end);
        around
            .max_by_key(|construct| (construct.start, std::cmp::Reverse(construct.end)))
            .map_or(Kind::Other, |construct| construct.kind)
    }

    /// A unit and all that it is a member of.
    pub fn with_parents(&self, unit: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(unit), |&unit| self.units[unit].parent)
    }

    /// Whether anything but `mod file;` was found.
    #[must_use]
    pub fn is_async(&self) -> bool {
        let mut kinds = self.constructs.iter().map(|construct| construct.kind);
        kinds.any(|kind| kind != Kind::FileModule)
    }
}

struct Read {
    contents: Contents,
    unit: Option<usize>,
    /// Items there belong to the function around them.
    in_body: bool,
    /// What a function returns is counted with it.
    in_return: bool,
    /// What an `async fn` is here.
    method: Kind,
}

impl Read {
    fn found(&mut self, kind: Kind, tokens: &impl ToTokens) {
        let span = tokens.span();
        self.contents.constructs.push(Construct {
            kind,
            start: position(span.start()),
            end: position(span.end()),
            unit: self.unit,
        });
    }

    fn within(
        &mut self,
        token: Option<(proc_macro2::Span, String)>,
        whole: &impl ToTokens,
        work: impl FnOnce(&mut Self),
    ) {
        let (Some((token, name)), false) = (token, self.in_body) else {
            return work(self);
        };
        let span = whole.span();
        self.contents.units.push(Unit {
            key: unit::key(token),
            name,
            start: position(span.start()),
            end: position(span.end()),
            parent: self.unit,
        });
        let outer = self.unit.replace(self.contents.units.len() - 1);
        work(self);
        self.unit = outer;
    }

    fn function(&mut self, sig: &Signature, whole: &impl ToTokens) {
        if sig.asyncness.is_some() {
            self.found(
                if self.in_body {
                    Kind::AsyncFn
                } else {
                    self.method
                },
                whole,
            );
        } else if returns(&sig.output, &["Future", "BoxFuture", "LocalBoxFuture"]) {
            self.found(Kind::FutureFn, whole);
        } else if returns(
            &sig.output,
            &["Stream", "TryStream", "BoxStream", "LocalBoxStream"],
        ) {
            self.found(Kind::StreamFn, whole);
        }
    }

    /// The path of a trait, or else of a type.
    fn path(&mut self, path: &Path, is_trait: bool) {
        let Some(last) = path.segments.last() else {
            return;
        };
        let kind = match last.ident.to_string().as_str() {
            "Future" | "TryFuture" if is_trait => Kind::FutureType,
            "BoxFuture" | "LocalBoxFuture" if !is_trait => Kind::FutureType,
            "Stream" | "TryStream" if is_trait => Kind::StreamType,
            "BoxStream" | "LocalBoxStream" if !is_trait => Kind::StreamType,
            "AsyncFn" | "AsyncFnMut" | "AsyncFnOnce" if is_trait => Kind::AsyncBound,
            _ => return,
        };
        if !self.in_return {
            self.found(kind, path);
        }
    }
}

impl<'ast> Visit<'ast> for Read {
    fn visit_item(&mut self, item: &'ast Item) {
        // What `macro_rules` makes is counted where it is called.
        if matches!(item, Item::Macro(item) if item.ident.is_some()) {
            return self.within(unit::of_item(item), item, |_| {});
        }
        let outer = std::mem::replace(&mut self.method, Kind::AsyncFn);
        self.within(unit::of_item(item), item, |read| {
            match item {
                Item::Fn(item) => read.function(&item.sig, item),
                Item::Mod(item) if item.content.is_none() => read.found(Kind::FileModule, item),
                Item::Impl(item) => {
                    read.method = Kind::AsyncMethod;
                    if let Some((path, _)) = &item.trait_ {
                        read.method = Kind::TraitImplMethod;
                        if is_hand_written(path) {
                            read.found(Kind::HandWritten, item);
                        }
                    }
                }
                Item::Trait(_) => read.method = Kind::TraitMethod,
                _ => {}
            }
            visit::visit_item(read, item);
        });
        self.method = outer;
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        self.within(unit::of_member(item), item, |read| {
            if let ImplItem::Fn(method) = item {
                read.function(&method.sig, method);
            }
            visit::visit_impl_item(read, item);
        });
    }

    fn visit_trait_item(&mut self, item: &'ast TraitItem) {
        self.within(unit::of_declared(item), item, |read| {
            if let TraitItem::Fn(method) = item {
                read.function(&method.sig, method);
            }
            visit::visit_trait_item(read, item);
        });
    }

    fn visit_block(&mut self, block: &'ast syn::Block) {
        let outer = std::mem::replace(&mut self.in_body, true);
        visit::visit_block(self, block);
        self.in_body = outer;
    }

    fn visit_signature(&mut self, sig: &'ast Signature) {
        sig.generics
            .params
            .iter()
            .for_each(|param| self.visit_generic_param(param));
        if let Some(clause) = &sig.generics.where_clause {
            self.visit_where_clause(clause);
        }
        sig.inputs.iter().for_each(|input| self.visit_fn_arg(input));
        let outer = std::mem::replace(&mut self.in_return, true);
        self.visit_return_type(&sig.output);
        self.in_return = outer;
    }

    fn visit_trait_bound(&mut self, bound: &'ast TraitBound) {
        self.path(&bound.path, true);
        visit::visit_trait_bound(self, bound);
    }

    fn visit_type_path(&mut self, ty: &'ast TypePath) {
        self.path(&ty.path, false);
        visit::visit_type_path(self, ty);
    }

    fn visit_expr_async(&mut self, block: &'ast syn::ExprAsync) {
        self.found(Kind::AsyncBlock, block);
        visit::visit_expr_async(self, block);
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        if let Expr::Async(block) = &*closure.body {
            self.found(Kind::AsyncClosure, closure);
            closure
                .inputs
                .iter()
                .for_each(|input| self.visit_pat(input));
            return self.visit_block(&block.block);
        }
        if closure.asyncness.is_some() {
            self.found(Kind::AsyncClosure, closure);
        }
        visit::visit_expr_closure(self, closure);
    }

    fn visit_expr_await(&mut self, awaited: &'ast ExprAwait) {
        let mut base = &*awaited.base;
        while let Expr::Paren(inner) = base {
            base = &inner.expr;
        }
        let kind = match base {
            Expr::Call(_) | Expr::MethodCall(_) => Kind::AwaitCall,
            Expr::Path(_) | Expr::Field(_) | Expr::Index(_) | Expr::Reference(_) => {
                Kind::AwaitVariable
            }
            Expr::Async(_) | Expr::Block(_) | Expr::If(_) | Expr::Match(_) => Kind::AwaitBlock,
            _ => Kind::AwaitOther,
        };
        self.found(kind, awaited);
        visit::visit_expr_await(self, awaited);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let Expr::Path(function) = &*call.func {
            let segments = &function.path.segments;
            let name = segments.last().map(|last| last.ident.to_string());
            let thread = segments.iter().any(|segment| segment.ident == "thread");
            match name.as_deref() {
                Some("spawn" | "spawn_local") if !thread => self.found(Kind::Spawn, call),
                Some("join_all" | "try_join_all") => self.found(Kind::Join, call),
                Some("select" | "select_all" | "select_ok") if segments.len() > 1 => {
                    self.found(Kind::Select, call);
                }
                _ => {}
            }
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let spawn = call.method == "spawn" || call.method == "spawn_local";
        if spawn && matches!(call.args.first(), Some(Expr::Async(_) | Expr::Call(_))) {
            self.found(Kind::Spawn, call);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        let name = mac.path.segments.last().map(|last| last.ident.to_string());
        match name.as_deref() {
            Some("select" | "select_biased" | "try_select") => self.found(Kind::Select, mac),
            Some("join" | "try_join") => self.found(Kind::Join, mac),
            Some("stream" | "try_stream") => self.found(Kind::Generator, mac),
            _ if holds_async(mac.tokens.clone()) => self.found(Kind::MacroAwaits, mac),
            _ => {}
        }
    }
}

/// `.await`, `async {`, `async move`, `async fn`, `async |`
pub(crate) fn holds_async(tokens: TokenStream) -> bool {
    let mut after_dot = false;
    let mut after_async = false;
    for token in tokens {
        if after_async {
            let starts = match &token {
                TokenTree::Ident(word) => word == "move" || word == "fn" || word == "unsafe",
                TokenTree::Punct(punct) => punct.as_char() == '|',
                TokenTree::Group(group) => group.delimiter() == proc_macro2::Delimiter::Brace,
                TokenTree::Literal(_) => false,
            };
            if starts {
                return true;
            }
        }
        let (mut dot, mut word) = (false, false);
        match token {
            TokenTree::Ident(ident) if ident == "await" && after_dot => return true,
            TokenTree::Ident(ident) => word = ident == "async",
            TokenTree::Punct(punct) => dot = punct.as_char() == '.',
            TokenTree::Group(group) if holds_async(group.stream()) => return true,
            _ => {}
        }
        (after_dot, after_async) = (dot, word);
    }
    false
}

/// Whether this is what a function returns, in a box or as it is.
fn returns(output: &ReturnType, names: &[&str]) -> bool {
    let ReturnType::Type(_, ty) = output else {
        return false;
    };
    let is_one = |path: &Path| {
        let last = path.segments.last();
        last.is_some_and(|last| names.iter().any(|name| last.ident == name))
    };
    let mut bounds = None;
    match &**ty {
        syn::Type::ImplTrait(ty) => bounds = Some(&ty.bounds),
        syn::Type::Path(ty) if is_one(&ty.path) => return true,
        syn::Type::Path(ty) => bounds = boxed(&ty.path),
        _ => {}
    }
    bounds.into_iter().flatten().any(|bound| match bound {
        syn::TypeParamBound::Trait(bound) => is_one(&bound.path),
        _ => false,
    })
}

type Bounds = syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>;

/// The bounds in `Pin<Box<dyn ..>>` or `Box<dyn ..>`.
fn boxed(path: &Path) -> Option<&Bounds> {
    let last = path.segments.last()?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    if last.ident != "Pin" && last.ident != "Box" {
        return None;
    }
    match arguments.args.first()? {
        syn::GenericArgument::Type(syn::Type::TraitObject(object)) => Some(&object.bounds),
        syn::GenericArgument::Type(syn::Type::Path(inner)) => boxed(&inner.path),
        _ => None,
    }
}

/// `impl Future for X` and kin.
fn is_hand_written(path: &Path) -> bool {
    const TRAITS: [&str; 8] = [
        "Future",
        "IntoFuture",
        "Stream",
        "Sink",
        "AsyncRead",
        "AsyncWrite",
        "AsyncBufRead",
        "AsyncSeek",
    ];
    let last = path.segments.last();
    last.is_some_and(|last| TRAITS.iter().any(|name| last.ident == name))
}
