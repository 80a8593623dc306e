//! What is asserted.

mod completion;
mod diagnostics;
mod hints;
mod limits;
mod navigation;
mod renaming;

use std::path::Path;

use crate::fixture::Fixture;
use crate::session::Session;
use crate::table::Table;

pub(crate) fn of_fixture(session: &mut Session, fixture: &Fixture, table: &mut Table) {
    diagnostics::in_folder(session, &fixture.folder, table);
    navigation::check(session, table);
    completion::check(session, table);
    hints::check(session, table);
    renaming::check(session, fixture, table);
    limits::check(session, fixture, table);
}

/// The examples are programs as users write them: nothing may be said of them.
pub(crate) fn of_examples(
    session: &mut Session,
    workspace: &Path,
    packages: &[&str],
    table: &mut Table,
) {
    for package in packages {
        diagnostics::in_folder(session, &workspace.join("examples").join(package), table);
    }
}
