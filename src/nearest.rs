//! The name that was probably meant.

/// The letters in which a name may differ from the one that was meant.
const MAX_EDITS: usize = 3;

/// Returns the known name that is nearest to a given one, if at most `MAX_EDITS` letters, and fewer than the name has,
/// differ.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let most = MAX_EDITS.min(name.chars().count().saturating_sub(1));
    let distances = known.into_iter().map(|known| (strsim::damerau_levenshtein(name, known), known));
    distances.min().filter(|&(distance, _)| distance <= most).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered() {
        assert_eq!(nearest("claud", ["gemini", "claude"]), Some("claude"));
        assert_eq!(nearest("databases", ["payments", "database"]), Some("database"));
        assert_eq!(nearest("zzz", ["gemini", "claude", "z"]), Some("z"));
        assert_eq!(nearest("zzz", ["gemini", "claude", "abc"]), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}
