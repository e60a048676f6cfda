//! What oxc takes and an ECMAScript 2024 parser may not.

/// Whether `source` holds a word or sign without which oxc and espree agree on every text that oxc takes.
pub fn may_differ(source: &str) -> bool {
    source.contains("import") || source.contains('@')
}
