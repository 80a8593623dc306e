//! A sensor in memory, register by register, whose time passes when somebody waits: for the tests
//! of this crate and of programs that use it.
//!
//! It serves both halves, and so do its bus, its timer and its serial port. In the async half each
//! of them lets its task wait once, as hardware would.

mod bus;
mod device;
mod fault;
mod noise;
mod port;
mod yielding;

pub use bus::{Bus, Delay, Simulation};
pub use device::Device;
pub use fault::Fault;
pub use noise::Noise;
pub use port::Port;
