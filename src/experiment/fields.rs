//! Typed fields out of JSON objects, each refused in words that say what was expected.

use serde_json::{Map, Value};

/// The fields of one object. Every method fails with what is wrong and what was expected; a field that
/// is `null` is missing.
#[derive(Clone, Copy)]
pub(super) struct Fields<'v>(pub &'v Map<String, Value>);

impl<'v> Fields<'v> {
    /// Reads an object; `what` names it where it is none.
    pub fn of(value: &'v Value, what: &str) -> Result<Self, String> {
        value.as_object().map(Self).ok_or_else(|| format!("{what} is {}; expected an object", describe(value)))
    }

    pub fn get(self, name: &str) -> Option<&'v Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub fn optional_text(self, name: &str) -> Result<Option<&'v str>, String> {
        self.optional(name, "text", Value::as_str)
    }

    pub fn text(self, name: &str) -> Result<&'v str, String> {
        self.optional_text(name).and_then(|value| required(value, name, "text"))
    }

    /// Text that names something: not empty. A whole number is a name, too.
    pub fn name(self, name: &str) -> Result<String, String> {
        let value = self.optional(name, "a name", |value| match value {
            Value::String(text) => (!text.is_empty()).then(|| text.clone()),
            Value::Number(number) if number.is_u64() => Some(number.to_string()),
            _ => None,
        })?;
        required(value, name, "a name")
    }

    /// A whole number from 0 to 2³² − 1; 3.0 is one.
    pub fn optional_count(self, name: &str) -> Result<Option<u32>, String> {
        self.optional(name, "a whole number from 0 to 4294967295", as_count)
    }

    pub fn count(self, name: &str) -> Result<u32, String> {
        self.optional_count(name).and_then(|value| required(value, name, "a whole number"))
    }

    /// A number that is not negative.
    pub fn optional_duration(self, name: &str) -> Result<Option<f64>, String> {
        self.optional(name, "a number from 0", |value| value.as_f64().filter(|number| *number >= 0.0))
    }

    pub fn optional_list(self, name: &str) -> Result<Option<&'v [Value]>, String> {
        self.optional(name, "a list", |value| value.as_array().map(Vec::as_slice))
    }

    pub fn list(self, name: &str) -> Result<&'v [Value], String> {
        self.optional_list(name).and_then(|value| required(value, name, "a list"))
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

fn required<T>(value: Option<T>, name: &str, expected: &str) -> Result<T, String> {
    value.ok_or_else(|| format!("`{name}` is missing; expected {expected}"))
}

fn as_count(value: &Value) -> Option<u32> {
    let number = value.as_f64()?;
    // The comparison is what makes the conversion exact, and it refuses NaN.
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
