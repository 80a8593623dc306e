use sensor::simulation::{Device, Fault, Simulation};

/// What is done with a sensor.
#[derive(Clone, Copy)]
pub(crate) enum Scenario {
    Once,
    Periodic,
    LowPower,
    Settings,
    Sleep,
    Host,
}

/// A scenario, what goes wrong in it, and how it should end.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) scenario: Scenario,
    /// The fault, how many transfers are fine before, and how often it happens.
    fault: Option<(Fault, u32, u32)>,
    /// The error that should come of it.
    error: Option<&'static str>,
}

impl Case {
    const fn fine(name: &'static str, scenario: Scenario) -> Self {
        Self {
            name,
            scenario,
            fault: None,
            error: None,
        }
    }

    /// A fault that the driver gets over.
    const fn overcome(
        name: &'static str,
        scenario: Scenario,
        (fault, after, times): (Fault, u32, u32),
    ) -> Self {
        Self {
            fault: Some((fault, after, times)),
            ..Self::fine(name, scenario)
        }
    }

    const fn fails(self, error: &'static str) -> Self {
        Self {
            error: Some(error),
            ..self
        }
    }

    pub(crate) fn device(&self, seed: u32) -> Device {
        let device = Device::new(seed);
        match self.fault {
            Some((fault, after, times)) => device.with_fault(fault, after, times),
            None => device,
        }
    }

    pub(crate) fn is_expected(&self, outcome: &Outcome) -> bool {
        match self.error {
            Some(error) => outcome.is_error && outcome.text == error,
            None => !outcome.is_error,
        }
    }
}

use Scenario::{Host, LowPower, Once, Periodic, Settings, Sleep};

pub(crate) const CASES: [Case; 13] = [
    Case::fine("one measurement", Once),
    Case::fine("every 5 seconds", Periodic),
    Case::fine("every 30 seconds", LowPower),
    Case::fine("settings", Settings),
    Case::fine("sleep and wake", Sleep),
    Case::fine("a host at a serial line", Host),
    Case::overcome("two refusals", Settings, (Fault::Nack, 6, 2)),
    Case::overcome("three refusals", Settings, (Fault::Nack, 6, 3))
        .fails("bus: NoAcknowledge(Address)"),
    Case::overcome(
        "a flipped bit in a setting",
        Settings,
        (Fault::Flip(9), 9, 1),
    ),
    Case::overcome(
        "a flipped bit in a measurement",
        Once,
        (Fault::Flip(30), 8, 1),
    )
    .fails("wrong checksum of word 1"),
    Case::overcome("slow to be ready", Periodic, (Fault::NotReady, 6, 45)),
    Case::overcome("never ready", Periodic, (Fault::NotReady, 6, u32::MAX))
        .fails("no measurement in time"),
    Case::overcome("the bus breaks in the middle", Periodic, (Fault::Bus, 8, 1)).fails("bus: Bus"),
];

/// How a scenario has ended, and what went over the bus.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) text: String,
    pub(crate) is_error: bool,
    pub(crate) transfers: u32,
    pub(crate) microseconds: u64,
    digest: u64,
}

impl Outcome {
    pub(crate) fn new(
        result: Result<String, Box<dyn std::error::Error>>,
        simulation: &Simulation,
    ) -> Self {
        let device = simulation.device();
        Self {
            is_error: result.is_err(),
            text: result.unwrap_or_else(|error| error.to_string()),
            transfers: device.transfers(),
            microseconds: device.now(),
            digest: device.digest(),
        }
    }
}
