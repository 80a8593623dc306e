//! Lowered, refused, or not understood.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote};
use syn::File;

use crate::construct::Contents;
use crate::kind::Kind;
use crate::leave_out::{self, Way, Ways};
use crate::output::{Error, Output};
use crate::sources::ModulePath;
use crate::templates::Templates;
use crate::unit::Key;

/// After so many rounds all that can be refused has been.
const ROUNDS: usize = 12;

/// `#[maybe_async(args)] item`, or something else for the tests of this program.
pub type Transform = dyn Fn(TokenStream, TokenStream) -> TokenStream;

/// What has become of a construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its item has a twin with nothing async left in it.
    Lowered,
    /// There is an error on it, or in it.
    Refused,
    /// It stands in an item with an error elsewhere.
    Beside,
    /// Neither.
    NotUnderstood,
}

/// A construct and its status.
#[derive(Clone, Debug)]
pub struct Judged {
    /// What it is.
    pub kind: Kind,
    /// Where it begins.
    pub line: usize,
    /// What has become of it.
    pub status: Status,
}

/// One error of the macro.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Where it is shown.
    pub line: usize,
    /// The name of its text in `messages.rs`.
    pub reason: String,
    /// The text.
    pub text: String,
    /// The innermost construct it is on.
    pub kind: Kind,
    /// The item or member that it takes out of the blocking half.
    pub item: String,
}

/// What is to be said of a file.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// All of its constructs.
    pub constructs: Vec<Judged>,
    /// All errors, each once.
    pub refusals: Vec<Refusal>,
    /// What was not understood, with its line.
    pub faults: Vec<(usize, String)>,
}

/// Gives a file to the macro, and then again without what was refused, until nothing is.
///
/// `None` if it holds nothing async.
pub fn judge(
    source: &str,
    path: &ModulePath,
    join: Option<&str>,
    templates: &Templates,
    transform: &Transform,
) -> Option<Judgement> {
    let mut judgement = Judgement::default();
    let tokens: TokenStream = match text_of(source).parse() {
        Ok(tokens) => tokens,
        Err(error) => {
            judgement
                .faults
                .push((1, format!("the source does not lex: {error}")));
            return Some(judgement);
        }
    };
    let file: File = match syn::parse2(tokens.clone()) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().start().line;
            judgement
                .faults
                .push((line, format!("the source does not parse: {error}")));
            return Some(judgement);
        }
    };
    let contents = Contents::of(&file);
    if !contents.is_async() {
        return None;
    }
    let origin = tokens
        .clone()
        .into_iter()
        .next()
        .map(|token| token.span().file());
    let mut rounds = Rounds {
        contents: &contents,
        templates,
        file: &file,
        origin: origin.unwrap_or_default(),
        path,
        join,
        blocking: "blocking",
        ways: Ways::new(),
        places: Vec::new(),
        judgement,
    };
    let output = rounds.run(tokens, transform);
    rounds.verdicts(output.as_ref());
    Some(rounds.judgement)
}

/// Without what only the first line of a script can be.
fn text_of(source: &str) -> &str {
    source.strip_prefix('\u{feff}').unwrap_or(source)
}

struct Rounds<'a> {
    contents: &'a Contents,
    templates: &'a Templates,
    file: &'a File,
    /// What its tokens are of.
    origin: String,
    path: &'a ModulePath,
    join: Option<&'a str>,
    /// The name of the module of twins.
    blocking: &'static str,
    /// What is left out so far.
    ways: Ways,
    /// The errors so far.
    places: Vec<(Option<Key>, String)>,
    judgement: Judgement,
}

impl Rounds<'_> {
    /// What comes out when nothing is refused any more.
    fn run(&mut self, tokens: TokenStream, transform: &Transform) -> Option<Output> {
        let mut tokens = tokens;
        for round in 0..ROUNDS {
            let name = &self.path.name;
            let output = transform(self.args(), quote!(pub mod #name { #tokens }));
            let output = match Output::read(output, self.blocking, &self.origin) {
                Ok(output) => output,
                Err(error) => {
                    let line = error.span().start().line;
                    self.fault(line, format!("the output does not parse: {error}"));
                    return None;
                }
            };
            if output.errors.is_empty() {
                return Some(output);
            }
            let mut is_new = false;
            for error in &output.errors {
                is_new |= self.refused(error, round);
            }
            if self.nothing_is_async(&output.errors) {
                if round == 0 {
                    let units = self.contents.units.iter();
                    let left = units.map(|unit| (unit.key, Way::OnlyAsync));
                    self.ways.extend(left);
                }
                return Some(Output::default());
            }
            if !is_new {
                self.fault(
                    0,
                    "an error stays when what it is on is left out".to_owned(),
                );
                return None;
            }
            tokens = leave_out::apply(self.file.clone(), &self.ways).into_token_stream();
        }
        self.fault(0, format!("errors after {ROUNDS} rounds"));
        None
    }

    fn args(&self) -> TokenStream {
        let path = &self.path.path;
        let join = self.join.map(|policy| {
            let policy = Ident::new(policy, Span::call_site());
            quote!(, join = #policy)
        });
        let name = (self.blocking != "blocking").then(|| {
            let name = Ident::new(self.blocking, Span::call_site());
            quote!(, name = #name)
        });
        quote!(path = #path #join #name)
    }

    fn fault(&mut self, line: usize, text: String) {
        self.judgement.faults.push((line, text));
    }

    /// The macro says so of a module with nothing to lower in it, or with nothing that is left.
    fn nothing_is_async(&self, errors: &[Error]) -> bool {
        let mut names = errors.iter().map(|error| self.templates.name(&error.text));
        names.all(|name| name == Some("NOT_ASYNC_MODULE"))
    }

    /// Whether the error tells to leave out what was there until now.
    fn refused(&mut self, error: &Error, round: usize) -> bool {
        let line = error.at.map_or(0, |(line, _)| line);
        let Some(reason) = self.templates.name(&error.text).map(str::to_owned) else {
            self.fault(line, format!("unknown text: {}", error.text));
            return self.leave_out(error, Way::OnlyAsync);
        };
        if round > 0 && reason == "NOT_ASYNC_MODULE" {
            return false;
        }
        let way = match reason.as_str() {
            "two_statics" => Way::Twin,
            "FILE_MODULE" => Way::Remove,
            _ => Way::OnlyAsync,
        };
        let other_name = reason == "name_of_module" && self.blocking == "blocking";
        self.refusal(error, reason, line);
        if other_name {
            self.blocking = "twins_of_survey";
            return true;
        }
        self.leave_out(error, way)
    }

    fn refusal(&mut self, error: &Error, reason: String, line: usize) {
        let place = (error.at, error.text.clone());
        if self.places.contains(&place) {
            return;
        }
        self.places.push(place);
        let unit = error.at.and_then(|at| self.contents.unit_at(at));
        let item = unit.map_or("the file", |unit| &self.contents.units[unit].name);
        self.judgement.refusals.push(Refusal {
            line,
            reason,
            text: error.text.clone(),
            kind: error.at.map_or(Kind::Other, |at| self.contents.kind_at(at)),
            item: item.to_owned(),
        });
    }

    /// What the error is on, or what that is a member of if it is left out already.
    fn leave_out(&mut self, error: &Error, way: Way) -> bool {
        let Some(unit) = error.at.and_then(|at| self.contents.unit_at(at)) else {
            return false;
        };
        let mut around = self.contents.with_parents(unit);
        // What there may be two of can be refused for another reason as well.
        let left = |unit: &usize| {
            let before = self.ways.get(&self.contents.units[*unit].key);
            before.is_some_and(|before| *before != Way::Twin || way == Way::Twin)
        };
        let Some(first) = around.find(|unit| !left(unit)) else {
            return false;
        };
        self.ways.insert(self.contents.units[first].key, way);
        true
    }

    fn is_left_out(&self, unit: usize) -> bool {
        self.contents.with_parents(unit).any(|unit| {
            let way = self.ways.get(&self.contents.units[unit].key);
            way.is_some_and(|way| *way != Way::Twin)
        })
    }

    /// Looks at all constructs; of those that are not refused there have to be twins.
    fn verdicts(&mut self, output: Option<&Output>) {
        let left: Vec<(Key, &str)> =
            output.map_or_else(Vec::new, |output| output.leftovers.clone());
        for (at, what) in &left {
            self.fault(at.0, format!("{what} is left in the twin"));
        }
        let units = left.iter().map(|(at, _)| self.contents.unit_at(*at));
        let spoilt: BTreeSet<Option<usize>> = units.collect();
        let mut without_twin = BTreeSet::new();
        for construct in &self.contents.constructs {
            let refused = |at: &Key| construct.start <= *at && *at < construct.end;
            let mut places = self.places.iter().filter_map(|(at, _)| *at);
            let has_twin = construct.unit.is_some_and(|unit| {
                let key = self.contents.units[unit].key;
                output.is_some_and(|output| output.twins.contains(&key))
            });
            let status = if construct.unit.is_some_and(|unit| self.is_left_out(unit)) {
                if places.any(|at| refused(&at)) {
                    Status::Refused
                } else {
                    Status::Beside
                }
            } else if (has_twin || construct.kind == Kind::HandWritten && output.is_some())
                && !spoilt.contains(&construct.unit)
            {
                // There is nothing to await in one that is written by hand: both halves can share it.
                Status::Lowered
            } else {
                if output.is_some() && !has_twin {
                    without_twin.insert(construct.unit);
                }
                Status::NotUnderstood
            };
            self.judgement.constructs.push(Judged {
                kind: construct.kind,
                line: construct.start.0,
                status,
            });
        }
        for unit in without_twin {
            let unit = unit.map(|unit| &self.contents.units[unit]);
            let (line, name) = unit.map_or((0, "?"), |unit| (unit.key.0, unit.name.as_str()));
            let text = format!("`{name}` is neither lowered nor refused");
            self.fault(line, text);
        }
    }
}
