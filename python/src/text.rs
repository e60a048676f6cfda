//! Python's strings as UTF-8, without a copy where Python holds them as such.

use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    pybacked::PyBackedStr,
    types::{PyBytes, PyString},
};

/// A text that threads can read while Python goes on.
pub enum Text {
    /// Python's own UTF-8.
    Backed(PyBackedStr),
    /// A copy in which each lone surrogate became U+FFFD, so that offsets in code points stay.
    Mended(String),
}

impl Text {
    /// Takes a text from a Python object; `place` names it in the error where it is not a string.
    pub fn extract(object: &Bound<'_, PyAny>, place: impl FnOnce() -> String) -> PyResult<Self> {
        let Ok(string) = object.cast::<PyString>() else {
            let found = object.get_type().name()?;
            return Err(PyTypeError::new_err(format!("{} must be a str, not {found}", place())));
        };
        match PyBackedStr::try_from(string.clone()) {
            Ok(text) => Ok(Self::Backed(text)),
            Err(_) => mend(string).map(Self::Mended),
        }
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        match self {
            Self::Backed(text) => text,
            Self::Mended(text) => text,
        }
    }
}

/// The text of a string that holds lone surrogates.
fn mend(string: &Bound<'_, PyString>) -> PyResult<String> {
    let encoded = string.call_method1("encode", ("utf-8", "surrogatepass"))?;
    let mut bytes = encoded.cast::<PyBytes>()?.as_bytes().to_vec();
    // A surrogate is encoded as ED A0..BF xx, which no other code point's encoding contains; U+FFFD takes three bytes
    // too.
    for at in 0..bytes.len().saturating_sub(2) {
        if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
            bytes[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
        }
    }
    String::from_utf8(bytes).map_err(super::value_error)
}

/// The offset of each place in code points from the start of `text`.
///
/// A place is a line and a column as ESLint counts them: 1-based, columns in UTF-16 units. One beyond the text is at
/// its end.
pub fn code_point_offsets(text: &str, places: &[(u32, u32)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_unstable_by_key(|&place| places[place]);
    let mut offsets = vec![0; places.len()];
    let mut waiting = order.into_iter().peekable();
    let (mut line, mut column, mut offset) = (1_u32, 1_u32, 0_usize);
    let mut letters = text.chars().peekable();
    // ESLint drops one leading byte order mark; it takes no column.
    if letters.peek() == Some(&'\u{FEFF}') {
        letters.next();
        offset += 1;
    }
    loop {
        while let Some(place) = waiting.next_if(|&place| places[place] <= (line, column)) {
            offsets[place] = offset;
        }
        let Some(letter) = letters.next() else { break };
        let ends_line = match letter {
            '\r' => letters.peek() != Some(&'\n'),
            '\n' | '\u{2028}' | '\u{2029}' => true,
            _ => false,
        };
        offset += 1;
        if ends_line {
            // Places past the end of a line belong to its end.
            while let Some(place) = waiting.next_if(|&place| places[place].0 == line) {
                offsets[place] = offset - 1;
            }
            (line, column) = (line + 1, 1);
        } else {
            column += letter.len_utf16() as u32;
        }
    }
    waiting.for_each(|place| offsets[place] = offset);
    offsets
}
