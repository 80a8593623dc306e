// Included by `streams_adaptors.rs`, once for each half.

use library::stream::{TryStream, TryStreamExt};

/// Values and errors, with an end in between.
fn script() -> [Option<Result<i32, String>>; 8] {
    [
        Some(Ok(1)),
        Some(Ok(2)),
        Some(Err("first".to_owned())),
        Some(Ok(3)),
        None,
        Some(Ok(4)),
        Some(Err("second".to_owned())),
        Some(Ok(5)),
    ]
}

#[derive(Debug)]
struct Wrapped(#[expect(dead_code, reason = "it is debugged")] String);

impl From<String> for Wrapped {
    fn from(text: String) -> Self {
        Self(text)
    }
}

cases! {
    fn next_result(log) {
        let mut items = source(log, "a", script());
        for _ in 0..5 {
            log.value(wait!(items.try_next()));
        }
    }

    fn results_are_mapped(log) {
        let items = source(log, "a", script())
            .map_ok(|n| {
                log.push(format!("ok {n}"));
                n * 10
            })
            .map_err(|error| {
                log.push(format!("err {error}"));
                error.len()
            })
            .into_stream();
        wait!(steps(log, 9, items));
    }

    fn results_are_inspected(log) {
        let items = source(log, "a", script())
            .inspect_ok(|n| log.push(format!("ok {n}")))
            .inspect_err(|error| log.push(format!("err {error}")));
        wait!(steps(log, 9, items));
    }

    fn failing_closures(log) {
        let items = source(log, "a", script()).and_then(|n| work! {
            log.push(format!("works on {n}"));
            if n == 2 { Err("two".to_owned()) } else { Ok(n * 10) }
        });
        wait!(steps(log, 9, items));
    }

    fn recovering_closures(log) {
        let items = source(log, "a", script()).or_else(|error| work! {
            log.push(format!("recovers from {error}"));
            if error == "first" { Ok(0) } else { Err(error.len()) }
        });
        wait!(steps(log, 9, items));
    }

    fn tried_filters(log) {
        let items = source(log, "a", script()).try_filter(|n| {
            let n = *n;
            work! {
                log.push(format!("is {n} odd"));
                n % 2 == 1
            }
        });
        wait!(steps(log, 7, items));
        let items = source(log, "b", script()).try_filter_map(|n| work! {
            log.push(format!("looks at {n}"));
            match n {
                1 => Ok(None),
                3 => Err("three".to_owned()),
                n => Ok(Some(n * 10)),
            }
        });
        wait!(steps(log, 7, items));
    }

    fn tried_while(log) {
        let below = |limit: i32| move |n: &i32| {
            let n = *n;
            work! {
                log.push(format!("is {n} below {limit}"));
                if n == 4 { Err("four".to_owned()) } else { Ok(n < limit) }
            }
        };
        wait!(steps(log, 7, source(log, "take", script()).try_take_while(below(3))));
        wait!(steps(log, 8, source(log, "take all", script()).try_take_while(below(9))));
        wait!(steps(log, 7, source(log, "skip", script()).try_skip_while(below(2))));
        wait!(steps(log, 8, source(log, "skip all", script()).try_skip_while(below(9))));
    }

    fn tried_chunks(log) {
        wait!(steps(log, 7, source(log, "a", script()).try_chunks(3)));
        let error = wait!(source(log, "b", script()).try_chunks(3).try_next()).unwrap_err();
        log.push(format!("{error} {:?} {}", error.0, error.1));
    }

    fn tried_flatten(log) {
        let inner = |name| source(log, name, [Some(Ok::<_, Wrapped>(1)), Some(Err(Wrapped("inner".to_owned()))), Some(Ok(2))]);
        let outer = source(
            log,
            "outer",
            [Some(Ok(inner("a"))), Some(Err("outer".to_owned())), Some(Ok(inner("b")))],
        );
        wait!(steps(log, 9, outer.try_flatten()));
    }

    fn tried_for_each(log) {
        let each = |n| work! {
            log.push(format!("each {n}"));
            if n == 3 { Err("three".to_owned()) } else { Ok(()) }
        };
        log.value(wait!(source(log, "a", script()).try_for_each(each)));
        let items = source(log, "b", [Some(Ok(1)), Some(Ok(3)), Some(Ok(4))]);
        log.value(wait!(items.try_for_each(each)));
        log.value(wait!(source(log, "c", [Some(Ok(1))]).try_for_each(each)));
    }

    fn tried_fold(log) {
        let add = |sum: i32, n| work! {
            log.push(format!("{sum} and {n}"));
            sum.checked_add(n).ok_or_else(|| "too much".to_owned())
        };
        log.value(wait!(source(log, "a", script()).try_fold(0, add)));
        log.value(wait!(source(log, "b", [Some(Ok(1)), Some(Ok(2))]).try_fold(0, add)));
        let items = source(log, "c", [Some(Ok(1)), Some(Ok(2))]);
        log.value(wait!(items.try_fold(i32::MAX, add)));
        // By reference: neither of the names that `Iterator` has, too, is in doubt.
        let mut items = source(log, "d", [Some(Ok(1)), None, Some(Ok(2)), Some(Ok(3)), None]);
        log.value(wait!(TryStreamExt::try_fold(&mut items, 0, add)));
        let each = |n| work! {
            log.push(format!("each {n}"));
            if n == 2 { Err("two".to_owned()) } else { Ok(()) }
        };
        log.value(used_up!(&mut items, try_for_each, __try_for_each, each));
        let all: Result<Vec<i32>, String> = wait!(TryStreamExt::try_collect(&mut items));
        log.value(all);
        log.push("end");
    }

    fn tried_collect(log) {
        let all = wait!(source(log, "a", script()).try_collect::<Vec<_>>());
        log.value(all);
        let all: Result<Vec<i32>, ()> = wait!(source(log, "b", [Some(Ok(1)), Some(Ok(2))]).try_collect());
        log.value(all);
    }

    fn tried_concat(log) {
        log.value(wait!(source(log, "a", [Some(Ok::<_, ()>(vec![1])), Some(Ok(vec![2]))]).try_concat()));
        log.value(wait!(source(log, "b", [Some(Ok(vec![1])), Some(Err("b")), Some(Ok(vec![2]))]).try_concat()));
        log.value(wait!(source::<Result<Vec<u8>, ()>, 0>(log, "c", []).try_concat()));
    }

    fn tried_predicates(log) {
        let two = |n| work! {
            log.push(format!("is {n} two"));
            n == 2
        };
        let one = |n| work! { n == 1 };
        log.value(wait!(source(log, "any", script()).try_any(two)));
        log.value(wait!(source(log, "all", script()).try_all(two)));
        log.value(wait!(source(log, "error", script()).try_any(|n| work! { n == 3 })));
        log.value(wait!(source(log, "none", [Some(Ok::<_, ()>(2))]).try_any(one)));
        log.value(wait!(source(log, "each", [Some(Ok::<_, ()>(1))]).try_all(one)));
    }

    fn errors_are_converted(log) {
        fn wrapped(items: impl TryStream<Ok = i32, Error = String>) -> impl TryStream<Ok = i32, Error = Wrapped> {
            items.err_into()
        }

        wait!(steps(log, 4, wrapped(source(log, "a", script())).into_stream()));
    }

    fn made_once(log) {
        use library::future::FutureExt as _;

        let single = { stream::once(library::future::lazy(|_| log.push("runs"))) };
        wait!(steps(log, 3, single));
        let guard = Guard(log, "never");
        drop(stream::once(library::future::lazy(move |_| log.push(guard.1))));
        let later = library::future::lazy(|_| source(log, "a", [Some(1)]));
        wait!(steps(log, 3, later.flatten_stream()));
        wait!(steps(log, 2, library::future::ready(1).into_stream()));
    }
}
