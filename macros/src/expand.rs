//! The whole way from the attribute's tokens to what it emits.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::rc::Rc;

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::buffer::Cursor;

use crate::args::Args;
use crate::check::{self, Suspects};
use crate::errors::Errors;
use crate::examples::PathRule;
use crate::form::Form;
use crate::groups;
use crate::helpers;
use crate::item::{self, Item};
use crate::library;
use crate::messages;
use crate::module;
use crate::names::{Known, Names};
use crate::only::{self, Half};
use crate::reading::Reading;
use crate::shape;
use crate::stub;
use crate::tokio_test;
use crate::twin;
use crate::words::Words;

/// The item as it was written, its twin, and on a fault the errors with what of the twin can
/// still be read. The async half comes first: editors complete from the first copy.
pub(crate) fn beside(args: TokenStream, tokens: TokenStream) -> TokenStream {
    if is_module(tokens.clone()) {
        return module::expand(args, tokens);
    }
    let mut errors = Errors::default();
    let source = Source::read(tokens);
    let as_written = async_half(&source, &mut errors);
    let discards = source.may_discard(!args.is_empty());
    let check = discards.then(|| check_beside(args.clone(), &source, &as_written));
    let twin = blocking_half(args, source, Form::Beside, &mut errors);
    let errors = errors.finish().err();
    quote!(#as_written #errors #check #twin)
}

/// The author's tokens, which are read once.
struct Source {
    tokens: TokenStream,
    words: Words,
    /// Whose value may be thrown away.
    called: Vec<Ident>,
    item: syn::Result<syn::Item>,
}

impl Source {
    fn read(tokens: TokenStream) -> Self {
        let mut words = Words::ANY;
        let mut called = Vec::new();
        let mut reads = |begin: Cursor| {
            let reading = Reading::of(begin, None);
            words = reading.words;
            called = reading.called;
            words.any(Words::INVISIBLE)
        };
        let item = groups::parse(tokens.clone(), &mut reads, &mut |input| input.parse());
        Self {
            tokens,
            words,
            called,
            item,
        }
    }

    /// What the async half is: the item itself where nothing has been taken away.
    fn item_as_written(&self, as_written: &TokenStream) -> Option<Cow<'_, syn::Item>> {
        if self.words.any(Words::HELPERS) {
            let parsed = syn::parse2(groups::visible(as_written.clone()));
            return parsed.ok().map(Cow::Owned);
        }
        self.item.as_ref().ok().map(Cow::Borrowed)
    }

    /// Whether a value of a library that is replaced or mirrored may be thrown away.
    fn may_discard(&self, has_args: bool) -> bool {
        let mut called = self.called.iter();
        (has_args || self.words.any(Words::LIBRARIES))
            && (self.words.any(Words::DROPS.with(Words::STATEMENTS))
                || called.any(|name| has_args || library::is_async_method(name)))
    }
}

/// Values of a library that is replaced or mirrored keep the names of their methods.
fn check_beside(
    args: TokenStream,
    source: &Source,
    as_written: &TokenStream,
) -> Option<TokenStream> {
    let args = Args::parse(args, Form::Beside, &mut Errors::default());
    let replaces = args.replace.has_rules();
    let names_a_mirror = |ident: &Ident| args.replace.is_root(ident);
    let mirrored = shape::mentions(as_written.clone(), &names_a_mirror).is_some();
    if !replaces && !mirrored {
        return None;
    }
    let item = source.item_as_written(as_written)?;
    check(&args, &item, Form::Beside, &|name, is_method| {
        is_method && (replaces || library::is_async_method(name))
    })
}

/// The async half of a source that is compiled twice.
pub(crate) fn asynchronous(args: TokenStream, tokens: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = Args::parse(args, Form::InPlace, &mut errors);
    let source = Source::read(tokens.clone());
    let as_written = async_half(&source, &mut errors);
    let item = source.item_as_written(&as_written);
    let as_written = tokio_test::of_async_half(as_written);
    // Which functions the other files hold is not known: every call may be of an async one.
    let check = item.and_then(|item| check(&args, &item, Form::InPlace, &|_, _| true));
    let errors = errors.finish().err();
    quote!(#as_written #errors #check)
}

fn check(
    args: &Args,
    item: &syn::Item,
    form: Form,
    is_one: &dyn Fn(&Ident, bool) -> bool,
) -> Option<TokenStream> {
    let names = LazyCell::new(|| {
        let own = Item::of_any_kind(item, form);
        Names::new(&own, args, form, &mut Errors::default())
    });
    let suspects = Suspects {
        names: &names,
        is_one,
        kept: form == Form::Beside,
        statements: false,
    };
    check::copy_of(item, &suspects)
}

/// The blocking half of a source that is compiled twice.
pub(crate) fn in_place(args: TokenStream, tokens: TokenStream) -> TokenStream {
    if is_module(tokens.clone()) {
        return module::in_place(args, tokens);
    }
    let mut errors = Errors::default();
    let twin = blocking_half(args, Source::read(tokens), Form::InPlace, &mut errors);
    let errors = errors.finish().err();
    quote!(#errors #twin)
}

/// What is for one half alone, in that half. Its attribute takes no arguments.
pub(crate) fn keep(args: TokenStream, item: TokenStream) -> TokenStream {
    if args.is_empty() {
        return item;
    }
    let error = syn::Error::new_spanned(args, messages::HALF_WITH_ARGUMENTS).to_compile_error();
    quote!(#item #error)
}

/// The author's tokens: the very same where nothing of ours is among them.
fn async_half(source: &Source, errors: &mut Errors) -> TokenStream {
    let tokens = source.tokens.clone();
    if !source.words.any(Words::HELPERS) {
        return tokens;
    }
    if only::is_mentioned(tokens.clone()) {
        if let Ok(item) = &source.item {
            let mut item = item.clone();
            if !only::select(&mut item, Half::Async, errors) {
                return TokenStream::new();
            }
            return helpers::strip(item.into_token_stream());
        }
    }
    helpers::strip(tokens)
}

/// The twin, or on a fault its signature with diverging bodies.
fn blocking_half(
    args: TokenStream,
    source: Source,
    form: Form,
    errors: &mut Errors,
) -> Option<TokenStream> {
    let Source {
        tokens,
        words,
        item,
        ..
    } = source;
    let mut args = Args::parse(args, form, errors);
    if let Some(Selected {
        mut item,
        whole,
        is_async,
    }) = selected(item, words, form, errors)
    {
        item.validate(form, errors);
        if form == Form::Beside && !is_async {
            item.refuse_sync(errors);
        }
        item.replace(Rc::make_mut(&mut args.replace), words);
        Rc::make_mut(&mut args.replace).finish(errors);
        let mut names = Names::new(&item, &args, form, errors);
        names.hold(words);
        let pairs = whole.map(|whole| only::pairs(&whole, |name| names.suffixed(name)));
        names.know(Known {
            pairs: pairs.unwrap_or_default(),
            places: examples_of(form),
            ..Known::default()
        });
        let twin = twin::of(item, &names, errors);
        if errors.is_empty() {
            return Some(twin);
        }
    }
    // The faults of what is left have been reported already.
    let mut reported = Errors::default();
    let stub = syn::parse2(stub::without_bodies(groups::visible(tokens)));
    let mut item = selected(stub, words, form, &mut reported)?.item;
    item.replace(Rc::make_mut(&mut args.replace), words);
    let names = Names::new(&item, &args, form, &mut reported);
    (item.keep_stubs(form) && !names.is_clashing).then(|| twin::of(item, &names, &mut reported))
}

/// The examples of a source that is compiled twice can name its halves as our own preludes do.
fn examples_of(form: Form) -> Vec<PathRule> {
    let halves = || PathRule {
        from: vec!["asynchronous".to_owned()],
        to: "blocking".to_owned(),
    };
    let twice = form == Form::InPlace;
    twice.then(halves).into_iter().collect()
}

/// What there is to lower.
struct Selected {
    /// Without the parts for the async half alone.
    item: Item,
    /// With them, if there are any.
    whole: Option<syn::Item>,
    /// Whether any member is async, be it in one half alone.
    is_async: bool,
}

fn selected(
    item: syn::Result<syn::Item>,
    words: Words,
    form: Form,
    errors: &mut Errors,
) -> Option<Selected> {
    let halves = words.any(Words::HALVES);
    let mut item = match item {
        Ok(item) => item,
        Err(error) => {
            errors.push(error);
            return None;
        }
    };
    if let (Some(span), Form::Beside) = (only::stands_alone(&mut item), form) {
        errors.at(span, messages::ONE_HALF_ALONE);
    }
    if form == Form::Beside && halves {
        only::refuse_halves_of_one(&mut item, errors);
    }
    let is_async = item::holds_async(&item);
    let whole = halves.then(|| item.clone());
    if halves && !only::select(&mut item, Half::Blocking, errors) {
        return None;
    }
    Some(Selected {
        item: Item::of_kind(item, form, errors)?,
        whole,
        is_async,
    })
}

/// `pub mod name`, behind attributes, also in an invisible group.
fn is_module(tokens: TokenStream) -> bool {
    let first = tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            Some(is_module(group.stream())).filter(|found| *found)
        }
        TokenTree::Ident(ident) if ident != "pub" && ident != "unsafe" => Some(ident == "mod"),
        _ => None,
    });
    first.unwrap_or(false)
}
