//! A value in a JSON file, with the path to it.

use serde_json::Value;

use super::{FileName, Place, Position};

/// A value in a JSON file, with its place.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'v> {
    pub value: &'v Value,
    file: &'v FileName,
    pointer: String,
}

impl<'v> Cursor<'v> {
    pub fn root(file: &'v FileName, value: &'v Value) -> Self {
        Self { value, file, pointer: String::new() }
    }

    pub fn place(&self) -> Place {
        Place { file: self.file.clone(), position: Position::pointer(self.pointer.as_str()) }
    }

    /// Returns a field of an object; `null` where there is none.
    pub fn field(&self, name: &str) -> Self {
        let token = name.replace('~', "~0").replace('/', "~1");
        Self { value: &self.value[name], file: self.file, pointer: format!("{}/{token}", self.pointer) }
    }

    /// Returns the names of an object's fields; none where it is not an object.
    pub fn keys(&self) -> impl Iterator<Item = &'v str> + use<'v> {
        self.value.as_object().into_iter().flat_map(|object| object.keys().map(String::as_str))
    }

    /// Returns the items of a list; none where it is not a list.
    pub fn items(&self) -> impl Iterator<Item = Self> {
        let count = self.value.as_array().map_or(0, Vec::len);
        (0..count).map(|index| self.item(index))
    }

    /// Returns an item of a list; `null` where there is none.
    pub fn item(&self, index: usize) -> Self {
        Self { value: &self.value[index], file: self.file, pointer: format!("{}/{index}", self.pointer) }
    }
}
