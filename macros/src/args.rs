//! The arguments of `#[maybe_async(..)]`, on an item and on a method inside one.

use std::rc::Rc;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseBuffer, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Ident, LitBool, Meta, Path, Result, Token, parenthesized, token};

use crate::errors::Errors;
use crate::form::Form;
use crate::messages;
use crate::replace::mirror::Mirror;
use crate::replace::{Replacements, Rule};

/// What stands in the parentheses of the attribute on an item.
#[derive(Clone, Default)]
pub(crate) struct Args {
    pub(crate) name: Option<Ident>,
    pub(crate) suffix: Option<Ident>,
    pub(crate) keep: Vec<Ident>,
    pub(crate) twins: Vec<Ident>,
    /// Functions annotated elsewhere that hand out streams.
    pub(crate) streams: Vec<Ident>,
    pub(crate) krate: Option<Path>,
    /// Where the annotated module is found from the crate's root.
    pub(crate) path: Option<Path>,
    pub(crate) join: Option<Policy>,
    /// Shared with the names of an item, until those are gone.
    pub(crate) replace: Rc<Replacements>,
    /// What the twin depends on.
    pub(crate) cfg: Option<TokenStream>,
}

/// How the twin does what the async half does at the same time.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Policy {
    /// One branch after the other.
    Sequential,
    /// Each branch in a thread.
    Threads,
}

impl Policy {
    /// Another one than these is a fault, and none of the branches.
    fn named(name: &Ident, key: &Ident, errors: &mut Errors) -> Self {
        if name == "threads" {
            return Self::Threads;
        }
        if name != "sequential" {
            errors.at(name.span(), messages::argument_shape(key));
        }
        Self::Sequential
    }
}

/// What stands in the parentheses of the helper attribute on a method.
#[derive(Default)]
pub(crate) struct MethodArgs {
    pub(crate) name: Option<Ident>,
    pub(crate) skip: bool,
}

/// What stands in the parentheses of the helper attribute on an item of an annotated module.
#[derive(Default)]
pub(crate) struct ItemArgs {
    pub(crate) shared: bool,
    pub(crate) twin: bool,
}

/// One argument: its keyword, for the span of a repetition, and its value.
struct Arg {
    key: Ident,
    value: Value,
}

enum Value {
    Name(Ident),
    Suffix(Ident),
    Keep(Vec<Ident>),
    Streams(Vec<Ident>),
    Twins(Vec<Ident>),
    Crate(Path),
    Path(Path),
    Replace(Vec<Rule>),
    Cfg(TokenStream),
    Join(Ident),
    Skip,
    Shared,
    Twin,
}

impl Parse for Arg {
    fn parse(input: ParseStream) -> Result<Self> {
        let Ok(key) = Ident::parse_any(input) else {
            return Err(input.error(messages::expected_argument()));
        };
        let value = match key.to_string().as_str() {
            "name" => Value::Name(assigned(input, &key)?),
            "suffix" => Value::Suffix(assigned(input, &key)?),
            "keep" => Value::Keep(list(input, &key)?),
            "streams" => Value::Streams(list(input, &key)?),
            "twins" => Value::Twins(list(input, &key)?),
            "crate" => Value::Crate(path(input, &key)?),
            "path" => Value::Path(path(input, &key)?),
            "replace" => Value::Replace(rules(input, &key)?),
            "cfg" => Value::Cfg(predicate(input, &key)?),
            "join" => Value::Join(assigned(input, &key)?),
            "skip" => Value::Skip,
            "shared" => Value::Shared,
            "twin" => Value::Twin,
            _ => {
                return Err(syn::Error::new(
                    key.span(),
                    messages::unknown_argument(&key),
                ));
            }
        };
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error(messages::argument_shape(&key)));
        }
        Ok(Self { key, value })
    }
}

fn expect(input: ParseStream, key: &Ident, holds: bool) -> Result<()> {
    if holds {
        Ok(())
    } else if input.is_empty() || input.peek(Token![,]) {
        Err(syn::Error::new(key.span(), messages::argument_shape(key)))
    } else {
        Err(input.error(messages::argument_shape(key)))
    }
}

/// `= ident`
fn assigned(input: ParseStream, key: &Ident) -> Result<Ident> {
    expect(input, key, input.peek(Token![=]))?;
    input.parse::<Token![=]>()?;
    expect(input, key, input.peek(Ident))?;
    input.parse()
}

/// `= some::path`
fn path(input: ParseStream, key: &Ident) -> Result<Path> {
    expect(input, key, input.peek(Token![=]))?;
    input.parse::<Token![=]>()?;
    let path = input.call(Path::parse_mod_style);
    path.map_err(|error| syn::Error::new(error.span(), messages::argument_shape(key)))
}

/// `(ident, ident)`
fn list(input: ParseStream, key: &Ident) -> Result<Vec<Ident>> {
    let content = parentheses(input, key)?;
    let idents = Punctuated::<Ident, Token![,]>::parse_terminated(&content);
    let Ok(idents) = or_nothing_left(&content, idents) else {
        return Err(syn::Error::new(key.span(), messages::argument_shape(key)));
    };
    if idents.is_empty() {
        return Err(syn::Error::new(key.span(), messages::argument_shape(key)));
    }
    Ok(idents.into_iter().collect())
}

/// `(from = to, from = to)`
fn rules(input: ParseStream, key: &Ident) -> Result<Vec<Rule>> {
    let content = parentheses(input, key)?;
    let mut rules = Vec::new();
    while !content.is_empty() {
        rules.push(or_nothing_left(&content, content.parse())?);
        if !content.is_empty() {
            let comma = content.parse::<Token![,]>();
            let wrong = |error: syn::Error| syn::Error::new(error.span(), messages::rule_shape());
            or_nothing_left(&content, comma.map_err(wrong))?;
        }
    }
    if rules.is_empty() {
        return Err(syn::Error::new(key.span(), messages::argument_shape(key)));
    }
    Ok(rules)
}

/// `(any(unix, feature = "blocking"))`
fn predicate(input: ParseStream, key: &Ident) -> Result<TokenStream> {
    let content = parentheses(input, key)?;
    let tokens = content.fork().parse::<TokenStream>()?;
    let one = if content.peek(LitBool) {
        content.parse::<LitBool>().map(drop)
    } else {
        content.parse::<Meta>().map(drop)
    };
    let one = one.and_then(|()| {
        if content.is_empty() {
            Ok(())
        } else {
            Err(content.error(messages::argument_shape(key)))
        }
    });
    let wrong = |error: syn::Error| syn::Error::new(error.span(), messages::argument_shape(key));
    or_nothing_left(&content, one.map_err(wrong))?;
    Ok(tokens)
}

fn parentheses<'a>(input: ParseStream<'a>, key: &Ident) -> Result<ParseBuffer<'a>> {
    expect(input, key, input.peek(token::Paren))?;
    let content;
    parenthesized!(content in input);
    Ok(content)
}

/// After an error, what is left would be a second one.
fn or_nothing_left<T>(content: ParseStream, result: Result<T>) -> Result<T> {
    if result.is_err() {
        content.parse::<TokenStream>()?;
    }
    result
}

/// Every argument that can be read; the others are faults, each on its own token.
fn read(tokens: TokenStream, errors: &mut Errors) -> Vec<Arg> {
    let parser = |input: ParseStream| {
        let mut args: Vec<Arg> = Vec::new();
        while !input.is_empty() {
            match input.parse::<Arg>() {
                Ok(arg) if args.iter().any(|other| other.key == arg.key) => {
                    errors.at(arg.key.span(), messages::repeated_argument(&arg.key));
                }
                Ok(arg) => args.push(arg),
                Err(error) => {
                    errors.push(error);
                    while !input.is_empty() && !input.peek(Token![,]) {
                        input.parse::<TokenTree>()?;
                    }
                }
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(args)
    };
    parser.parse2(tokens).unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    })
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream, form: Form, errors: &mut Errors) -> Self {
        let mut args = Self::default();
        let mut replace = Replacements::default();
        for Arg { key, value } in read(tokens, errors) {
            match value {
                Value::Suffix(_) if form != Form::Beside => {
                    errors.at(key.span(), messages::same_names(&key));
                }
                Value::Name(_) if form == Form::InPlace => {
                    errors.at(key.span(), messages::same_names(&key));
                }
                Value::Name(name) => args.name = Some(name),
                Value::Suffix(suffix) => args.suffix = Some(suffix),
                Value::Keep(names) => args.keep = names,
                Value::Streams(names) => args.streams = names,
                Value::Twins(names) => args.twins = names,
                Value::Crate(path) => args.krate = Some(path),
                Value::Path(path) if form == Form::Module => args.path = Some(path),
                Value::Path(_) => errors.at(key.span(), messages::PATH_OUTSIDE),
                Value::Replace(rules) => replace = Replacements::new(rules, errors),
                Value::Cfg(predicate) => args.cfg = Some(predicate),
                Value::Join(policy) => args.join = Some(Policy::named(&policy, &key, errors)),
                Value::Skip => errors.at(key.span(), messages::SKIP_OUTSIDE),
                Value::Shared | Value::Twin => {
                    errors.at(key.span(), messages::mark_outside(&key));
                }
            }
        }
        if let (Some(name), Some(suffix)) = (&args.name, &args.suffix) {
            errors.at(suffix.span(), messages::name_and_suffix(name));
        }
        let mirror = Mirror::new(&args, form);
        args.replace = Rc::new(replace.with_mirror(mirror));
        args
    }
}

impl MethodArgs {
    /// `span` is where an empty list of arguments is reported.
    pub(crate) fn parse(tokens: TokenStream, span: Span, errors: &mut Errors) -> Self {
        let mut args = Self::default();
        if tokens.is_empty() {
            errors.at(span, messages::EMPTY_HELPER);
        }
        for Arg { key, value } in read(tokens, errors) {
            match value {
                Value::Name(name) => args.name = Some(name),
                Value::Skip => args.skip = true,
                _ => errors.at(key.span(), messages::not_on_a_method(&key)),
            }
        }
        args
    }
}

impl ItemArgs {
    /// `span` is where an empty list of arguments is reported.
    pub(crate) fn parse(tokens: TokenStream, span: Span, errors: &mut Errors) -> Self {
        let mut args = Self::default();
        if tokens.is_empty() {
            errors.at(span, messages::EMPTY_MARK);
        }
        for Arg { key, value } in read(tokens, errors) {
            match value {
                Value::Shared => args.shared = true,
                Value::Twin => args.twin = true,
                _ => errors.at(key.span(), messages::not_in_a_module(&key)),
            }
        }
        args
    }
}
