//! The span of the caller on the threads of the bridges.

#![cfg(all(feature = "tracing", feature = "unblock", feature = "stream"))]

use std::sync::{Arc, Mutex};

use await_me_maybe::{stream_from_blocking, unblock};
use await_me_maybe_bridges::in_child;
use futures::StreamExt as _;
use tracing::{Event, Instrument as _, Span, Subscriber, info, info_span};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};
use tracing_subscriber::registry::LookupSpan;

/// In which spans there were events, and in which thread.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<Vec<&'static str>>>>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Events {
    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        // Executors have events, too.
        if event.metadata().target() != module_path!() {
            return;
        }
        let spans = context.event_scope(event).into_iter().flatten();
        self.0
            .lock()
            .unwrap()
            .push(spans.map(|span| span.name()).collect());
    }
}

/// Runs this for a subscriber that only this thread has.
fn recorded(run: impl FnOnce()) -> Vec<Vec<&'static str>> {
    let events = Events::default();
    let subscriber = tracing_subscriber::registry().with(events.clone());
    tracing::subscriber::with_default(subscriber, run);
    let events = events.0.lock().unwrap();
    events.clone()
}

fn name() -> Option<&'static str> {
    Some(Span::current().metadata()?.name())
}

in_child! {
    fn of_spawned_twins() {
        use await_me_maybe::blocking::Resolve as _;
        use await_me_maybe::mirror::tokio::task::{JoinSet, spawn};

        let found = recorded(|| {
            info_span!("outer").in_scope(|| {
                let handle = spawn(|| {
                    info!("inside");
                    name()
                });
                assert_eq!(handle.resolve().unwrap(), Some("outer"));
                let mut set = JoinSet::new();
                set.spawn(name);
                assert_eq!(set.join_next().unwrap().unwrap(), Some("outer"));
            });
            assert_eq!(spawn(name).resolve().unwrap(), None);
        });
        assert_eq!(found, [["outer"]]);
    }

    fn of_unblock() {
        let found = recorded(|| {
            let inner = async { unblock(|| { info!("inside"); name() }).await };
            let names = smol::block_on(
                async {
                    let inner = inner.instrument(info_span!("inner")).await;
                    [inner, unblock(name).await]
                }
                .instrument(info_span!("outer")),
            );
            assert_eq!(names, [Some("inner"), Some("outer")]);
            // The thread of the pool has forgotten it.
            assert_eq!(smol::block_on(unblock(name)), None);
        });
        assert_eq!(found, [["inner", "outer"]]);
    }

    fn of_a_stream() {
        let found = recorded(|| {
            let stream = info_span!("making").in_scope(|| {
                stream_from_blocking(1, || (0..2).map(|_| { info!("inside"); name() }))
            });
            // The one in which it was made, not the one in which it is polled.
            let polling = stream.collect::<Vec<_>>().instrument(info_span!("polling"));
            assert_eq!(smol::block_on(polling), [Some("making"); 2]);
        });
        assert_eq!(found, [["making"], ["making"]]);
    }

    fn with_nobody_listening() {
        assert_eq!(smol::block_on(unblock(name)), None);
        let span = info_span!("unheard");
        assert_eq!(span.in_scope(|| smol::block_on(unblock(name))), None);
    }

    fn after_a_panic_the_thread_has_forgotten_it() {
        recorded(|| {
            let bomb = async { unblock(|| panic!("inside")).await };
            let bomb = std::panic::AssertUnwindSafe(bomb.instrument(info_span!("outer")));
            assert!(smol::block_on(futures::FutureExt::catch_unwind(bomb)).is_err());
            assert_eq!(smol::block_on(unblock(name)), None);
        });
    }
}

#[cfg(feature = "tokio")]
in_child! {
    fn of_unblock_on_tokio_and_on_a_thread_of_its_own() {
        use await_me_maybe::blocking::block_on;
        use tokio::runtime::Builder;

        recorded(|| {
            let runtime = Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
            let names = async {
                let nested = unblock(|| block_on(unblock(name))).await;
                [unblock(name).await, nested]
            };
            let names = runtime.block_on(names.instrument(info_span!("outer")));
            assert_eq!(names, [Some("outer"), Some("outer")]);
            assert_eq!(runtime.block_on(unblock(name)), None);
        });
    }
}
