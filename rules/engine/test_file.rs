//! Which files rules leave alone as tests.

/// Returns whether a file's name ends like that of a test: `.test.js`, `.spec.tsx` …
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
