//! Examples before and after, in each form.

use super::names::PathRule;
use super::{DocNames, rewrite};

fn pairs(list: &[(&str, &str)]) -> crate::table::Table<String> {
    let pairs = list.iter();
    pairs
        .map(|(from, to)| ((*from).to_owned(), (*to).to_owned()))
        .collect()
}

/// As for an annotated `impl Client` in the crate `web`, with a listed function and trait.
fn suffix() -> DocNames {
    DocNames {
        krate: Some("web".to_owned()),
        suffix: Some("_blocking".to_owned()),
        functions: pairs(&[("fetch", "fetch_blocking")]),
        methods: pairs(&[("get", "get_blocking"), ("open", "open_now")]),
        types: pairs(&[("Store", "StoreBlocking")]),
        owner: Some("Client".to_owned()),
        keep: ["flush".to_owned()].into_iter().collect(),
        paths: Vec::new(),
    }
}

fn module_form() -> DocNames {
    DocNames {
        krate: Some("web".to_owned()),
        paths: vec![
            PathRule {
                from: vec!["api".to_owned()],
                to: "api::blocking".to_owned(),
            },
            PathRule {
                from: vec!["net".to_owned(), "asynchronous".to_owned()],
                to: "blocking".to_owned(),
            },
        ],
        ..DocNames::default()
    }
}

#[track_caller]
fn becomes(names: &DocNames, example: &str, expected: &str) {
    assert_eq!(
        rewrite(example, names).as_deref(),
        Some(expected),
        "{example}"
    );
}

#[track_caller]
fn gives_up(names: &DocNames, examples: &[&str]) {
    for example in examples {
        assert_eq!(rewrite(example, names), None, "{example}");
    }
}

#[test]
fn calls_and_layout() {
    becomes(
        &suffix(),
        "
 use web::{fetch, Client}; // fetch(1).await
 # #[tokio::main(flavor = \"current_thread\")]
 # async fn main() -> Result<(), web::Error> {
 let page   = fetch(1).await?; /* kept */
 let client = Client::open(\"a\") . await;
 client
     // A comment in between.
     .get(\"fetch(1).await\", fetch::<u8>(2).await)
     .await?
     .len();
 assert_eq!(fetch(3).await?, vec![fetch(fetch(4).await?).await?]);
 # Ok(())
 # }",
        "
 use web::{fetch_blocking, Client}; // fetch(1).await
 # fn main() -> Result<(), web::Error> {
 let page   = fetch_blocking(1)?; /* kept */
 let client = Client::open_now(\"a\");
 client
     // A comment in between.
     .get_blocking(\"fetch(1).await\", fetch_blocking::<u8>(2))?
     .len();
 assert_eq!(fetch_blocking(3)?, vec![fetch_blocking(fetch_blocking(4)?)?]);
 # Ok(())
 # }",
    );
}

#[test]
fn what_nothing_is_known_of_follows_the_crate() {
    becomes(
        &suffix(),
        "use web::{other, api, Thing}; fn main() { other(1).await; api::deep(1).await; web::far(1).await; Thing::new(1).await.run(2).await; }",
        "use web::{other_blocking, api, Thing}; fn main() { other_blocking(1); api::deep_blocking(1); web::far_blocking(1); Thing::new_blocking(1).run_blocking(2); }",
    );
    becomes(
        &suffix(),
        "use web::*; use serde_json::Value; async fn main() { other(u8::from(1)).await; Thing::new(1).await; }",
        "use web::*; use serde_json::Value; fn main() { other_blocking(u8::from(1)); Thing::new_blocking(1); }",
    );
    becomes(
        &suffix(),
        "use web::other as o; use web::fetch as f; o(1).await; f(r#fn).await;",
        "use web::other_blocking as o; use web::fetch_blocking as f; o(1); f(r#fn);",
    );
    // A facade that re-exports the crate: only what is known has a twin for sure.
    becomes(
        &suffix(),
        "use facade::{fetch, Client}; let c = Client::open(1).await; c.get(1).await; fetch(1).await; facade::fetch(1).await;",
        "use facade::{fetch_blocking, Client}; let c = Client::open_now(1); c.get_blocking(1); fetch_blocking(1); facade::fetch_blocking(1);",
    );
    gives_up(
        &suffix(),
        &[
            "use other::read; read(1).await;",
            "other::read(1).await;",
            "use other::Thing; web::thing().run(1).await;",
            "use other::*; read(1).await;",
            "use other::Thing; Thing::new(1).await;",
            "read(1).await;",
            "Thing::new(1).await;",
            "use std::future::ready; ready(1).await;",
            "std::fs::fetch(1).await;",
            "use web::*; Box::pin(work()).await;",
            "<Client as Get>::get(1).await;",
            "use web::Ready; Ready(1).await;",
        ],
    );
}

#[test]
fn what_the_example_defines_keeps_its_name() {
    becomes(
        &suffix(),
        "
use web::fetch;
struct Mine;
impl Mine { pub async fn run(&self) -> u8 { fetch(1).await } }
async fn helper<T>(mine: &Mine) -> u8 { mine.run().await }
async fn main() { helper::<u8>(&Mine).await; Mine::run(&Mine).await; }",
        "
use web::fetch_blocking;
struct Mine;
impl Mine { pub fn run(&self) -> u8 { fetch_blocking(1) } }
fn helper<T>(mine: &Mine) -> u8 { mine.run() }
fn main() { helper::<u8>(&Mine); Mine::run(&Mine); }",
    );
    becomes(
        &suffix(),
        "async fn fetch() {} fetch().await;",
        "fn fetch() {} fetch();",
    );
    gives_up(
        &suffix(),
        &[
            "async fn helper() {} let later = helper(); work(later);",
            "async fn helper() {} run(helper);",
            "fn helper() -> impl Future<Output = u8> { web::x() } helper().await;",
            "fn helper() -> web::Later { web::later() } helper().await;",
            "mod a { pub async fn f() {} } fn f() {} f().await;",
            "struct Mine; impl Mine { async fn get(&self) {} } Mine.get().await;",
            "struct Mine; impl web::Unknown for Mine { async fn run(&self) {} } Mine.run().await;",
        ],
    );
}

#[test]
fn types_with_a_twin() {
    becomes(
        &suffix(),
        "
use web::{Kind, Store};
struct Mine;
impl<'a> Store for &'a Mine where Mine: Sized {
    const NAME: Kind = Kind::Store;
    async fn get(&self, n: u8) -> u8 { Self::open(n).await }
    async fn open(n: u8) -> u8 { n }
    async fn more(&self) {}
    fn sync(&self) -> u8 { self.Store }
}
fn show<S: web::Store>(s: &S) -> Option<&dyn Store> { s.get(1).await; Store::get(s, 1).await; s.more().await; None }",
        "
use web::{Kind, StoreBlocking};
struct Mine;
impl<'a> StoreBlocking for &'a Mine where Mine: Sized {
    const NAME: Kind = Kind::Store;
    fn get_blocking(&self, n: u8) -> u8 { Self::open_now(n) }
    fn open_now(n: u8) -> u8 { n }
    fn more_blocking(&self) {}
    fn sync(&self) -> u8 { self.Store }
}
fn show<S: web::StoreBlocking>(s: &S) -> Option<&dyn StoreBlocking> { s.get_blocking(1); StoreBlocking::get_blocking(s, 1); s.more_blocking(); None }",
    );
    becomes(
        &suffix(),
        "use std::store::Store; Store::new(); web::fetch(1).await;",
        "use std::store::Store; Store::new(); web::fetch_blocking(1);",
    );
    gives_up(&suffix(), &["struct Store; let s: Store = Store;"]);
}

#[test]
fn executors() {
    becomes(
        &suffix(),
        "# tokio_test::block_on(async {\nweb::fetch(1).await;\n# });",
        "# {\nweb::fetch_blocking(1);\n# };",
    );
    becomes(
        &suffix(),
        "# tokio::runtime::Runtime::new().unwrap().block_on(async {\nweb::fetch(1).await;\n# })",
        "# {\nweb::fetch_blocking(1);\n# }",
    );
    becomes(
        &suffix(),
        "# futures::executor::block_on(async move {\nweb::fetch(1).await;\n# });",
        "# (move || {\nweb::fetch_blocking(1);\n# })();",
    );
    becomes(
        &suffix(),
        "# tokio_test::block_on(async {\nweb::fetch(1).await?;\n# Ok::<(), web::Error>(())\n# }).unwrap();",
        "# (|| {\nweb::fetch_blocking(1)?;\n# Ok::<(), web::Error>(())\n# })().unwrap();",
    );
    becomes(
        &suffix(),
        "
use pollster::block_on;
let n = block_on(async { web::fetch(1).await });
assert_eq!(block_on(web::fetch(2)), n);
assert_eq!(block_on(web::Client::open(3),), n);",
        "
let n = (|| { web::fetch_blocking(1) })();
assert_eq!(web::fetch_blocking(2), n);
assert_eq!(web::Client::open_now(3), n);",
    );
    becomes(
        &suffix(),
        "
# use tokio::runtime::{Builder, Runtime};
# let runtime = Builder::new_current_thread()
#     .build()?;
let mut rt = Runtime::new().unwrap();
let page = runtime.block_on(web::fetch(1))?;
rt.block_on(async { web::fetch(1).await });",
        "
let page = web::fetch_blocking(1)?;
{ web::fetch_blocking(1) };",
    );
    gives_up(
        &suffix(),
        &[
            "my::block_on(async { web::fetch(1).await });",
            "use my::block_on; block_on(web::fetch(1));",
            "pollster::block_on(&mut web::fetch(1));",
            "pollster::block_on(later);",
            "let rt = tokio::runtime::Runtime::new()?; rt.spawn(web::fetch(1)); rt.block_on(web::fetch(2));",
            "let rt = my::runtime(); rt.block_on(web::fetch(1));",
            "mine!(pollster::block_on(async { web::fetch(1).await }));",
            "pollster::block_on(async { web::fetch(1).await }.fuse());",
            "use pollster::{self, block_on}; block_on(web::fetch(1));",
        ],
    );
}

#[test]
fn helpers_in_front_of_an_executor() {
    becomes(
        &suffix(),
        "
use web::fetch;

async fn twice(n: &[u32]) -> u32 {
    fetch(n).await + fetch(n).await
}

# fn main() {
# futures::executor::block_on(async move {
assert_eq!(twice(&[1]).await, 4);
# });
# }",
        "
use web::fetch_blocking;

fn twice(n: &[u32]) -> u32 {
    fetch_blocking(n) + fetch_blocking(n)
}

# fn main() {
# (move || {
assert_eq!(twice(&[1]), 4);
# })();
# }",
    );
}

#[test]
fn attributes() {
    becomes(
        &suffix(),
        "#[allow(unused)]\n#[tokio::main]\npub async unsafe fn main() {}",
        "#[allow(unused)]\npub unsafe fn main() {}",
    );
    becomes(
        &suffix(),
        "#[async_std::main] async fn main() {}",
        "fn main() {}",
    );
    becomes(
        &suffix(),
        "#[tokio::test(flavor = \"multi_thread\")]\nasync fn test() {}",
        "#[test]\nfn test() {}",
    );
    gives_up(
        &suffix(),
        &["#[tokio::test(start_paused = true)]\nasync fn test() {}"],
    );
}

#[test]
fn variables_of_the_same_name() {
    becomes(
        &suffix(),
        "let fetch = web::fetch(1).await; let get = client.get(fetch).await; f(get)",
        "let fetch = web::fetch_blocking(1); let get = client.get_blocking(fetch); f(get)",
    );
}

#[test]
fn hidden_lines() {
    becomes(
        &suffix(),
        "  # #[tokio::main]\n  # async fn main() {\n  #\n  ## [derive]\n  #   web::fetch(1).await\n  # }",
        "  # fn main() {\n  #\n  ## [derive]\n  #   web::fetch_blocking(1)\n  # }",
    );
    becomes(
        &suffix(),
        "web::fetch(1)\n#   .await\n#   .len();",
        "web::fetch_blocking(1)\n#   .len();",
    );
}

#[test]
fn kept_names() {
    becomes(
        &suffix(),
        "let n = web::thing().flush().await; f(flush(1).await)",
        "let n = web::thing().flush(); f(flush(1))",
    );
    gives_up(
        &suffix(),
        &[
            "x.flush().await;",
            "let _ = x.flush().await;",
            "pollster::block_on(x.flush());",
        ],
    );
}

#[test]
fn what_cannot_be_judged() {
    gives_up(
        &suffix(),
        &[
            "let later = async { 1 };",
            "let f = async |x| x;",
            "let f = |x| async move { x };",
            "let later = web::fetch(1); later.await;",
            "web::fetch(1).await; let f = web::fetch;",
            "run(web::fetch).await;",
            "use web::fetch; let fetch = |n| n; fetch(1);",
            "use web::*; let fetch = |n| n; fetch(1);",
            "let f = web::fetch; web::fetch(1).await;",
            "drop(Client::open(1));",
            "use web::fetch; web::fetch(1).await;",
            "client.get(1);",
            "client.work(1).await; client.work(2);",
            "drop(web::fetch(1));",
            "tokio::spawn(web::fetch(1));",
            "tokio::join!(web::fetch(1), web::fetch(2));",
            "futures::select! { x = web::fetch(1) => x }",
            "join!(a(), b()).await;",
            "mine!(web::fetch(1).await);",
            "mine! { web::fetch(1).await }",
            "macro_rules! m { () => { web::fetch(1).await } }",
            "use futures::StreamExt; s.next().await;",
            "use tokio::time::sleep; sleep(d).await;",
            "x.as_mut().await;",
            "work().boxed().await;",
            "Box::pin(web::fetch(1)).await;",
            "let x: impl AsyncFn() = f;",
            "#[maybe_async::maybe_async] async fn f() {}",
            "for await x in y {}",
            "x.await(1);",
            "x.0.await;",
            "(web::fetch(1)).await;",
            "web::fetch(1)?.await;",
            "{ web::fetch(1) }.await;",
            "don't",
            "let x = [1;",
            "extern crate tokio;",
        ],
    );
}

#[test]
fn sync_examples_stay() {
    for example in [
        "assert_eq!(web::url(), \"async\");",
        "let x = map.len(); // get(1)",
        "let x = \"\n# not hidden in a string, says rustdoc too\n\";",
        "",
        "let get = 1; struct S { get: u8 } s.get + 1;",
        "let fetch = |n| n; fetch(1);",
        "File::open(1);",
    ] {
        becomes(&suffix(), example, example);
    }
}

#[test]
fn module_form_changes_paths() {
    becomes(
        &module_form(),
        "
use web::api::{self, Client, deep::{Store, *}};
use web::{api::fetch, api::deep as d};
use web::api;
# #[tokio::main]
async fn main() {
    Client::open(1).await.get(1).await;
    fetch(1).await;
    d::run(1).await;
    web::api::fetch(2).await;
    let x: web::api::Client = api::fetch(3).await;
    let y = <web::api::Client as Default>::default();
}",
        "
use web::api::blocking::{self as api, Client, deep::{Store, *}};
use web::{api::blocking::fetch, api::blocking::deep as d};
use web::api::blocking as api;
fn main() {
    Client::open(1).get(1);
    fetch(1);
    d::run(1);
    web::api::blocking::fetch(2);
    let x: web::api::blocking::Client = api::fetch(3);
    let y = <web::api::blocking::Client as Default>::default();
}",
    );
    gives_up(
        &module_form(),
        &[
            "use web::other::fetch; fetch(1).await;",
            "use web::v2::api::fetch; fetch(1).await;",
            "use web::{api::Client, Other}; client.run(1).await;",
            "use web::api::Client; use other::Thing; client.run(1).await;",
            "other::api::fetch(1).await;",
        ],
    );
}

#[test]
fn tree_form_replaces_a_segment() {
    becomes(
        &module_form(),
        "use web::net::asynchronous::Client; web::net::asynchronous::go(1).await; Client::new().run().await; use web::net::asynchronous as a; a::b().await;",
        "use web::net::blocking::Client; web::net::blocking::go(1); Client::new().run(); use web::net::blocking as a; a::b();",
    );
}

/// Whatever is cut out of an example, or doubled in it.
#[test]
fn mutilated_examples_never_panic() {
    let whole = "use web::{fetch, api::{self, Store as S}}; #[tokio::main(a)] async fn main() -> R<'a> {
# tokio_test::block_on(async move { web::fetch::<Vec<u8>>(1).await?.get('\\'', r#\"a\"#, b'b').await; }).b();
impl<T: Fn() -> u8> Store for <T as X>::Y { async fn get(&self) { /* * */ x!{ 1..2.0e-3 } } }\n## }";
    let places: Vec<usize> = whole.char_indices().map(|(at, _)| at).collect();
    let mut rewritten = 0;
    for names in [suffix(), module_form()] {
        for &from in &places {
            for &to in places.iter().filter(|&&to| to >= from).step_by(13) {
                let cut = format!("{}{}", &whole[..from], &whole[to..]);
                let doubled = format!("{}{}", &whole[..to], &whole[from..]);
                rewritten += usize::from(rewrite(&cut, &names).is_some());
                rewritten += usize::from(rewrite(&doubled, &names).is_some());
            }
        }
    }
    assert!(rewritten > 0);
}
