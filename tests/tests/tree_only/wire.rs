use await_me_maybe_tests::log;

use super::*;

#[only_blocking]
use std::cell::Cell as Slot;
#[only_async]
use std::cell::RefCell as Slot;

/// Each half has its own bytes.
#[maybe_async]
#[derive(Default)]
pub struct Wire {
    pub slot: Slot<u8>,
    #[only_async]
    pub sent: std::cell::Cell<u8>,
    #[only_blocking]
    pub written: std::cell::Cell<u16>,
}

#[maybe_async]
impl Wire {
    #[only_async]
    pub async fn send(&self, n: u8) -> u8 {
        log("send");
        self.sent.set(self.sent.get() + n);
        self.sent.get()
    }

    #[only_blocking]
    pub fn send(&self, n: u8) -> u8 {
        log("send");
        self.written.set(self.written.get() + u16::from(n) * 2);
        let _ = self.flush();
        n * 2
    }

    pub async fn twice(&self, n: u8) -> u8 {
        let late = self.send(n);
        log("made");
        self.send(n).await.max(late.await)
    }

    pub async fn flush(&self) -> Result<(), u8> {
        log("flush");
        if is_async!() {
            return Err(self.sent.get());
        }
        Ok(())
    }

    pub async fn flush_here(&self) {
        if is_async!() {
            let _ = self.flush().await;
        } else {
            let _ = self.flush();
        }
        #[only_blocking]
        self.flush().unwrap();
    }

    #[only_async]
    pub const HALF: &str = "async";
    #[only_blocking]
    pub const HALF: &str = "blocking";
}

#[maybe_async]
impl Drop for Wire {
    fn drop(&mut self) {
        #[only_blocking]
        let _ = self.flush();
        if is_async!() {
            log("dropped");
        }
    }
}

#[maybe_async]
pub trait Source {
    #[only_async]
    async fn next(&mut self) -> u8;
    #[only_blocking]
    fn next(&mut self) -> u8;

    async fn two(&mut self) -> u8 {
        let first = self.next();
        first.await + self.next().await
    }
}

#[maybe_async]
impl Source for u8 {
    #[only_async]
    async fn next(&mut self) -> u8 {
        *self += 1;
        *self
    }

    #[only_blocking]
    fn next(&mut self) -> u8 {
        *self += 10;
        *self
    }
}

#[maybe_async]
#[only_blocking]
pub fn flush_all(wires: &[Wire]) {
    for wire in wires {
        let _ = wire.flush();
    }
}

#[only_async]
#[maybe_async]
pub async fn flush_all(wires: &[Wire]) {
    for wire in wires {
        let _ = wire.flush().await;
    }
}

#[maybe_async]
pub mod inner {
    use super::Wire;

    #[only_async]
    pub async fn fetch(wire: &Wire) -> u8 {
        wire.send(1).await
    }

    #[only_blocking]
    pub fn fetch(wire: &Wire) -> u8 {
        let _ = wire.flush();
        wire.send(2)
    }

    pub async fn through(wire: &Wire) -> u8 {
        let late = fetch(wire);
        late.await
    }

    #[only_blocking]
    pub mod deeper {
        pub fn fetched(wire: &super::Wire) -> u8 {
            let _ = super::fetch(wire);
            super::super::half()
        }
    }
}

pub fn half() -> u8 {
    #[allow(clippy::bool_to_int_with_if)]
    if is_async!() { 1 } else { 2 }
}
