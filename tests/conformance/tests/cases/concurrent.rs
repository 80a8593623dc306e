// Included by `streams_sequential.rs`, once for each half.

use await_me_maybe_conformance::halves::{Guard, Log};

cases! {
    fn buffered(log) {
        for n in [1, 2, 3, 9] {
            let items = source(log, "a", [Some(1), Some(2), Some(3), Some(4), None, Some(5)]);
            let made = items.map(|n| {
                log.push(format!("makes {n}"));
                future! {
                    log.push(format!("runs {n}"));
                    n * 10
                }
            });
            wait!(steps(log, 6, concurrent!(made, buffered(n))));
        }
    }

    fn buffer_unordered(log) {
        for n in [1, 2, 9] {
            let items = source(log, "a", [Some(1), Some(2), Some(3), Some(4), None, Some(5)]);
            let made = items.map(|n| {
                log.push(format!("makes {n}"));
                future! {
                    log.push(format!("runs {n}"));
                    n * 10
                }
            });
            wait!(steps(log, 6, concurrent!(made, buffer_unordered(n))));
        }
    }

    fn try_buffered(log) {
        for n in [1, 2, 9] {
            let items = source(
                log,
                "a",
                [Some(Ok(1)), Some(Ok(2)), Some(Err("stream")), Some(Ok(3)), Some(Ok(4)), None, Some(Ok(5))],
            );
            let made = items.map(|n| {
                n.map(|n| future! {
                    log.push(format!("runs {n}"));
                    if n == 2 { Err("work") } else { Ok(n * 10) }
                })
            });
            wait!(steps(log, 8, concurrent!(made, try_buffered(n))));
        }
    }

    fn try_buffer_unordered(log) {
        for n in [1, 2, 9] {
            let items = source(
                log,
                "a",
                [Some(Ok(1)), Some(Ok(2)), Some(Err("stream")), Some(Ok(3)), None, Some(Ok(5))],
            );
            let made = items.map(|n| {
                n.map(|n| future! {
                    log.push(format!("runs {n}"));
                    if n == 2 { Err("work") } else { Ok(n * 10) }
                })
            });
            wait!(steps(log, 6, concurrent!(made, try_buffer_unordered(n))));
        }
    }

    fn dropped_early(log) {
        let items = source(log, "a", [Some("one"), Some("two"), Some("three"), Some("four")]);
        let made = items.map(|name| {
            let guard = Guard(log, name);
            future! {
                log.push(format!("runs {}", guard.1));
                guard.1.len()
            }
        });
        wait!(steps(log, 2, concurrent!(made, buffered(2))));
        log.push("end");
    }

    fn for_each_concurrent(log) {
        for limit in [Some(1), Some(2), Some(0), None] {
            let items = source(log, "a", [Some(1), Some(2), Some(3), None, Some(4)]);
            wait!(concurrent!(items, for_each_concurrent(limit, |n| work! {
                log.push(format!("each {n}"));
            })));
            log.push("end");
        }
        let items = source(log, "b", [Some(1)]);
        wait!(concurrent!(items, for_each_concurrent(2, |n| work! { log.value(n) })));
    }

    fn try_for_each_concurrent(log) {
        for limit in [Some(1), Some(2), None] {
            for fault in [2, 9] {
                let items = source(
                    log,
                    "a",
                    [Some(Ok(1)), Some(Ok(2)), Some(Ok(3)), Some(Err(7)), Some(Ok(4))],
                );
                let done = wait!(concurrent!(items, try_for_each_concurrent(limit, |n| work! {
                    log.push(format!("each {n}"));
                    if n == fault { Err(n) } else { Ok(()) }
                })));
                log.value(done);
            }
        }
        let items = source(log, "b", [Some(Ok::<_, u8>(1)), Some(Ok(2))]);
        log.value(wait!(concurrent!(items, try_for_each_concurrent(2, |_| work! { Ok(()) }))));
    }

    fn unordered_set(log) {
        let piece = |n: u8| future! {
            log.push(format!("runs {n}"));
            n * 10
        };
        let set = FuturesUnordered::new();
        set.push(piece(1));
        set.push(piece(2));
        log.value((set.len(), set.is_empty()));
        let mut set = set;
        log.value(wait!(set.next()));
        set.push(piece(3));
        set.extend([piece(4)]);
        wait!(steps(log, 5, set.by_ref()));
        log.value((set.len(), set.is_empty()));
        set.push(piece(5));
        log.value(wait!(set.next()));
        set.push(piece(6));
        set.clear();
        log.value(wait!(set.next()));
        let set: FuturesUnordered<_> = [piece(7), piece(8)].into_iter().collect();
        let all: Vec<u8> = wait!(set.collect());
        log.value(all);
        log.push(format!("{:?}", FuturesUnordered::from_iter([piece(9)])));
    }

    fn ordered_set(log) {
        let piece = |n: u8| future! {
            log.push(format!("runs {n}"));
            n * 10
        };
        let mut set = FuturesOrdered::new();
        set.push_back(piece(1));
        set.push_back(piece(2));
        set.push_front(piece(3));
        log.value((set.len(), set.is_empty()));
        log.value(wait!(set.next()));
        set.push_front(piece(4));
        set.extend([piece(5)]);
        wait!(steps(log, 6, set.by_ref()));
        set.push_front(piece(6));
        set.push_back(piece(7));
        wait!(steps(log, 3, set));
        let set: FuturesOrdered<_> = [piece(8), piece(9)].into_iter().collect();
        let all: Vec<u8> = wait!(set.collect());
        log.value(all);
    }
}
