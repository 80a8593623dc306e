//! A registry of callbacks whose blocking caller has chosen to wait for futures.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::thread;

use await_me_maybe::blocking::{block_on, try_block_on};
use await_me_maybe::{LocalMaybe, Maybe, await_me_maybe_block_on};
use await_me_maybe_bridges::{in_child, panic_text};

async fn three() -> u32 {
    futures_lite::future::yield_now().await;
    3
}

fn registry() -> BTreeMap<&'static str, Maybe<'static, u32>> {
    BTreeMap::from([
        ("a call", Maybe::call(|| 2)),
        ("a future", Maybe::future(three())),
        ("a value", 1.into()),
    ])
}

in_child! {
    fn every_form() {
        let found: [u32; 8] = [
            await_me_maybe_block_on(1),
            await_me_maybe_block_on(|| 2),
            await_me_maybe_block_on(three),
            await_me_maybe_block_on(async { 1 + three().await }),
            await_me_maybe_block_on(|| || async || 5),
            await_me_maybe_block_on(Box::pin(async { 6 })),
            await_me_maybe_block_on(Maybe::future(async { 7 })),
            await_me_maybe_block_on(|| LocalMaybe::from(8)),
        ];
        assert_eq!(found, [1, 2, 3, 4, 5, 6, 7, 8]);
    }

    fn a_registry() {
        let found: Vec<u32> = registry().into_values().map(await_me_maybe_block_on).collect();
        assert_eq!(found, [2, 3, 1]);
        let found: Vec<u32> = registry().into_values().map(block_on).collect();
        assert_eq!(found, [2, 3, 1]);
        let found = thread::spawn(|| registry().into_values().map(block_on::<Maybe<u32>>).sum::<u32>());
        assert_eq!(found.join().unwrap(), 6);
    }

    fn what_is_borrowed_and_not_send() {
        let log = RefCell::new(Vec::new());
        let shared = std::rc::Rc::new(7);
        let value: u8 = await_me_maybe_block_on(async || {
            log.borrow_mut().push("polled");
            *shared
        });
        assert_eq!((value, log.into_inner()), (7, vec!["polled"]));
    }

    fn whatever_it_is_an_executor_is_not_stopped() {
        block_on(async {
            for value in registry().into_values() {
                let text = panic_text(|| -> u32 { await_me_maybe_block_on(value) });
                assert!(text.contains("call the blocking twin"), "{text}");
            }
            panic_text(|| -> u32 { await_me_maybe_block_on(1) });
            assert!(try_block_on(Maybe::value(1)).unwrap_err().is_nested());
            // Without the opt-in the forms that need no waiting do not care.
            assert_eq!(await_me_maybe::await_me_maybe_blocking::<u32, _, _>(|| 2), 2);
        });
    }

    fn a_panic_crosses() {
        let called = || -> u8 { await_me_maybe_block_on(|| -> u8 { panic!("called") }) };
        assert_eq!(panic_text(called), "called");
        let awaited = || -> u8 { await_me_maybe_block_on(async { panic!("awaited") }) };
        assert_eq!(panic_text(awaited), "awaited");
    }
}
