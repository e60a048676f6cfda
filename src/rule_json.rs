//! The metadata of a rule, as JSON.

use oxsec_rules::{Entry, Meta, Plugin, Preset, catalogue::catalogue};
use serde_json::{Value, json};

/// Describes a rule: id, plugin, presets, CWE, OWASP category, CVSS, summary, message ids, and the schema of its
/// options.
pub fn rule_json(entry: &'static Entry) -> Value {
    let meta = entry.meta;
    let is_of = |plugin: &&&Plugin| plugin.rules.iter().any(|rule| rule.meta.id == meta.id);
    json!({
        "id": meta.id,
        "plugin": catalogue().plugins().iter().find(is_of).map(|plugin| plugin.name),
        "presets": presets_of(meta.id),
        "cwe": meta.cwe,
        "owasp": meta.owasp,
        "cvss": cvss_score(meta),
        "summary": entry.summary(),
        "messages": meta.messages,
        "options": entry.options_schema(),
    })
}

/// Returns the CVSS 3.1 base score of a rule's typical finding with one decimal, which an `f32` cannot hold exactly.
pub fn cvss_score(meta: &Meta) -> f64 {
    (f64::from(meta.cvss) * 10.0).round() / 10.0
}

/// Returns the names of the presets that contain a rule.
pub fn presets_of(id: &str) -> Vec<&'static str> {
    let is_in = |preset: &&Preset| preset.rules.iter().any(|&(rule, _)| rule == id);
    catalogue().presets().iter().filter(is_in).map(|preset| preset.name.as_str()).collect()
}
