//! Both halves of both libraries, and an annotated function of its own on each version.

use futures::StreamExt as _;
use futures::executor::block_on;

use first::Memory;

mod own {
    use await_me_maybe::maybe_async;

    #[maybe_async]
    pub(crate) async fn on_the_new(start: u32) -> Result<u32, String> {
        let store = first::Memory(vec![start; 3]);
        let work = async { first::both(&store, 2).await.unwrap_or_default() };
        Ok(second::run(work).await)
    }

    #[ours_as_it_was::maybe_async(crate = ours_as_it_was)]
    pub(crate) async fn on_the_old(start: u32) -> u32 {
        let late = async { second::fetch(start).await };
        late.await.unwrap_or(7)
    }
}

fn main() {
    let store = Memory(vec![1, 2]);
    for start in [0, 3] {
        let asynchronous = block_on(first::both(&store, start));
        let blocking = first::both_blocking(&store, start);
        assert_eq!(asynchronous, blocking);
        assert_eq!(
            blocking,
            if start == 0 {
                Err("none".to_owned())
            } else {
                Ok(98)
            }
        );
        assert_eq!(
            block_on(own::on_the_old(start)),
            own::on_the_old_blocking(start)
        );
    }
    assert_eq!(block_on(own::on_the_new(5)), own::on_the_new_blocking(5));
    assert_eq!(own::on_the_new_blocking(5), Ok(62));
    assert_eq!(block_on(first::api::name(1)), first::api::blocking::name(1));
    assert_eq!(first::api::blocking::name(1), "level 2!");
    let doubled: Vec<u32> = block_on(first::doubled(3).collect());
    assert_eq!(doubled, first::doubled_blocking(3).collect::<Vec<_>>());
    // A closure is a thunk for every version.
    assert_eq!(second::run_blocking(|| 4), 5);
    assert_ne!(
        std::any::TypeId::of::<await_me_maybe::blocking::Deferred<fn() -> u8>>(),
        std::any::TypeId::of::<ours_as_it_was::blocking::Deferred<fn() -> u8>>(),
    );
    println!("both halves of both versions");
}
