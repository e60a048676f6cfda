//! A JSON file → its shape → that shape's reader.

use std::sync::Arc;

use serde_json::Value;

use super::{Document, Effect, Place, Position, Shape, builder::Builder, rounds, stored};

/// A value in a JSON file, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'v> {
    pub value: &'v Value,
    file: &'v Arc<str>,
    pointer: String,
}

impl<'v> Cursor<'v> {
    pub fn root(file: &'v Arc<str>, value: &'v Value) -> Self {
        Self { value, file, pointer: String::new() }
    }

    pub fn place(&self) -> Place {
        Place { file: self.file.clone(), position: Position::Pointer(self.pointer.clone()) }
    }

    /// A field of an object; `null` where there is none.
    pub fn field(&self, name: &str) -> Self {
        let token = name.replace('~', "~0").replace('/', "~1");
        Self { value: &self.value[name], file: self.file, pointer: format!("{}/{token}", self.pointer) }
    }

    /// The names of an object's fields; none where it is no object.
    pub fn keys(&self) -> impl Iterator<Item = &'v str> + use<'v> {
        self.value.as_object().into_iter().flat_map(|object| object.keys().map(String::as_str))
    }

    /// The items of a list; none where it is no list.
    pub fn items(&self) -> impl Iterator<Item = Self> {
        let count = self.value.as_array().map_or(0, Vec::len);
        (0..count).map(|index| self.item(index))
    }

    /// One item of a list; `null` where there is none.
    pub fn item(&self, index: usize) -> Self {
        Self { value: &self.value[index], file: self.file, pointer: format!("{}/{index}", self.pointer) }
    }
}

/// Reads a whole JSON file into the experiment.
pub(super) fn read(builder: &mut Builder, file: Arc<str>, text: &[u8]) {
    let value = match serde_json::from_slice(text) {
        Ok(value) => value,
        Err(error) => return builder.problem(syntax_place(file, &error), Effect::FileLeftOut, syntax_message(&error)),
    };
    let root = Cursor::root(&file, &value);
    let Some(shape) = shape(&value) else {
        return builder.problem(root.place(), Effect::FileLeftOut, other_shape(&value));
    };
    match shape {
        Shape::Stored => stored::read(builder, &root),
        Shape::Checkpoint => stored::read_checkpoint(builder, &root),
        Shape::Rounds => rounds::read(builder, &root),
    }
    builder.experiment.documents.push(Document { file, shape, value });
}

/// Where in a file its syntax breaks.
pub(super) fn syntax_place(file: Arc<str>, error: &serde_json::Error) -> Place {
    Place { file, position: Position::Line(error.line()) }
}

/// What is wrong with a text that should be JSON.
pub(super) fn syntax_message(error: &serde_json::Error) -> String {
    if error.is_eof() {
        format!("the JSON breaks off here, column {}: the file is truncated", error.column())
    } else {
        format!("this is not JSON: {error}")
    }
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
        "this JSON is no experiment: {found}; expected `models.NAME.byPrompt[].iterations[]`, a checkpoint's `modelId` \
         and `results.byPrompt[]`, or `model` and `prompts[].generations[]`"
    )
}
