//! A find made small.

use proc_macro2::TokenTree;

use crate::examine::{self, Breach, Fault};
use crate::input::Input;
use crate::tree::{self, Place, Tree};

/// How often it is tried at most.
const TRIALS: usize = 20_000;

/// The input with as much taken away as can be while it still breaks the same.
pub(crate) fn reduced(input: &Input, fault: &Fault) -> Input {
    reduced_by(input, fault, &|input| examine::examine(input).fault)
}

/// The same by another judge.
pub(crate) fn reduced_by(
    input: &Input,
    fault: &Fault,
    judge: &dyn Fn(&Input) -> Option<Fault>,
) -> Input {
    let mut reduction = Reduction {
        best: input.clone(),
        fault,
        judge,
        trials: TRIALS,
    };
    while reduction.trials > 0 && reduction.round() {}
    reduction.best
}

struct Reduction<'a> {
    best: Input,
    fault: &'a Fault,
    judge: &'a dyn Fn(&Input) -> Option<Fault>,
    trials: usize,
}

impl Reduction<'_> {
    /// Takes the candidate if it still breaks the same.
    fn tries(&mut self, candidate: Input) -> bool {
        if self.trials == 0 {
            return false;
        }
        self.trials -= 1;
        let found = (self.judge)(&candidate);
        let same = found.is_some_and(|found| {
            let exact = found.breach == Breach::AsyncHalf;
            let same = |one: &str, other: &str| {
                if exact {
                    one == other
                } else {
                    same_text(one, other)
                }
            };
            found.breach == self.fault.breach && same(&found.what, &self.fault.what)
        });
        if same {
            self.best = candidate;
        }
        same
    }

    fn round(&mut self) -> bool {
        let mut better = false;
        if !self.best.args.is_empty() {
            let mut candidate = self.best.clone();
            candidate.args.clear();
            better |= self.tries(candidate);
        }
        better |= self.parts(|input| &mut input.args);
        better |= self.parts(|input| &mut input.item);
        better
    }

    fn parts(&mut self, part: fn(&mut Input) -> &mut Vec<Tree>) -> bool {
        let mut better = false;
        let mut places: Vec<Place> = tree::lists(part(&mut self.best));
        places.reverse();
        for place in &places {
            better |= self.runs(part, place);
            better |= self.groups(part, place);
        }
        better
    }

    /// Without some neighbours, the longer runs first.
    fn runs(&mut self, part: fn(&mut Input) -> &mut Vec<Tree>, place: &Place) -> bool {
        let mut better = false;
        let mut length = self.length(part, place);
        while length > 0 {
            let mut at = 0;
            while at < self.length(part, place) {
                let mut candidate = self.best.clone();
                if let Some(list) = tree::inside(part(&mut candidate), place) {
                    let end = (at + length).min(list.len());
                    list.drain(at..end);
                }
                if self.tries(candidate) {
                    better = true;
                } else {
                    at += length.div_ceil(2);
                }
            }
            length /= 2;
        }
        better
    }

    /// What is in a group instead of the group, and short literals.
    fn groups(&mut self, part: fn(&mut Input) -> &mut Vec<Tree>, place: &Place) -> bool {
        let mut better = false;
        let mut at = 0;
        while at < self.length(part, place) {
            let mut candidate = self.best.clone();
            let mut changed = false;
            if let Some(list) = tree::inside(part(&mut candidate), place) {
                match &mut list[at] {
                    Tree::Group(_, inner) => {
                        let inner = std::mem::take(inner);
                        list.splice(at..=at, inner);
                        changed = true;
                    }
                    Tree::Leaf(TokenTree::Literal(literal)) => {
                        let zero = proc_macro2::Literal::usize_unsuffixed(0);
                        changed = literal.to_string() != "0";
                        *literal = zero;
                    }
                    Tree::Leaf(_) => {}
                }
            }
            if changed && self.tries(candidate) {
                better = true;
            } else {
                at += 1;
            }
        }
        better
    }

    fn length(&mut self, part: fn(&mut Input) -> &mut Vec<Tree>, place: &Place) -> usize {
        tree::inside(part(&mut self.best), place).map_or(0, |list| list.len())
    }
}

/// The same message, whatever names are in it.
fn same_text(one: &str, other: &str) -> bool {
    let shape = |text: &str| text.split('`').step_by(2).collect::<String>();
    shape(one) == shape(other)
}
