//! What `blocking` repeats, and what is the same item in both halves.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    async_fn_in_trait,
    reason = "libraries have more than a test uses"
)]

use std::fmt::Display;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log, same};

#[maybe_async]
mod transport {
    pub trait Transport {
        async fn send(&self, word: &str) -> String;

        fn name(&self) -> &'static str {
            "transport"
        }
    }

    #[derive(Debug, Default, PartialEq)]
    pub struct Echo {
        sent: std::cell::Cell<u32>,
    }

    impl Echo {
        pub fn sent(&self) -> u32 {
            self.sent.get()
        }
    }

    impl Transport for Echo {
        async fn send(&self, word: &str) -> String {
            self.sent.set(self.sent.get() + 1);
            await_me_maybe_tests::log(word);
            word.to_owned()
        }
    }
}

#[test]
fn a_shared_type_has_an_impl_in_each_half() {
    assert!(same::<transport::Echo, transport::blocking::Echo>());
    let (asynchronous, blocking) = (transport::Echo::default(), transport::Echo::default());
    let (value, entries) = both(
        async {
            use transport::Transport as _;
            (asynchronous.send("a").await, asynchronous.sent())
        },
        || {
            use transport::blocking::Transport as _;
            (blocking.send("a"), blocking.sent())
        },
    );
    assert_eq!(value, ("a".to_owned(), 1));
    assert_eq!(entries, ["a"]);
    assert_eq!(
        transport::Transport::name(&asynchronous),
        transport::blocking::Transport::name(&blocking)
    );
}

#[maybe_async]
mod named {
    pub trait Named {
        fn name(&self) -> String;
    }

    pub struct Client(pub u8);

    impl Client {
        pub async fn touch(&self) {}
    }

    impl Named for Client {
        fn name(&self) -> String {
            format!("client {}", self.0)
        }
    }
}

#[test]
fn a_shared_trait_is_implemented_by_the_types_of_both_halves() {
    assert!(!same::<named::Client, named::blocking::Client>());
    let all: [&dyn named::Named; 2] = [&named::Client(1), &named::blocking::Client(2)];
    let other: [&dyn named::blocking::Named; 2] = all;
    assert_eq!(
        other.map(named::Named::name),
        ["client 1".to_owned(), "client 2".to_owned()]
    );
}

#[maybe_async]
mod pulled {
    use std::fmt;

    /// Looks shared, but one of its methods makes a client.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Options {
        pub tries: u8,
    }

    impl Options {
        pub fn connect(self) -> Client {
            Client(self)
        }
    }

    impl fmt::Display for Options {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} tries", self.tries)
        }
    }

    pub struct Client(Options);

    impl Client {
        pub async fn tries(&self) -> u8 {
            self.0.tries
        }
    }

    pub fn describe(options: &Options) -> String {
        options.to_string()
    }
}

#[test]
fn a_method_pulls_its_type_with_all_its_impls() {
    use pulled::blocking;
    assert!(!same::<pulled::Options, blocking::Options>());
    assert_eq!(blocking::Options::default(), blocking::Options { tries: 0 });
    assert_eq!(
        blocking::describe(&blocking::Options { tries: 2 }),
        "2 tries"
    );
    let (value, _) = both(
        async { pulled::Options { tries: 3 }.connect().tries().await },
        || blocking::Options { tries: 3 }.connect().tries(),
    );
    assert_eq!(value, 3);
}

#[maybe_async]
mod alias {
    #[derive(Default)]
    pub struct Stats {
        pub count: u8,
    }

    pub type Al = Stats;

    impl Al {
        pub async fn bump(&mut self) -> u8 {
            self.count += 1;
            self.count
        }
    }
}

#[test]
fn an_impl_through_an_alias_pulls_the_type_behind_it() {
    assert!(!same::<alias::Stats, alias::blocking::Stats>());
    assert!(same::<alias::blocking::Al, alias::blocking::Stats>());
    let (value, _) = both(async { alias::Al::default().bump().await }, || {
        alias::blocking::Al::default().bump()
    });
    assert_eq!(value, 1);
}

#[maybe_async]
mod blanket {
    pub trait Store {
        async fn load(&self) -> u8;
    }

    pub trait Describe {
        fn describe(&self) -> String;
    }

    impl<T: Store> Describe for T {
        fn describe(&self) -> String {
            "a store".to_owned()
        }
    }

    pub struct Nothing;

    impl Store for Nothing {
        async fn load(&self) -> u8 {
            0
        }
    }
}

#[test]
fn a_blanket_impl_over_a_repeated_trait_pulls_its_trait() {
    assert!(same::<blanket::Nothing, blanket::blocking::Nothing>());
    assert_eq!(blanket::Describe::describe(&blanket::Nothing), "a store");
    assert_eq!(
        blanket::blocking::Describe::describe(&blanket::Nothing),
        "a store"
    );
}

#[maybe_async]
mod conversions {
    pub struct Client(pub u8);

    impl Client {
        pub async fn touch(&self) {}
    }

    #[derive(Debug, PartialEq)]
    pub struct Summary(pub u8);

    impl From<Client> for u8 {
        fn from(client: Client) -> Self {
            client.0
        }
    }

    impl From<Client> for Summary {
        fn from(client: Client) -> Self {
            Summary(client.0)
        }
    }

    impl From<&Client> for Vec<u8> {
        fn from(client: &Client) -> Self {
            vec![client.0]
        }
    }

    impl PartialEq<Client> for u8 {
        fn eq(&self, client: &Client) -> bool {
            *self == client.0
        }
    }
}

#[test]
fn conversions_of_both_types() {
    use conversions::{Client, Summary, blocking};
    assert!(same::<Summary, blocking::Summary>());
    assert_eq!(u8::from(Client(1)), 1);
    assert_eq!(u8::from(blocking::Client(1)), 1);
    assert_eq!(Summary::from(Client(1)), Summary::from(blocking::Client(1)));
    assert_eq!(Vec::from(&Client(1)), Vec::from(&blocking::Client(1)));
    assert!(2 == Client(2) && 2 == blocking::Client(2));
}

#[maybe_async]
mod makes {
    pub struct Client(pub u8);

    impl Client {
        pub async fn touch(&self) {}

        pub fn sync(&self) -> u8 {
            self.0
        }
    }

    pub trait Make<T> {
        fn make(&self) -> T;
    }

    pub struct Maker;

    impl Make<Client> for Maker {
        fn make(&self) -> Client {
            Client(4)
        }
    }
}

#[test]
fn an_impl_that_differs_in_arguments_alone_leaves_inference_intact() {
    use makes::Make as _;
    assert!(!same::<makes::Maker, makes::blocking::Maker>());
    // With two impls for one `Maker` the type of `make()` would not be known here.
    assert_eq!(makes::Maker.make().sync(), 4);
    let blocking = {
        use makes::blocking::Make as _;
        makes::blocking::Maker.make().sync()
    };
    assert_eq!(blocking, 4);
}

#[maybe_async]
mod definitions {
    pub async fn fetch() -> u8 {
        1
    }

    pub struct Client;

    impl Client {
        pub async fn touch(&self) {}
    }

    /// A variant of this name is no mention.
    #[derive(Debug, PartialEq)]
    pub enum Kind {
        Client,
        Other { fetch: u8 },
    }

    /// Neither are fields.
    #[derive(Debug, PartialEq)]
    pub struct Stats {
        pub fetch: u8,
    }

    pub fn read(stats: &Stats) -> u8 {
        stats.fetch
    }

    /// Nor parameters of one's own.
    pub struct Wrapper<Client>(pub Client);

    impl<Client> Wrapper<Client> {
        pub fn into_inner(self) -> Client {
            self.0
        }
    }

    pub struct Holder;

    impl Holder {
        /// Nor methods.
        pub fn fetch(&self) -> u8 {
            7
        }
    }

    pub fn call(holder: &Holder) -> u8 {
        holder.fetch()
    }

    /// Nor lifetimes and labels.
    pub fn first<'fetch>(words: &[&'fetch str]) -> &'fetch str {
        'fetch: loop {
            break 'fetch words[0];
        }
    }

    /// A variable is taken for a mention: it is repeated, which does no harm.
    pub fn local() -> *const u8 {
        static PLACE: u8 = 0;
        let fetch = &raw const PLACE;
        fetch
    }
}

#[test]
fn definitions_are_no_mentions() {
    use definitions::blocking;
    assert!(same::<definitions::Kind, blocking::Kind>());
    assert!(same::<definitions::Stats, blocking::Stats>());
    assert!(same::<definitions::Wrapper<u8>, blocking::Wrapper<u8>>());
    assert!(same::<definitions::Holder, blocking::Holder>());
    let pairs: [(fn(&definitions::Stats) -> u8, fn(&definitions::Stats) -> u8); 1] =
        [(definitions::read, blocking::read)];
    assert!(pairs.iter().all(|(a, b)| std::ptr::fn_addr_eq(*a, *b)));
    assert_eq!(blocking::call(&blocking::Holder), 7);
    assert_eq!(blocking::first(&["a"]), definitions::first(&["a"]));
    assert_eq!(definitions::blocking::fetch(), 1);
    assert!(!definitions::local().is_null() && !blocking::local().is_null());
}

#[maybe_async]
mod one_name {
    pub async fn get() -> u8 {
        get::level()
    }

    /// A module of the function's name.
    pub mod get {
        #[derive(Debug, PartialEq)]
        pub struct Options;

        pub fn level() -> u8 {
            5
        }
    }

    /// A type of the function's name, in the namespace beside it.
    #[allow(non_camel_case_types)]
    pub struct fetch {
        pub level: u8,
    }

    pub async fn fetch() -> u8 {
        fetch { level: 6 }.level
    }

    /// A constructor.
    pub fn build() -> get::Options {
        get::Options
    }
}

#[test]
fn one_name_has_one_fate() {
    use one_name::blocking;
    let (value, _) = both(
        async { (one_name::get().await, one_name::fetch().await) },
        || (blocking::get(), blocking::fetch()),
    );
    assert_eq!(value, (5, 6));
    assert!(same::<one_name::get::Options, blocking::get::Options>());
    assert!(!same::<one_name::fetch, blocking::fetch>());
    assert_eq!(one_name::build(), blocking::build());
}

#[maybe_async]
mod recursive {
    /// Each names the other, neither is async.
    pub fn ping(n: u32) -> u32 {
        if n == 0 { 0 } else { pong(n - 1) + 1 }
    }

    pub fn pong(n: u32) -> u32 {
        if n == 0 { 0 } else { ping(n - 1) + 1 }
    }

    pub async fn even(n: u32) -> bool {
        n == 0 || Box::pin(odd(n - 1)).await
    }

    pub async fn odd(n: u32) -> bool {
        n != 0 && Box::pin(even(n - 1)).await
    }

    pub struct Tree {
        pub children: Vec<Tree>,
        pub parent: Option<Box<Forest>>,
    }

    pub struct Forest {
        pub trees: Vec<Tree>,
    }
}

#[test]
fn mutual_recursion() {
    use recursive::blocking;
    assert!(std::ptr::fn_addr_eq(
        recursive::ping as fn(u32) -> u32,
        blocking::ping as fn(u32) -> u32
    ));
    assert!(same::<recursive::Tree, blocking::Tree>());
    let (value, _) = both(
        async { (recursive::even(10).await, recursive::odd(10).await) },
        || (blocking::even(10), blocking::odd(10)),
    );
    assert_eq!(value, (true, false));
}

#[maybe_async]
mod bodies {
    use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

    pub struct Client;

    impl Client {
        pub async fn touch(&self) {}
    }

    /// Shared state: one counter.
    static CALLS: AtomicU8 = AtomicU8::new(0);

    /// Two of them, as it says.
    #[maybe_async(twin)]
    static EACH: AtomicU8 = AtomicU8::new(0);

    pub fn count() -> u8 {
        CALLS.fetch_add(1, Relaxed) + 1
    }

    /// Its signature does not tell that it is about state that exists twice.
    pub fn count_each() -> u8 {
        EACH.fetch_add(1, Relaxed) + 1
    }

    /// A body that names what is repeated.
    pub fn size() -> usize {
        let _client = Client;
        std::mem::size_of::<Client>()
    }

    /// A chain of two.
    pub fn twice() -> u8 {
        count_each();
        count_each()
    }
}

#[test]
fn bodies_count() {
    use bodies::blocking;
    assert_eq!(bodies::count(), 1);
    assert_eq!(blocking::count(), 2);
    assert_eq!(bodies::count_each(), 1);
    assert_eq!(blocking::count_each(), 1);
    assert_eq!(bodies::twice(), 3);
    assert_eq!(blocking::twice(), 3);
    assert_eq!(blocking::size(), 0);
}

#[maybe_async]
mod patterns {
    pub struct Client;

    impl Client {
        pub async fn touch(&self) {}
    }

    #[maybe_async(twin)]
    pub const LIMIT: u8 = 3;

    pub fn is_limit(n: u8) -> bool {
        matches!(n, LIMIT)
    }

    pub fn in_pattern(n: u8) -> &'static str {
        match n {
            LIMIT => "limit",
            _ => "other",
        }
    }

    pub fn captured() -> String {
        format!("{LIMIT}")
    }

    /// Has no twin.
    pub fn free() {}
}

#[test]
fn constants_in_patterns_and_format_strings_are_mentions() {
    use patterns::blocking;
    type Say = fn(u8) -> &'static str;
    assert_eq!(blocking::in_pattern(3), patterns::in_pattern(3));
    assert!(blocking::is_limit(3));
    assert_eq!(blocking::captured(), patterns::captured());
    assert!(std::ptr::fn_addr_eq(
        patterns::free as fn(),
        blocking::free as fn()
    ));
    let _: (Say, Say) = (patterns::in_pattern, blocking::in_pattern);
}

#[maybe_async]
mod cut {
    use std::fmt;

    pub struct Client;

    impl Client {
        pub async fn touch(&self) {}
    }

    fn label() -> &'static str {
        std::any::type_name::<Client>()
    }

    /// Its `Display` impl names `label`, which names `Client`.
    #[derive(Debug, PartialEq)]
    #[maybe_async(shared)]
    pub struct Error;

    impl fmt::Display for Error {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(label().rsplit("::").next().unwrap_or_default())
        }
    }

    #[derive(Debug, PartialEq)]
    pub struct Uncut;

    impl fmt::Display for Uncut {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(label())
        }
    }

    #[maybe_async(shared)]
    pub fn label_of_the_async_half() -> &'static str {
        label()
    }

    /// Named by nothing and naming nothing.
    #[maybe_async(twin)]
    #[derive(Debug, PartialEq)]
    pub struct Twice;
}

#[test]
fn marks_decide() {
    use cut::blocking;
    assert!(same::<cut::Error, blocking::Error>());
    assert!(!same::<cut::Uncut, blocking::Uncut>());
    assert!(!same::<cut::Twice, blocking::Twice>());
    assert_eq!(blocking::Error.to_string(), "Client");
    assert!(blocking::Uncut.to_string().ends_with("blocking::Client"));
    assert_eq!(
        blocking::label_of_the_async_half(),
        cut::label_of_the_async_half()
    );
}

#[maybe_async]
mod suspending {
    use super::{give, log};

    #[only_blocking]
    use super::give_blocking;

    pub async fn halves() -> u8 {
        log(if is_async!() { "async" } else { "blocking" });
        3
    }

    #[only_async]
    pub async fn word() -> String {
        give("word".to_owned()).await
    }

    #[only_blocking]
    pub fn word() -> String {
        give_blocking("word".to_owned())
    }

    pub async fn words() -> Vec<String> {
        vec![word().await, word().await]
    }
}

#[test]
fn code_for_one_half() {
    let (value, entries) = both(suspending::words(), suspending::blocking::words);
    assert_eq!(value, ["word", "word"]);
    assert_eq!(entries, ["give word", "give word"]);
    assert_eq!(suspending::blocking::halves(), 3);
    log("");
}

fn shown(value: &impl Display) -> String {
    value.to_string()
}

#[test]
fn display_of_the_shared_error() {
    assert_eq!(shown(&cut::Error), shown(&cut::blocking::Error));
}
