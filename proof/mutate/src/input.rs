//! An input: what is given to the macro, and where it comes from.

use std::fmt;

use clap::ValueEnum;
use fastrand::Rng;
use proc_macro2::Delimiter;

use crate::grammar;
use crate::mutation;
use crate::sources::Sources;
use crate::tree::{self, Tree};

/// How an input is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// An item as somebody wrote it.
    AsWritten,
    /// One to three changes.
    Mutated,
    /// Up to sixteen of them.
    Ravaged,
    /// Whole parts of one item in another one.
    Spliced,
    /// Several items in a module.
    Module,
    /// Arguments of every kind on an item.
    Arguments,
    /// Tokens out of nothing.
    Random,
}

impl Kind {
    pub(crate) const ALL: [Self; 7] = [
        Self::AsWritten,
        Self::Mutated,
        Self::Ravaged,
        Self::Spliced,
        Self::Module,
        Self::Arguments,
        Self::Random,
    ];

    fn any(random: &mut Rng) -> Self {
        match random.u8(..20) {
            0 => Self::AsWritten,
            1..=7 => Self::Mutated,
            8..=10 => Self::Ravaged,
            11..=12 => Self::Spliced,
            13..=14 => Self::Module,
            15..=16 => Self::Arguments,
            _ => Self::Random,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AsWritten => "real items as written",
            Self::Mutated => "with 1 to 3 changes",
            Self::Ravaged => "with 4 to 16 changes",
            Self::Spliced => "two items spliced",
            Self::Module => "modules of items",
            Self::Arguments => "with arguments",
            Self::Random => "random tokens",
        })
    }
}

/// Where an attribute enters the transform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Entry {
    Beside,
    InPlace,
    Asynchronous,
    Test,
    Keep,
}

impl Entry {
    pub(crate) const ALL: [Self; 5] = [
        Self::Beside,
        Self::InPlace,
        Self::Asynchronous,
        Self::Test,
        Self::Keep,
    ];

    fn any(random: &mut Rng) -> Self {
        match random.u8(..40) {
            0..=19 => Self::Beside,
            20..=29 => Self::InPlace,
            30..=34 => Self::Asynchronous,
            35..=38 => Self::Test,
            _ => Self::Keep,
        }
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Beside => "beside",
            Self::InPlace => "in-place",
            Self::Asynchronous => "asynchronous",
            Self::Test => "test",
            Self::Keep => "keep",
        })
    }
}

#[derive(Clone)]
pub(crate) struct Input {
    pub(crate) kind: Kind,
    pub(crate) entry: Entry,
    pub(crate) args: Vec<Tree>,
    pub(crate) item: Vec<Tree>,
}

impl Input {
    /// Input `index` of `seed`: nothing else decides what it is but the sources.
    pub(crate) fn generate(sources: &Sources, seed: u64, index: u64) -> Self {
        let mut random = Rng::with_seed(mixed(seed ^ mixed(index)));
        let random = &mut random;
        let kind = Kind::any(random);
        let mut item = match kind {
            Kind::Random => grammar::item(random),
            Kind::Module => module(sources, random),
            _ => sources.item(random),
        };
        let changes = match kind {
            Kind::AsWritten | Kind::Random => 0,
            Kind::Mutated | Kind::Module => 1 + random.usize(..6) / 3 + random.usize(..4) / 3,
            Kind::Ravaged => 4 + random.usize(..13),
            Kind::Spliced => 2,
            Kind::Arguments => random.usize(..2),
        };
        if changes > 0 {
            let donor = sources.item(random);
            if kind == Kind::Spliced {
                splice(&mut item, &donor, random);
            }
            for _ in 0..changes {
                mutation::mutate(&mut item, &donor, random);
            }
        }
        let args = if kind == Kind::Arguments || random.u8(..5) == 0 {
            grammar::arguments(random)
        } else {
            Vec::new()
        };
        let entry = Entry::any(random);
        Self {
            kind,
            entry,
            args,
            item,
        }
    }
}

fn module(sources: &Sources, random: &mut Rng) -> Vec<Tree> {
    let mut body = Vec::new();
    for _ in 0..=random.usize(..4) {
        body.extend(sources.item(random));
    }
    let mut out = tree::read(if random.bool() { "mod m" } else { "pub mod m" });
    out.push(Tree::Group(Delimiter::Brace, body));
    out
}

/// Puts the contents of a group of the one into a group of the other.
fn splice(item: &mut Vec<Tree>, donor: &[Tree], random: &mut Rng) {
    let mut donor = donor.to_vec();
    let from = random.choice(tree::lists(&donor)).unwrap_or_default();
    let part = tree::inside(&mut donor, &from).cloned().unwrap_or_default();
    let to = random.choice(tree::lists(item)).unwrap_or_default();
    let Some(list) = tree::inside(item, &to) else {
        return;
    };
    let before = list.clone();
    let at = random.usize(..=list.len());
    if random.bool() {
        *list = part;
    } else {
        list.splice(at..at, part);
    }
    if tree::depth(item) > mutation::DEPTH {
        if let Some(list) = tree::inside(item, &to) {
            *list = before;
        }
    }
}

/// Neighbours become strangers: the finaliser of `splitmix64`.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
