//! The differences between two plans.

use std::{collections::BTreeMap, fmt};

use serde_json::Value;

/// The characters of the longest value that is shown whole.
const MAX_SHOWN_CHARS: usize = 60;

/// A value that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    place: String,
    before: Option<String>,
    after: Option<String>,
}

impl Change {
    /// Returns the changes from one plan to another, by place.
    pub fn between(before: &Value, after: &Value) -> Vec<Self> {
        let mut changes = Vec::new();
        compare("", before, after, &mut changes);
        changes
    }

    /// Makes a change.
    pub fn of(place: &str, before: &str, after: &str) -> Self {
        Self { place: place.to_owned(), before: Some(before.to_owned()), after: Some(after.to_owned()) }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => write!(formatter, "{}: {before} became {after}", self.place),
            (Some(_), None) => write!(formatter, "{}: gone", self.place),
            (None, _) => write!(formatter, "{}: new", self.place),
        }
    }
}

fn compare(place: &str, before: &Value, after: &Value, changes: &mut Vec<Change>) {
    let (Some(before), Some(after)) = (parts(before), parts(after)) else {
        if before != after {
            changes.push(Change { place: place.to_owned(), before: Some(shown(before)), after: Some(shown(after)) });
        }
        return;
    };
    let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
    for name in names {
        let place = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
        match (before.get(name), after.get(name)) {
            (Some(before), Some(after)) => compare(&place, before, after, changes),
            (before, after) => {
                changes.push(Change {
                    place,
                    before: before.map(|value| shown(value)),
                    after: after.map(|value| shown(value)),
                });
            }
        }
    }
}

/// Returns the parts of an object, or of a list whose items have names.
fn parts(value: &Value) -> Option<BTreeMap<String, &Value>> {
    match value {
        Value::Object(object) => Some(object.iter().map(|(name, value)| (name.clone(), value)).collect()),
        Value::Array(items) => items
            .iter()
            .map(|item| {
                let name = item.get("name").or_else(|| item.get("id"))?.as_str()?;
                Some((name.to_owned(), item))
            })
            .collect(),
        _ => None,
    }
}

fn shown(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(MAX_SHOWN_CHARS) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn changes(before: &Value, after: &Value) -> Vec<String> {
        Change::between(before, after).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn values_are_named_by_their_place() {
        let before = json!({ "iterations": 7, "models": [{ "name": "a", "id": "x" }, { "name": "b" }] });
        let after = json!({ "iterations": 9, "models": [{ "name": "c" }, { "name": "a", "id": "y" }] });
        assert_eq!(
            changes(&before, &after),
            ["iterations: 7 became 9", "models.a.id: \"x\" became \"y\"", "models.b: gone", "models.c: new"]
        );
    }

    #[test]
    fn long_values_are_cut() {
        let change = &changes(&json!({ "text": "a".repeat(500) }), &json!({ "text": "b" }))[0];
        assert_eq!(*change, format!("text: \"{}... became \"b\"", "a".repeat(MAX_SHOWN_CHARS - 1)));
    }

    #[test]
    fn equal_plans_have_no_changes() {
        assert!(changes(&json!({ "a": [1, 2] }), &json!({ "a": [1, 2] })).is_empty());
    }
}
