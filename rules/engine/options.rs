//! The options that many rules share.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::{OptionPattern, option_regex};
use crate::{
    estree::{Node, Tree, to_lower_case},
    parse::validate_pattern,
};

/// The option `allowInTests`; `DEFAULT` is its default value.
///
/// It is the only option of many rules; others flatten it into their own.
#[derive(Clone, Copy, Debug, JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TestOptions<const DEFAULT: bool> {
    /// Leaves test files alone: `*.test.js`, `*.spec.ts` and the like.
    allow_in_tests: bool,
}

impl<const DEFAULT: bool> Default for TestOptions<DEFAULT> {
    fn default() -> Self {
        Self { allow_in_tests: DEFAULT }
    }
}

/// Implements what serde cannot derive for a type with a constant parameter.
impl<'de, const DEFAULT: bool> Deserialize<'de> for TestOptions<DEFAULT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        struct Fields {
            #[serde(default, deserialize_with = "given")]
            allow_in_tests: Option<bool>,
        }
        let fields = Fields::deserialize(deserializer)?;
        Ok(Self { allow_in_tests: fields.allow_in_tests.unwrap_or(DEFAULT) })
    }
}

/// Returns the default of an option that is a list of words.
pub fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// Returns an option's words in lower case.
pub fn lower_cased(words: &[String]) -> Vec<String> {
    words.iter().map(|word| to_lower_case(word).into_owned()).collect()
}

/// Reads an option that has no default; `null` is not accepted.
///
/// # Errors
///
/// Those of the option's type.
pub fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl<const DEFAULT: bool> TestOptions<DEFAULT> {
    /// Returns whether a file of this name is exempt.
    pub fn allow(self, path: &str) -> bool {
        self.allow_in_tests && is_test_file(path)
    }
}

/// The code that an option `ignorePatterns` exempts, ignoring case.
#[derive(Default)]
pub struct Ignored {
    patterns: Vec<OptionPattern>,
    /// The texts in lower case.
    texts: Vec<String>,
}

impl Ignored {
    /// The bytes that are searched for one of the texts in the time of one step.
    const BYTES_PER_STEP: usize = 16;

    /// Compiles the patterns; an invalid regular expression matches nothing.
    ///
    /// # Errors
    ///
    /// The regular expression that cannot be matched in linear time.
    pub fn new(sources: &[String]) -> Result<Self, String> {
        Ok(Self { texts: Vec::new(), ..Self::with_texts(sources)? })
    }

    /// Compiles the patterns; an invalid regular expression is searched for as literal text.
    ///
    /// # Errors
    ///
    /// The regular expression that cannot be matched in linear time.
    pub fn with_texts(sources: &[String]) -> Result<Self, String> {
        let mut ignored = Self::default();
        for source in sources {
            if validate_pattern(source, "").is_ok() {
                ignored.patterns.push(option_regex("ignorePatterns", source, true)?);
            } else {
                ignored.texts.push(to_lower_case(source).into_owned());
            }
        }
        Ok(ignored)
    }

    /// Returns whether a node's text matches one of the patterns.
    pub fn covers(&self, node: Node<'_>) -> bool {
        let is_empty = self.patterns.is_empty() && self.texts.is_empty();
        !is_empty && self.covers_text(node.text(), node.tree())
    }

    /// Returns whether a text matches one of the patterns; the steps count as this tree's.
    pub fn covers_text(&self, text: &str, tree: &Tree<'_>) -> bool {
        tree.count_option_steps(text.len() / Self::BYTES_PER_STEP * self.texts.len());
        self.patterns.iter().any(|pattern| pattern.is_match(text, tree))
            || !self.texts.is_empty() && {
                let text = to_lower_case(text);
                self.texts.iter().any(|ignored| text.contains(ignored))
            }
    }
}

/// Returns whether a file's name ends as a test's does: `.test.js`, `.spec.tsx` …
pub fn is_test_file(path: &str) -> bool {
    let stem = [".js", ".jsx", ".ts", ".tsx"].iter().find_map(|extension| path.strip_suffix(extension));
    stem.is_some_and(|stem| stem.ends_with(".test") || stem.ends_with(".spec"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_name_decides() {
        assert!(is_test_file("src/a.test.js") && is_test_file(".spec.tsx"));
        assert!(!is_test_file("a.test.mjs") && !is_test_file("test.js") && !is_test_file("a.test.js/b.js"));
        assert!(!is_test_file("a.tests.js") && !is_test_file("a.TEST.js"));
    }
}
