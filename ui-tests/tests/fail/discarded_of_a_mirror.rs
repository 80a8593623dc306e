//! Futures of a mirrored or replaced library that are thrown away, where its methods keep their
//! names.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn throws_away() -> u8 {
    let (sender, mut receiver) = tokio::sync::mpsc::channel(1);
    let _ = sender.send(1); //~
    drop(receiver.recv()); //~
    {
        let _future = sender.send(3); //~
    }
    // No future.
    let _ = sender.try_send(2);
    let _tried = sender.try_send(2);
    drop(sender);
    receiver.recv().await.unwrap_or(0)
}

pub mod bus {
    pub struct Bus;

    impl Bus {
        pub async fn ask(&mut self) -> u8 {
            1
        }
    }

    pub mod blocking {
        pub struct Bus;

        impl Bus {
            pub fn ask(&mut self) -> u8 {
                1
            }
        }
    }
}

#[maybe_async(keep(send))]
async fn kept(sender: tokio::sync::mpsc::Sender<u8>) -> bool {
    let _ = sender.send(1); //~
    sender.send(2).await.is_ok()
}

#[maybe_async(replace(crate::bus = crate::bus::blocking))]
mod replaced {
    use crate::bus::Bus;

    pub async fn asks(bus: &mut Bus) -> u8 {
        let _ = bus.ask(); //~
        bus.ask().await
    }
}

fn main() {
    let _ = (throws_away(), kept, replaced::asks(&mut bus::Bus));
    throws_away_blocking();
    let _ = kept_blocking;
    replaced::blocking::asks(&mut bus::blocking::Bus);
}
