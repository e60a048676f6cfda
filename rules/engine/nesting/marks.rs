//! A search for the bytes that decide how JavaScript nests, many at a time.

/// The bytes that are searched together, one bit each.
const BLOCK_BYTES: usize = 64;

/// Returns whether a byte is a bracket, a quote, a slash, a backslash or an at sign. It has no branch.
const fn is_mark(byte: u8) -> bool {
    (byte | 1 == b')')
        | (byte | 0x20 == b'{')
        | (byte | 0x20 == b'}')
        | (byte & !0x20 == b'@')
        | (byte == b'\\')
        | (byte == b'\'')
        | (byte == b'"')
        | (byte == b'/')
}

pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    /// The offset of the current block.
    begin: usize,
    /// The marks of the current block, the first in the lowest bit.
    bits: u64,
}

impl<'a> Marks<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut marks = Self { bytes, begin: 0, bits: 0 };
        marks.load(0);
        marks
    }

    fn load(&mut self, begin: usize) {
        let rest = &self.bytes[begin..];
        self.begin = begin;
        self.bits = match rest.first_chunk() {
            Some(block) => marks(block),
            None => {
                let mut block = [0; BLOCK_BYTES];
                block[..rest.len()].copy_from_slice(rest);
                marks(&block)
            }
        };
    }

    /// Returns the offset of the next mark at or after `from`; offsets never decrease from call to call.
    #[inline]
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        // There is no mark before the current block.
        let mut from = from.max(self.begin);
        loop {
            if from >= self.begin + BLOCK_BYTES {
                if from >= self.bytes.len() {
                    return None;
                }
                self.load(from);
            }
            let marks = self.bits & (u64::MAX << (from - self.begin));
            if marks != 0 {
                return Some(self.begin + marks.trailing_zeros() as usize);
            }
            from = self.begin + BLOCK_BYTES;
        }
    }
}

/// Returns a bit for each byte of a block: 1 for a mark.
fn marks(block: &[u8; BLOCK_BYTES]) -> u64 {
    /// The bit of each of eight bytes.
    const BITS: u64 = 0x8040_2010_0804_0201;
    /// A factor that sums eight bytes in the highest one.
    const SUM: u64 = 0x0101_0101_0101_0101;
    let mut found = [0u8; BLOCK_BYTES];
    for (found, &byte) in found.iter_mut().zip(block) {
        *found = if is_mark(byte) { u8::MAX } else { 0 };
    }
    let (eights, _) = found.as_chunks::<8>();
    let bits = eights.iter().map(|eight| (u64::from_le_bytes(*eight) & BITS).wrapping_mul(SUM) >> 56);
    bits.enumerate().fold(0, |all, (at, bits)| all | bits << (8 * at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_wherever_they_stand() {
        for length in [0, 1, 7, 63, 64, 65, 200] {
            for at in 0..length {
                for mark in *b"()[]{}@`\\'\"/" {
                    let mut text = vec![b'a'; length];
                    text[at] = mark;
                    let mut marks = Marks::new(&text);
                    assert_eq!(marks.next(0), Some(at));
                    assert_eq!(marks.next(0), Some(at));
                    assert_eq!(marks.next(at + 1), None);
                }
            }
        }
        let others = (0..=u8::MAX).filter(|byte| !b"()[]{}@`\\'\"/".contains(byte)).collect::<Vec<_>>();
        assert_eq!(Marks::new(&others).next(0), None);
    }
}
