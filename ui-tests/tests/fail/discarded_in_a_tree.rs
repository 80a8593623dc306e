//! In a source that is compiled twice an async call looks like that of its twin.

mod asynchronous {
    use await_me_maybe::asynchronous::maybe_async;

    #[maybe_async]
    pub async fn beep(times: u8) -> u8 {
        times
    }

    pub struct Device;

    #[maybe_async]
    impl Device {
        pub async fn reset(&self) {}
    }

    pub trait Plug {
        type Fault;
        async fn plug(&self, device: &Device) -> Result<(), Self::Fault>;
    }

    #[maybe_async]
    impl<T> Plug for Vec<T> {
        type Fault = String;

        async fn plug(&self, device: &Device) -> Result<(), Self::Fault> {
            let _ = device.reset(); //~
            let fault: Option<Self::Fault> = None;
            fault.map_or(Ok(()), Err)
        }
    }

    #[maybe_async]
    pub async fn wrong(device: &Device) {
        let _ = beep(1); //~
        drop(device.reset()); //~
        _ = beep(2); //~
        let _future = device.reset(); //~
        beep(3).await;
    }

    #[maybe_async]
    pub async fn right(values: &mut Vec<u8>) -> Option<u8> {
        let _ = values.len();
        drop(values.pop());
        let _first = values.first().copied();
        let late = async { beep(1).await };
        let _ = late;
        values.pop()
    }
}

fn main() {
    let _ = asynchronous::wrong(&asynchronous::Device);
}
