// Included by `futures_adaptors.rs`, once for each half.

use await_me_maybe_conformance::halves::{Guard, Log, Unwinding};
use library::future::{
    self, BoxFuture, Either, Future, FutureExt as _, LocalBoxFuture, OptionFuture, TryFuture,
    TryFutureExt as _,
};

fn number(log: &Log, n: u8) -> impl Future<Output = u8> {
    future! {
        log.push(format!("number {n}"));
        n
    }
}

fn checked(log: &Log, n: u8) -> impl Future<Output = Result<u8, String>> {
    future! {
        log.push(format!("checked {n}"));
        if n < 10 { Ok(n) } else { Err(format!("{n} is too much")) }
    }
}

cases! {
    fn outputs_are_mapped(log) {
        let work = number(log, 1)
            .inspect(|n| log.push(format!("sees {n}")))
            .map(|n| {
                log.push("maps");
                n + 1
            })
            .then(|n| work! {
                log.push("then");
                n * 10
            })
            .map_into::<u32>();
        log.push("made");
        log.value(wait!(work));
        log.value(wait!(number(log, 2).unit_error()));
        log.value(wait!(number(log, 3).never_error()));
        log.value(wait!(number(log, 4).fuse()));
    }

    fn nothing_runs_before_it_is_awaited(log) {
        let guard = Guard(log, "captured");
        let work = number(log, 1).map(move |n| {
            log.push(guard.1);
            n
        });
        log.push("made");
        drop(work);
        log.push("dropped");
        let guard = Guard(log, "second");
        let work = number(log, 2).map(move |n| {
            log.push(guard.1);
            n
        });
        log.push("made");
        let n = wait!(work);
        log.value(n);
    }

    fn results_are_mapped(log) {
        for n in [1, 10] {
            let work = checked(log, n)
                .inspect_ok(|n| log.push(format!("ok {n}")))
                .inspect_err(|error| log.push(format!("err {error}")))
                .map_ok(|n| n + 1)
                .and_then(|n| work! {
                    log.push("and then");
                    Ok(n * 2)
                })
                .map_err(|error| error.len())
                .ok_into::<u32>();
            log.value(wait!(work));
            let work = checked(log, n).map_ok_or_else(|error| error.len(), usize::from);
            log.value(wait!(work));
        }
    }

    fn recovered(log) {
        for n in [1, 10] {
            let work = checked(log, n).or_else(|error| work! {
                log.push(format!("recovers from {error}"));
                if error.len() > 20 { Err(error.len()) } else { Ok(0) }
            });
            log.value(wait!(work));
            log.value(wait!(checked(log, n).unwrap_or_else(|_| 7)));
            let work = checked(log, n).err_into::<Box<dyn std::error::Error>>();
            log.value(wait!(work).map_err(|error| error.to_string()));
        }
    }

    fn made_of_values(log) {
        log.value(wait!(future::ready(1)));
        log.value(wait!(future::ok::<_, ()>(2)));
        log.value(wait!(future::err::<(), _>(3)));
        log.value(future::ready(4).into_inner());
        let work = future::lazy(|_| {
            log.push("runs");
            5
        });
        log.push("made");
        log.value(wait!(work));
        log.value(wait!(future::ok::<_, String>(6).and_then(|n| work! { Ok(n + 1) })));
    }

    fn boxed_and_chosen(log) {
        fn sent(log: &Log, left: bool) -> BoxFuture<'_, u8> {
            if left {
                number(log, 1).map(|n| n + 1).left_future()
            } else {
                number(log, 5).right_future()
            }
            .boxed()
        }

        fn local<F>(work: F) -> LocalBoxFuture<'static, String>
        where
            F: TryFuture<Ok = u8, Error = String> + Future<Output = Result<u8, String>> + 'static,
        {
            work.map(|result| format!("{result:?}")).boxed_local()
        }

        log.value(wait!(sent(log, true)));
        log.value(wait!(sent(log, false)));
        log.value(wait!(local(future::ok(1))));
        let stored = [sent(log, true), sent(log, false), number(log, 9).boxed()];
        log.push("made");
        for work in stored {
            log.value(wait!(work));
        }
        let either: Either<u8, u8> = Either::Right(1);
        log.value(&either);
        log.value(either.into_inner());
    }

    fn flattened(log) {
        let outer = future! {
            log.push("outer");
            number(log, 1)
        };
        log.value(wait!(outer.flatten()));
        for n in [1, 10] {
            let outer = checked(log, n).map_ok(|n| checked(log, n + 9));
            log.value(wait!(outer.try_flatten()));
        }
    }

    fn missing(log) {
        log.value(wait!(OptionFuture::from(Some(number(log, 1)))));
        let mut none = Some(number(log, 2));
        none = none.filter(|_| false);
        log.value(wait!(OptionFuture::from(none)));
    }

    fn caught(log) {
        for n in [0, 1] {
            let work = number(log, n).map(|n| {
                assert!(n != 1, "one");
                n
            });
            match wait!(Unwinding(work.boxed()).catch_unwind()) {
                Ok(n) => log.value(n),
                Err(payload) => log.panic(&*payload),
            }
        }
    }

    fn awaited_through_references(log) {
        let mut work = number(log, 1).boxed();
        log.value(wait!(&mut work));
        drop(work);
        let mut ready = future::ready(2);
        log.value(wait!(&mut ready));
    }
}
