//! The same functions as somebody would write them.

use crate::{Countdown, Error, Port, SourceBlocking};

/// See `twin`.
#[inline(never)]
pub fn copy_blocking(from: &mut Port, to: &mut Port, count: usize) -> Result<usize, Error> {
    let mut sum = 0;
    for _ in 0..count {
        let byte = from.read()?;
        to.write(byte)?;
        sum += usize::from(byte);
    }
    Ok(sum)
}

/// See `twin`.
#[inline(never)]
pub fn parse_blocking(port: &mut Port) -> Result<u32, Error> {
    let byte = port.read();
    let text = format!("{byte:?}");
    text.parse().map_err(|_| Error::Bad)
}

/// See `twin`.
#[inline(never)]
pub fn total_blocking(source: &mut Countdown) -> u64 {
    let mut total = 0;
    while let Some(next) = source.next_blocking() {
        total += next;
    }
    total
}

/// See `twin`.
#[inline(never)]
pub fn first_digit_blocking(port: &mut Port) -> u8 {
    fn digit(port: &mut Port) -> Result<u8, Error> {
        let byte = port.read()?;
        if byte.is_ascii_digit() {
            return Ok(byte - b'0');
        }
        Err(Error::Bad)
    }
    digit(port).unwrap_or(0)
}

/// See `twin`.
#[inline(never)]
pub fn early_blocking(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    let first = other.read()?;
    let late = port.read()?.wrapping_add(3);
    Ok(first.wrapping_mul(late))
}

/// See `twin`.
#[inline(never)]
pub fn persistent_blocking(port: &mut Port) -> Result<u8, Error> {
    let mut last = Err(Error::Gone);
    for _ in 0..3_u8 {
        last = port.read();
        if last.is_ok() {
            break;
        }
    }
    last
}

/// See `twin`.
#[inline(never)]
pub fn depth_blocking(port: &mut Port) -> usize {
    match port.read() {
        Ok(0) | Err(_) => 0,
        Ok(_) => 1 + depth_blocking(port),
    }
}
