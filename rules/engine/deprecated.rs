//! The rules that their plugins call deprecated.

use serde::Serialize;

use super::RuleSet;

/// A rule whose plugin calls it deprecated, in ESLint's JSON shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeprecatedRule {
    /// The rule.
    pub rule_id: &'static str,
    /// What the plugin names in its place.
    pub replaced_by: &'static [&'static str],
}

/// From the `meta` of each plugin's rules.
const DEPRECATED: &[DeprecatedRule] = &[
    DeprecatedRule { rule_id: "browser-security/no-clickjacking", replaced_by: &[] },
    DeprecatedRule { rule_id: "browser-security/no-missing-cors-check", replaced_by: &[] },
    DeprecatedRule { rule_id: "browser-security/no-missing-csrf-protection", replaced_by: &[] },
    DeprecatedRule { rule_id: "browser-security/no-missing-security-headers", replaced_by: &[] },
    DeprecatedRule { rule_id: "browser-security/no-permissive-cors", replaced_by: &[] },
    DeprecatedRule {
        rule_id: "secure-coding/no-insecure-comparison",
        replaced_by: &["@see eslint-plugin-crypto/no-timing-unsafe-compare"],
    },
];

impl RuleSet {
    /// The deprecated rules among those that apply, in the order of the configuration.
    pub fn deprecated_rules(&self) -> Vec<DeprecatedRule> {
        self.rules()
            .filter_map(|(id, _)| DEPRECATED.iter().copied().find(|deprecated| deprecated.rule_id == id))
            .collect()
    }
}
