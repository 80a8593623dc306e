//! Who is renamed to what, decided once for an item.

use std::rc::Rc;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Attribute, Block, ImplItem, Path, Signature, TraitItem};

use crate::args::{Args, MethodArgs, Policy};
use crate::callee::Callee;
use crate::errors::Errors;
use crate::examples::{DocNames, PathRule};
use crate::form::Form;
use crate::helpers::is_helper;
use crate::into_future;
use crate::item::Item;
use crate::messages;
use crate::replace::Replacements;
use crate::shape;
use crate::table::{Set, Table};
use crate::values::{Gives, Methods, Types};
use crate::words::Words;

/// What is known of the items around this one, where the macro sees them.
#[derive(Default)]
pub(crate) struct Known {
    /// By the path as it is written.
    pub(crate) functions: Table<Callee>,
    /// The paths that mean something in the annotated module.
    pub(crate) own: Set,
    /// What paths mean in the mirror, from its root on.
    pub(crate) library: Table<Vec<String>>,
    /// What those functions return.
    pub(crate) gives: Table<Gives>,
    /// What methods return, by their name, where all that have the name agree.
    pub(crate) returned: Rc<Types>,
    /// The methods of `self`.
    pub(crate) methods: Rc<Methods>,
    /// Those of them that each half has in its own way.
    pub(crate) pairs: Methods,
    /// The methods of the fields of `self`.
    pub(crate) fields: Types,
    pub(crate) types: Types,
    /// Where examples find the twins.
    pub(crate) places: Vec<PathRule>,
    /// Which words there are around the item, as far as the macro sees.
    pub(crate) words: Words,
}

pub(crate) struct Names {
    pub(crate) known: Known,
    /// Which words the item may hold: what nothing in it asks for is left out.
    pub(crate) words: Words,
    suffix: String,
    /// The suffix as it ends the name of a type: `Blocking`.
    camel: String,
    keep: Set,
    types: Table<Ident>,
    /// The annotated function itself.
    own: Option<(String, Callee)>,
    listed: Set,
    /// Functions annotated elsewhere that hand out streams.
    streams: Set,
    methods: Table<(Callee, MethodArgs)>,
    krate: Option<Path>,
    pub(crate) form: Form,
    replace: Rc<Replacements>,
    /// What `cfg(..)` says.
    pub(crate) cfg: Option<TokenStream>,
    pub(crate) join: Option<Policy>,
    /// The impl is one of a replaced trait, which has methods of the same names.
    keeps_methods: bool,
    /// The type of an `impl`.
    owner: Option<String>,
    /// Methods whose twin has a name that is taken: there is none then.
    clashing: Vec<String>,
    /// The same of the item itself.
    pub(crate) is_clashing: bool,
}

impl Names {
    pub(crate) fn new(item: &Item, args: &Args, form: Form, errors: &mut Errors) -> Self {
        let suffix = match (&args.suffix, form) {
            (_, Form::InPlace | Form::Module) => String::new(),
            (Some(suffix), Form::Beside) => suffix.unraw().to_string(),
            (None, Form::Beside) => "_blocking".to_owned(),
        };
        let camel = camel(&suffix);
        if let Some(ident) = &args.suffix {
            if camel.is_empty() || !suffix.starts_with('_') {
                errors.at(ident.span(), messages::bad_suffix(ident));
            }
        }
        let mut names = Self {
            known: Known::default(),
            words: Words::ANY,
            suffix,
            camel,
            keep: args.keep.iter().map(Ident::to_string).collect(),
            types: Table::default(),
            own: None,
            listed: Set::default(),
            streams: args.streams.iter().map(Ident::to_string).collect(),
            methods: Table::default(),
            krate: args.krate.clone(),
            form,
            replace: Rc::clone(&args.replace),
            // A module of twins has it on itself.
            cfg: args.cfg.clone().filter(|_| form != Form::Module),
            join: args.join,
            keeps_methods: false,
            owner: None,
            clashing: Vec::new(),
            is_clashing: false,
        };
        for twin in args.twins.iter().chain(&args.streams) {
            if names.is_kept(twin) {
                errors.at(twin.span(), messages::kept_and_listed(twin));
            }
        }
        for twin in &args.twins {
            if shape::is_upper(twin) {
                let name = names.camelled(twin);
                names.types.insert(twin.to_string(), name);
            } else {
                names.listed.insert(twin.to_string());
            }
        }
        // That of a module is the module's.
        let name = args.name.clone().filter(|_| form == Form::Beside);
        names.read_item(item, name, errors);
        names
    }

    pub(crate) fn know(&mut self, known: Known) {
        self.known = known;
    }

    /// What has been read of the item; a rule may have put any other word there.
    pub(crate) fn hold(&mut self, words: Words) {
        if !self.replace.has_rules() {
            self.words = words;
        }
    }

    /// Whether anything here may be a stream, or of a mirrored library.
    pub(crate) fn may_map(&self) -> bool {
        const WORDS: Words = Words::LIBRARIES
            .with(Words::GENERATORS)
            .with(Words::HALVES)
            .with(Words::TYPES);
        self.words.with(self.known.words).any(WORDS)
            || self.replace.has_rules()
            || !self.streams.is_empty()
    }

    fn read_item(&mut self, item: &Item, name: Option<Ident>, errors: &mut Errors) {
        match item {
            Item::Fn(item) => {
                let ident = &item.sig.ident;
                let twin = name.unwrap_or_else(|| self.suffixed(ident));
                if twin == *ident && self.form == Form::Beside {
                    self.is_clashing = true;
                    errors.at(twin.span(), messages::same_name(ident));
                }
                let callee = Callee::of_function(&item.sig, Some(&item.block), &twin);
                if item.sig.receiver().is_some() {
                    let method = (callee, MethodArgs::default());
                    self.methods.insert(ident.to_string(), method);
                } else {
                    self.own = Some((ident.to_string(), callee));
                }
            }
            Item::Other(_) => {}
            Item::Trait(item) => {
                self.own_type(&item.ident, name, errors);
                for item in &item.items {
                    if let TraitItem::Fn(method) = item {
                        self.method(&method.attrs, &method.sig, method.default.as_ref(), errors);
                    }
                }
                self.clashes(errors);
            }
            Item::Impl(item) => {
                self.owner = shape::type_name(&item.self_ty).map(Ident::to_string);
                if into_future::is_one(item) {
                    return into_future::refuse_names(item, name.as_ref(), errors);
                }
                match (&item.trait_, name) {
                    (Some((path, _)), None) if self.is_replaced(path) => self.keeps_methods = true,
                    (Some((path, _)), name) => {
                        if let Some(last) = path.segments.last() {
                            self.own_type(&last.ident, name, errors);
                        }
                    }
                    (None, Some(name)) => {
                        errors.at(name.span(), messages::NAME_OF_IMPL);
                    }
                    (None, None) => {}
                }
                for item in &item.items {
                    if let ImplItem::Fn(method) = item {
                        self.method(&method.attrs, &method.sig, Some(&method.block), errors);
                    }
                }
                self.clashes(errors);
            }
        }
    }

    /// The annotated or implemented trait.
    fn own_type(&mut self, ident: &Ident, name: Option<Ident>, errors: &mut Errors) {
        let twin = name.unwrap_or_else(|| self.camelled(ident));
        if twin == *ident && self.form == Form::Beside {
            self.is_clashing = true;
            errors.at(twin.span(), messages::same_name(ident));
        }
        self.types.insert(ident.to_string(), twin);
    }

    fn method(
        &mut self,
        attrs: &[Attribute],
        sig: &Signature,
        body: Option<&Block>,
        errors: &mut Errors,
    ) {
        let args = method_args(attrs, errors);
        if let (true, Some(name)) = (args.skip, &args.name) {
            errors.at(name.span(), messages::skip_and_name());
        }
        let callee = if args.skip {
            Callee::Unknown
        } else {
            let twin = match &args.name {
                Some(name) => name.clone(),
                None if self.keeps_methods => sig.ident.clone(),
                None => self.suffixed(&sig.ident),
            };
            if args.name.is_some() && twin == sig.ident {
                errors.at(twin.span(), messages::same_name(&sig.ident));
                self.clashing.push(sig.ident.to_string());
            }
            Callee::of_function(sig, body, &twin)
        };
        self.methods.insert(sig.ident.to_string(), (callee, args));
    }

    /// Two members of one name, one of them a twin.
    fn clashes(&mut self, errors: &mut Errors) {
        let mut clashing = Vec::new();
        let mut taken: Set = self.methods.iter().map(|(name, _)| name.clone()).collect();
        for (name, (callee, _)) in self.methods.iter() {
            if let Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin) = callee {
                if *twin != *name && !taken.insert(twin.to_string()) {
                    errors.at(twin.span(), messages::name_clash(twin));
                    clashing.push(name.clone());
                }
            }
        }
        self.clashing.extend(clashing);
    }

    /// `fetch` → `fetch_blocking`, with the span of `fetch`: an editor then follows the twin's
    /// name to the author's.
    pub(crate) fn suffixed(&self, ident: &Ident) -> Ident {
        self.ended(ident, &self.suffix)
    }

    fn ended(&self, ident: &Ident, end: &str) -> Ident {
        match self.form {
            Form::Beside => Ident::new(&format!("{}{end}", ident.unraw()), ident.span()),
            Form::InPlace | Form::Module => ident.clone(),
        }
    }

    /// `Store` → `StoreBlocking`
    fn camelled(&self, ident: &Ident) -> Ident {
        self.ended(ident, &self.camel)
    }

    /// The name of the twin of the annotated function or trait, or of one of its methods.
    pub(crate) fn twin_of(&self, ident: &Ident) -> Ident {
        let name = ident.to_string();
        let known = match &self.own {
            Some((own, callee)) if *own == name => Some(callee),
            _ => self.methods.get(&name).map(|(callee, _)| callee),
        };
        match known {
            Some(Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin))
                if *twin != self.suffixed(ident) =>
            {
                twin.clone()
            }
            // With the span of this one: there can be two of the name, each with its `cfg`.
            _ => self.suffixed(ident),
        }
    }

    pub(crate) fn type_twin(&self, ident: &Ident) -> Option<Ident> {
        if self.types.is_empty() {
            return None;
        }
        let mut twin = self.types.get(&ident.to_string())?.clone();
        twin.set_span(ident.span());
        Some(twin)
    }

    pub(crate) fn has_type_twins(&self) -> bool {
        !self.types.is_empty()
    }

    pub(crate) fn is_skipped(&self, method: &Ident) -> bool {
        self.methods
            .get(&method.to_string())
            .is_some_and(|(_, args)| args.skip)
            || self.clashing.contains(&method.to_string())
    }

    pub(crate) fn is_kept(&self, ident: &Ident) -> bool {
        !self.keep.is_empty() && self.keep.contains(&ident.to_string())
    }

    /// The same of a path that is replaced, by the name that was written.
    pub(crate) fn is_kept_as_written(&self, path: &Path) -> bool {
        !self.keep.is_empty() && self.written(path).any(|name| self.keep.contains(name))
    }

    /// Whether the author has said with `replace(..)` what this path is in the twin.
    pub(crate) fn is_replaced(&self, path: &Path) -> bool {
        self.replace.is_made(path)
    }

    /// Whether any path has been replaced.
    pub(crate) fn has_replaced(&self) -> bool {
        self.replace.has_made()
    }

    /// Whether a path leads to an item that is in sight.
    pub(crate) fn is_own(&self, path: &Path) -> bool {
        !self.known.own.is_empty() && self.known.own.contains(&shape::path_text(path))
    }

    /// What a path means in the mirror, from its root on: `tokio::time::sleep`.
    pub(crate) fn origin(&self, path: &Path) -> Option<Vec<String>> {
        let known = || {
            let library = &self.known.library;
            let text = (!library.is_empty()).then(|| shape::path_text(path))?;
            library.get(&text).cloned()
        };
        self.replace.origin(path).or_else(known)
    }

    /// Whether something has been imported from this library.
    pub(crate) fn imports_from(&self, root: &str) -> bool {
        self.replace.imports_from(root)
    }

    /// The names with which a replaced path was written.
    pub(crate) fn written(&self, path: &Path) -> impl Iterator<Item = &str> {
        self.replace.written(path)
    }

    /// `self.m(..)` and `Self::m(..)`.
    pub(crate) fn method_callee(&self, ident: &Ident) -> Callee {
        if self.methods.is_empty() && self.known.methods.is_empty() && self.known.pairs.is_empty() {
            return Callee::Unknown;
        }
        let name = ident.to_string();
        let own = self.methods.get(&name).map(|(callee, _)| callee);
        let pair = self.known.pairs.get(&name);
        pair.or(own)
            .or_else(|| self.known.methods.get(&name))
            .cloned()
            .unwrap_or(Callee::Unknown)
    }

    /// `g(..)` and `path::g(..)`; the function's own name only as it stands in its scope.
    pub(crate) fn function_callee(&self, path: &Path) -> Callee {
        let Some(last) = path.segments.last() else {
            return Callee::Unknown;
        };
        let name = last.ident.to_string();
        match &self.own {
            Some((own, callee)) if path.segments.len() == 1 && *own == name => callee.clone(),
            _ if self.streams.contains(&name) => Callee::Stream(self.suffixed(&last.ident)),
            _ if self.listed.contains(&name) => self.listed_callee(&last.ident),
            _ => {
                if self.known.functions.is_empty() {
                    return Callee::Unknown;
                }
                let known = self.known.functions.get(&shape::path_text(path));
                known.cloned().unwrap_or(Callee::Unknown)
            }
        }
    }

    /// What `twins(..)` says of a function, wherever it comes from.
    pub(crate) fn listed_callee(&self, ident: &Ident) -> Callee {
        if self.listed.contains(&ident.to_string()) {
            Callee::Async(self.suffixed(ident))
        } else {
            Callee::Unknown
        }
    }

    /// What the examples in the item's documentation need to know.
    pub(crate) fn documented(&self) -> DocNames {
        let krate = std::env::var("CARGO_CRATE_NAME").or_else(|_| std::env::var("CARGO_PKG_NAME"));
        let by_suffix = |name: &str| format!("{}{}", name.trim_start_matches("r#"), self.suffix);
        let twin = |callee: &Callee| match callee {
            Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin) => {
                Some(twin.to_string())
            }
            _ => None,
        };
        let own = self
            .own
            .iter()
            .filter_map(|(name, callee)| Some((name.clone(), twin(callee)?)));
        let listed = self
            .listed
            .iter()
            .chain(self.streams.iter())
            .map(|name| (name.clone(), by_suffix(name)));
        let methods = self.methods.iter().filter_map(|(name, (callee, args))| {
            let by_hand = args.skip.then(|| by_suffix(name));
            Some((name.clone(), by_hand.or_else(|| twin(callee))?))
        });
        let types = self
            .types
            .iter()
            .map(|(name, twin)| (name.clone(), twin.to_string()));
        DocNames {
            krate: krate.ok().map(|name| name.replace('-', "_")),
            suffix: Some(self.suffix.clone()).filter(|suffix| !suffix.is_empty()),
            functions: own.chain(listed).collect(),
            methods: methods.collect(),
            types: types.collect(),
            owner: self.owner.clone(),
            keep: self.keep.clone(),
            paths: self.known.places.clone(),
        }
    }

    /// `::await_me_maybe`, or what `crate = path` says.
    pub(crate) fn krate(&self, span: Span) -> TokenStream {
        self.krate.as_ref().map_or_else(
            || quote_spanned!(span=> ::await_me_maybe),
            Path::to_token_stream,
        )
    }
}

/// `_sync` → `Sync`
fn camel(suffix: &str) -> String {
    suffix
        .split('_')
        .flat_map(|word| {
            let mut chars = word.chars();
            chars
                .next()
                .map(char::to_uppercase)
                .into_iter()
                .flatten()
                .chain(chars)
        })
        .collect()
}

/// The helper attribute of a method; the outer one is gone by now.
fn method_args(attrs: &[Attribute], errors: &mut Errors) -> MethodArgs {
    let mut args = MethodArgs::default();
    for attr in attrs.iter().filter(|attr| is_helper(attr)) {
        let tokens = match &attr.meta {
            syn::Meta::List(list) => list.tokens.clone(),
            _ => TokenStream::new(),
        };
        args = MethodArgs::parse(tokens, attr.pound_token.span, errors);
    }
    args
}
