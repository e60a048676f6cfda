//! The rules that their plugins call deprecated.

use std::borrow::Cow;

use serde::Serialize;

use super::{RuleSet, configured::Configured};

/// A rule whose plugin calls it deprecated, in ESLint's JSON shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DeprecatedRule {
    /// The rule, by the name that the configuration gives it.
    pub rule_id: Cow<'static, str>,
    /// The rules that the plugin names in its place.
    pub replaced_by: &'static [&'static str],
}

/// From the `meta` of each plugin's rules.
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
    /// The deprecated rules among those that apply, in the order of the configuration.
    pub fn deprecated_rules(&self) -> Vec<DeprecatedRule> {
        let of = |rule: &Configured| {
            let deprecated = DEPRECATED.iter().find(|deprecated| deprecated.rule_id == rule.entry.meta.id)?;
            Some(DeprecatedRule { rule_id: rule.name.clone(), ..deprecated.clone() })
        };
        self.rules.iter().filter_map(of).collect()
    }
}
