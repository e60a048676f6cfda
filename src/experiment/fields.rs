//! Typed fields of JSON objects; errors say what was expected.

use serde_json::{Map, Value};

use super::Origin;
use crate::answer::{Language, Status, parts};

/// The fields of one object. Every method's error says what is wrong and what was expected; a field that is `null` is
/// missing.
#[derive(Clone, Copy)]
pub(super) struct Fields<'v>(pub &'v Map<String, Value>);

impl<'v> Fields<'v> {
    /// Reads an object; `what` names it in the error.
    pub fn of(value: &'v Value, what: &str) -> Result<Self, String> {
        value.as_object().map(Self).ok_or_else(|| format!("{what} is {}; expected an object", describe(value)))
    }

    pub fn get(self, name: &str) -> Option<&'v Value> {
        self.0.get(name).or_else(|| nested(self.0, name)).filter(|value| !value.is_null())
    }

    pub fn optional_text(self, name: &str) -> Result<Option<&'v str>, String> {
        self.optional(name, "text", Value::as_str)
    }

    pub fn text(self, name: &str) -> Result<&'v str, String> {
        self.optional_text(name).and_then(|value| required(value, name, "text"))
    }

    /// Returns a non-empty text that names something. A whole number is a name, too.
    pub fn name(self, name: &str) -> Result<String, String> {
        let value = self.optional(name, "a name", |value| match value {
            Value::String(text) => (!text.is_empty()).then(|| text.clone()),
            Value::Number(number) if number.is_u64() => Some(number.to_string()),
            _ => None,
        })?;
        required(value, name, "a name")
    }

    /// Returns a whole number from 0 to 2³² − 1; 3.0 is one.
    pub fn optional_count(self, name: &str) -> Result<Option<u32>, String> {
        self.optional(name, "a whole number from 0 to 4294967295", as_count)
    }

    pub fn count(self, name: &str) -> Result<u32, String> {
        self.optional_count(name).and_then(|value| required(value, name, "a whole number"))
    }

    /// Returns a non-negative number.
    pub fn optional_duration(self, name: &str) -> Result<Option<f64>, String> {
        self.optional(name, "a number from 0", |value| value.as_f64().filter(|number| *number >= 0.0))
    }

    pub fn optional_list(self, name: &str) -> Result<Option<&'v [Value]>, String> {
        self.optional(name, "a list", |value| value.as_array().map(Vec::as_slice))
    }

    pub fn list(self, name: &str) -> Result<&'v [Value], String> {
        self.optional_list(name).and_then(|value| required(value, name, "a list"))
    }

    /// Returns the texts of a field that holds one, several in a list, or a conversation, of which the last answer
    /// counts; `None` where the field is missing.
    pub fn texts(self, name: &str) -> Result<Option<Vec<String>>, String> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match texts_of(value) {
            Some(texts) if !texts.is_empty() => Ok(Some(texts)),
            _ => Err(format!("`{name}` is {}; expected text, a list of texts, or messages", describe(value))),
        }
    }

    /// Returns the name in a field: text, a number, or the last message of a conversation's user.
    pub fn prompt(self, name: &str) -> Result<String, String> {
        let Some(Value::Array(messages)) = self.get(name) else { return self.name(name) };
        let said = messages.iter().rev().find(|message| message["role"] == "user");
        said.and_then(|message| parts(&message["content"]))
            .filter(|said| !said.is_empty())
            .ok_or_else(|| format!("`{name}` is a list; expected a name, or messages of which one is a user's"))
    }

    /// Returns the origin in an answer's object: its `language`, and the `status` of text that is not code.
    pub fn origin(self) -> Origin {
        let word = |name| self.get(name).and_then(Value::as_str);
        // Other statuses are determined from the code itself.
        let is_of_answer = |status: &Status| {
            matches!(
                status,
                Status::CutOff
                    | Status::Refused
                    | Status::Failed
                    | Status::Patch
                    | Status::OtherLanguage
                    | Status::Fenced
            )
        };
        Origin {
            language: word("language").and_then(Language::of_word).unwrap_or_default(),
            status: word("status").and_then(Status::of_name).filter(is_of_answer),
            extraction: None,
        }
    }

    fn optional<T>(
        self,
        name: &str,
        expected: &str,
        convert: impl FnOnce(&'v Value) -> Option<T>,
    ) -> Result<Option<T>, String> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match convert(value) {
            Some(converted) => Ok(Some(converted)),
            None => Err(format!("`{name}` is {}; expected {expected}", describe(value))),
        }
    }
}

fn texts_of(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(items) if items.iter().any(|item| item.get("role").is_some()) => {
            let is_answer = |message: &&Value| matches!(message["role"].as_str(), Some("assistant" | "model" | "ai"));
            let answer = items.iter().rev().find(is_answer)?;
            parts(&answer["content"]).or_else(|| parts(&answer["parts"])).map(|text| vec![text])
        }
        Value::Array(items) if items.iter().all(|item| item["type"].is_string()) && !items.is_empty() => {
            parts(value).map(|text| vec![text])
        }
        Value::Array(items) => Some(items.iter().map(texts_of).collect::<Option<Vec<_>>>()?.concat()),
        Value::Object(_) => ["content", "text", "generated_text", "completion"]
            .iter()
            .find_map(|key| parts(&value[*key]))
            .or_else(|| parts(&value["message"]["content"]))
            .map(|text| vec![text]),
        _ => None,
    }
}

/// Returns the value at a path such as `choices.0.message.content`.
fn nested<'v>(object: &'v Map<String, Value>, path: &str) -> Option<&'v Value> {
    let (first, rest) = path.split_once('.')?;
    rest.split('.').try_fold(object.get(first)?, |value, name| match value {
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        value => value.get(name),
    })
}

fn required<T>(value: Option<T>, name: &str, expected: &str) -> Result<T, String> {
    value.ok_or_else(|| format!("`{name}` is missing; expected {expected}"))
}

fn as_count(value: &Value) -> Option<u32> {
    let number = value.as_f64()?;
    // The comparison ensures an exact conversion, and refuses NaN.
    (number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0).then_some(number as u32)
}

fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.is_empty() => "empty".into(),
        Value::String(_) => "text".into(),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn says_what_is_wrong_and_what_was_expected() {
        let value = json!({"a": -1, "b": 1.5, "c": 4294967296u64, "d": "7", "e": null, "f": 3.0});
        let fields = Fields::of(&value, "the row").unwrap();
        for (name, expected) in [
            ("a", "`a` is -1; expected a whole number from 0 to 4294967295"),
            ("b", "`b` is 1.5; expected a whole number from 0 to 4294967295"),
            ("c", "`c` is 4294967296; expected a whole number from 0 to 4294967295"),
            ("d", "`d` is text; expected a whole number from 0 to 4294967295"),
            ("e", "`e` is missing; expected a whole number"),
        ] {
            assert_eq!(fields.count(name).unwrap_err(), expected);
        }
        assert_eq!(fields.count("f"), Ok(3));
        assert_eq!(fields.optional_duration("a").unwrap_err(), "`a` is -1; expected a number from 0");
        assert_eq!(fields.text("f").unwrap_err(), "`f` is 3.0; expected text");
    }

    proptest! {
        #[test]
        fn a_count_is_the_number_itself(number in any::<i64>()) {
            let value = json!({ "n": number });
            let count = Fields::of(&value, "the row").unwrap().count("n").ok();
            prop_assert_eq!(count, u32::try_from(number).ok());
        }
    }
}
