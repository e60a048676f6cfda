use std::fmt;

use miette::{IntoDiagnostic, Result};
use oxsec_rules::RuleSet;

/// The preset where none is named: the published experiment's.
const DEFAULT_PRESET: &str = "recommended";

/// Which rules apply: the same arguments wherever code is analyzed.
#[derive(Debug, clap::Args)]
pub struct RuleArgs {
    /// The rules to start from: `recommended`, `ecosystem`, `all`, `oxsec`, `none`, or a plugin's own preset such as
    /// `jwt/strict`; several with commas between them; `oxsec presets` lists them [default: recommended]
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    preset: Vec<String>,
    /// Set one rule, as ESLint does: `ID: error`, `ID: [warn, { option: value }]`; off leaves it out. An asterisk in the
    /// ID means all rules that match: `pg/*: off`
    #[arg(long, value_name = "ID: VALUE")]
    rule: Vec<String>,
}

impl RuleArgs {
    /// Returns whether the call says which rules apply.
    pub fn are_given(&self) -> bool {
        !self.preset.is_empty() || !self.rule.is_empty()
    }

    /// Rules that are set one by one, in ESLint's notation.
    pub fn settings(&self) -> &[String] {
        &self.rule
    }

    /// The rules as the arguments say.
    pub fn rule_set(&self) -> Result<RuleSet> {
        let mut rules = RuleSet::new();
        let preset = if self.preset.is_empty() { &[DEFAULT_PRESET.to_owned()][..] } else { &self.preset };
        preset.iter().try_for_each(|preset| rules.add_preset(preset)).into_diagnostic()?;
        self.rule.iter().try_for_each(|rule| rules.configure_text(rule)).into_diagnostic()?;
        Ok(rules)
    }
}

impl fmt::Display for RuleArgs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let preset = if self.preset.is_empty() { DEFAULT_PRESET.to_owned() } else { self.preset.join(", ") };
        write!(f, "preset {preset}")?;
        self.rule.iter().try_for_each(|rule| write!(f, "; {rule}"))
    }
}
