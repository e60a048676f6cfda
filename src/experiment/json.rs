//! The reader of a JSON file: recognizes its shape and calls that shape's reader.

use serde_json::Value;

use super::{
    Columns, Document, Effect, FileName, Place, Position, Shape,
    builder::Builder,
    cursor::Cursor,
    fields::Fields,
    readers::{self, Source},
    rounds, row, stored,
};

/// Reads a whole JSON file into the experiment.
pub(super) fn read(builder: &mut Builder, file: FileName, text: &[u8]) {
    if let Some(value) = parse_or_problem(builder, &file, text) {
        read_value(builder, file, value);
    }
}

/// Reads a whole JSON file, which may also be another tool's, or a list of rows.
pub(super) fn read_other(builder: &mut Builder, columns: &Columns, file: FileName, text: &[u8], source: &Source<'_>) {
    let Some(value) = parse_or_problem(builder, &file, text) else { return };
    if shape(&value).is_none() {
        let others = if columns.is_mapped() { None } else { readers::of_document(&value, source) };
        if let Some(rows) = others {
            return readers::add(builder, columns, &file, rows);
        }
        if let Value::Array(items) = &value
            && items.iter().any(Value::is_object)
        {
            return read_list(builder, columns, &file, items);
        }
        // A file of one line is a row, if it has a row's columns.
        if value.is_object() && columns.is_row(&value) {
            return read_list(builder, columns, &file, std::slice::from_ref(&value));
        }
    }
    read_value(builder, file, value);
}

/// Parses a file; one that is not JSON is left out, with a problem that names the place.
fn parse_or_problem(builder: &mut Builder, file: &FileName, text: &[u8]) -> Option<Value> {
    parse(text)
        .inspect_err(|error| {
            builder.problem(syntax_place(file, error), Effect::FileLeftOut, syntax_message(error));
        })
        .ok()
}

/// Reads a list of rows.
fn read_list(builder: &mut Builder, columns: &Columns, file: &FileName, items: &[Value]) {
    for (index, item) in items.iter().enumerate() {
        let place = Place { file: file.clone(), position: Position::item(index) };
        let read = Fields::of(item, "the row").and_then(|fields| row::read(builder, columns, fields.0, place.clone()));
        if let Err(message) = read {
            builder.problem(place, Effect::RowLeftOut, message);
        }
    }
}

fn read_value(builder: &mut Builder, file: FileName, value: Value) {
    let root = Cursor::root(&file, &value);
    let Some(shape) = shape(&value) else {
        return builder.problem(root.place(), Effect::FileLeftOut, other_shape(&value));
    };
    match shape {
        Shape::Stored => stored::read(builder, &root),
        Shape::Checkpoint => stored::read_checkpoint(builder, &root),
        Shape::Rounds => rounds::read(builder, &root),
    }
    if builder.keeps_all {
        builder.experiment.documents.push(Document { file, shape, value });
    }
}

/// Parses JSON. Half a surrogate pair, which JavaScript writes and UTF-8 cannot hold, becomes U+FFFD, as it does when
/// JavaScript writes it to a file; `NaN` and `Infinity`, which Python writes, become null.
pub(super) fn parse(text: &[u8]) -> serde_json::Result<Value> {
    serde_json::from_slice(text).or_else(|error| {
        let paired = without_lone_surrogates(text);
        let finite = without_nonfinite_numbers(paired.as_deref().unwrap_or(text));
        match finite.or(paired) {
            Some(mended) => serde_json::from_slice(&mended).map_err(|_| error),
            None => Err(error),
        }
    })
}

/// Replaces numbers that JSON does not have by null; `None` where there are none.
fn without_nonfinite_numbers(text: &[u8]) -> Option<Vec<u8>> {
    const NUMBERS: [&[u8]; 3] = [b"-Infinity", b"Infinity", b"NaN"];
    let mut mended = Vec::with_capacity(text.len());
    let mut is_text = false;
    let mut copied = 0;
    let mut index = 0;
    while index < text.len() {
        match text[index] {
            b'\\' if is_text => index += 1,
            b'"' => is_text = !is_text,
            b'-' | b'I' | b'N' if !is_text => {
                if let Some(number) = NUMBERS.iter().find(|number| text[index..].starts_with(number)) {
                    mended.extend_from_slice(&text[copied..index]);
                    mended.extend_from_slice(b"null");
                    copied = index + number.len();
                    index = copied;
                    continue;
                }
            }
            _ => {}
        }
        index += 1;
    }
    (copied > 0).then(|| {
        mended.extend_from_slice(&text[copied..]);
        mended
    })
}

/// Replaces the escapes of lone surrogates; `None` where there are none.
fn without_lone_surrogates(text: &[u8]) -> Option<Vec<u8>> {
    const REPLACEMENT: &[u8; 6] = b"\\ufffd";
    let mut mended = None;
    let mut index = 0;
    while let Some(offset) = text[index..].iter().position(|byte| *byte == b'\\') {
        let escape = index + offset;
        index = match (unit(text, escape), unit(text, escape + REPLACEMENT.len())) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => escape + 2 * REPLACEMENT.len(),
            (Some(0xd800..=0xdfff), _) => {
                let end = escape + REPLACEMENT.len();
                mended.get_or_insert_with(|| text.to_vec())[escape..end].copy_from_slice(REPLACEMENT);
                end
            }
            // An escaped backslash takes two bytes; all other escapes contain none.
            _ => text.len().min(escape + 2),
        };
    }
    mended
}

/// Returns the UTF-16 unit of an escape `\uXXXX` that starts here.
fn unit(text: &[u8], start: usize) -> Option<u16> {
    let digits = text.get(start..start + 6)?.strip_prefix(b"\\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// Returns the place in a file at which its syntax breaks.
fn syntax_place(file: &FileName, error: &serde_json::Error) -> Place {
    Place { file: file.clone(), position: Position::line(error.line()) }
}

/// Returns the error in a text that should be JSON.
pub(super) fn syntax_message(error: &serde_json::Error) -> String {
    if error.is_eof() {
        format!("the JSON breaks off here, column {}: the file is truncated", error.column())
    } else {
        format!("this is not JSON: {error}")
    }
}

/// Reads an experiment from a value, for tests.
#[cfg(test)]
pub(super) fn experiment_of(value: &Value) -> super::Experiment {
    let domains = super::Domains::default();
    let mut builder = Builder::new(&domains);
    read(&mut builder, FileName::new("experiment.json".into()), value.to_string().as_bytes());
    builder.finish()
}

fn shape(value: &Value) -> Option<Shape> {
    if value["models"].is_object() {
        Some(Shape::Stored)
    } else if value["results"]["byPrompt"].is_array() {
        Some(Shape::Checkpoint)
    } else if value["prompts"].is_array() {
        Some(Shape::Rounds)
    } else {
        None
    }
}

fn other_shape(value: &Value) -> String {
    let found = match value {
        Value::Object(object) if !object.is_empty() => {
            let names: Vec<_> = object.keys().take(8).map(|name| format!("`{name}`")).collect();
            format!("it holds {}", names.join(", "))
        }
        Value::Object(_) => "it is an empty object".into(),
        Value::Array(_) => "it is a list".into(),
        _ => "it is a single value".into(),
    };
    format!(
        "this JSON is not an experiment: {found}; expected `models.NAME.byPrompt[].iterations[]`, a checkpoint's \
         `modelId` and `results.byPrompt[]`, or `model` and `prompts[].generations[]`; or {}",
        readers::KNOWN
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_a_surrogate_pair_becomes_the_replacement_character() {
        let text = br#"["\ud83d\ude00", "\ud83d", "\ude00\ud83d", "\\ud83d", "\n\ud83dx"]"#;
        let expected = ["\u{1f600}", "\u{fffd}", "\u{fffd}\u{fffd}", "\\ud83d", "\n\u{fffd}x"];
        assert_eq!(parse(text).unwrap(), Value::from(expected.to_vec()));
    }

    proptest! {
        #[test]
        fn any_utf_16_text_can_be_read(units in proptest::collection::vec(any::<u16>(), 0..20)) {
            let escaped: String = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
            let value = parse(format!("\"{escaped}\"").as_bytes()).unwrap();
            prop_assert_eq!(value, Value::from(String::from_utf16_lossy(&units)));
        }
    }
}
