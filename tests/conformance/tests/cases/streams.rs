// Included by `streams_adaptors.rs`, once for each half.

use await_me_maybe_conformance::halves::{Guard, Log, Unwinding};
use library::stream::{self, BoxStream, LocalBoxStream, Stream, StreamExt as _};

cases! {
    fn adaptors_are_lazy(log) {
        let items = source(log, "a", [Some(1), Some(2), Some(3)]);
        let mut items = items.inspect(|n| log.push(format!("sees {n}"))).take(2);
        log.push("made");
        log.value(wait!(items.next()));
        log.push("between");
        log.value(wait!(items.next()));
        log.value(wait!(items.next()));
        drop(items);
        log.push("end");
    }

    fn then_works_between_pulls(log) {
        let items = source(log, "a", [Some(1), Some(2), None, Some(3)]);
        let items = items.then(|n| work! {
            let guard = Guard(log, "then");
            log.push(format!("works on {n} beside {}", guard.1));
            n * 10
        });
        wait!(steps(log, 5, items));
    }

    fn closures_see_what_is_pulled(log) {
        let items = source(log, "a", [Some(1), Some(2), Some(3), Some(4), None, Some(6)]);
        let items = items
            .filter(|n| {
                let n = *n;
                work! {
                    log.push(format!("filter {n}"));
                    n % 2 == 0
                }
            })
            .map(|n| {
                log.push(format!("map {n}"));
                n * 10
            })
            .filter_map(|n| work! {
                log.push(format!("filter_map {n}"));
                (n != 20).then_some(n + 1)
            })
            .enumerate();
        wait!(steps(log, 4, items));
    }

    fn while_adaptors_remember(log) {
        let script = || [Some(1), Some(5), Some(2), None, Some(7), Some(3)];
        let small = |n: &i32| {
            let n = *n;
            work! {
                log.push(format!("is {n} small"));
                n < 4
            }
        };
        wait!(steps(log, 4, source(log, "take", script()).take_while(small)));
        wait!(steps(log, 6, source(log, "skip", script()).skip_while(small)));
        // One that panics when it is asked behind its end.
        let ending = stream::unfold(0, |n| work! { (n < 1).then_some((n, n + 1)) });
        wait!(steps(log, 4, ending.fuse()));
        wait!(steps(log, 4, source(log, "some", script()).skip(1).take(2)));
        let scanned = source(log, "scan", script()).scan(10, |left, n| {
            *left -= n;
            let left = *left;
            work! {
                log.push(format!("left {left}"));
                (left > 0).then_some(left)
            }
        });
        wait!(steps(log, 4, scanned));
    }

    fn chunks_go_on_behind_an_end(log) {
        let items = source(log, "a", [Some(1), Some(2), Some(3), None, None, Some(4), Some(5)]);
        wait!(steps(log, 6, items.chunks(2)));
    }

    fn chunks_outlast_a_panic(log) {
        let mut panicked = false;
        let items = source(log, "a", [Some(0), Some(1), Some(2), Some(3), Some(4)]);
        let items = items.inspect(|n| {
            assert!(*n != 2 || std::mem::replace(&mut panicked, true), "two");
        });
        let mut chunks = pinned!(items.chunks(3));
        match wait!(Unwinding(&mut chunks).catch_unwind().next()) {
            Some(Err(payload)) => log.panic(&*payload),
            other => log.value(other.is_some()),
        }
        wait!(steps(log, 4, chunks));
    }

    fn streams_in_streams(log) {
        let outer = || {
            let a = source(log, "a", [Some(1), None, Some(9)]);
            let b = source(log, "b", [Some(2), Some(3)]);
            stream::iter([a, b])
        };
        wait!(steps(log, 5, outer().flatten()));
        wait!(steps(log, 4, outer().flat_map(|inner| inner.map(|n| n * 2))));
    }

    fn chained(log) {
        let a = source(log, "a", [Some(1), None, Some(9)]);
        let b = source(log, "b", [Some(2), None, Some(3)]);
        wait!(steps(log, 5, a.chain(b)));
    }

    fn folded(log) {
        let items = source(log, "a", [Some(1), Some(2), Some(3)]);
        let sum = wait!(items.fold(10, |sum, n| work! {
            log.push(format!("{sum} and {n}"));
            sum + n
        }));
        log.value(sum);
        let items = source(log, "b", [Some(1), Some(2)]);
        wait!(items.for_each(|n| work! { log.push(format!("each {n}")) }));
        let (odd, even): (Vec<i32>, Vec<i32>) =
            wait!(source(log, "c", [Some((1, 2)), Some((3, 4))]).unzip());
        log.value((odd, even));
        log.value(wait!(source(log, "d", [Some(1), None]).count()));
        let collected: Vec<i32> = wait!(source(log, "e", [Some(1), Some(2), None]).collect());
        log.value(collected);
    }

    fn concatenated(log) {
        log.value(wait!(source(log, "a", [Some(vec![1, 2]), Some(vec![]), Some(vec![3])]).concat()));
        log.value(wait!(source::<Vec<u8>, 0>(log, "b", []).concat()));
    }

    fn early_stops(log) {
        let script = || [Some(1), Some(2), Some(3)];
        let two = |n| work! {
            log.push(format!("is {n} two"));
            n == 2
        };
        let any = wait!(source(log, "any", script()).any(two));
        log.value(any);
        let all = wait!(source(log, "all", script()).all(two));
        log.value(all);
        log.value(used_up!(source(log, "any", script()), any, __any, two));
        let items = source(log, "all", script());
        log.value(used_up!(items, all, __all, two));
        log.push("end");
    }

    fn peeked(log) {
        let mut items = Box::pin(source(log, "a", [Some(1), Some(2), Some(3)]).peekable());
        log.value(wait!(items.as_mut().peek()));
        log.value(wait!(items.as_mut().peek()));
        log.value(wait!(items.as_mut().next_if(|n| *n == 2)));
        log.value(wait!(items.as_mut().next_if(|n| *n == 1)));
        log.value(wait!(items.as_mut().next_if_eq(&2)));
        log.value(wait!(items.next()));
        log.value(wait!(items.next()));
    }

    fn one_and_the_rest(log) {
        let (first, rest) = wait!(source(log, "a", [Some(1), Some(2)]).into_future());
        log.value(first);
        let (second, rest) = wait!(rest.into_future());
        log.value(second);
        let (none, rest) = wait!(rest.into_future());
        log.value(none);
        drop(rest);
        log.push("end");
    }

    fn the_next_one(log) {
        let mut items = stream::iter([1, 2]).fuse();
        log.value(wait!(items.select_next_some()));
        log.value(wait!(items.select_next_some()));
        log.value(wait!(items.next()));
    }

    fn boxed_and_either(log) {
        fn sent(log: &Log, left: bool) -> BoxStream<'_, i32> {
            let items = source(log, "a", [Some(1), Some(2)]);
            let either = if left {
                items.map(|n| n + 1).left_stream()
            } else {
                items.right_stream()
            };
            either.boxed()
        }

        fn local(log: &Log) -> LocalBoxStream<'_, i32> {
            source(log, "b", [Some(3)]).boxed_local()
        }

        fn opaque(items: impl Stream<Item = i32>) -> impl Stream<Item = String> {
            items.map(|n| format!("<{n}>"))
        }

        wait!(steps(log, 3, sent(log, true)));
        wait!(steps(log, 2, opaque(sent(log, false))));
        let locals = { opaque(local(log)).collect::<Vec<_>>() };
        log.value(wait!(locals));
    }

    fn unwound(log) {
        let items = source(log, "a", [Some(0), Some(1), Some(2)]).inspect(|n| assert!(*n != 1, "one"));
        let mut caught = Unwinding(pinned!(items)).catch_unwind();
        log.value(wait!(caught.next()).map(Result::ok));
        match wait!(caught.next()) {
            Some(Err(payload)) => log.panic(&*payload),
            other => log.value(other.is_some()),
        }
        log.value(wait!(caught.next()).is_some());
    }

    fn unfolded(log) {
        let items = stream::unfold(0, |n| work! {
            log.push(format!("state {n}"));
            (n < 2).then_some((n * 10, n + 1))
        });
        wait!(steps(log, 3, items));
        let items = stream::unfold(1, |n| work! { Some((n, n * 2)) });
        let items: Vec<i32> = wait!(items.take(4).collect());
        log.value(items);
    }

    fn unfolded_too_far(log) {
        let items = stream::unfold(0, |_| work! { None::<(u8, i32)> });
        let mut caught = Unwinding(pinned!(items)).catch_unwind();
        log.value(wait!(caught.next()).map(Result::ok));
        match wait!(caught.next()) {
            Some(Err(payload)) => log.panic(&*payload),
            other => log.value(other.is_some()),
        }
    }

    fn tried_to_unfold(log) {
        let items = stream::try_unfold(2i8, |n| work! {
            log.push(format!("state {n}"));
            if n < 0 { Err("negative") } else { Ok(Some((n, n - 1))) }
        });
        wait!(steps(log, 6, items));
        let items = stream::try_unfold(1, |n| work! {
            Ok::<_, ()>((n < 2).then_some((n, n + 1)))
        });
        wait!(steps(log, 4, items));
    }

    fn simple_sources(log) {
        wait!(steps(log, 2, stream::empty::<u8>()));
        wait!(steps(log, 2, stream::repeat(1)));
        let mut count = 0;
        let counted = stream::repeat_with(|| {
            count += 1;
            count
        });
        wait!(steps(log, 2, counted));
        wait!(steps(log, 3, stream::iter(vec![1, 2])));
        wait!(steps(log, 4, stream::iter([1, 2]).cycle()));
    }
}
