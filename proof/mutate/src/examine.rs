//! One input through the transform, and all that must hold.

use std::cell::RefCell;
use std::fmt;
use std::panic::{self, AssertUnwindSafe};
use std::time::{Duration, Instant};

use proc_macro2::{TokenStream, TokenTree};
use syn::{File, Item};

use crate::compare::{self, holds_fragments, holds_invisible, mentions};
use crate::input::{Entry, Input};
use crate::{half, module, own, tree};

/// What must not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breach {
    Panic,
    Hang,
    AsyncHalf,
    Unequal,
    Unparsable,
}

impl Breach {
    pub(crate) const ALL: [Self; 5] = [
        Self::Panic,
        Self::Hang,
        Self::AsyncHalf,
        Self::Unequal,
        Self::Unparsable,
    ];
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Panic => "panic",
            Self::Hang => "hang",
            Self::AsyncHalf => "changed async half",
            Self::Unequal => "unequal expansions",
            Self::Unparsable => "unparsable output",
        })
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Fault {
    pub(crate) breach: Breach,
    pub(crate) what: String,
}

/// How far the transform came with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// It is no item.
    Unread,
    Refused,
    Lowered,
}

pub(crate) struct Verdict {
    pub(crate) fault: Option<Fault>,
    pub(crate) depth: Depth,
    /// Of the faster of two expansions.
    pub(crate) time: Duration,
}

thread_local! {
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From here on a panic is noted in its thread instead of printed.
pub(crate) fn note_panics() {
    panic::set_hook(Box::new(|info| {
        PANIC.with_borrow_mut(|note| *note = info.to_string().replace('\n', " "));
    }));
}

/// # Errors
///
/// The panic.
fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, Fault> {
    let caught = panic::catch_unwind(AssertUnwindSafe(run));
    caught.map_err(|_| Fault {
        breach: Breach::Panic,
        what: PANIC.with_borrow(Clone::clone),
    })
}

fn expand(entry: Entry, args: TokenStream, item: TokenStream) -> TokenStream {
    match entry {
        Entry::Beside => transform::beside(args, item),
        Entry::InPlace => transform::in_place(args, item),
        Entry::Asynchronous => transform::asynchronous(args, &item),
        Entry::Test => transform::test(args, item),
        Entry::Keep => transform::keep(args, item),
    }
}

pub(crate) fn output(input: &Input) -> TokenStream {
    expand(
        input.entry,
        tree::stream(&input.args),
        tree::stream(&input.item),
    )
}

pub(crate) fn examine(input: &Input) -> Verdict {
    let mut verdict = Verdict {
        fault: None,
        depth: Depth::Unread,
        time: Duration::ZERO,
    };
    verdict.fault = holds(input, &mut verdict).err();
    verdict
}

fn holds(input: &Input, verdict: &mut Verdict) -> Result<(), Fault> {
    let Input {
        entry, args, item, ..
    } = input;
    let (args, item) = (tree::stream(args), tree::stream(item));
    let timed = || {
        let begin = Instant::now();
        guarded(|| expand(*entry, args.clone(), item.clone()))
            .map(|output| (output, begin.elapsed()))
    };
    let (output, first) = timed()?;
    let (again, second) = timed()?;
    verdict.time = first.min(second);
    let fault = |breach| move |what: String| Fault { breach, what };
    if !compare::equal(output.clone(), again) {
        return Err(fault(Breach::Unequal)("two expansions differ".to_owned()));
    }
    guarded(|| {
        half::check(*entry, &args, &item, &output).map_err(fault(Breach::AsyncHalf))?;
        let is_item = syn::parse2::<Item>(item.clone()).is_ok();
        let refused = || {
            mentions(
                &output.clone().into_iter().collect::<Vec<_>>(),
                &["compile_error"],
            )
        };
        verdict.depth = match is_item {
            false => Depth::Unread,
            true if refused() => Depth::Refused,
            true => Depth::Lowered,
        };
        parses(*entry, is_item, &item, &output).map_err(fault(Breach::Unparsable))
    })?
}

/// The whole output of an item; of other tokens what comes to them.
fn parses(
    entry: Entry,
    is_item: bool,
    item: &TokenStream,
    output: &TokenStream,
) -> Result<(), String> {
    let parse = |tokens: TokenStream| {
        syn::parse2::<File>(tokens)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    let tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    if holds_invisible(&tokens) && !holds_fragments(item) {
        return Ok(());
    }
    if is_item || entry == Entry::InPlace {
        return parse(output.clone());
    }
    if mentions(&tokens, &own::HALVES) && holds_invisible(&tokens) {
        return Ok(());
    }
    let out: Vec<TokenTree> = output.clone().into_iter().collect();
    if entry == Entry::Beside && own::is_module(&tokens) {
        return module::added(&tokens, &out).map_or(Ok(()), parse);
    }
    let half = match entry {
        Entry::Keep => tokens.len(),
        _ => transform::as_written(item.clone()).into_iter().count(),
    };
    let half = if entry == Entry::Test { half + 2 } else { half };
    parse(out.into_iter().skip(half).collect())
}
