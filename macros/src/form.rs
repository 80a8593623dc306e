//! Where the twin goes.

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Form {
    /// Beside the async item, under a name of its own.
    Beside,
    /// In the place of the async item, under the same name: a source that is compiled twice.
    InPlace,
    /// Into a module inside the annotated one, under the same name.
    Module,
}
