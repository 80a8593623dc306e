/// Numbers without an order: xorshift, the same for the same seed.
#[derive(Clone, Debug)]
pub struct Noise(u32);

impl Noise {
    /// Noise of this seed.
    #[must_use]
    pub const fn new(seed: u32) -> Self {
        // 0 would stay 0.
        Self(seed ^ 0x9e37_79b9 | 1)
    }

    /// The next number.
    pub fn next_word(&mut self) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        let [high, low, ..] = self.0.to_be_bytes();
        u16::from_be_bytes([high, low])
    }

    /// A number below this one.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn below(&mut self, end: u16) -> u16 {
        self.next_word() % end
    }
}
