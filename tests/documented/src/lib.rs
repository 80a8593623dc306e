//! A library whose documentation is what is tested: each example of an async item is compiled and
//! run a second time, as the example of its blocking twin.
//!
//! `tests/examples.rs` looks at what rustdoc makes of them.
#![deny(missing_docs, rustdoc::all)]

pub mod client;
pub mod functions;
pub mod store;
pub mod trace;
pub mod unchanged;

pub use client::{Client, Refused};
pub use functions::{double, double_blocking, even, even_blocking, sum, sum_blocking};
pub use store::{Store, StoreBlocking, Upper, longest, longest_blocking};

use await_me_maybe::maybe_async;

#[maybe_async]
pub mod api {
    //! A module with its twin inside.

    /// Whatever [`Counter`] counts.
    #[derive(Debug, PartialEq, Eq)]
    pub struct Count(pub u32);

    /// Counts.
    ///
    /// ```
    /// use await_me_maybe_documented::api::{Count, Counter};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let mut counter = Counter::new();
    /// counter.count("counter").await;
    /// assert_eq!(counter.count("counter").await, Count(2));
    /// # }
    /// ```
    #[derive(Debug, Default)]
    pub struct Counter(u32);

    impl Counter {
        /// One that has counted nothing.
        #[must_use]
        pub fn new() -> Self {
            Self::default()
        }

        /// One more.
        ///
        /// ```
        /// # use await_me_maybe_documented::api::{self, nested};
        /// # futures::executor::block_on(async {
        /// let mut counter = api::Counter::new();
        /// assert_eq!(counter.count("count").await, api::Count(1));
        /// assert_eq!(nested::count_to(3).await, api::Count(3));
        /// # });
        /// ```
        #[allow(clippy::unused_async)]
        pub async fn count(&mut self, name: &str) -> Count {
            crate::trace::write(name, if is_async!() { "async" } else { "blocking" });
            self.0 += 1;
            Count(self.0)
        }
    }

    pub mod nested {
        //! One module deeper.

        use super::{Count, Counter};

        /// See [`Counter::count`](super::Counter::count).
        ///
        /// ```
        /// # #[tokio::main(flavor = "current_thread")]
        /// # async fn main() {
        /// use await_me_maybe_documented::api;
        ///
        /// let count = api::nested::count_to(2).await;
        /// assert_eq!(count, api::Count(2));
        /// # }
        /// ```
        pub async fn count_to(last: u32) -> Count {
            let mut counter = Counter::new();
            let mut count = Count(0);
            while count.0 < last {
                count = counter.count("count_to").await;
            }
            count
        }
    }
}
