//! The names in a plan: their permitted form, and suggestions for misspelt ones.

use crate::nearest::nearest;

/// Returns whether a name can be used unchanged in a file, a terminal line and a JSON key.
pub fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(['-', '.'])
        && name.chars().all(|character| character.is_ascii_alphanumeric() || "-._:/@+".contains(character))
}

/// Returns `did you mean ...?` with the known name that is most similar to the given one.
pub fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    nearest(name, known).map(|nearest| format!("did you mean `{nearest}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names() {
        for name in ["opus-4.6", "qwen2.5-coder:7b", "meta/llama-3", "db-get-user-by-id", "x"] {
            assert!(is_plain(name), "{name}");
        }
        for name in ["", "a b", "-rf", "..", "a\u{1b}[31m", "a\nb", "\u{202e}a", "ü"] {
            assert!(!is_plain(name), "{name:?}");
        }
    }

    #[test]
    fn the_nearest_name_is_offered() {
        assert_eq!(did_you_mean("claud", ["gemini", "claude"]).as_deref(), Some("did you mean `claude`?"));
        assert_eq!(did_you_mean("zzz", ["gemini", "claude"]), None);
    }
}
