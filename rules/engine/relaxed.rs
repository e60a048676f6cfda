//! The relaxed notation of rules and options that ESLint's command line shares with its configuration comments.

use serde_json::{Map, Number, Value};

use crate::estree::is_white_space;

/// Reads the relaxed notation of ESLint's command line and comments: fields separated by commas, where a bare word is a
/// string, a number, `true`, `false` or `null`, and a missing value is zero.
///
/// # Errors
///
/// The expectation that failed, and its place.
pub(super) fn parse_relaxed(text: &str) -> Result<Map<String, Value>, String> {
    let tokens = tokens(text);
    let braced = tokens.first() == Some(&"{");
    let mut reader = Relaxed { tokens: &tokens, depth: 0 };
    let fields = reader.fields(braced)?;
    match reader.tokens {
        [] => Ok(fields),
        [extra, ..] => Err(format!("expected the end in place of `{extra}`")),
    }
}

const SPECIAL: &str = "[](){}:,";

/// Splits a text into quoted strings, brackets and words; a word may contain blanks but does not end in one.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches(is_white_space);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => quoted_length(rest, first),
            special if SPECIAL.contains(special) => Some(1),
            _ => None,
        };
        let length = length.unwrap_or_else(|| {
            let end = rest.find(|character| SPECIAL.contains(character)).unwrap_or(rest.len());
            rest[..end].trim_end_matches(is_white_space).len()
        });
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start_matches(is_white_space);
    }
    tokens
}

/// Returns the length of the quoted string at the beginning of a text, with its quotes.
fn quoted_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            character if character == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The depth to which lists and objects may nest.
const MAX_DEPTH: usize = 32;

struct Relaxed<'t, 'a> {
    tokens: &'t [&'a str],
    depth: usize,
}

impl<'a> Relaxed<'_, 'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.first().copied()
    }

    fn next(&mut self) -> Option<&'a str> {
        let (&first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        match self.next() {
            Some(next) if next == token => Ok(()),
            Some(next) => Err(format!("`{token}` was expected, not `{next}`")),
            None => Err(format!("`{token}` was expected at the end")),
        }
    }

    fn fields(&mut self, braced: bool) -> Result<Map<String, Value>, String> {
        if braced {
            self.expect("{")?;
        }
        let mut fields = Map::new();
        while let Some(token) = self.peek()
            && !(braced && token == "}")
        {
            let key = self.word(":");
            self.expect(":")?;
            let value = self.element(if braced { ",}" } else { "," })?;
            fields.insert(unquoted(&key).to_string(), value);
            if self.peek() == Some(",") {
                self.next();
            }
        }
        if braced {
            self.expect("}")?;
        }
        Ok(fields)
    }

    fn element(&mut self, ends: &str) -> Result<Value, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("lists and objects nest more than {MAX_DEPTH} levels deep"));
        }
        let value = match self.peek() {
            Some("[") => {
                self.next();
                let mut items = Vec::new();
                while let Some(token) = self.peek()
                    && token != "]"
                {
                    items.push(self.element(",]")?);
                    if self.peek() == Some(",") {
                        self.next();
                    }
                }
                self.expect("]")?;
                Value::Array(items)
            }
            Some("{") => Value::Object(self.fields(true)?),
            _ => scalar(&self.word(ends)),
        };
        self.depth -= 1;
        Ok(value)
    }

    fn word(&mut self, ends: &str) -> String {
        let mut word = String::new();
        while let Some(token) = self.peek()
            && !ends.contains(&token[..token.chars().next().map_or(0, char::len_utf8)])
        {
            word.push_str(token);
            self.next();
        }
        word
    }
}

fn unquoted(word: &str) -> &str {
    ['\'', '"'].into_iter().find_map(|quote| word.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(word)
}

fn scalar(word: &str) -> Value {
    match word {
        "" => Value::from(0),
        "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ if word.starts_with(['\'', '"']) => {
            let inner = unquoted(word);
            // Escapes are JSON's, in either kind of quotes.
            serde_json::from_str(&format!("\"{}\"", inner.replace("\\'", "'").replace('"', "\\\"")))
                .unwrap_or_else(|_| Value::from(inner))
        }
        _ => number(word).unwrap_or_else(|| Value::from(word)),
    }
}

fn number(word: &str) -> Option<Value> {
    if let Ok(whole) = word.parse::<i64>() {
        return Some(Value::from(whole));
    }
    let decimal = word.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.'));
    word.parse::<f64>().ok().filter(|_| decimal).and_then(Number::from_f64).map(Value::Number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_relaxed_notation_reads_as_eslint_reads_it() {
        for (text, value) in [
            ("a: 2", json!({"a": 2})),
            ("a:", json!({"a": 0})),
            ("a: []", json!({"a": []})),
            (
                "'a/b': [error, {x: 'y', z: [1,2]}], c: off",
                json!({"a/b": ["error", {"x": "y", "z": [1, 2]}], "c": "off"}),
            ),
            ("a: error b: 2", json!({"a": "error b:2"})),
            ("pg/x: 2,", json!({"pg/x": 2})),
            ("{a: 2}", json!({"a": 2})),
            ("", json!({})),
            ("a: 0, a: 1", json!({"a": 1})),
            ("a: [2, foo bar]", json!({"a": [2, "foo bar"]})),
            ("a: -1", json!({"a": -1})),
            ("a: [2, {b: true, c: null, d: \"x,y\"}]", json!({"a": [2, {"b": true, "c": null, "d": "x,y"}]})),
        ] {
            assert_eq!(parse_relaxed(text).map(Value::Object), Ok(value), "{text}");
        }
        assert!(parse_relaxed("a").unwrap_err().contains("`:`"));
        assert!(parse_relaxed(&"[".repeat(100_000)).is_err());
        assert!(parse_relaxed(&format!("a: {}", "[".repeat(100_000))).unwrap_err().contains("deep"));
    }
}
