use embedded_hal::i2c::{ErrorKind, NoAcknowledgeSource};

use super::fault::{Fault, Planned};
use super::noise::Noise;
use crate::crc::{WORD, decode, encode};

const NACK: ErrorKind = ErrorKind::NoAcknowledge(NoAcknowledgeSource::Data);

/// What the sensor does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Idle,
    /// Measuring every so many milliseconds.
    Periodic(u64),
    Asleep,
}

/// The sensor, with its registers.
#[derive(Clone, Debug)]
pub struct Device {
    /// Microseconds since it was powered.
    now: u64,
    busy_until: u64,
    mode: Mode,
    /// When the next measurement is there.
    due: Option<u64>,
    sample: Option<[u16; 3]>,
    answer: [u8; 3 * WORD],
    answered: usize,
    /// Serial number.
    serial: [u16; 3],
    /// Offset of the temperature, altitude, pressure.
    registers: [u16; 3],
    self_test: u16,
    noise: Noise,
    planned: Option<Planned>,
    transfers: u32,
    digest: u64,
}

impl Device {
    /// A sensor in a room that this seed describes.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        let mut noise = Noise::new(seed);
        let serial = [noise.next_word(), noise.next_word(), noise.next_word()];
        Self {
            now: 0,
            busy_until: 0,
            mode: Mode::Idle,
            due: None,
            sample: None,
            answer: [0; 3 * WORD],
            answered: 0,
            serial,
            registers: [0x05da, 0, 1013],
            self_test: 0,
            noise,
            planned: None,
            transfers: 0,
            digest: 0xcbf2_9ce4_8422_2325,
        }
    }

    /// The same with registers of any contents: serial number; offset of the temperature,
    /// altitude and pressure; what the self-test says.
    #[must_use]
    pub fn with_registers(self, serial: [u16; 3], registers: [u16; 3], self_test: u16) -> Self {
        Self {
            serial,
            registers,
            self_test,
            ..self
        }
    }

    /// The same with something that goes wrong, after so many transfers over the bus, and so many
    /// times.
    #[must_use]
    pub fn with_fault(mut self, fault: Fault, after: u32, times: u32) -> Self {
        self.planned = Some(Planned {
            fault,
            after,
            times,
        });
        self
    }

    /// Microseconds since it was powered.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.now
    }

    /// How many transfers there were over the bus.
    #[must_use]
    pub fn transfers(&self) -> u32 {
        self.transfers
    }

    /// A number of all bytes that went over the bus, of the times when they did, and of the errors.
    #[must_use]
    pub fn digest(&self) -> u64 {
        self.digest
    }

    /// Lets time pass.
    pub(super) fn wait(&mut self, nanoseconds: u32) {
        self.now += u64::from(nanoseconds.div_ceil(1000));
        while let Some(due) = self.due.filter(|due| *due <= self.now) {
            let noise = &mut self.noise;
            self.sample = Some([
                600 + noise.below(50),
                0x6400 + noise.below(0x0400) - self.registers[0].min(0x1000),
                0x5c00 + noise.below(0x0800),
            ]);
            self.due = match self.mode {
                Mode::Periodic(interval) => Some(due + interval * 1000),
                _ => None,
            };
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), ErrorKind> {
        self.note(b'w', bytes);
        let fault = self.fault(|fault| fault.error().is_some());
        let result = match fault {
            Some(Fault::Bus) => {
                // It has arrived all the same.
                let _ = self.command(bytes);
                Err(ErrorKind::Bus)
            }
            _ => match fault.and_then(Fault::error) {
                Some(error) => Err(error),
                None => self.command(bytes),
            },
        };
        self.noted(result)
    }

    pub(super) fn read(&mut self, buffer: &mut [u8]) -> Result<(), ErrorKind> {
        let result = self.answer(buffer);
        self.note(b'r', buffer);
        self.noted(result)
    }

    fn answer(&mut self, buffer: &mut [u8]) -> Result<(), ErrorKind> {
        let fault = self.fault(|fault| fault != Fault::NotReady);
        if let Some(error) = fault.and_then(Fault::error) {
            return Err(error);
        }
        if self.now < self.busy_until || self.answered < buffer.len() {
            return Err(NACK);
        }
        buffer.copy_from_slice(&self.answer[..buffer.len()]);
        if let (Some(Fault::Flip(bit)), false) = (fault, buffer.is_empty()) {
            let at = usize::from(bit / 8) % buffer.len();
            buffer[at] ^= 1 << (bit % 8);
        }
        self.answered = 0;
        Ok(())
    }

    fn command(&mut self, bytes: &[u8]) -> Result<(), ErrorKind> {
        let [high, low, argument @ ..] = bytes else {
            return Err(NACK);
        };
        let argument = match argument {
            [] => None,
            [high, low, crc] => Some(decode([*high, *low, *crc]).ok_or(NACK)?),
            _ => return Err(NACK),
        };
        let code = u16::from_be_bytes([*high, *low]);
        if code == 0x36f6 && self.mode == Mode::Asleep {
            self.mode = Mode::Idle;
            self.busy_until = self.now + 30_000;
        }
        let is_taken = match self.mode {
            Mode::Idle => code != 0x36f6,
            Mode::Periodic(_) => matches!(code, 0x3f86 | 0xec05 | 0xe4b8 | 0xe000),
            Mode::Asleep => false,
        };
        if self.now < self.busy_until || !is_taken {
            return Err(NACK);
        }
        self.answered = 0;
        let milliseconds = self.obey(code, argument)?;
        self.busy_until = self.now + milliseconds * 1000;
        Ok(())
    }

    /// Does what a command says, and says how many milliseconds that takes.
    fn obey(&mut self, code: u16, argument: Option<u16>) -> Result<u64, ErrorKind> {
        match (code, argument) {
            (0x21b1, None) => self.measure_every(5000),
            (0x21ac, None) => self.measure_every(30_000),
            (0x219d, None) => {
                self.due = Some(self.now + 5_000_000);
                return Ok(5000);
            }
            (0x3f86, None) => {
                self.mode = Mode::Idle;
                self.due = None;
                self.sample = None;
                return Ok(500);
            }
            (0xec05, None) => {
                let sample = self.sample.take().ok_or(NACK)?;
                self.reply(&sample);
            }
            (0xe4b8, None) => {
                let is_stuck = self.fault(|fault| fault == Fault::NotReady).is_some();
                let is_ready = self.sample.is_some() && !is_stuck;
                // The upper bits mean nothing.
                let word = if is_ready { 0x8006 } else { 0x8000 };
                self.reply(&[word]);
            }
            (0x241d, Some(word)) => self.registers[0] = word,
            (0x2318, None) => self.reply(&[self.registers[0]]),
            (0x2427, Some(word)) => self.registers[1] = word,
            (0x2322, None) => self.reply(&[self.registers[1]]),
            (0xe000, Some(word)) => self.registers[2] = word,
            (0x362f, Some(ppm)) => {
                let correction = 0x8000_u16.wrapping_add(ppm).wrapping_sub(600);
                self.reply(&[if self.now < 180_000_000 {
                    0xffff
                } else {
                    correction
                }]);
                return Ok(400);
            }
            (0x3682, None) => self.reply(&self.serial.clone()),
            (0x3639, None) => {
                self.reply(&[self.self_test]);
                return Ok(10_000);
            }
            (0x3646, None) => {
                self.sample = None;
                return Ok(30);
            }
            (0x36e0, None) => self.mode = Mode::Asleep,
            _ => return Err(NACK),
        }
        Ok(1)
    }

    fn measure_every(&mut self, milliseconds: u64) {
        self.mode = Mode::Periodic(milliseconds);
        self.due = Some(self.now + milliseconds * 1000);
    }

    fn reply(&mut self, words: &[u16]) {
        for (bytes, word) in self.answer.chunks_exact_mut(WORD).zip(words) {
            bytes.copy_from_slice(&encode(*word));
        }
        self.answered = words.len() * WORD;
    }

    /// The fault that is due, if it is one of these.
    fn fault(&mut self, is_meant: impl Fn(Fault) -> bool) -> Option<Fault> {
        let transfers = self.transfers;
        let planned = self.planned.as_mut()?;
        let is_due = planned.after < transfers && planned.times > 0 && is_meant(planned.fault);
        is_due.then(|| {
            planned.times -= 1;
            planned.fault
        })
    }

    fn noted(&mut self, result: Result<(), ErrorKind>) -> Result<(), ErrorKind> {
        if result.is_err() {
            self.mix(b'!');
        }
        result
    }

    fn note(&mut self, what: u8, bytes: &[u8]) {
        self.transfers += 1;
        self.mix(what);
        for byte in self.now.to_be_bytes() {
            self.mix(byte);
        }
        for byte in bytes {
            self.mix(*byte);
        }
    }

    /// FNV-1a.
    fn mix(&mut self, byte: u8) {
        self.digest = (self.digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
