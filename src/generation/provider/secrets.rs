//! The keys that providers hold, and keeping them out of everything that is written.

use std::env;

/// A value shorter than this is no key; taking it out of texts would only mutilate them.
const SHORTEST_SECRET: usize = 8;

/// Values of environment variables that must not be written anywhere.
///
/// It has no `Debug`, so that no error or log can show one by accident.
#[derive(Default)]
pub struct Secrets(Vec<(String, String)>);

impl Secrets {
    /// Reads the variables of these names, or says which one is not there.
    pub fn from_env<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, String> {
        let mut secrets = names
            .into_iter()
            .map(|name| match env::var(name) {
                Ok(value) if !value.is_empty() => Ok((name.to_owned(), value)),
                Ok(_) => Err(format!("the environment variable {name} is empty")),
                Err(env::VarError::NotPresent) => Err(format!("the environment variable {name} is not set")),
                Err(env::VarError::NotUnicode(_)) => Err(format!("the environment variable {name} is not UTF-8")),
            })
            .collect::<Result<Vec<_>, _>>()?;
        // The longest first, so that a key that holds another one disappears whole.
        secrets.sort_by_key(|(_, value)| std::cmp::Reverse(value.len()));
        Ok(Self(secrets))
    }

    /// The names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The text with `[NAME]` in place of every value.
    pub fn redact(&self, text: String) -> String {
        self.iter().filter(|(_, value)| value.trim().len() >= SHORTEST_SECRET).fold(text, |text, (name, value)| {
            if text.contains(value.trim()) { text.replace(value.trim(), &format!("[{name}]")) } else { text }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_replaced_by_their_names() {
        let secrets = Secrets(vec![("LONG".into(), "sentinel-key-2".into()), ("SHORT".into(), "1".into())]);
        assert_eq!(secrets.redact("Bearer sentinel-key-2, 1".into()), "Bearer [LONG], 1");
    }

    #[test]
    fn a_missing_variable_is_named() {
        let missing = Secrets::from_env(["OXSEC_TEST_NEVER_SET"]).err();
        assert_eq!(missing.as_deref(), Some("the environment variable OXSEC_TEST_NEVER_SET is not set"));
    }
}
