//! Futures that the async half drives at the same time, by the policy that the author has given.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprCall, ExprMethodCall, Macro, Path, Token};

use super::tails::Returns;
use super::{Lower, refuse};
use crate::args::Policy;
use crate::emit;
use crate::messages;
use crate::pass::Pass as _;
use crate::shape;

/// The runtime has `join2` to `join8`.
const MOST_BRANCHES: usize = 8;

impl Lower<'_> {
    /// Input:  `join!(f(a), g(b))`, `try_join!(f(a), g(b))`
    /// Output: `{ let (b0, b1) = (later1(f_blocking).with(a), later1(g_blocking).with(b));
    ///         (resolve(b0), resolve(b1)) }`
    pub(super) fn joined_macro(&mut self, mac: &Macro) -> Option<Expr> {
        let name = mac.path.segments.last()?.ident.clone();
        let policy = self.names.join?;
        if self.names.is_replaced(&mac.path) || !shape::is_one_of(&name, &["join", "try_join"]) {
            return None;
        }
        let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
        let branches = parser.parse2(without_bias(mac.tokens.clone())).ok()?;
        let (variables, thunks, joined) =
            self.branches(&name, branches.into_iter().collect(), policy);
        let span = emit::ours(name.span());
        let joined = quote_spanned!(span=> { let (#(#variables,)*) = (#(#thunks,)*); #joined });
        Some(emit::operand(joined, span))
    }

    /// The macros bind their branches. What a function is given keeps its temporaries until it is
    /// awaited, which a `match` does, too.
    ///
    /// Input:  `join(f(a), g(b)).await`, `join3(..)`, `join_all(..)`
    /// Output: `match (later1(f_blocking).with(a), later1(g_blocking).with(b)) {
    ///         (b0, b1) => (resolve(b0), resolve(b1)) }`
    pub(super) fn joined_call(&mut self, path: &Path, call: &ExprCall) -> Option<Expr> {
        let policy = self.names.join?;
        let name = &path.segments.last()?.ident;
        let branches = |count: usize| call.args.len() == count;
        let fits = match name.to_string().as_str() {
            "join_all" | "try_join_all" => branches(1),
            "join" | "try_join" => {
                path.segments.len() > 1 && branches(2) && !refuse::is_of_io(path)
            }
            "join3" | "try_join3" => branches(3),
            "join4" | "try_join4" => branches(4),
            "join5" | "try_join5" => branches(5),
            _ => false,
        };
        if !fits {
            return None;
        }
        if name == "join_all" || name == "try_join_all" {
            return Some(self.all(name, call.args.first()?.clone(), policy));
        }
        let branches = call.args.iter().cloned().collect();
        let (variables, thunks, joined) = self.branches(name, branches, policy);
        let span = emit::ours(name.span());
        let joined = quote_spanned!(span=> match (#(#thunks,)*) { (#(#variables,)*) => #joined });
        Some(emit::operand(joined, span))
    }

    /// A variable for each branch, the thunks they are, and what joins the variables.
    fn branches(
        &mut self,
        name: &Ident,
        branches: Vec<Expr>,
        policy: Policy,
    ) -> (Vec<Ident>, Vec<Expr>, TokenStream) {
        let span = emit::ours(name.span());
        let count = branches.len();
        if count == 0 || (policy == Policy::Threads && !(2..=MOST_BRANCHES).contains(&count)) {
            self.errors
                .at(name.span(), messages::count_of_branches(MOST_BRANCHES));
        }
        let thunks: Vec<Expr> = branches
            .into_iter()
            .map(|branch| self.thunk_tail(branch, Returns::Future))
            .collect();
        let variables: Vec<Ident> = (0..count)
            .map(|index| emit::local("branch", index, name.span()))
            .collect();
        let is_try = name.to_string().starts_with("try_");
        let joined = match policy {
            Policy::Sequential if is_try => self.first_error(&variables, &mut Vec::new(), span),
            Policy::Sequential => {
                let values = variables
                    .iter()
                    .map(|branch| self.resolve(&variable(branch), name.span()));
                quote_spanned!(span=> (#(#values,)*))
            }
            Policy::Threads => {
                let function = format_ident!("{}join{count}", if is_try { "try_" } else { "" });
                let path = self.in_threads(&function, span);
                quote_spanned!(span=> #path(#(#variables),*))
            }
        };
        (variables, thunks, joined)
    }

    /// Matches one in another, which tell no more about the types than the futures did.
    ///
    /// Output: `match resolve(b0) { Ok(v0) => match .. { .. }, Err(e) => Err(e) }`
    fn first_error(&self, left: &[Ident], values: &mut Vec<Ident>, span: Span) -> TokenStream {
        let [branch, left @ ..] = left else {
            return quote_spanned!(span=> ::core::result::Result::Ok((#(#values,)*)));
        };
        let value = emit::local("value", values.len(), span);
        let error = emit::local("error", values.len(), span);
        values.push(value.clone());
        let inner = self.first_error(left, values, span);
        let resolved = self.resolve(&variable(branch), span);
        quote_spanned! {span=>
            match #resolved {
                ::core::result::Result::Ok(#value) => #inner,
                ::core::result::Result::Err(#error) => ::core::result::Result::Err(#error),
            }
        }
    }

    /// Input:  `join_all(ids.iter().map(|id| f(*id)))`
    /// Output: `sequential::join_all(ids.iter().map(|id| later1(f_blocking).with(*id)))`
    fn all(&mut self, name: &Ident, futures: Expr, policy: Policy) -> Expr {
        let span = emit::ours(name.span());
        let futures = self.producing(futures);
        let path = self.by_policy(name, policy, span);
        Expr::Verbatim(quote_spanned!(span=> #path(#futures)))
    }

    /// Input:  `ids.map(|id| f(id)).buffered(2)`, `ids.for_each_concurrent(2, |id| f(id)).await`
    /// Output: `sequential::buffered(ids.map(|id| later1(f_blocking).with(id)), 2)`,
    ///         `sequential::for_each_concurrent(ids, 2, |id| f_blocking(id))`
    pub(super) fn driven(&mut self, call: &ExprMethodCall) -> Option<Expr> {
        const OF_FUTURES: [&str; 4] = [
            "buffered",
            "buffer_unordered",
            "try_buffered",
            "try_buffer_unordered",
        ];
        let policy = self.names.join?;
        let of_futures = shape::is_one_of(&call.method, &OF_FUTURES);
        let each = ["for_each_concurrent", "try_for_each_concurrent"];
        if !of_futures && !shape::is_one_of(&call.method, &each) {
            return None;
        }
        let span = emit::ours(call.method.span());
        let path = self.by_policy(&call.method, policy, span);
        let mut stream = (*call.receiver).clone();
        if of_futures {
            stream = self.producing(stream);
        } else {
            self.head(&mut stream);
        }
        let mut args = call.args.clone();
        self.awaited_arguments(&mut args);
        Some(Expr::Verbatim(quote_spanned!(span=> #path(#stream, #args))))
    }

    fn by_policy(&self, function: &Ident, policy: Policy, span: Span) -> TokenStream {
        match policy {
            Policy::Sequential => {
                let module = emit::private(self.names, "sequential", span);
                let function = Ident::new(&function.to_string(), span);
                quote_spanned!(span=> #module::#function)
            }
            Policy::Threads => self.in_threads(function, span),
        }
    }

    /// An iterator or array of futures, which will be awaited: what it is made of are async calls.
    fn producing(&mut self, expr: Expr) -> Expr {
        match shape::peel(expr) {
            Expr::MethodCall(mut call)
                if shape::is_one_of(&call.method, &["map", "map_ok"])
                    && matches!(call.args.first(), Some(Expr::Closure(_) | Expr::Path(_))) =>
            {
                self.head(&mut call.receiver);
                match call.args.first_mut() {
                    Some(Expr::Closure(closure)) => self.producer(closure),
                    Some(function) => self.producing_function(function),
                    None => {}
                }
                Expr::MethodCall(call)
            }
            Expr::MethodCall(mut call)
                if call.args.is_empty() && (call.method == "collect" || call.method == "rev") =>
            {
                let receiver = std::mem::replace(&mut *call.receiver, Expr::PLACEHOLDER);
                *call.receiver = self.producing(receiver);
                Expr::MethodCall(call)
            }
            // A box whose type is written is one of several boxes.
            Expr::Array(mut array) if !array.elems.iter().any(is_cast) => {
                for element in &mut array.elems {
                    let future = std::mem::replace(element, Expr::PLACEHOLDER);
                    *element = self.thunk_tail(future, Returns::Future);
                }
                Expr::Array(array)
            }
            mut other => {
                self.visit_expr_mut(&mut other);
                other
            }
        }
    }

    fn in_threads(&self, function: &Ident, span: Span) -> TokenStream {
        let module = emit::private(self.names, "threads", span);
        let function = Ident::new(&function.to_string(), span);
        quote_spanned!(span=> #module::#function)
    }
}

fn is_cast(expr: &Expr) -> bool {
    matches!(shape::peeled(expr), Expr::Cast(_))
}

fn variable(ident: &Ident) -> Expr {
    Expr::Verbatim(quote!(#ident))
}

/// `biased; a, b`
fn without_bias(tokens: TokenStream) -> TokenStream {
    let mut rest = tokens.clone().into_iter();
    let biased = rest
        .next()
        .is_some_and(|token| token.to_string() == "biased");
    let semicolon = rest.next().is_some_and(|token| token.to_string() == ";");
    if biased && semicolon {
        rest.collect()
    } else {
        tokens
    }
}
