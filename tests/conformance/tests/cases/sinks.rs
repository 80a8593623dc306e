// Included by `sinks.rs`, once for each half.

use await_me_maybe_conformance::halves::Log;
use library::sink::{self, SinkExt};
use library::stream::StreamExt as _;

/// Logs what happens to it, and fails on items over 9.
struct Logged<'a> {
    log: &'a Log,
    name: &'static str,
}

impl Logged<'_> {
    fn take(&mut self, item: u8) -> Result<(), String> {
        self.log.push(format!("{} takes {item}", self.name));
        if item > 9 {
            return Err(format!("{item} is too much"));
        }
        Ok(())
    }

    fn flushed(&mut self) {
        self.log.push(format!("{} is flushed", self.name));
    }

    fn closed(&mut self) {
        self.log.push(format!("{} is closed", self.name));
    }
}

fn logged<'a>(log: &'a Log, name: &'static str) -> Logged<'a> {
    Logged { log, name }
}

cases! {
    fn sent_and_fed(log) {
        let mut sink = logged(log, "a");
        log.value(wait!(sink.send(1)));
        log.value(wait!(sink.feed(2)));
        log.value(wait!(sink.flush()));
        log.value(wait!(sink.send(10)));
        log.value(wait!(sink.close()));
    }

    fn sent_all(log) {
        let mut sink = logged(log, "a");
        let mut items = source(log, "items", [Some(Ok(1)), Some(Ok(2)), None, Some(Ok(3))]);
        log.value(wait!(sink.send_all(&mut items)));
        let fault = Err("fault".to_owned());
        let mut items = source(log, "items", [Some(Ok(1)), Some(fault), Some(Ok(2))]);
        log.value(wait!(sink.send_all(&mut items)));
        let mut items = source(log, "items", [Some(Ok(10)), Some(Ok(2))]);
        log.value(wait!(sink.send_all(&mut items)));
    }

    fn forwarded(log) {
        let items = source(log, "items", [Some(Ok(1)), Some(Ok(2))]);
        let done = wait!(items.forward(logged(log, "a")));
        log.value(done);
        let items = source(log, "items", [Some(Ok(11)), Some(Ok(2))]);
        let done = wait!(items.forward(logged(log, "b")));
        log.value(done);
        let items = source(log, "items", [Some(Err("fault".to_owned())), Some(Ok(2))]);
        let done = wait!(items.forward(logged(log, "c")));
        log.value(done);
    }

    fn with_a_closure(log) {
        let mut sink = pinned!(logged(log, "a").with(|n: u8| work! {
            log.push(format!("works on {n}"));
            if n == 3 { Err("three".to_owned()) } else { Ok(n * 2) }
        }));
        log.value(wait!(sink.feed(1)));
        log.push("between");
        log.value(wait!(sink.feed(2)));
        log.value(wait!(sink.feed(4)));
        log.value(wait!(sink.close()));
        log.value(wait!(sink.send(3)));
    }

    fn with_many(log) {
        let mut sink = pinned!(logged(log, "a").with_flat_map(|n: u8| {
            log.push(format!("makes {n}"));
            source(log, "inner", [Some(Ok(n)), Some(Ok(n + 1)), None])
        }));
        log.value(wait!(sink.feed(1)));
        log.push("between");
        log.value(wait!(sink.send(4)));
        log.value(wait!(sink.send(9)));
        log.value(wait!(sink.close()));
    }

    fn errors_are_mapped(log) {
        #[derive(Debug)]
        struct Wrapped(#[expect(dead_code, reason = "it is debugged")] String);

        impl From<String> for Wrapped {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        let mut sink = logged(log, "a").sink_map_err(|error| error.len());
        log.value(wait!(sink.send(1)));
        log.value(wait!(sink.send(10)));
        let mut sink = logged(log, "b").sink_err_into::<Wrapped>();
        log.value(wait!(sink.send(1)));
        log.value(wait!(sink.send(10)));
    }

    fn buffered(log) {
        let mut sink = logged(log, "a").buffer(2);
        log.value(wait!(sink.feed(1)));
        log.value(wait!(sink.feed(2)));
        log.push("flush");
        log.value(wait!(sink.flush()));
        log.value(wait!(sink.send(3)));
        log.value(wait!(sink.feed(4)));
        log.value(wait!(sink.close()));
        let mut sink = logged(log, "b").buffer(0);
        log.value(wait!(sink.feed(1)));
    }

    fn to_both(log) {
        let mut sink = logged(log, "a").fanout(logged(log, "b"));
        log.value(wait!(sink.send(1)));
        log.value(wait!(sink.feed(2)));
        log.value(wait!(sink.feed(10)));
        log.value(wait!(sink.close()));
    }

    fn either_sink(log) {
        for left in [true, false] {
            let mut sink = if left {
                logged(log, "left").left_sink()
            } else {
                logged(log, "right").buffer(1).right_sink()
            };
            log.value(wait!(sink.feed(1)));
            log.value(wait!(sink.send(2)));
            log.value(wait!(sink.close()));
        }
    }

    fn collections(log) {
        let mut list = Vec::new();
        log.value(wait!(list.send(1)));
        log.value(wait!(SinkExt::feed(&mut &mut list, 2)));
        let mut boxed = Box::new(list);
        log.value(wait!(boxed.send(3)));
        log.value(wait!(SinkExt::<u8>::close(&mut *boxed)));
        log.value(boxed);
        let mut queue = std::collections::VecDeque::new();
        log.value(wait!(queue.send(1)));
        log.value(queue);
    }

    fn ends(log) {
        log.value(wait!(sink::drain().send(1)));
        let mut sums = pinned!(sink::unfold(0, |sum, n: u8| work! {
            log.push(format!("{sum} and {n}"));
            if n == 9 { Err("nine") } else { Ok(sum + n) }
        }));
        log.value(wait!(sums.feed(1)));
        log.push("between");
        log.value(wait!(sums.feed(2)));
        log.value(wait!(sums.send(3)));
        log.value(wait!(sums.send(9)));
        log.value(wait!(sums.close()));
    }
}
