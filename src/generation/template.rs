//! Texts with named placeholders: `{prompt}`, `{code}`, `{findings}`.

use std::fmt;

use super::names;

/// A text with named placeholders that are filled in one pass: filled-in text is never read as a template again,
/// whatever a model wrote. A brace is written `{{` or `}}`.
#[derive(Clone, PartialEq, Eq)]
pub struct Template {
    source: String,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(String),
}

/// The reason why a text is not a template.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("`{{{name}}}` cannot be filled in here; there is {}", list(known))]
    UnknownPlace { name: String, known: Vec<&'static str>, help: Option<String> },
    #[error("a single `{brace}`; write `{brace}{brace}` for the character itself")]
    LoneBrace { brace: char },
    #[error("the text has no `{{{name}}}`, so the model would not see it")]
    MissingPlace { name: &'static str },
}

impl TemplateError {
    /// Returns a suggestion for what the author of the template meant.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownPlace { help, .. } => help.clone(),
            Self::LoneBrace { .. } | Self::MissingPlace { .. } => None,
        }
    }
}

impl Template {
    /// Reads a template whose placeholders are all among `known` and that has each of `required`.
    pub fn parse(source: &str, known: &[&'static str], required: &[&'static str]) -> Result<Self, TemplateError> {
        let pieces = pieces(source)?;
        for piece in &pieces {
            if let Piece::Place(name) = piece
                && !known.contains(&name.as_str())
            {
                let help = names::did_you_mean(name, known.iter().copied());
                return Err(TemplateError::UnknownPlace { name: name.clone(), known: known.to_vec(), help });
            }
        }
        let template = Self { source: source.to_owned(), pieces };
        match required.iter().find(|name| !template.has(name)) {
            Some(name) => Err(TemplateError::MissingPlace { name }),
            None => Ok(template),
        }
    }

    /// Returns the text with every placeholder replaced by `value` of its name.
    pub fn fill<'v>(&self, value: impl Fn(&str) -> &'v str) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                Piece::Place(name) => value(name),
            })
            .collect()
    }

    /// Returns whether the template has a placeholder of this name.
    pub fn has(&self, name: &str) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Place(place) if place == name))
    }

    /// Returns the text as its author wrote it.
    pub fn source(&self) -> &str {
        &self.source
    }
}

impl fmt::Debug for Template {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        fmt::Debug::fmt(&self.source, formatter)
    }
}

impl serde::Serialize for Template {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.source)
    }
}

fn pieces(source: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = source;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let tail = &rest[at..];
        if let Some(after) = tail.strip_prefix("{{").or_else(|| tail.strip_prefix("}}")) {
            text.push_str(&tail[..1]);
            rest = after;
        } else if let Some((name, after)) = tail.strip_prefix('{').and_then(|tail| tail.split_once('}'))
            && is_place_name(name)
        {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
            pieces.push(Piece::Place(name.to_owned()));
            rest = after;
        } else {
            return Err(TemplateError::LoneBrace { brace: if tail.starts_with('{') { '{' } else { '}' } });
        }
    }
    text.push_str(rest);
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

fn is_place_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_')
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{{{name}}}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["prompt", "code"];

    fn fill(template: &str) -> String {
        let template = Template::parse(template, KNOWN, &[]).unwrap();
        template.fill(|name| if name == "code" { "f({prompt}) {{}}" } else { "the task" })
    }

    #[test]
    fn what_is_filled_in_is_not_a_template() {
        assert_eq!(fill("{prompt}: {code}!"), "the task: f({prompt}) {{}}!");
    }

    #[test]
    fn doubled_braces_are_braces() {
        assert_eq!(fill("{{prompt}} is {prompt}, }}{{"), "{prompt} is the task, }{");
    }

    #[test]
    fn a_place_that_is_not_there_is_refused_with_the_nearest_name() {
        let error = Template::parse("{promt}", KNOWN, &[]).unwrap_err();
        assert_eq!(error.to_string(), "`{promt}` cannot be filled in here; there is `{prompt}`, `{code}`");
        assert_eq!(error.help().as_deref(), Some("did you mean `prompt`?"));
    }

    #[test]
    fn lone_braces_are_refused() {
        for text in ["function () { return 1; }", "{", "}", "{}", "{a b}"] {
            assert!(matches!(Template::parse(text, KNOWN, &[]), Err(TemplateError::LoneBrace { .. })), "{text}");
        }
    }

    #[test]
    fn a_required_place_must_be_there() {
        let error = Template::parse("{prompt}", KNOWN, &["code"]).unwrap_err();
        assert_eq!(error, TemplateError::MissingPlace { name: "code" });
    }
}
