//! Byte offsets ↔ ESLint's lines, columns and ranges.

use std::cell::{Cell, OnceCell};

use memchr::{memchr, memchr_iter, memchr3_iter, memrchr};
use oxc_span::Span;

/// A place in the text as ESLint gives it: 1-based line, 1-based column in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// Bytes between two known UTF-16 offsets. A look-up counts at most this many bytes, however long the line.
const STRIDE: usize = 128;

/// The largest text, in bytes, whose lines are counted for each place rather than listed.
const SHORT: usize = 8 << 10;

/// Where the lines of a text begin, and how its bytes count in UTF-16.
///
/// Lines end at LF, CRLF, CR, U+2028 and U+2029.
pub struct Positions<'a> {
    source: &'a str,
    /// Whether the text is short and of ASCII whose lines end at LF.
    is_plain: bool,
    /// The byte offset of each line's first character, when first needed.
    lines: OnceCell<Vec<u32>>,
    /// The line of the last position asked for: the next is likely to be near.
    near: Cell<usize>,
    /// The UTF-16 offset of every `STRIDE`th byte; empty where all is ASCII.
    utf16: Vec<u32>,
}

impl<'a> Positions<'a> {
    pub fn new(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let is_ascii = bytes.is_ascii();
        let utf16 = if is_ascii {
            Vec::new()
        } else {
            bytes
                .chunks(STRIDE)
                .scan(0, |units, chunk| {
                    let before = *units;
                    *units += utf16_units(chunk);
                    Some(before)
                })
                .collect()
        };
        let is_plain = is_ascii && bytes.len() <= SHORT && memchr(b'\r', bytes).is_none();
        Self { source, is_plain, lines: OnceCell::new(), near: Cell::new(0), utf16 }
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let bytes = self.source.as_bytes();
            let ends = memchr3_iter(b'\n', b'\r', 0xE2, bytes).filter_map(|at| match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => None,
                0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])) => Some(at + 3),
                0xE2 => None,
                _ => Some(at + 1),
            });
            std::iter::once(0).chain(ends.map(|end| end as u32)).collect()
        })
    }

    /// The UTF-16 offset of a byte offset, which must lie on a character boundary.
    pub fn utf16_offset(&self, offset: u32) -> u32 {
        if self.utf16.is_empty() {
            return offset;
        }
        let offset = offset as usize;
        // The offset behind the last byte may begin a stride of its own.
        let stride = (offset / STRIDE).min(self.utf16.len() - 1);
        self.utf16[stride] + utf16_units(&self.source.as_bytes()[stride * STRIDE..offset])
    }

    /// Where a span starts and ends.
    pub fn span(&self, span: Span) -> [Position; 2] {
        let start = self.position(span.start);
        let end =
            if self.is_plain { self.plain_position(start, span.start, span.end) } else { self.position(span.end) };
        [start, end]
    }

    /// The 1-based line and column of a byte offset in plain text, counted from a place before it.
    fn plain_position(&self, Position { line, column }: Position, from: u32, offset: u32) -> Position {
        let between = &self.source.as_bytes()[from as usize..offset as usize];
        match memrchr(b'\n', between) {
            Some(end) => Position {
                line: line + memchr_iter(b'\n', &between[..=end]).count() as u32,
                column: (between.len() - end) as u32,
            },
            None => Position { line, column: column + offset - from },
        }
    }

    /// The 1-based line and column of a byte offset.
    pub fn position(&self, offset: u32) -> Position {
        if self.is_plain {
            return self.plain_position(Position { line: 1, column: 1 }, 0, offset);
        }
        let lines = self.lines();
        let line = self.line_of(offset, lines);
        self.near.set(line);
        let column = self.utf16_offset(offset) - self.utf16_offset(lines[line]) + 1;
        Position { line: line as u32 + 1, column }
    }

    /// The place among `lines` of the line that a byte offset is in.
    fn line_of(&self, offset: u32, lines: &[u32]) -> usize {
        let near = self.near.get();
        let mut before = if lines[near] <= offset { near } else { 0 };
        let mut step = 1;
        while lines.get(before + step).is_some_and(|&start| start <= offset) {
            before += step;
            step *= 2;
        }
        let between = &lines[before..lines.len().min(before + step)];
        before + between.partition_point(|&start| start <= offset) - 1
    }

    /// The byte offset of a place: the inverse of [`position`](Self::position). A place behind the end
    /// is the end.
    pub fn offset(&self, place: Position) -> u32 {
        let Some(&start) = self.lines().get(place.line.saturating_sub(1) as usize) else {
            return self.source.len() as u32;
        };
        let wanted = place.column.saturating_sub(1);
        let mut units = 0;
        let end = self.source[start as usize..]
            .char_indices()
            .find(|(_, character)| {
                let reached = units >= wanted;
                units += character.len_utf16() as u32;
                reached
            })
            .map_or(self.source.len(), |(at, _)| start as usize + at);
        end as u32
    }

    /// How many lines there are; an empty text has one.
    pub fn line_count(&self) -> u32 {
        self.lines().len() as u32
    }

    /// The byte offset at which a 1-based line begins.
    pub fn line_start(&self, line: u32) -> u32 {
        self.lines()[line as usize - 1]
    }
}

/// A character's UTF-16 units are counted at its first byte: one, or two from U+10000 on.
fn utf16_units(bytes: &[u8]) -> u32 {
    if bytes.is_ascii() {
        return bytes.len() as u32;
    }
    bytes
        .iter()
        .map(|&byte| match byte {
            0x80..=0xBF => 0,
            0xF0.. => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd\u{2028}e\u{2029}f";
        let positions = Positions::new(text);
        for (letter, line) in ["a", "b", "c", "d", "e", "f"].into_iter().zip(1..) {
            let offset = text.find(letter).unwrap() as u32;
            assert_eq!(positions.position(offset), Position { line, column: 1 }, "{letter}");
            assert_eq!(positions.offset(Position { line, column: 1 }), offset, "{letter}");
        }
        assert_eq!(positions.line_count(), 6);
    }

    #[test]
    fn counted_lines_are_the_listed_ones() {
        let text = "one\n\n  two\nthree";
        let (counted, listed) = (Positions::new(text), Positions { is_plain: false, ..Positions::new(text) });
        for offset in 0..=text.len() as u32 {
            assert_eq!(counted.position(offset), listed.position(offset), "{offset}");
        }
    }

    #[test]
    fn positions_are_the_same_in_whatever_order_they_are_asked_for() {
        let text = "ab\n\nc\u{e9}\r\n".repeat(100);
        let at = |offset: usize, positions: &Positions| positions.position(offset as u32);
        let offsets: Vec<_> = text.char_indices().map(|(offset, _)| offset).collect();
        let alone: Vec<_> = offsets.iter().map(|&offset| at(offset, &Positions::new(&text))).collect();
        let positions = Positions::new(&text);
        for stride in [1, 2, 7, 150, 599] {
            for place in (0..offsets.len()).map(|place| place * stride % offsets.len()) {
                assert_eq!(at(offsets[place], &positions), alone[place]);
            }
        }
    }

    #[test]
    fn columns_and_ranges_count_utf16_units() {
        let text = "é€😀x";
        let positions = Positions::new(text);
        let x = text.find('x').unwrap() as u32;
        assert_eq!(positions.position(x), Position { line: 1, column: 5 });
        assert_eq!(positions.offset(Position { line: 1, column: 5 }), x);
        assert_eq!(positions.offset(Position { line: 2, column: 1 }), text.len() as u32);
        assert_eq!(positions.utf16_offset(x), 4);
        assert_eq!(positions.utf16_offset(text.len() as u32), 5);
    }

    #[test]
    fn a_long_line_counts_the_same_across_strides() {
        let text = "😀".repeat(STRIDE);
        let positions = Positions::new(&text);
        for index in 0..=STRIDE {
            assert_eq!(positions.utf16_offset(4 * index as u32), 2 * index as u32);
        }
    }
}
