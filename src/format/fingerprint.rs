use std::collections::HashMap;

use oxsec_rules::{LintMessage, Position, Positions};
use sha2::{Digest, Sha256};

/// Fingerprints that recognize findings when lines before them are added or removed: made from the rule, the text of
/// the line, and the number among similar ones.
pub struct Fingerprints<'a> {
    source: &'a str,
    positions: Positions<'a>,
    seen: HashMap<String, usize>,
}

impl<'a> Fingerprints<'a> {
    /// Makes fingerprints for a file with the text `source`; empty where it is unknown.
    pub fn new(source: &'a str) -> Self {
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        Self { source, positions: Positions::new(source), seen: HashMap::new() }
    }

    /// Returns the fingerprint of the next finding: a hash of 16 digits, a colon, its number among equal ones.
    pub fn next(&mut self, message: &LintMessage) -> String {
        let line_start = self.positions.offset(Position { line: message.line, column: 1 }) as usize;
        let line = self.source[line_start..].lines().next().unwrap_or_default().trim();
        let mut hasher = Sha256::new();
        hasher.update(message.rule_id.as_deref().unwrap_or_default());
        hasher.update([0]);
        hasher.update(line);
        let hash: String = hasher.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        let number = self.seen.entry(hash.clone()).or_default();
        *number += 1;
        format!("{hash}:{number}")
    }
}
