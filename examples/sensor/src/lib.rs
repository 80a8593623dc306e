//! A driver for Sensirion's SCD41, a sensor of carbon dioxide, temperature and humidity: written
//! once over `embedded-hal-async`, used over that and over `embedded-hal`.
//!
//! [`driver::Sensor`] is for callers with an executor, [`driver::blocking::Sensor`] for callers
//! without one; both have the same methods. What does not wait is one type for both:
//! [`Measurement`], [`Error`], the [commands](command). In [`line`](mod@line) a host asks for measurements
//! over a serial line, in [`simulation`] is a sensor in memory.
//!
//! ```
//! use sensor::driver::{Sensor, blocking};
//! use sensor::simulation::{Device, Simulation};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let simulation = Simulation::new(Device::new(7));
//! let mut sensor = blocking::Sensor::new(simulation.bus(), simulation.delay());
//! let blocking = sensor.measure()?;
//!
//! let simulation = Simulation::new(Device::new(7));
//! let mut sensor = Sensor::new(simulation.bus(), simulation.delay());
//! let runtime = tokio::runtime::Builder::new_current_thread().build()?;
//! assert_eq!(runtime.block_on(sensor.measure())?, blocking);
//! # Ok(())
//! # }
//! ```
#![no_std]

pub mod command;
mod crc;
mod error;
mod measurement;
mod scd41;
mod serial;
pub mod simulation;
mod step;

pub use error::Error;
pub use measurement::{Measurement, Pace};
pub use scd41::{ADDRESS, driver};
pub use serial::{LineError, line};

use step::Step;
