//! Questions about the shape of expressions, asked before anything is changed.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{
    Block, Expr, ExprCall, ExprMethodCall, ExprPath, GenericArgument, Path, PathArguments,
    PathSegment, Stmt, Type, UnOp,
};

/// Without parentheses and the invisible groups of `macro_rules`.
pub(crate) fn peeled(mut expr: &Expr) -> &Expr {
    loop {
        expr = match expr {
            Expr::Paren(paren) if paren.attrs.is_empty() => &paren.expr,
            Expr::Group(group) if group.attrs.is_empty() => &group.expr,
            _ => return expr,
        };
    }
}

/// The same by value.
pub(crate) fn peel(mut expr: Expr) -> Expr {
    loop {
        expr = match expr {
            Expr::Paren(paren) if paren.attrs.is_empty() => *paren.expr,
            Expr::Group(group) if group.attrs.is_empty() => *group.expr,
            _ => return expr,
        };
    }
}

/// Without what only boxes or pins a future.
pub(crate) fn unpinned(expr: &Expr) -> &Expr {
    let expr = peeled(expr);
    match expr {
        Expr::Call(call) if is_box_pin(call) => unpinned(&call.args[0]),
        Expr::MethodCall(call) if is_boxed(call) => unpinned(&call.receiver),
        _ => expr,
    }
}

/// `Box::pin(future)`
pub(crate) fn is_box_pin(call: &ExprCall) -> bool {
    let Some(path) = plain_path(&call.func) else {
        return false;
    };
    call.args.len() == 1 && ends_with(path, &["Box", "pin"])
}

/// `future.boxed()`
pub(crate) fn is_boxed(call: &ExprMethodCall) -> bool {
    call.args.is_empty() && (call.method == "boxed" || call.method == "boxed_local")
}

/// A path without `<T as Trait>` in front.
pub(crate) fn plain_path(expr: &Expr) -> Option<&Path> {
    match peeled(expr) {
        Expr::Path(ExprPath {
            qself: None, path, ..
        }) => Some(path),
        _ => None,
    }
}

/// `Request(1)`
pub(crate) fn constructs(call: &ExprCall) -> bool {
    let last = plain_path(&call.func).and_then(|path| path.segments.last());
    last.is_some_and(|last| is_upper(&last.ident))
}

pub(crate) fn ends_with(path: &Path, names: &[&str]) -> bool {
    path.segments.len() >= names.len()
        && path
            .segments
            .iter()
            .rev()
            .zip(names.iter().rev())
            .all(|(segment, name)| segment.ident == name)
}

/// A path without its generic arguments, as text.
pub(crate) fn path_text(path: &Path) -> String {
    let words = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string());
    words.collect::<Vec<_>>().join("::")
}

pub(crate) fn is_one_of(ident: &Ident, names: &[&str]) -> bool {
    // Each comparison with the identifier itself would make a text of it.
    let text = ident.to_string();
    for name in names {
        if name.len() == text.len() && *name == text {
            return true;
        }
    }
    false
}

/// The name of a type, trait, variant or constant, as Rust spells them.
pub(crate) fn is_upper(ident: &Ident) -> bool {
    let text = ident.to_string();
    let name = text.strip_prefix("r#").unwrap_or(&text);
    name.starts_with(char::is_uppercase)
}

/// A name that needs no import.
pub(crate) fn is_everywhere(ident: &Ident) -> bool {
    /// Of every prelude, and the primitive types.
    const EVERYWHERE: [&str; 61] = [
        "AsMut",
        "AsRef",
        "AsyncFn",
        "AsyncFnMut",
        "AsyncFnOnce",
        "Box",
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "DoubleEndedIterator",
        "Drop",
        "Eq",
        "Err",
        "ExactSizeIterator",
        "Extend",
        "Fn",
        "FnMut",
        "FnOnce",
        "From",
        "FromIterator",
        "Future",
        "Hash",
        "Into",
        "IntoFuture",
        "IntoIterator",
        "Iterator",
        "None",
        "Ok",
        "Option",
        "Ord",
        "PartialEq",
        "PartialOrd",
        "Result",
        "Self",
        "Send",
        "Sized",
        "Some",
        "String",
        "Sync",
        "ToOwned",
        "ToString",
        "TryFrom",
        "TryInto",
        "Unpin",
        "Vec",
        "bool",
        "char",
        "f32",
        "f64",
        "i128",
        "i16",
        "i32",
        "i64",
        "i8",
        "str",
        "u128",
        "u16",
        "u32",
        "u64",
        "u8",
    ];
    is_one_of(ident, &EVERYWHERE)
}

/// The name of a type that is a path.
pub(crate) fn type_name(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(ty) => ty.path.segments.last().map(|last| &last.ident),
        Type::Group(ty) => type_name(&ty.elem),
        _ => None,
    }
}

/// `self`
pub(crate) fn is_self(expr: &Expr) -> bool {
    plain_path(expr).is_some_and(|path| path.is_ident("self"))
}

/// Can be evaluated earlier or later without anybody noticing: it runs no code of its own and
/// leaves no temporary behind.
pub(crate) fn is_inert(expr: &Expr) -> bool {
    match peeled(expr) {
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Field(field) => is_inert(&field.base),
        Expr::Reference(reference) => is_inert(&reference.expr),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Neg(_)) && is_inert(&unary.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_inert),
        _ => false,
    }
}

/// Its value is all that is left of it: no temporary lives on beside it.
pub(crate) fn leaves_nothing(expr: &Expr) -> bool {
    match peeled(expr) {
        Expr::Binary(binary) => leaves_nothing(&binary.left) && leaves_nothing(&binary.right),
        Expr::Unary(unary) => leaves_nothing(&unary.expr),
        Expr::Cast(cast) => leaves_nothing(&cast.expr),
        Expr::Call(call) => is_inert(&call.func) && call.args.iter().all(leaves_nothing),
        Expr::MethodCall(call) => is_inert(&call.receiver) && call.args.iter().all(leaves_nothing),
        Expr::Tuple(tuple) => tuple.elems.iter().all(leaves_nothing),
        Expr::Array(array) => array.elems.iter().all(leaves_nothing),
        Expr::Struct(literal) => literal
            .fields
            .iter()
            .all(|field| leaves_nothing(&field.expr)),
        other => is_inert(other),
    }
}

const VIEWS: [&str; 4] = ["as_deref", "as_deref_mut", "as_mut", "as_ref"];

/// `self.as_mut()`: a view of something that stays where it is.
pub(crate) fn is_view(expr: &Expr) -> bool {
    match peeled(expr) {
        Expr::MethodCall(call) => {
            call.args.is_empty() && is_one_of(&call.method, &VIEWS) && is_inert(&call.receiver)
        }
        _ => false,
    }
}

/// [`is_inert`], or a conversion or comparison that nobody expects effects of.
pub(crate) fn is_quiet(expr: &Expr) -> bool {
    const CONVERSIONS: [&str; 11] = [
        "clone",
        "to_owned",
        "to_string",
        "to_vec",
        "into",
        "as_str",
        "as_slice",
        "get_mut",
        "is_some",
        "is_none",
        "is_empty",
    ];
    const CONSTRUCTORS: [[&str; 2]; 8] = [
        ["Arc", "clone"],
        ["Rc", "clone"],
        ["String", "from"],
        ["Clone", "clone"],
        ["Pin", "as_mut"],
        ["Pin", "as_ref"],
        ["Pin", "get_mut"],
        ["Pin", "new"],
    ];
    match peeled(expr) {
        Expr::MethodCall(call) => {
            call.args.is_empty()
                && (is_one_of(&call.method, &CONVERSIONS) || is_one_of(&call.method, &VIEWS))
                && is_quiet(&call.receiver)
        }
        Expr::Call(call) => {
            plain_path(&call.func)
                .is_some_and(|path| CONSTRUCTORS.iter().any(|names| ends_with(path, names)))
                && call.args.iter().all(is_quiet)
        }
        Expr::Field(field) => is_quiet(&field.base),
        Expr::Reference(reference) => is_quiet(&reference.expr),
        Expr::Unary(unary) => is_quiet(&unary.expr),
        Expr::Binary(binary) => is_quiet(&binary.left) && is_quiet(&binary.right),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_quiet),
        Expr::Struct(literal) => literal.fields.iter().all(|field| is_quiet(&field.expr)),
        other => is_inert(other),
    }
}

/// The expression whose value a block has, and what stands before it.
pub(crate) fn split_tail(block: &Block) -> Option<(&[Stmt], &Expr)> {
    match block.stmts.split_last()? {
        (Stmt::Expr(tail, None), before) => Some((before, tail)),
        _ => None,
    }
}

/// Whether any of the tokens, at any depth, is an identifier that `wanted` accepts.
pub(crate) fn mentions(tokens: TokenStream, wanted: &dyn Fn(&Ident) -> bool) -> Option<Ident> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if wanted(&ident) => Some(ident),
        TokenTree::Group(group) => mentions(group.stream(), wanted),
        _ => None,
    })
}

/// `async` or `await` at any depth.
pub(crate) fn mentions_async(tokens: TokenStream) -> Option<Ident> {
    mentions(tokens, &|ident| ident == "async" || ident == "await")
}

/// Types that hold a value and nothing else.
const PLAIN: [&str; 17] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32",
    "u64", "u128", "usize", "Duration",
];

/// Whether anybody could see when a value of this type is dropped.
pub(crate) fn is_droppable(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) | Type::Ptr(_) | Type::FnPtr(_) | Type::Never(_) => false,
        Type::Group(ty) => is_droppable(&ty.elem),
        Type::Paren(ty) => is_droppable(&ty.elem),
        Type::Tuple(ty) => ty.elems.iter().any(is_droppable),
        Type::Array(ty) => is_droppable(&ty.elem),
        Type::Path(ty) => match ty.path.segments.last() {
            Some(last) if last.ident == "Pin" => {
                type_arguments(last).next().is_none_or(is_droppable)
            }
            _ => !ty
                .path
                .get_ident()
                .is_some_and(|ident| is_one_of(ident, &PLAIN)),
        },
        _ => true,
    }
}

/// Input:  `HashMap<'a, K, V>`
/// Output: `K`, `V`
pub(crate) fn type_arguments(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments
        .into_iter()
        .flatten()
        .filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}

/// Whether two statics of this type are as good as one: nothing in it can change.
pub(crate) fn is_constant(ty: &Type) -> bool {
    match ty {
        Type::Reference(ty) => ty.mutability.is_none() && is_constant(&ty.elem),
        Type::Group(ty) => is_constant(&ty.elem),
        Type::Paren(ty) => is_constant(&ty.elem),
        Type::Tuple(ty) => ty.elems.iter().all(is_constant),
        Type::Array(ty) => is_constant(&ty.elem),
        Type::Slice(ty) => is_constant(&ty.elem),
        Type::Path(ty) => ty
            .path
            .get_ident()
            .is_some_and(|ident| ident == "str" || is_one_of(ident, &PLAIN)),
        _ => false,
    }
}

/// `impl Trait`, at any depth.
pub(crate) fn is_opaque(ty: &Type) -> bool {
    mentions(ty.to_token_stream(), &|ident| ident == "impl").is_some()
}
