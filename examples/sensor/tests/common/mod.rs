//! Both halves side by side.

#![allow(dead_code, reason = "no test file uses all of it")]

use std::fmt::Debug;

use sensor::driver::{Sensor, blocking};
use sensor::simulation::{Bus, Delay, Device, Simulation};

pub(crate) fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.expect("a runtime").block_on(future)
}

/// What came of it, and what went over the bus and when.
#[derive(Debug, PartialEq)]
pub(crate) struct Trace<T> {
    pub(crate) value: T,
    pub(crate) transfers: u32,
    pub(crate) milliseconds: u64,
    digest: u64,
}

impl<T> Trace<T> {
    pub(crate) fn new(value: T, simulation: &Simulation) -> Self {
        let device = simulation.device();
        Self {
            value,
            transfers: device.transfers(),
            milliseconds: device.now() / 1000,
            digest: device.digest(),
        }
    }
}

/// The same on two equal sensors, in the async half and in the blocking one.
pub(crate) fn halves<T: Debug + PartialEq>(
    device: &Device,
    asynchronous: impl AsyncFnOnce(&mut Sensor<Bus<'_>, Delay<'_>>) -> T,
    blocking: impl FnOnce(&mut blocking::Sensor<Bus<'_>, Delay<'_>>) -> T,
) -> Trace<T> {
    let simulation = Simulation::new(device.clone());
    let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
    let value = block_on(asynchronous(&mut sensor));
    let trace = Trace::new(value, &simulation);

    let simulation = Simulation::new(device.clone());
    let mut sensor = blocking::Sensor::new(simulation.bus(), simulation.delay());
    let value = blocking(&mut sensor);
    assert_eq!(trace, Trace::new(value, &simulation));
    trace
}
