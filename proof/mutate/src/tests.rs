//! The finds of before, and a short run by a fixed seed.

use crate::corpus;
use crate::examine::{self, Breach};
use crate::run::Run;
use crate::sources::{self, Sources};

#[test]
fn the_finds_of_before_are_mended() {
    for (name, input) in corpus::finds().expect("a readable corpus") {
        let fault = examine::examine(&input).fault;
        assert!(fault.is_none(), "{name}: {fault:?}");
    }
}
