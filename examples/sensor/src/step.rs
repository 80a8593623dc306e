/// What the sensor is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Idle,
    Measuring,
    Asleep,
    /// Anything: nobody has looked.
    Unknown,
}
