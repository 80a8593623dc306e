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

#[inline]
fn step(port: &mut Port, by: u8) -> Result<u8, Error> {
    Ok(port.read()?.wrapping_add(by))
}

/// See `twin`.
#[inline(never)]
pub fn bound_block_blocking(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    fn block(port: &mut Port) -> Result<u8, Error> {
        let byte = port.read()?;
        if byte == 0 {
            return Err(Error::Gone);
        }
        Ok(byte)
    }
    other.write(1)?;
    block(port)
}

/// See `twin`.
#[inline(never)]
pub fn maybe_never_blocking(port: &mut Port, other: &mut Port, wanted: bool) -> u8 {
    let byte = other.read().unwrap_or(6);
    if wanted {
        port.read().unwrap_or(5)
    } else {
        byte
    }
}

/// See `twin`.
#[inline(never)]
pub fn passed_on_blocking(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    other.write(1)?;
    let value = step(port, 7);
    other.write(2)?;
    value
}

/// See `twin`.
#[inline(never)]
pub fn passed_block_blocking(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    other.write(1)?;
    let value = step(port, 1);
    other.write(2)?;
    value
}

/// See `twin`.
#[inline(never)]
pub fn with_pairs_blocking(count: u8) -> Result<u32, Error> {
    fn callback(n: u8) -> Result<u8, Error> {
        if n == 9 {
            return Err(Error::Bad);
        }
        Ok(n)
    }
    let mut sum = 0;
    for n in 0..count {
        sum += u32::from(callback(n)?);
    }
    Ok(sum)
}

/// See `twin`.
#[inline(never)]
pub fn folded_blocking(list: &[u8], port: &mut Port) -> u32 {
    let mut sum = 0;
    for &byte in list {
        sum = match port.write(byte) {
            Ok(()) => sum + u32::from(byte),
            Err(_) => sum,
        };
    }
    sum
}

/// See `twin`.
#[inline(never)]
pub fn looped_blocking(port: &mut Port, other: &mut Port, count: u8) -> Result<u32, Error> {
    let mut sum = 0;
    for n in 0..count {
        other.write(n)?;
        sum += u32::from(step(port, n)?);
    }
    Ok(sum)
}

/// See `twin`.
#[inline(never)]
pub fn chosen_blocking(port: &mut Port, first: bool) -> Result<u8, Error> {
    if first { step(port, 1) } else { step(port, 2) }
}

/// See `twin`.
#[inline(never)]
pub fn pinned_blocking(port: &mut Port, other: &mut Port) -> Result<u8, Error> {
    other.write(3)?;
    port.read()
}

/// See `twin`.
#[inline(never)]
pub fn returned_blocking(port: &mut Port) -> Result<u8, Error> {
    Ok(port.read()? ^ 1)
}
