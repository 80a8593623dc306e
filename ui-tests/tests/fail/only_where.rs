//! Where rustc takes no attributes, not even those that would be gone.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn predicate<T>(_: T)
where
    #[only_async] //~ //~
    T: Clone,
    T: Send,
{
}

// What can be written instead.
#[maybe_async]
async fn parameter<#[only_async] T: Clone, #[only_blocking] T: Send>(_: T) {}

fn main() {}
