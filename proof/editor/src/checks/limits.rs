//! What cannot work, as the README says it.

use anyhow::Result;

use crate::fixture::Fixture;
use crate::session::Session;
use crate::table::Table;

pub(crate) fn check(_: &mut Session, _: &Fixture, table: &mut Table) -> Result<()> {
    table.head("what cannot work");
    Ok(())
}
