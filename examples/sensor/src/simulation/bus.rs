use core::cell::{Ref, RefCell};

use await_me_maybe::maybe_async;
use embedded_hal::i2c::{ErrorKind, ErrorType, NoAcknowledgeSource, Operation};

use super::device::Device;
use super::yielding::Yield;
use crate::ADDRESS;

/// A bus with one sensor at it, and a timer.
#[derive(Debug)]
pub struct Simulation {
    device: RefCell<Device>,
}

impl Simulation {
    /// A bus with this sensor.
    #[must_use]
    pub const fn new(device: Device) -> Self {
        Self {
            device: RefCell::new(device),
        }
    }

    /// The sensor, to look at.
    pub fn device(&self) -> Ref<'_, Device> {
        self.device.borrow()
    }

    /// The bus.
    pub const fn bus(&self) -> Bus<'_> {
        Bus(&self.device)
    }

    /// The timer.
    pub const fn delay(&self) -> Delay<'_> {
        Delay(&self.device)
    }
}

/// The bus of a simulation.
#[derive(Clone, Copy, Debug)]
pub struct Bus<'a>(&'a RefCell<Device>);

/// The timer of a simulation.
#[derive(Clone, Copy, Debug)]
pub struct Delay<'a>(&'a RefCell<Device>);

impl ErrorType for Bus<'_> {
    type Error = ErrorKind;
}

#[maybe_async]
impl embedded_hal_async::i2c::I2c for Bus<'_> {
    async fn transaction(
        &mut self,
        address: u8,
        operations: &mut [Operation<'_>],
    ) -> Result<(), ErrorKind> {
        if address != ADDRESS {
            return Err(ErrorKind::NoAcknowledge(NoAcknowledgeSource::Address));
        }
        for operation in operations {
            #[only_async]
            Yield::default().await;
            let mut device = self.0.borrow_mut();
            match operation {
                Operation::Read(buffer) => device.read(buffer)?,
                Operation::Write(bytes) => device.write(bytes)?,
            }
        }
        Ok(())
    }
}

#[maybe_async]
impl embedded_hal_async::delay::DelayNs for Delay<'_> {
    async fn delay_ns(&mut self, nanoseconds: u32) {
        #[only_async]
        Yield::default().await;
        self.0.borrow_mut().wait(nanoseconds);
    }
}
