//! The sensor's words: two bytes, most significant first, and a checksum behind them.

/// Bytes of a word on the wire.
pub(crate) const WORD: usize = 3;

/// CRC-8 with the polynomial 0x31 and a start of 0xff.
pub(crate) const fn checksum(bytes: [u8; 2]) -> u8 {
    let mut crc = 0xff ^ bytes[0];
    let mut at = 0;
    loop {
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 0x80 == 0 {
                crc << 1
            } else {
                (crc << 1) ^ 0x31
            };
            bit += 1;
        }
        at += 1;
        if at == bytes.len() {
            return crc;
        }
        crc ^= bytes[at];
    }
}

pub(crate) const fn encode(word: u16) -> [u8; WORD] {
    let [high, low] = word.to_be_bytes();
    [high, low, checksum([high, low])]
}

/// The word, unless its checksum is another one.
pub(crate) const fn decode([high, low, crc]: [u8; WORD]) -> Option<u16> {
    if crc == checksum([high, low]) {
        Some(u16::from_be_bytes([high, low]))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{checksum, decode, encode};

    #[test]
    fn is_the_checksum_of_the_data_sheet() {
        assert_eq!(checksum([0xbe, 0xef]), 0x92);
        assert_eq!(encode(0xbeef), [0xbe, 0xef, 0x92]);
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        for word in [0, 0x1234, 0xffff] {
            let bytes = encode(word);
            assert_eq!(decode(bytes), Some(word));
            for bit in 0..24 {
                let mut flipped = bytes;
                flipped[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(decode(flipped), None, "{word:#x}, bit {bit}");
            }
        }
    }
}
