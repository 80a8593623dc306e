//! The driver over any bus, a borrowed one and a shared one, and behind traits with twins.

mod common;

use std::cell::RefCell;

use await_me_maybe::maybe_async;
use embedded_hal::i2c::{ErrorKind, ErrorType, Operation};
use embedded_hal_bus::i2c::RefCellDevice;
use sensor::Measurement;
use sensor::driver::{Sensor, Source, blocking};
use sensor::simulation::{Bus, Delay, Device, Fault, Simulation};
use tokio::sync::Mutex;

use common::{Trace, block_on, halves};

/// An error that is no more than the trait asks for: no `Display`, no `PartialEq`.
#[derive(Debug)]
struct Plain(ErrorKind);

impl embedded_hal::i2c::Error for Plain {
    fn kind(&self) -> ErrorKind {
        self.0
    }
}

/// A bus with errors of its own.
struct Wrapped<'a>(Bus<'a>);

impl ErrorType for Wrapped<'_> {
    type Error = Plain;
}

#[maybe_async(keep(transaction))]
impl embedded_hal_async::i2c::I2c for Wrapped<'_> {
    async fn transaction(
        &mut self,
        address: u8,
        operations: &mut [Operation<'_>],
    ) -> Result<(), Plain> {
        self.0.transaction(address, operations).await.map_err(Plain)
    }
}

/// What an application writes for any bus, and any error of it.
#[maybe_async(replace(sensor::driver = sensor::driver::blocking))]
mod application {
    use embedded_hal_async::delay::DelayNs;
    use embedded_hal_async::i2c::I2c;
    use sensor::driver::{Sensor, Source};
    use sensor::{Error, Measurement};

    pub(super) async fn first<I2C, D, E>(bus: I2C, delay: D) -> Result<Measurement, Error<E>>
    where
        I2C: I2c<Error = E>,
        D: DelayNs,
        E: embedded_hal::i2c::Error,
    {
        let mut sensor = Sensor::new(bus, delay);
        sensor.reset().await?;
        sensor.measure().await
    }

    /// Two buses in turn, each borrowed for one sensor.
    pub(super) async fn twice<I2C: I2c, D: DelayNs + Clone>(
        bus: &mut I2C,
        delay: D,
    ) -> Result<[u16; 2], Error<I2C::Error>> {
        let first = first(&mut *bus, delay.clone()).await?.co2;
        let again = first_of(bus, delay).await?;
        Ok([first, again])
    }

    async fn first_of<I2C: I2c>(
        bus: &mut I2C,
        delay: impl DelayNs,
    ) -> Result<u16, Error<I2C::Error>> {
        let mut sensor = Sensor::new(bus, delay);
        let measurement = sensor.sample().await?;
        let (_, _): (&mut I2C, _) = sensor.release();
        Ok(measurement.co2)
    }

    /// What has a level, and a driver is.
    pub(super) trait Alarm: Source {
        const LIMIT: u16;

        async fn is_stuffy(&mut self) -> Result<bool, Self::Error> {
            Ok(self.sample().await?.co2 > Self::LIMIT)
        }

        async fn stuffy_times(&mut self, times: u8) -> Result<u8, Self::Error> {
            let mut count = 0;
            for _ in 0..times {
                count += u8::from(self.is_stuffy().await?);
            }
            Ok(count)
        }
    }

    impl<I2C: I2c, D: DelayNs> Alarm for Sensor<I2C, D> {
        const LIMIT: u16 = 625;
    }
}

#[test]
fn errors_of_any_bus_come_through() {
    let device = Device::new(4).with_fault(Fault::Arbitration, 2, 1);
    let simulation = Simulation::new(device.clone());
    let first = application::first(Wrapped(simulation.bus()), simulation.delay());
    let first = block_on(first).map_err(|error| error.to_string());
    let asynchronous = Trace::new(first, &simulation);

    let simulation = Simulation::new(device);
    let first = application::blocking::first(Wrapped(simulation.bus()), simulation.delay());
    let first = first.map_err(|error| error.to_string());
    assert_eq!(Trace::new(first, &simulation), asynchronous);
    let expected = Err("bus: Plain(ArbitrationLoss)".to_owned());
    assert_eq!(asynchronous.value, expected);
}

#[test]
fn a_borrowed_bus_is_a_bus() {
    let simulation = Simulation::new(Device::new(4));
    let result = block_on(application::twice(
        &mut simulation.bus(),
        simulation.delay(),
    ));
    let asynchronous = Trace::new(result, &simulation);

    let simulation = Simulation::new(Device::new(4));
    let result = application::blocking::twice(&mut simulation.bus(), simulation.delay());
    assert_eq!(Trace::new(result, &simulation), asynchronous);
    assert!(asynchronous.value.is_ok_and(|[a, b]| a != b));
}

#[test]
fn a_trait_of_the_application_has_a_twin_that_the_driver_implements() {
    let trace = halves(
        &Device::new(4),
        async |sensor| {
            use application::Alarm as _;
            sensor.stuffy_times(6).await
        },
        |sensor| {
            use application::blocking::Alarm as _;
            sensor.stuffy_times(6)
        },
    );
    assert!(trace.value.is_ok_and(|times| (1..6).contains(&times)));
    assert_eq!(trace.transfers, 6 * 5);
}

#[test]
fn the_default_method_of_the_drivers_own_trait_takes_the_middle_one() {
    let trace = halves(
        &Device::new(4),
        async |sensor| {
            let steady = Source::steady(sensor).await?.co2;
            sensor.measure().await.map(|last| (steady, last))
        },
        |sensor| {
            let steady = blocking::Source::steady(sensor)?.co2;
            sensor.measure().map(|last| (steady, last))
        },
    );
    let (steady, _) = trace.value.expect("four measurements");
    let simulation = Simulation::new(Device::new(4));
    let mut sensor = blocking::Sensor::new(simulation.bus(), simulation.delay());
    let mut three: Vec<u16> = (0..3)
        .map(|_| sensor.measure().expect("a measurement").co2)
        .collect();
    three.sort_unstable();
    assert_eq!(steady, three[1]);
}

/// A share in a bus, for tasks: `embedded-hal-bus` has one for SPI only.
#[derive(Clone, Copy)]
struct Shared<'a>(&'a Mutex<Bus<'a>>);

impl ErrorType for Shared<'_> {
    type Error = ErrorKind;
}

impl embedded_hal_async::i2c::I2c for Shared<'_> {
    async fn transaction(
        &mut self,
        address: u8,
        operations: &mut [Operation<'_>],
    ) -> Result<(), ErrorKind> {
        let mut bus = self.0.lock().await;
        embedded_hal_async::i2c::I2c::transaction(&mut *bus, address, operations).await
    }
}

#[test]
fn two_drivers_share_a_bus() {
    type Two = [Result<Measurement, sensor::Error<ErrorKind>>; 2];

    let simulation = Simulation::new(Device::new(8));
    let bus = Mutex::new(simulation.bus());
    let mut one = Sensor::new(Shared(&bus), simulation.delay());
    let mut other = Sensor::new(Shared(&bus), simulation.delay());
    let values: Two = block_on(async { [one.measure().await, other.measure().await] });
    let asynchronous = Trace::new(values, &simulation);

    let simulation = Simulation::new(Device::new(8));
    let bus = RefCell::new(simulation.bus());
    let mut one: blocking::Sensor<_, Delay<'_>> =
        blocking::Sensor::new(RefCellDevice::new(&bus), simulation.delay());
    let mut other = blocking::Sensor::new(RefCellDevice::new(&bus), simulation.delay());
    let values: Two = [one.measure(), other.measure()];
    assert_eq!(Trace::new(values, &simulation), asynchronous);
    assert!(asynchronous.value.iter().all(Result::is_ok));
}

#[test]
fn nobody_answers_at_another_address() {
    use embedded_hal::i2c::I2c as _;

    let simulation = Simulation::new(Device::new(8));
    let mut bus = simulation.bus();
    let result = bus.write(0x63, &[0x36, 0x82]);
    assert!(matches!(result, Err(ErrorKind::NoAcknowledge(_))));
    let result = block_on(embedded_hal_async::i2c::I2c::write(&mut bus, 0x63, &[0]));
    assert!(matches!(result, Err(ErrorKind::NoAcknowledge(_))));
}
