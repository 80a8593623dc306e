//! `.await` in the macros of `tracing`, `log`, `anyhow`, `eyre` and `serde_json`, and in macros of
//! the author's own whose arguments are no expressions.
#![allow(
    clippy::cast_lossless,
    clippy::cast_sign_loss,
    clippy::nonminimal_bool,
    clippy::redundant_closure_call,
    clippy::unnecessary_wraps,
    clippy::useless_vec,
    reason = "what a sceptic would write"
)]

use std::fmt::{self, Write as _};
use std::sync::Once;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{
    both, both_panic, even, even_blocking, give, give_blocking, log, take_log,
};
use serde_json::{Value, json};
use tracing::field::{Field, Visit};
use tracing::{Event, Metadata, Subscriber, span};

/// Logs spans and events, with all that is in them.
struct ToLog;

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl Subscriber for ToLog {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() != tracing::Level::TRACE
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        let mut fields = Fields(String::new());
        span.record(&mut fields);
        log(format!("span {}{}", span.metadata().name(), fields.0));
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, values: &span::Record<'_>) {
        let mut fields = Fields(String::new());
        values.record(&mut fields);
        log(format!("record{}", fields.0));
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        let target = event.metadata().target();
        let target = if target == "net" { " to net" } else { "" };
        log(format!("{}{target}{}", event.metadata().level(), fields.0));
    }

    fn enter(&self, _: &span::Id) {
        log("enter");
    }

    fn exit(&self, _: &span::Id) {
        log("exit");
    }
}

mod traced {
    use super::*;
    use tracing::{
        Instrument as _, Level, debug, error, event, info, info_span, instrument, span, trace, warn,
    };

    #[derive(Debug)]
    pub(crate) struct Peer {
        pub(crate) name: &'static str,
        tries: u8,
    }

    #[maybe_async]
    pub(crate) async fn events(peer: &Peer, n: u32) -> Result<u32, String> {
        let span =
            info_span!("connect", tries = give(1).await, ?peer, host.name = %give("h").await);
        let tries = give(2).await;
        info!("text .await {} {}", give(3).await, async { 1 }.await);
        info!(target: "net", parent: &span, tries, peer = %peer.name, n = give(4).await, "sent {}", give(5).await);
        debug!(a.b = ?even(n).await?, "quoted key" = %give(6).await, peer.tries);
        warn!({ first = give(7).await, second = ?give("8").await, %tries }, "in braces {n}");
        error!(name: "named", sum = give(9).await + give(10).await, "{x}", x = give(11).await);
        event!(Level::INFO, list = ?vec![give(12).await, 0], ok = even(14).await.is_ok());
        event!(target: "net", Level::WARN, { code = give(13).await as u64 }, "{:?}", Some(give(1).await));
        // Nobody listens: nothing is evaluated.
        trace!(never = give(99).await, "{}", give(100).await);
        let entered = span!(parent: None, Level::INFO, "inner", when = ?{
            let later = async || give(15).await;
            later().await
        });
        let sum = entered.in_scope(|| n + 1);
        info!(nested = %format!("{}", give(16).await), closure = (|x: u32| x + 1)(give(17).await));
        Ok(sum)
    }

    #[maybe_async]
    #[instrument(name = "work", skip(peer), fields(peer = peer.name), ret, err)]
    async fn instrumented(peer: &Peer, n: u32) -> Result<u32, String> {
        info!(n = give(n).await, "inside");
        even(n).await
    }

    #[test]
    fn instrument_below() {
        let peer = Peer {
            name: "p",
            tries: 3,
        };
        // The async half enters its span each time it is polled.
        let shown = |log: Vec<String>| {
            let mut log = log;
            log.retain(|entry| entry != "enter" && entry != "exit");
            log
        };
        tracing::subscriber::with_default(ToLog, || {
            for n in [2, 3] {
                let expected = futures::executor::block_on(instrumented(&peer, n));
                let expected_log = shown(take_log());
                assert_eq!(instrumented_blocking(&peer, n), expected);
                assert_eq!(shown(take_log()), expected_log);
                assert_eq!(expected_log.len(), 5);
                assert!(expected_log[0].contains("peer=\"p\""));
            }
        });
    }

    #[maybe_async]
    async fn in_spans(peer: &Peer, n: u32) -> Result<u32, String> {
        let first = even(n)
            .instrument(info_span!("first", name = give(peer.name).await))
            .await?;
        let block = async {
            info!("inside");
            give(first + 1).await
        };
        let second = block.instrument(info_span!("second")).await;
        let third = async { Ok::<u32, String>(even(second + 1).await? + n) }
            .instrument(info_span!("third", n))
            .await?;
        Ok(give(third).in_current_span().await
            + local(n).instrument(span!(Level::INFO, "last")).await)
    }

    #[maybe_async]
    async fn local(n: u32) -> u32 {
        info!("local");
        give(n).await
    }

    #[test]
    fn instrumented_futures() {
        let peer = Peer {
            name: "p",
            tries: 3,
        };
        let shown = |mut log: Vec<String>| {
            log.dedup();
            // Each poll enters the span anew.
            log.join(" ")
                .replace("exit enter ", "")
                .replace("exit enter", "exit")
        };
        tracing::subscriber::with_default(ToLog, || {
            let expected = futures::executor::block_on(in_spans(&peer, 2));
            let expected_log = shown(take_log());
            assert_eq!(in_spans_blocking(&peer, 2), expected);
            assert_eq!(shown(take_log()), expected_log);
            assert_eq!(expected, Ok(8));
            assert!(expected_log.starts_with("give p span first name=\"p\" enter even 2? exit"));
        });
    }

    #[test]
    fn tracing_macros() {
        let peer = Peer {
            name: "p",
            tries: 3,
        };
        tracing::subscriber::with_default(ToLog, || {
            let (value, log) = both(events(&peer, 2), || events_blocking(&peer, 2));
            assert_eq!(value, Ok(3));
            let has = |entry: &str| {
                assert!(
                    log.iter().any(|found| found.contains(entry)),
                    "{entry} in {log:#?}"
                );
            };
            has("span connect tries=1 peer=Peer");
            has("host.name=h");
            has("INFO message=text .await 3 1");
            has("to net message=sent 5 tries=2 peer=p n=4");
            has("a.b=2 quoted key=6 peer.tries=3");
            has("first=7");
            has("in braces 2");
            has("list=[12, 0] ok=true");
            has("code=13");
            has("when=15");
            has("nested=16 closure=18");
            assert!(!log.iter().any(|entry| entry == "give 99"));
            let (value, _) = both(events(&peer, 3), || events_blocking(&peer, 3));
            assert!(value.is_err());
        });
    }
}

mod logged {
    use super::*;
    use ::log::kv::{Key, Value, VisitSource};
    use ::log::{Log, Record, debug, info, log as record, warn};

    struct ToLog;

    struct Pairs(String);

    impl<'kvs> VisitSource<'kvs> for Pairs {
        fn visit_pair(
            &mut self,
            key: Key<'kvs>,
            value: Value<'kvs>,
        ) -> Result<(), ::log::kv::Error> {
            let _ = write!(self.0, " {key}={value}");
            Ok(())
        }
    }

    impl Log for ToLog {
        fn enabled(&self, _: &::log::Metadata<'_>) -> bool {
            true
        }

        fn log(&self, record: &Record<'_>) {
            let mut pairs = Pairs(String::new());
            let _ = record.key_values().visit(&mut pairs);
            let (target, text) = (record.target(), record.args());
            let target = if target == "net" { " to net" } else { "" };
            log(format!("{}{target} {text}{}", record.level(), pairs.0));
        }

        fn flush(&self) {}
    }

    #[maybe_async]
    async fn records(n: u32) -> Result<(), String> {
        info!("{} {n} .await {x}", give(1).await, x = give(2).await);
        info!(target: "net", "{}", even(n).await?);
        warn!(a = give(3).await, b:? = Some(give(4).await), c:% = give("5").await; "pairs {}", give(6).await);
        debug!(target: "net", list:debug = vec![give(7).await], "quoted" = give(8).await, n; "x");
        record!(::log::Level::Error, "{}", async { give(9).await }.await);
        record!(target: "net", ::log::Level::Warn, sum = give(10).await + 1; "last");
        Ok(())
    }

    #[test]
    fn log_macros() {
        static INSTALLED: Once = Once::new();
        INSTALLED.call_once(|| {
            ::log::set_logger(&ToLog).expect("nobody else sets one");
            ::log::set_max_level(::log::LevelFilter::Trace);
        });
        let (value, log) = both(records(2), || records_blocking(2));
        assert_eq!(value, Ok(()));
        let text = log.join("\n");
        for entry in [
            "INFO 1 2 .await 2",
            "INFO to net 2",
            "WARN pairs 6 a=3 b=Some(4) c=5",
            "DEBUG to net x list=[7] quoted=8 n=2",
            "ERROR 9",
            "WARN to net last sum=11",
        ] {
            assert!(text.contains(entry), "{entry} in {text}");
        }
        assert!(both(records(1), || records_blocking(1)).0.is_err());
    }
}

mod with_anyhow {
    use super::*;
    use anyhow::{anyhow, bail, ensure};

    #[maybe_async]
    async fn fails(n: u32) -> anyhow::Result<u32> {
        ensure!(
            give(n).await < 9,
            "{} is too much, {why}",
            give(n).await,
            why = give("really").await
        );
        ensure!(give(n).await != 8, anyhow!("eight: {}", give(8).await));
        ensure!(!(give(n).await == 7));
        ensure!(n < 6 || give(false).await);
        ensure!(n != 5);
        if n == 4 {
            bail!("four {}", async { give(4).await }.await);
        }
        if n == 3 {
            bail!(anyhow!(give("three").await));
        }
        let checked = even(n).await.map_err(|text| anyhow!("{text} {}", 1))?;
        Ok(checked)
    }

    #[test]
    fn anyhow_macros() {
        let texts = [
            (0, "0"),
            (1, "odd"),
            (3, "three"),
            (4, "four 4"),
            (5, "Condition failed: `n != 5` (5 vs 5)"),
            (6, "Condition failed: `n < 6 || give(false).await`"),
            (7, "Condition failed: `!(give(n).await == 7)`"),
            (8, "eight: 8"),
            (9, "9 is too much, really"),
        ];
        for (n, text) in texts {
            let show = |result: anyhow::Result<u32>| match result {
                Ok(n) => n.to_string(),
                Err(error) => error.to_string(),
            };
            let (value, _) = both(async { show(fails(n).await) }, || show(fails_blocking(n)));
            assert!(value.contains(text), "{value}");
        }
    }
}

mod with_eyre {
    use super::*;
    use eyre::{bail, eyre};

    #[maybe_async]
    async fn fails(n: u32) -> eyre::Result<u32> {
        eyre::ensure!(give(n).await != 3);
        eyre::ensure!(give(n).await < 9, "{} is too much", give(n).await);
        if n == 4 {
            bail!("four {}", give(4).await);
        }
        even(n).await.map_err(|text| eyre!("{text} {}", 1))
    }

    #[test]
    fn eyre_macros() {
        let texts = [
            (0, "0"),
            (3, "Condition failed: `give(n).await != 3`"),
            (4, "four 4"),
            (9, "9 is too much"),
        ];
        for (n, text) in texts {
            let show = |result: eyre::Result<u32>| match result {
                Ok(n) => n.to_string(),
                Err(error) => error.to_string(),
            };
            let (value, _) = both(async { show(fails(n).await) }, || show(fails_blocking(n)));
            assert_eq!(value, text);
        }
    }
}

#[maybe_async]
async fn object(n: u32) -> Result<Value, String> {
    let name = give("key").await;
    Ok(json!({
        "text .await": "give(1).await",
        "number": give(n).await,
        "null": null,
        "fallible": even(n).await?,
        "list": [give(1).await, { "deep": [{ "deeper": give(2).await }] }, [], {}, null, -1],
        (give("computed").await): { "map": true },
        (name): vec![1, 2].iter().map(|n| n + 1).collect::<Vec<u8>>(),
        name: "expression",
        "block": async { give(3).await }.await,
        "chosen": if n > 1 { give(4).await } else { 0 },
        "sum": give(5).await + 1,
        "matched": match give(6).await {
            6 => json!([give(7).await]),
            _ => json!(null),
        },
    }))
}

#[maybe_async]
async fn values() -> [Value; 5] {
    [
        json!(give(1).await),
        json!([give(2).await, "x", async { 3 }.await,]),
        json!({ "a": { "b": give(4).await } }),
        json!({ "tail": give(5).await, }),
        serde_json::json!([[give(6).await], { "c": give(7).await }]),
    ]
}

#[test]
fn json_macros() {
    let (value, log) = both(object(2), || object_blocking(2));
    let value = value.unwrap();
    assert_eq!(value["list"][1]["deep"][0]["deeper"], 2);
    assert_eq!(value["computed"]["map"], true);
    assert_eq!(value["matched"][0], 7);
    assert_eq!(value["text .await"], "give(1).await");
    assert_eq!(log.len(), 11);
    assert!(both(object(3), || object_blocking(3)).0.is_err());
    let (value, _) = both(values(), values_blocking);
    assert_eq!(value[4], json!([[6], { "c": 7 }]));
}

/// Without a text of its own, an assertion shows the author's code.
#[maybe_async]
async fn asserted(n: u32) {
    debug_assert!(give(n).await != 1);
    assert!(!matches!(give(n).await, 2..=3 if n == give(2).await),);
    std::assert!(even(n).await.is_ok() && n.checked_sub(1).is_some());
}

#[test]
fn texts_of_assertions() {
    for (n, text) in [
        (0, "even(n).await.is_ok() && n.checked_sub(1).is_some()"),
        (1, "give(n).await != 1"),
        (2, "!matches!(give(n).await, 2..=3 if n == give(2).await)"),
    ] {
        let (found, _) = both_panic(asserted(n), || asserted_blocking(n));
        assert_eq!(found, format!("assertion failed: {text}"));
    }
    both(asserted(4), || asserted_blocking(4));
}

macro_rules! set {
    ($name:ident <- $value:expr) => {
        let $name = $value;
    };
    (all $($name:ident: $value:expr;)*) => {
        $(let $name = $value;)*
    };
}

macro_rules! go {
    ($($body:tt)*) => {
        $($body)*
    };
}

macro_rules! map {
    ($($key:expr => $value:expr),* $(,)?) => {
        [$(($key, $value)),*]
    };
}

/// Code that is only shown.
#[maybe_async(twins(shown))]
async fn shown(n: u32) -> &'static str {
    if give(n).await == 1 {
        concat!("a ", stringify!(shown(n).await))
    } else {
        stringify!(async { shown })
    }
}

#[test]
fn text_of_code() {
    let (value, _) = both(shown(1), || shown_blocking(1));
    assert!(value.ends_with("await"));
    let (value, _) = both(shown(2), || shown_blocking(2));
    assert!(value.contains("async"));
}

struct Holder {
    value: Value2,
}

struct Value2;

impl Value2 {
    async fn get<T: Default>(&self, n: u32) -> Result<(T, u32), String> {
        give(n).await;
        Ok((T::default(), n))
    }

    fn get_blocking<T: Default>(&self, n: u32) -> Result<(T, u32), String> {
        give_blocking(n);
        Ok((T::default(), n))
    }
}

/// The tokens say where what is awaited begins.
#[maybe_async]
async fn own_grammars(holder: &Holder) -> Result<Vec<u32>, String> {
    set!(first <- give(1).await);
    set!(all a: give(2).await + give(3).await; b: -(give(4).await as i64); c: holder.value.get::<Vec<u8>>(5).await?.1;);
    go! {
        let d = await_me_maybe_tests::give::<u32>(6).await;
        let e = if d == 6 { give(give(7).await).await } else { 0 };
        for i in 0..give(2).await {
            log(format!("round {i}"));
        }
        let f = async_free(vec![give(8).await].len(), "give(9).await");
    }
    let pairs = map! { "x" => give(9).await, "y" => even(give(10).await).await? };
    Ok(vec![
        first,
        a,
        b.unsigned_abs() as u32,
        c,
        d,
        e,
        f,
        pairs[0].1,
        pairs[1].1,
    ])
}

fn async_free(n: usize, _: &str) -> u32 {
    n as u32
}

#[test]
fn grammars_of_ones_own() {
    let holder = Holder { value: Value2 };
    let (value, log) = both(own_grammars(&holder), || own_grammars_blocking(&holder));
    assert_eq!(value, Ok(vec![1, 5, 4, 5, 6, 7, 1, 9, 10]));
    assert_eq!(log[..3], ["give 1", "give 2", "give 3"]);
}
