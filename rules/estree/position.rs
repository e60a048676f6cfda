//! Byte offsets ↔ ESLint's lines, columns and ranges.

use std::{cell::OnceCell, ops::Range};

use memchr::{memchr, memchr_iter, memchr3_iter, memrchr};
use oxc_span::Span;

/// A position in the text in ESLint's units: 1-based line, 1-based column in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

/// The bytes between two indexed positions of a long text: at most this many are counted per look-up, however long the
/// line.
const INDEX_STRIDE_BYTES: usize = 512;

/// The bytes of the largest text in which every look-up counts from the beginning.
const UNINDEXED_MAX_BYTES: usize = 8 << 10;

/// Converts between the byte offsets of a text, its lines and columns, and UTF-16 offsets.
///
/// Lines end at LF, CRLF, CR, U+2028 and U+2029.
pub struct Positions<'a> {
    source: &'a str,
    /// Each byte is a UTF-16 unit.
    is_ascii: bool,
    /// All lines end at LF.
    is_plain: bool,
    /// The place of every `INDEX_STRIDE_BYTES`th byte, computed when first needed.
    strides: OnceCell<Vec<Place>>,
}

/// A byte of the text, with the counts of lines and units before it.
#[derive(Clone, Copy, Default)]
struct Place {
    offset: u32,
    /// The number of lines that have ended.
    lines: u32,
    /// The number of UTF-16 units.
    units: u32,
    /// The offset in UTF-16 units at which its line begins.
    line_start: u32,
}

impl From<Place> for Position {
    fn from(place: Place) -> Self {
        Self { line: place.lines + 1, column: place.units - place.line_start + 1 }
    }
}

impl<'a> Positions<'a> {
    /// Prepares look-ups in a text without a byte order mark.
    pub fn new(source: &'a str) -> Self {
        let is_ascii = source.is_ascii();
        let is_plain = is_ascii && memchr(b'\r', source.as_bytes()).is_none();
        Self { source, is_ascii, is_plain, strides: OnceCell::new() }
    }

    /// Returns the place of a byte offset, which must be a character boundary.
    fn place(&self, offset: u32) -> Place {
        self.place_from(self.known_before(offset), offset)
    }

    /// Returns the last place at or before a byte offset that needs no counting.
    fn known_before(&self, offset: u32) -> Place {
        if self.source.len() <= UNINDEXED_MAX_BYTES {
            Place::default()
        } else {
            self.strides()[offset as usize / INDEX_STRIDE_BYTES]
        }
    }

    fn strides(&self) -> &[Place] {
        self.strides.get_or_init(|| {
            let mut place = Place::default();
            let next = (INDEX_STRIDE_BYTES..=self.source.len()).step_by(INDEX_STRIDE_BYTES).map(|offset| {
                place = self.place_from(place, offset as u32);
                place
            });
            std::iter::once(Place::default()).chain(next).collect()
        })
    }

    /// Returns the place of a byte offset, counting from a place before it.
    #[inline]
    fn place_from(&self, from: Place, offset: u32) -> Place {
        let between = from.offset as usize..offset as usize;
        let mut place = Place { offset, units: from.units + self.units(between.clone()), ..from };
        let (lines, last_end) = self.line_ends(between);
        if let Some(end) = last_end {
            place.lines += lines;
            place.line_start = place.units - self.units(end + 1..offset as usize);
        }
        place
    }

    /// Returns how many lines end within a range of bytes, and the offset of the last end: of its last byte, where a
    /// line end has several.
    #[inline]
    fn line_ends(&self, range: Range<usize>) -> (u32, Option<usize>) {
        let bytes = &self.source.as_bytes()[range.clone()];
        let last = memrchr(b'\n', bytes).map(|at| range.start + at);
        let count = if last.is_some() { memchr_iter(b'\n', bytes).count() as u32 } else { 0 };
        if self.is_plain {
            return (count, last);
        }
        let others = memchr3_iter(b'\r', 0xA8, 0xA9, bytes).map(|at| range.start + at).filter(|&at| self.ends_line(at));
        others.fold((count, last), |(count, last), at| (count + 1, last.max(Some(at))))
    }

    /// Returns whether a line ends with a byte other than LF.
    fn ends_line(&self, at: usize) -> bool {
        let bytes = self.source.as_bytes();
        match bytes[at] {
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            0xA8 | 0xA9 => bytes[..at].ends_with(&[0xE2, 0x80]),
            _ => false,
        }
    }

    /// Returns how many UTF-16 units begin within a range of bytes.
    #[inline]
    fn units(&self, range: Range<usize>) -> u32 {
        if self.is_ascii { range.len() as u32 } else { utf16_units(&self.source.as_bytes()[range]) }
    }

    /// Returns the UTF-16 offset of a byte offset, which must be a character boundary.
    pub fn utf16_offset(&self, offset: u32) -> u32 {
        if self.is_ascii { offset } else { self.place(offset).units }
    }

    /// Returns the positions at which a span begins and ends.
    pub(crate) fn span(&self, span: Span) -> [Position; 2] {
        let start = self.place(span.start);
        let known = self.known_before(span.end);
        let nearest = if known.offset > span.start { known } else { start };
        [start.into(), self.place_from(nearest, span.end).into()]
    }

    /// Returns the 1-based line and column of a byte offset, which must be a character boundary.
    pub fn position(&self, offset: u32) -> Position {
        self.place(offset).into()
    }

    /// Returns the byte offset of a position: the inverse of [`position`](Self::position). A position after the end
    /// gives the end.
    pub fn offset(&self, place: Position) -> u32 {
        let line = self.place(self.line_start(place.line));
        let units = line.units + place.column.saturating_sub(1);
        self.first(|place| place.units >= units)
    }

    /// Returns the number of lines; an empty text has one.
    pub fn line_count(&self) -> u32 {
        self.position(self.source.len() as u32).line
    }

    /// Returns the byte offset at which a 1-based line begins; the end of the text, where there is no such line.
    pub fn line_start(&self, line: u32) -> u32 {
        self.first(|place| place.lines + 1 >= line)
    }

    /// Returns the offset of the first character from which on a condition holds; the end of the text, where there is
    /// none.
    fn first(&self, is_reached: impl Fn(Place) -> bool) -> u32 {
        let strides = self.strides();
        let next = strides.partition_point(|&place| !is_reached(place));
        let mut place = next.checked_sub(1).map(|last| strides[last]).unwrap_or_default();
        let end = self.source.len() as u32;
        let mut characters = (place.offset..end).filter(|&offset| self.source.is_char_boundary(offset as usize));
        let is_first = |&offset: &u32| {
            place = self.place_from(place, offset);
            is_reached(place)
        };
        characters.find(is_first).unwrap_or(end)
    }
}

/// Counts the UTF-16 units that begin at these bytes: one at a character's first byte, or two from U+10000 on.
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
    use proptest::{collection::vec, prelude::*, sample::select};

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

    /// Returns the place of each character and of the end, counted one by one.
    fn counted(text: &str) -> Vec<(u32, Position, u32)> {
        let mut places = Vec::new();
        let (mut at, mut units) = (Position { line: 1, column: 1 }, 0);
        let mut characters = text.char_indices().peekable();
        while let Some((offset, character)) = characters.next() {
            places.push((offset as u32, at, units));
            units += character.len_utf16() as u32;
            at.column += character.len_utf16() as u32;
            let is_half = character == '\r' && characters.peek().is_some_and(|&(_, next)| next == '\n');
            if matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}') && !is_half {
                at = Position { line: at.line + 1, column: 1 };
            }
        }
        places.push((text.len() as u32, at, units));
        places
    }

    fn texts() -> impl Strategy<Value = String> {
        let pieces = [
            "\n",
            "\r\n",
            "\r",
            "\u{2028}",
            "\u{2029}",
            "\u{a8}",
            "a",
            "some words",
            "\u{e9}",
            "\u{20ac}",
            "\u{1f600}",
        ];
        let kinds = prop_oneof![Just(1..2), Just(6..8), Just(0..1), Just(0..7), Just(0..pieces.len())];
        let text = kinds.prop_flat_map(move |kinds| vec(select(pieces[kinds].to_vec()), 0..200));
        // Short, and long enough to be indexed.
        (text, prop_oneof![Just(0), Just(UNINDEXED_MAX_BYTES)]).prop_map(|(pieces, spaces)| {
            let text = pieces.concat();
            let (before, after) = text.split_at(text.floor_char_boundary(text.len() / 2));
            format!("{before}{}{after}", " ".repeat(spaces))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]
        #[test]
        fn places_are_those_that_are_counted(text in texts()) {
            let (counted, positions) = (counted(&text), Positions::new(&text));
            let others = counted.iter().cycle().skip(7);
            let step = 1 + counted.len() / 300;
            for (&(offset, at, units), &(end, at_end, _)) in counted.iter().zip(others).step_by(step) {
                prop_assert_eq!(positions.position(offset), at);
                prop_assert_eq!(positions.utf16_offset(offset), units);
                prop_assert_eq!(positions.offset(at), offset);
                prop_assert!(positions.line_start(at.line) <= offset);
                if at.column == 1 {
                    prop_assert_eq!(positions.line_start(at.line), offset);
                }
                if offset <= end {
                    prop_assert_eq!(positions.span(Span::new(offset, end)), [at, at_end]);
                }
            }
            let (end, last, _) = counted[counted.len() - 1];
            prop_assert_eq!(positions.line_count(), last.line);
            prop_assert_eq!(positions.line_start(last.line + 1), end);
            prop_assert_eq!(positions.offset(Position { line: last.line + 1, column: 3 }), end);
        }
    }
}
