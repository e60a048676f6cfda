//! The rules that their plugins mark as deprecated.

use std::borrow::Cow;

use serde::Serialize;

use super::{RuleSet, configured::Configured};

/// A rule that its plugin marks as deprecated, in ESLint's JSON shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeprecatedRule {
    /// The rule's name in the configuration.
    pub rule_id: Cow<'static, str>,
    /// The replacements that the plugin names.
    pub replaced_by: &'static [&'static str],
}

/// The deprecated rules, from the `meta` of each plugin's rules.
const DEPRECATED: &[DeprecatedRule] = &[
    DeprecatedRule { rule_id: Cow::Borrowed("browser-security/no-clickjacking"), replaced_by: &[] },
    DeprecatedRule { rule_id: Cow::Borrowed("browser-security/no-missing-cors-check"), replaced_by: &[] },
    DeprecatedRule { rule_id: Cow::Borrowed("browser-security/no-missing-csrf-protection"), replaced_by: &[] },
    DeprecatedRule { rule_id: Cow::Borrowed("browser-security/no-missing-security-headers"), replaced_by: &[] },
    DeprecatedRule { rule_id: Cow::Borrowed("browser-security/no-permissive-cors"), replaced_by: &[] },
    DeprecatedRule {
        rule_id: Cow::Borrowed("secure-coding/no-insecure-comparison"),
        replaced_by: &["@see eslint-plugin-crypto/no-timing-unsafe-compare"],
    },
];

impl RuleSet {
    /// Returns the deprecated rules among those that apply, in the order of the configuration.
    pub fn deprecated_rules(&self) -> Vec<DeprecatedRule> {
        let of = |rule: &Configured| {
            let deprecated = DEPRECATED.iter().find(|deprecated| deprecated.rule_id == rule.entry.meta.id)?;
            Some(DeprecatedRule { rule_id: rule.name.clone(), ..deprecated.clone() })
        };
        self.rules.iter().filter_map(of).collect()
    }
}
