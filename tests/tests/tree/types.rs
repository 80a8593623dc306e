use super::*;

#[only_async]
pub const HALF: &str = "async";
#[only_blocking]
pub const HALF: &str = "blocking";

#[maybe_async]
pub struct Halves {
    #[only_async]
    pub only_here: u8,
    #[only_blocking]
    pub here: u8,
    pub both: u8,
}

impl Halves {
    #[only_async]
    pub fn sum(&self) -> u8 {
        self.only_here + self.both
    }

    #[only_blocking]
    pub fn sum(&self) -> u8 {
        self.here + self.both
    }
}

#[maybe_async]
pub enum Kind {
    #[only_async]
    Async,
    #[only_blocking]
    Blocking,
}

#[maybe_async]
impl Kind {
    pub fn is_mine(&self) -> bool {
        match self {
            #[only_async]
            Self::Async => is_async!(),
            #[only_blocking]
            Self::Blocking => !is_async!(),
        }
    }
}
