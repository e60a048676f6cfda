//! The notation of the recorded facts.

use oxsec_rules::LintMessage;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Returns the digest that the facts have of a message's edits; `None` where it has none.
pub fn edits(message: &LintMessage) -> Option<String> {
    let fix = message.fix.as_ref().map(|fix| json!([fix.range, fix.text]));
    let suggestions: Vec<Value> =
        message.suggestions.iter().map(|it| json!([it.message_id, it.fix.range, it.fix.text])).collect();
    if fix.is_none() && suggestions.is_empty() {
        return None;
    }
    let digest = Sha256::digest(json!([fix, suggestions]).to_string());
    Some(digest[..4].iter().map(|byte| format!("{byte:02x}")).collect())
}
