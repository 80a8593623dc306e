//! What is in scope where an expression is made, and what may be done with it.

use crate::ty::Ty;

/// A variable.
#[derive(Clone, Debug)]
pub(crate) struct Var {
    pub(crate) name: String,
    pub(crate) ty: Ty,
    pub(crate) mutable: bool,
    /// How many living values borrow it, and how many of them to change it.
    readers: u32,
    writers: u32,
    gone: bool,
    /// The block it was declared in.
    block: usize,
    /// What it borrows: the index of a variable, and whether it may change that.
    holds: Vec<(usize, bool)>,
}

/// What lies between an expression and the function around it.
#[derive(Clone, Debug)]
pub(crate) enum Barrier {
    /// What is inside runs more than once.
    Loop,
    /// A block or closure that captures.
    Capture(Capture),
}

/// A block or closure that captures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Capture {
    pub(crate) by_move: bool,
    /// It can be called more than once.
    pub(crate) repeats: bool,
    /// It may change what it captures.
    pub(crate) mutates: bool,
    pub(crate) uses: Vec<(usize, Use)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    Read,
    Write,
    Take,
}

/// The variables in scope.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    vars: Vec<Var>,
    /// Each with the number of variables that lie outside of it.
    barriers: Vec<(usize, Barrier)>,
    block: usize,
    blocks: usize,
}

/// Where a block began.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    vars: usize,
    block: usize,
}

/// Who borrows or has moved what, at one moment.
pub(crate) struct States(Vec<(u32, u32, bool)>);

impl Scope {
    pub(crate) fn open(&mut self) -> Mark {
        let mark = Mark {
            vars: self.vars.len(),
            block: self.block,
        };
        self.blocks += 1;
        self.block = self.blocks;
        mark
    }

    pub(crate) fn close(&mut self, mark: Mark) {
        while self.vars.len() > mark.vars {
            if let Some(var) = self.vars.pop() {
                self.release(&var.holds);
            }
        }
        self.block = mark.block;
    }

    pub(crate) fn enter(&mut self, barrier: Barrier) {
        self.barriers.push((self.vars.len(), barrier));
    }

    /// Leaves the last barrier; what is captured is moved or, if the result lives on, to be held.
    pub(crate) fn leave(&mut self) -> Vec<(usize, bool)> {
        let Some((_, Barrier::Capture(capture))) = self.barriers.pop() else {
            return Vec::new();
        };
        let mut holds = Vec::new();
        for (index, usage) in capture.uses {
            if usage == Use::Take {
                self.vars[index].gone = true;
            } else {
                holds.push((index, usage == Use::Write));
            }
        }
        holds
    }

    pub(crate) fn declare(&mut self, name: &str, ty: &Ty, mutable: bool) {
        self.declare_holding(name, ty, mutable, Vec::new());
    }

    /// Declares a variable that borrows others.
    pub(crate) fn declare_holding(
        &mut self,
        name: &str,
        ty: &Ty,
        mutable: bool,
        holds: Vec<(usize, bool)>,
    ) {
        self.hold(&holds);
        self.vars.push(Var {
            name: name.to_owned(),
            ty: ty.clone(),
            mutable,
            readers: 0,
            writers: 0,
            gone: false,
            block: self.block,
            holds,
        });
    }

    pub(crate) fn hold(&mut self, holds: &[(usize, bool)]) {
        for &(index, writes) in holds {
            self.vars[index].readers += 1;
            self.vars[index].writers += u32::from(writes);
        }
    }

    pub(crate) fn release(&mut self, holds: &[(usize, bool)]) {
        for &(index, writes) in holds {
            if let Some(var) = self.vars.get_mut(index) {
                var.readers = var.readers.saturating_sub(1);
                var.writers = var.writers.saturating_sub(u32::from(writes));
            }
        }
    }

    /// The variables that can be used so, by what `fits` says of their type.
    pub(crate) fn find(&self, usage: Use, fits: impl Fn(&Var) -> bool) -> Vec<usize> {
        (0..self.vars.len())
            .filter(|&index| {
                let var = &self.vars[index];
                let hidden = self.vars[index + 1..]
                    .iter()
                    .any(|other| other.name == var.name);
                !hidden && fits(var) && self.allows(index, usage)
            })
            .collect()
    }

    fn allows(&self, index: usize, usage: Use) -> bool {
        let var = &self.vars[index];
        if var.gone || var.writers > 0 {
            return false;
        }
        if usage != Use::Read && var.readers > 0 {
            return false;
        }
        let mut usage = usage;
        for (start, barrier) in self.barriers.iter().rev() {
            if index >= *start {
                break;
            }
            match barrier {
                Barrier::Loop if usage == Use::Take => return false,
                Barrier::Loop => {}
                Barrier::Capture(capture) => {
                    if usage == Use::Take && capture.repeats
                        || usage == Use::Write && !capture.mutates
                    {
                        return false;
                    }
                    if capture.by_move {
                        usage = if var.ty.is_copy() {
                            Use::Read
                        } else {
                            Use::Take
                        };
                    }
                }
            }
        }
        let reference = matches!(var.ty, Ty::PointMut | Ty::Counter);
        usage != Use::Take || (var.readers == 0 && !reference)
    }

    /// Notes a use that [`Scope::find`] allows.
    pub(crate) fn note(&mut self, index: usize, usage: Use) {
        let ty = self.vars[index].ty.clone();
        let mut outer = usage;
        for (start, barrier) in self.barriers.iter_mut().rev() {
            if index >= *start {
                break;
            }
            let Barrier::Capture(capture) = barrier else {
                continue;
            };
            if capture.by_move {
                if ty.is_copy() {
                    outer = Use::Read;
                    continue;
                }
                outer = Use::Take;
            }
            match capture.uses.iter_mut().find(|(other, _)| *other == index) {
                Some((_, known)) => *known = outer.max(*known),
                None => capture.uses.push((index, outer)),
            }
        }
        if usage == Use::Take {
            let var = &mut self.vars[index];
            var.gone = true;
            if var.block == self.block {
                let holds = std::mem::take(&mut var.holds);
                self.release(&holds);
            }
        }
    }

    pub(crate) fn var(&self, index: usize) -> &Var {
        &self.vars[index]
    }

    pub(crate) fn states(&self) -> States {
        let state = |var: &Var| (var.readers, var.writers, var.gone);
        States(self.vars.iter().map(state).collect())
    }

    pub(crate) fn restore(&mut self, states: &States) {
        for (var, state) in self.vars.iter_mut().zip(&states.0) {
            (var.readers, var.writers, var.gone) = *state;
        }
    }

    /// What holds after two branches: what holds after either of them.
    pub(crate) fn merge(&mut self, states: &States) {
        for (var, state) in self.vars.iter_mut().zip(&states.0) {
            var.readers = var.readers.max(state.0);
            var.writers = var.writers.max(state.1);
            var.gone |= state.2;
        }
    }
}
